import { useState, type KeyboardEvent } from 'react'
import { callerTyped } from '../../core/customers/caller.ts'
import { useRead, useWrite } from '../use-call.ts'

/** What follows a call by a key, with Alt, which leaves the digits as they are typed. */
export const callerKeys = { promise: 'P', note: 'N', log: 'C' } as const

/** A form about the caller. */
export type CallerForm = 'promise' | 'note'

/** Whom a form is about. */
export interface AskedOfCaller {
  readonly form: CallerForm
  readonly to: { readonly customerId: number; readonly name: string }
}

/** Who has the number that is typed, the one whose card is shown, and the keys for what follows. */
export function useCaller(text: string, onAsk: (asked: AskedOfCaller) => void) {
  const typed = callerTyped(text)
  const [chosen, setChosen] = useState<{ readonly typed: string; readonly id: number }>()
  const customerId = chosen?.typed === typed ? chosen.id : undefined
  const { value, stale, problem } = useRead(
    'customers.byPhone',
    { digits: typed, ...(customerId !== undefined && { customerId }) },
    { enabled: typed !== '', keepPrevious: true },
  )
  const log = useWrite('customers.logTouch')
  /** Who called once has called once, however often the key is pressed while their number stands there. */
  const [logged, setLogged] = useState<{ readonly typed: string; readonly ids: readonly number[] }>()
  // Another call begins with the first of its callers, and is not logged yet.
  if (typed === '' && (chosen || logged)) {
    setChosen(undefined)
    setLogged(undefined)
  }
  const answer = typed === '' ? undefined : value
  const card = answer?.card ?? null
  const callers = answer?.callers ?? []
  const at = callers.findIndex(({ id }) => id === card?.id)

  const ask = (form: CallerForm) => {
    if (card && !stale) onAsk({ form, to: { customerId: card.id, name: card.name || card.company } })
  }
  const loggedNow = logged?.typed === typed ? logged.ids : []
  const isLogged = card !== null && loggedNow.includes(card.id)
  const logCall = async () => {
    if (!card || stale || log.busy || isLogged) return
    const { id } = card
    if ((await log.run({ customerId: id, kind: 'call' })).ok) setLogged({ typed, ids: [...loggedNow, id] })
  }
  /** Another of the callers; false where there is none that way. */
  const move = (by: 1 | -1): boolean => {
    const next = at < 0 ? undefined : callers[at + by]
    if (next) setChosen({ typed, id: next.id })
    return next !== undefined
  }
  const onKey = (event: KeyboardEvent) => {
    if (!card || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (event.altKey) {
      const key = event.key.toUpperCase()
      if (!Object.values<string>(callerKeys).includes(key)) return
      event.preventDefault()
      if (event.repeat) return
      if (key === callerKeys.promise) ask('promise')
      else if (key === callerKeys.note) ask('note')
      else void logCall()
      return
    }
    const by = ({ ArrowDown: 1, ArrowUp: -1 } as const)[event.key]
    if (by === undefined || !isCardMarked() || !move(by)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return {
    typed,
    answer,
    card,
    callers,
    at,
    stale,
    problem: problem ?? log.problem,
    ask,
    logCall,
    isLogged,
    onKey,
  }
}

/** Whether Enter would open the card: further down the arrows lead through the list. */
const isCardMarked = (): boolean => document.querySelector('.caller-card[data-selected]') !== null

export type CallerShown = ReturnType<typeof useCaller>
