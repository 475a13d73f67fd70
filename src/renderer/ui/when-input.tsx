import { TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { Formats } from '../../core/formats.ts'
import type { Lean } from '../../core/when-dates.ts'
import { parseWhen, type When } from '../../core/when.ts'
import { slashOrder } from '../../core/slash-order.ts'
import type { Day } from '../../core/day.ts'
import { ClosedDay } from './closed-day.tsx'
import { useShop } from './shop-context.ts'
import { useTypedMoment } from './typed-moment.ts'
import { useFormats } from './use-formats.ts'

/** A moment in shorthand, read as of when it was typed. */
export interface TypedWhen {
  readonly text: string
  readonly lean: Lean
  /** Null where it is no moment. */
  readonly when: When | null
  /** On which day it was typed, in words, where today it would mean another moment; else ''. */
  readonly said: string
}

/** What a field says in shorthand. `typedAtMs` is when it was typed, undefined where it was not. */
export function useTypedWhen(text: string, typedAtMs: number | undefined, lean: Lean): TypedWhen {
  const moment = useTypedMoment(typedAtMs)
  const order = slashOrder(useShop().country)
  const when = parseWhen(text, moment.local, lean, order)
  return { text, lean, when, said: moment.said(when, parseWhen(text, moment.nowLocal, lean, order)) }
}

interface WhenInputProps {
  readonly label: string
  readonly value: TypedWhen
  readonly onChange: (value: string) => void
  readonly examples: string
  /** What is said while nothing is written. */
  readonly empty?: string
  readonly error?: string
  readonly autoFocus?: boolean
  /** What stands in it is only offered: it has the focus, and what is typed takes its place. */
  readonly isOffered?: boolean
  /** Whether a day on which the shop does not open is said, and the next one offered. */
  readonly inHours?: boolean
}

/** A moment in shorthand; what it means is said while it is typed. */
export function WhenInput(props: WhenInputProps) {
  const {
    label,
    value,
    onChange,
    examples,
    empty = 'Write it as you say it.',
    error,
    autoFocus,
    isOffered = false,
    inHours,
  } = props
  const formats = useFormats()
  const { when } = value
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (!isOffered) return
    input.current?.focus()
    input.current?.select()
  }, [isOffered])
  const take = (day: Day, time = when?.local.slice(11)) =>
    onChange(`${day}${when?.dayOnly ? '' : ` ${time}`}`)
  return (
    <div className="grow">
      <TextInput
        label={label}
        value={value.text}
        onChange={(event) => onChange(event.currentTarget.value)}
        placeholder={examples}
        description={value.text.trim() === '' ? empty : meaning(value, examples, formats)}
        descriptionProps={{ 'aria-live': 'polite', className: 'echo' }}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        error={error}
        autoComplete="off"
        data-autofocus={autoFocus || undefined}
        ref={input}
      />
      {inHours && <ClosedDay when={when} onTake={take} />}
    </div>
  )
}

function meaning({ lean, when, said }: TypedWhen, examples: string, formats: Formats): string {
  if (!when) return `Not a time yet. Write ${examples}.`
  const day = formats.fullDay(when.local.slice(0, 10))
  const time = when.dayOnly
    ? lean === 'back'
      ? 'at some time of the day'
      : 'by the end of the day'
    : formats.time(when.local.slice(11))
  return [day, time, ...(said ? [said] : [])].join(', ')
}
