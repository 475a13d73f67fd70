import { type ChangeEvent, useRef, useState } from 'react'
import type { Calls, MachineName, Output, Sent, WriteName } from '../../core/calls.ts'
import type { Fields } from '../../core/drafts/kept-form.ts'
import type { Problem } from '../../core/result.ts'
import { useWrite } from '../use-call.ts'
import { found, saidAt, saidElsewhere, type Sentences } from './form-problems.ts'
import type { Kept, KeptWords } from './use-kept.ts'

/** What a form is made of, as it stands now. */
interface Start<N extends WriteName | MachineName, T extends Fields> {
  /** Its fields, and what was typed into them. */
  readonly kept: Kept<T>
  /** How the fields of a record are called; without them the form makes something new, and is empty again when it is saved. */
  readonly names?: Readonly<Record<string, string>> | undefined
  /** How the fields are called that begin with what we propose; the form still makes something new. */
  readonly proposals?: Readonly<Record<string, string>> | undefined
  /** What would be sent, judged by the call’s own schema. Without it the form only sends what it is told to (`send`). */
  readonly input?: Sent<N> | undefined
  /** Input fields that are shown at a field of another name. */
  readonly shownAt?: Readonly<Record<string, keyof T & string>>
  /** What is missing in the form’s own words, by field; the schema’s come after them. */
  readonly missing?: Sentences
  /** A field cannot be read yet, and says so itself. */
  readonly isBlocked?: boolean
  /** Says what is wrong while it is typed, not only once saving was tried. */
  readonly isEager?: boolean
  readonly onSaved?: (answer: Output<N>, sent: Sent<N>) => void
  /** It was not sent (then without a problem where the form is blocked), or not taken. */
  readonly onRefused?: (problem: Problem | undefined) => void
  /** Away from the form, saved or not. */
  readonly onLeave?: (() => void) | undefined
}

type TextField<T> = { [K in keyof T & string]: T[K] extends string ? K : never }[keyof T & string]
type NumberField<T> = { [K in keyof T & string]: T[K] extends number ? K : never }[keyof T & string]
type Tick<T> = { [K in keyof T & string]: T[K] extends boolean ? K : never }[keyof T & string]

/** What the shells of a form draw and do. */
export interface FormWork {
  /** What came back from an earlier time; absent where nothing is typed. */
  readonly kept?: KeptWords | undefined
  readonly names?: Readonly<Record<string, string>> | undefined
  readonly proposals?: Readonly<Record<string, string>> | undefined
  readonly typed: boolean
  readonly busy: boolean
  /** What is not said at one of the fields. */
  readonly rest: Problem | undefined
  /** How often saving was refused since it stands; each time leads to what is wrong. */
  readonly refusals?: number
  save(): Promise<void>
  /** Gives up what was typed. */
  cancel(): void
  /** Leaves it as it is, for another time; absent where there is nowhere to go. */
  readonly leave?: (() => void) | undefined
}

interface Picked<V> {
  readonly value: V
  onChange(value: V): void
}

/** A form over one call. */
export interface CallForm<N extends WriteName | MachineName, T extends Fields> extends FormWork {
  readonly value: T
  /** Saving was tried, and something was in the way. */
  readonly tried: boolean
  /** Nothing is in the way of saving. */
  readonly ready: boolean
  /** What is wrong with a field. */
  error(field: keyof T & string): string | undefined
  set(change: Partial<T>): void
  /** The fields change as a whole: what is missing now is said only when saving is tried again. */
  calm(): void
  /** Sends something else than what is typed. */
  send(input: Sent<N>): Promise<void>
  /** The properties of a field for text, for a number, of a tick, of a choice. */
  text(field: TextField<T>): {
    readonly value: string
    readonly error: string | undefined
    onChange(event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>): void
  }
  number(field: NumberField<T>): {
    readonly value: number
    readonly error: string | undefined
    onChange(value: string | number): void
  }
  tick(field: Tick<T>): { readonly checked: boolean; onChange(event: ChangeEvent<HTMLInputElement>): void }
  pick<K extends keyof T & string>(field: K): Picked<T[K]>
  /** The same with what is wrong with it. */
  field<K extends keyof T & string>(field: K): Picked<T[K]> & { readonly error: string | undefined }
}

/**
 * The one way a form is typed, judged and sent. What is typed is kept until it is saved or given up; it is judged by the call’s
 * own schema, and what the call answers stands at the field it is about, until something is typed.
 */
export function useCallForm<N extends WriteName | MachineName, T extends Fields>(
  calls: Pick<Calls, NoInfer<N>>,
  name: N,
  start: Start<N, T>,
): CallForm<N, T> {
  const { kept, names, input, shownAt = {}, missing = {}, isBlocked = false, isEager = false } = start
  const call = useWrite(name)
  const [tried, setTried] = useState(false)
  const [refusals, setRefusals] = useState(0)
  const isSending = useRef(false)

  const before = found(calls[name].input, input, missing)
  const said = [...(call.problem ? [call.problem] : []), ...(tried || isEager ? before : [])]
  const fields = { names: Object.keys(kept.value), shownAt }

  const calm = () => {
    setTried(false)
    call.clear()
  }
  const startOver = () => {
    calm()
    kept.startOver()
  }
  const set = (change: Partial<T>) => {
    call.clear()
    kept.set(change)
  }
  const put = (field: string, value: unknown) => set({ [field]: value } as Partial<T>)
  const pick = <K extends keyof T & string>(field: K): Picked<T[K]> => ({
    value: kept.value[field],
    onChange: (value) => put(field, value),
  })
  const refuse = (problem: Problem | undefined) => {
    setRefusals((times) => times + 1)
    start.onRefused?.(problem)
  }
  const send = async (sent: Sent<N>) => {
    if (isSending.current) return
    isSending.current = true
    const answer = await call.run(sent).finally(() => (isSending.current = false))
    if (!answer.ok) return refuse(answer.problem)
    setTried(false)
    kept.saved(names ? 'record' : 'new')
    start.onSaved?.(answer.value, sent)
  }
  const save = async () => {
    setTried(true)
    if (isBlocked || before.length > 0) return refuse(before[0])
    if (input !== undefined) await send(input)
  }
  return {
    value: kept.value,
    typed: kept.typed,
    kept: { ...kept, startOver },
    names,
    proposals: start.proposals,
    busy: call.busy,
    tried,
    ready: !isBlocked && before.length === 0,
    rest: saidElsewhere(said, fields),
    refusals,
    error: (field) => saidAt(said, fields, field),
    set,
    calm,
    send,
    save,
    cancel: () => (startOver(), start.onLeave?.()),
    leave: start.onLeave,
    text: (field) => ({
      value: kept.value[field] as string,
      error: saidAt(said, fields, field),
      onChange: ({ currentTarget }) => put(field, currentTarget.value),
    }),
    number: (field) => ({
      value: kept.value[field] as number,
      error: saidAt(said, fields, field),
      onChange: (value) => put(field, Number(value)),
    }),
    tick: (field) => ({
      checked: kept.value[field] as boolean,
      onChange: ({ currentTarget }) => put(field, currentTarget.checked),
    }),
    pick,
    field: (field) => ({ ...pick(field), error: saidAt(said, fields, field) }),
  }
}
