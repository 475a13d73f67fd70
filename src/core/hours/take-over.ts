import { addDays, type Day, daysFrom } from '../day.ts'
import type { Formats } from '../formats.ts'
import { blocksWords } from './blocks-text.ts'
import { type ImportedDay, isOurLabel, key } from './osm/usual.ts'
import { hasCome, movedTo, type SpecialDay, specialOn } from './special-day.ts'
import type { Block } from './week.ts'
import { loggedWords } from './words.ts'

/** A special day of another program that is not the shop's yet. */
export interface TakenDay {
  readonly day: ImportedDay
  /** The shop's own of the same dates, which has other hours. */
  readonly old: SpecialDay | null
  /** The old one has come already: it is ended on yesterday, and what was judged by it stays so. */
  readonly ends: boolean
}

/** What becomes of special days when those of another program are taken over. */
export interface Taken {
  readonly days: readonly TakenDay[]
  /** Every special day of the shop as it then is. */
  readonly after: readonly SpecialDay[]
  /** The shop's own that another then takes the place of, on those days. */
  readonly setAside: readonly SpecialDay[]
  /** The shop's own that hold where the other program says other hours. */
  readonly first: readonly SpecialDay[]
  /** The shop's own that go on, of whose days the other program says nothing. */
  readonly unsaid: readonly SpecialDay[]
}

/** Days ahead for which it is said what becomes of the shop's own special days. */
const daysAhead = 730

/** The same again changes nothing: an equal day is left as it is, one of the same dates is changed. */
export function takenOver(rules: readonly SpecialDay[], asked: readonly ImportedDay[], today: Day): Taken {
  const isLast = (day: ImportedDay, i: number) => !asked.slice(i + 1).some((later) => isSpan(later, day))
  const days = asked.filter(isLast).flatMap((day): TakenDay[] => {
    const old = rules.findLast((rule) => hasDates(rule, day, today)) ?? null
    if (old ? isEqual(old, day) : holdsAlready(rules, day)) return []
    if (!old) return [{ day, old, ends: false }]
    const label = isOurLabel(day.label) && !isOurLabel(old.label) ? old.label : day.label
    const ends = hasCome(old, today) && (old.yearly || day.to >= today)
    const dates = ends && day.from < today ? (day.yearly ? movedTo(day, today) : { from: today }) : {}
    return [{ day: { ...day, ...dates, label }, old, ends }]
  })
  const after = rulesAfter(rules, days, today)
  const said = rulesAfter(
    [],
    asked.map((day) => ({ day, old: null, ends: false })),
    today,
  )
  const isOwn = ({ id }: SpecialDay) => !days.some(({ old }) => old?.id === id)
  const setAside: SpecialDay[] = []
  const first: SpecialDay[] = []
  const unsaid: SpecialDay[] = []
  for (const day of daysFrom(today, addDays(today, daysAhead))) {
    const [before, then, text] = [rules, after, said].map((some) => specialOn(some, day))
    if (!before || !isOwn(before)) continue
    if (before.id !== then?.id) addDay(setAside, before, day)
    if (before.id === then?.id && text && !isSame(before.blocks, text.blocks)) addDay(first, before, day)
    if (before.id === then?.id && !text) addDay(unsaid, before, day)
  }
  return { days, after, setAside, first, unsaid }
}

/** Adds a day of a rule to its others in a row; a yearly one is named once. */
function addDay(some: SpecialDay[], rule: SpecialDay, day: Day): void {
  const at = some.findLastIndex(({ id }) => id === rule.id)
  const last = some[at]
  if (last && rule.yearly) return
  if (last && addDays(last.to, 1) === day) some[at] = { ...last, to: day }
  else some.push(rule.yearly ? rule : { ...rule, from: day, to: day })
}

/** What becomes of the special days, in sentences. */
export function takenWords(
  { days, setAside, first, unsaid }: Taken,
  today: Day,
  formats: Formats,
): readonly string[] {
  const fresh = days.filter(({ old }) => old === null).map(({ day }) => day)
  const changed = days.flatMap(({ day, old }) =>
    old
      ? `${day.label} (${datesOf(day, today, formats)}): ${blocksWords(day.blocks, formats)} instead of ${blocksWords(old.blocks, formats)}.`
      : [],
  )
  const sentence = (words: string, some: readonly ImportedDay[]) =>
    some.length > 0 ? [`${words}: ${named(some, today, formats)}.`] : []
  return [
    ...sentence(fresh.length === 1 ? 'New special day' : 'New special days', fresh),
    ...changed,
    ...sentence('No longer in force', setAside),
    ...sentence('Your own hours go first', first),
    ...sentence('Not in the text, and left as they are', unsaid),
  ]
}

/** How the name of the act goes on: what became of special days, and how many days that were logged are judged anew. */
export function takenSays(
  { days, setAside }: Taken,
  judgedAnew: number,
  today: Day,
  formats: Formats,
): string {
  const specials = (n: number) => formats.counted(n, 'special day', 'special days')
  const changed = days.filter(({ old }) => old !== null).length
  const fresh = days.length - changed
  return [
    fresh > 0 ? `, with ${specials(fresh)}` : '',
    changed > 0 ? `, ${specials(changed)} changed` : '',
    judgedAnew > 0
      ? `; ${loggedWords(judgedAnew, formats)} ${judgedAnew === 1 ? 'is' : 'are'} judged by other hours`
      : '',
    setAside.length > 0 ? `; no longer in force: ${named(setAside, today, formats)}` : '',
  ].join('')
}

const mostNamed = 6

const named = (some: readonly ImportedDay[], today: Day, formats: Formats): string =>
  [
    ...some.slice(0, mostNamed).map((day) => `${day.label} (${datesOf(day, today, formats)})`),
    ...(some.length > mostNamed ? [`${formats.number(some.length - mostNamed)} more`] : []),
  ].join(', ')

function datesOf({ from, to, yearly }: ImportedDay, today: Day, formats: Formats): string {
  if (!yearly) return formats.spokenDays(from, to, today)
  return `${formats.dateAndMonth(from)}${from === to ? '' : ` – ${formats.dateAndMonth(to)}`}, every year`
}

function rulesAfter(rules: readonly SpecialDay[], days: readonly TakenDay[], today: Day): SpecialDay[] {
  const yesterday = addDays(today, -1)
  const kept = rules.map((rule): SpecialDay => {
    const taken = days.find(({ old }) => old?.id === rule.id)
    if (!taken) return rule
    if (!taken.ends) return changedTo(rule, taken.day)
    return rule.yearly ? { ...rule, until: yesterday } : { ...rule, to: yesterday }
  })
  const first = Math.max(0, ...rules.map(({ id }) => id)) + 1
  const fresh = days
    .filter(({ old, ends }) => old === null || ends)
    .map(({ day }, i): SpecialDay => ({ ...day, id: first + i, until: null, reason: '', source: 'owner' }))
  return [...kept, ...fresh]
}

/** A closing for a while that is given hours is one no more. */
function changedTo({ closedSinceMs, ...rule }: SpecialDay, day: ImportedDay): SpecialDay {
  const isClosing = closedSinceMs !== undefined && day.blocks.length === 0
  return { ...rule, ...day, ...(isClosing && { closedSinceMs }) }
}

const isSpan = (a: ImportedDay, b: ImportedDay): boolean =>
  a.from === b.from && a.to === b.to && a.yearly === b.yearly

/** Whether a rule is for the same dates; of one that runs already the other program says only what is to come. */
function hasDates(rule: SpecialDay, day: ImportedDay, today: Day): boolean {
  if (rule.yearly !== day.yearly) return false
  if (rule.yearly)
    return (
      rule.until === null && rule.from.slice(5) === day.from.slice(5) && rule.to.slice(5) === day.to.slice(5)
    )
  return rule.to === day.to && (rule.from === day.from || (rule.from < today && day.from === today))
}

const isEqual = (rule: SpecialDay, day: ImportedDay): boolean =>
  isSame(rule.blocks, day.blocks) && rule.from <= day.from

/** Whether other special days say the same of each day. */
const holdsAlready = (rules: readonly SpecialDay[], { from, to, yearly, blocks }: ImportedDay): boolean =>
  !yearly && from <= to && daysFrom(from, to).every((day) => isSame(blocks, specialOn(rules, day)?.blocks))

const isSame = (a: readonly Block[], b: readonly Block[] | undefined): boolean =>
  b !== undefined && key(a) === key(b)
