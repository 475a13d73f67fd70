import { useState } from 'react'
import {
  changedElsewhere,
  changesIn,
  fitting,
  isTyped,
  shown,
  typedAt,
  typedIn,
  untouched,
  type Draft,
  type Fields,
} from '../../core/drafts/kept-form.ts'
import { useDrafts } from './drafts.ts'

/** A field, what it was when it was first typed in, where that is known, and what it is now. */
export interface ChangedField {
  readonly field: string
  readonly before?: unknown
  readonly now: unknown
}

/** What the owner is told about a form that was left and has come back. */
export interface KeptWords {
  /** When it was left, epoch ms; null where it was begun just now, or saved. */
  readonly leftAtMs: number | null
  /** What was typed here and changed elsewhere meanwhile. */
  readonly changed: readonly ChangedField[]
  /** Back to the record as it is now; nothing that was typed is kept. */
  startOver(): void
}

/** The fields of a form that are kept while they are typed, until they are saved. */
export interface Kept<T extends Fields> extends KeptWords {
  readonly value: T
  /** The fields that saving would change: the only ones to send of a record, for others may work on it too. */
  readonly changes: Partial<T>
  /** Whether something is typed that is not saved. */
  readonly typed: boolean
  /** When a field was typed in, epoch ms; undefined where nothing is typed in it. */
  typedAtMs(field: keyof T & string): number | undefined
  set(change: Partial<T>): void
  /** What the form showed when it was sent has been saved: over the record, or as something new. */
  saved(as: 'record' | 'new'): void
}

interface State<T extends Fields> {
  readonly form: string
  /** Null while nothing is typed. */
  readonly draft: Draft | null
  readonly leftAtMs: number | null
  /** What was saved over which record: it is true before the record has been read again. */
  readonly saved?: undefined | { readonly value: T; readonly over: string }
}

/**
 * The fields of a form. What is typed is in the shop file within two seconds, and comes back when the form is opened again:
 * after Esc, another page, a crash. `form` names the form and its record; `record` is what it begins with, and may change.
 */
export function useKept<T extends Fields>(form: string, record: T): Kept<T> {
  const drafts = useDrafts()
  const begin = (): State<T> => {
    const left = drafts.of(form)
    return { form, draft: left ?? null, leftAtMs: left?.savedAtMs ?? null }
  }
  const [state, setState] = useState(begin)
  if (state.form !== form) setState(begin)

  const { saved } = state
  const lags = saved?.over === JSON.stringify(record)
  if (saved && !lags) setState({ ...state, saved: undefined })
  const now = saved && lags ? saved.value : record
  const draft = state.draft ? fitting(state.draft, now) : untouched(now)
  const value = shown(draft, now)
  const typed = isTyped(draft, now)
  const latest = () => {
    const kept = drafts.of(form)
    return kept ? fitting(kept, now) : untouched(now)
  }
  const put = (next: Draft<T>, change: Partial<State<T>> = {}, isSaved = false) => {
    const isKept = isTyped(next, change.saved?.value ?? now)
    if (isKept) drafts.keep(form, next, isSaved ? 'now' : undefined)
    else drafts.drop(form)
    setState((before) => ({ ...before, ...change, draft: isKept ? next : null }))
  }
  return {
    value,
    changes: changesIn(draft, now),
    typed,
    leftAtMs: typed ? state.leftAtMs : null,
    changed: changedElsewhere(draft, now).map((field) => ({
      field,
      before: draft.base[field],
      now: now[field],
    })),
    // What an earlier version kept knows only when the form was left.
    typedAtMs: (field) => (typed ? (typedAt(draft, field, now) ?? state.leftAtMs ?? undefined) : undefined),
    set: (change) => put(typedIn(latest(), change, now, Date.now())),
    saved: (as) => {
      const { atMs } = latest()
      const since = typedSince(shown(latest(), now), value)
      const [base, saved] = as === 'new' ? [now, undefined] : [value, { value, over: JSON.stringify(record) }]
      put({ base, typed: { ...base, ...since }, atMs }, { leftAtMs: null, saved }, true)
    },
    startOver: () => put(untouched(now), { leftAtMs: null }),
  }
}

/** What was typed after the form was sent. */
function typedSince<T extends Fields>(latest: T, sent: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(latest).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(sent[name])),
  ) as Partial<T>
}
