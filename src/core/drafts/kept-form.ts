/** A form's fields by name, as plain JSON. */
export type Fields = Readonly<Record<string, unknown>>

/** What was typed into a form and not saved: over what the record was when each field was first typed in. */
export interface Draft<T extends Fields = Fields> {
  readonly base: T
  readonly typed: T
  /** When each field was last typed in, epoch ms: “tomorrow” is the day after that day, whenever the form comes back. */
  readonly atMs?: Readonly<Record<string, number>> | undefined
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const namesOf = <T extends Fields>(record: T) => Object.keys(record) as (keyof T & string)[]

/** Nothing typed yet. */
export const untouched = <T extends Fields>(record: T): Draft<T> => ({ base: record, typed: record })

/** What the form shows: typed fields as they were typed, all others as the record has them now. */
export function shown<T extends Fields>({ base, typed }: Draft<T>, now: T): T {
  const fields = namesOf(now).map((name) => [name, same(typed[name], base[name]) ? now[name] : typed[name]])
  return Object.fromEntries(fields) as T
}

/** The draft after fields were typed in. What is typed as the record has it is not a change of it. */
export function typedIn<T extends Fields>(
  draft: Draft<T>,
  change: Partial<T>,
  now: T,
  nowMs: number,
): Draft<T> {
  const base: Record<string, unknown> = { ...draft.base }
  const atMs = { ...draft.atMs }
  for (const [name, value] of Object.entries(change)) {
    const begins = same(draft.typed[name], draft.base[name])
    if (begins || same(value, draft.base[name]) || same(value, now[name])) base[name] = now[name]
    if (!same(value, draft.typed[name])) atMs[name] = nowMs
  }
  return { base: base as T, typed: { ...draft.typed, ...change }, atMs }
}

/** When a field was typed in, epoch ms; undefined where it shows what the record has. */
export function typedAt<T extends Fields>(
  draft: Draft<T>,
  name: keyof T & string,
  now: T,
): number | undefined {
  return same(shown(draft, now)[name], now[name]) ? undefined : draft.atMs?.[name]
}

/** The fields that saving the form would change. */
export function changesIn<T extends Fields>(draft: Draft<T>, now: T): Partial<T> {
  const typed = shown(draft, now)
  return Object.fromEntries(
    namesOf(now)
      .filter((name) => !same(typed[name], now[name]))
      .map((name) => [name, typed[name]]),
  ) as Partial<T>
}

/** Whether saving the form would change the record. */
export const isTyped = <T extends Fields>(draft: Draft<T>, now: T): boolean => !same(shown(draft, now), now)

/** The fields that were typed in here and changed elsewhere meanwhile, to something else. */
export const changedElsewhere = <T extends Fields>(draft: Draft<T>, now: T): readonly (keyof T & string)[] =>
  namesOf(now).filter((name) => {
    const { [name]: base } = draft.base
    const { [name]: typed } = draft.typed
    return !same(typed, base) && !same(now[name], base) && !same(now[name], typed)
  })

/** A draft of an earlier day, as far as it fits the form: fields it no longer has, or of another kind, count as not typed. */
export function fitting<T extends Fields>({ base, typed, atMs }: Draft, now: T): Draft<T> {
  const fits = namesOf(now).filter(
    (name) => Object.hasOwn(typed, name) && Object.hasOwn(base, name) && isAlike(typed[name], now[name]),
  )
  const of = (from: Fields) => Object.fromEntries(fits.map((name) => [name, from[name]]))
  return { base: { ...now, ...of(base) }, typed: { ...now, ...of(typed) }, atMs }
}

/** Of one kind; what is null now may be anything a moment later. */
const isAlike = (a: unknown, b: unknown): boolean => a === null || b === null || typeof a === typeof b
