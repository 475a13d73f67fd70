import { addDays, type Day, daysBetween, daysFrom, isDay } from '../day.ts'
import { type Block, closingMinutes, minutesOf } from './week.ts'

/**
 * A dated exception: the hours of each of its trading days, whatever the weekly hours say. A yearly one comes back each
 * year on the same dates, from its first day on; one of 29 February only in leap years.
 */
export interface SpecialDay {
  readonly id: number
  readonly from: Day
  readonly to: Day
  readonly yearly: boolean
  /** The last day on which a yearly one holds; null where it goes on. */
  readonly until: Day | null
  /** None: closed. */
  readonly blocks: readonly Block[]
  readonly label: string
  readonly reason: string
  readonly source: 'owner' | 'holiday'
  /** A closing for a while: from this moment on it holds over every rule made before it. */
  readonly closedSinceMs?: number
  /** What held on a day of which a special day was changed, at this moment: until then what was said of it, from then on what is. */
  readonly closedUntilMs?: number
}

/** One time that a special day comes: its first and last day, which are the rule's own unless it is yearly. */
export interface SpecialOccurrence {
  readonly from: Day
  readonly to: Day
  readonly rule: SpecialDay
}

/** Days of the longest range; a yearly one has to end before it begins again. */
export const longestSpecialDays = 366

/**
 * The rule that holds on a day: a single day over a range, a dated one over a yearly one, a shorter range over a longer, then the
 * later made. Over a closing for a while only a dated one that was made after it.
 */
export function specialOn(specialDays: readonly SpecialDay[], day: Day): SpecialDay | null {
  let [best, closing]: [SpecialDay | null, SpecialDay | null] = [null, null]
  for (const special of specialDays) {
    if (!holdsOn(special, day)) continue
    if (!best || outranks(special, best)) best = special
    if (special.closedSinceMs !== undefined && special.id > (closing?.id ?? -Infinity)) closing = special
  }
  if (!closing || best === closing) return best
  const { id } = closing
  const later = specialDays.filter((one) => !one.yearly && one.id > id)
  const said = specialOn(later, day)
  return said && outranks(said, closing) ? said : closing
}

/** Every time that special days come within a range of days, in order of their first days. */
export function specialOccurrences(
  specialDays: readonly SpecialDay[],
  from: Day,
  to: Day,
): readonly SpecialOccurrence[] {
  return specialDays
    .flatMap((rule): SpecialOccurrence[] => {
      if (!rule.yearly) return [{ from: rule.from, to: rule.to, rule }]
      const years: SpecialOccurrence[] = []
      for (let year = Number(from.slice(0, 4)) - 1; year <= Number(to.slice(0, 4)); year++) {
        const first = sameDateIn(year, rule.from, 'first')
        const last = sameDateIn(year + (rule.to.slice(5) < rule.from.slice(5) ? 1 : 0), rule.to, 'last')
        if (first <= last && first >= rule.from && (rule.until === null || first <= rule.until))
          years.push({ from: first, to: rule.until !== null && rule.until < last ? rule.until : last, rule })
      }
      return years
    })
    .filter((one) => one.from <= to && one.to >= from)
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.rule.id - b.rule.id))
}

function holdsOn({ from, to, yearly, until }: SpecialDay, day: Day): boolean {
  if (!yearly) return from <= day && day <= to
  if (day < from || (until !== null && day > until)) return false
  const [first, date, last] = [from.slice(5), day.slice(5), to.slice(5)]
  return first <= last ? first <= date && date <= last : first <= date || date <= last
}

/** Whether `a` holds where both would. */
function outranks(a: SpecialDay, b: SpecialDay): boolean {
  const range = Number(a.from !== a.to) - Number(b.from !== b.to)
  const yearly = Number(a.yearly) - Number(b.yearly)
  const shorter = a.yearly || b.yearly ? 0 : daysBetween(a.from, a.to) - daysBetween(b.from, b.to)
  const order = range || yearly || shorter || b.id - a.id
  return order < 0
}

/** A date in another year. 29 February is, in a common year, 1 March as a first day and 28 February as a last one. */
function sameDateIn(year: number, day: Day, edge: 'first' | 'last'): Day {
  const found = `${String(year).padStart(4, '0')}${day.slice(4)}`
  if (isDay(found)) return found
  return edge === 'first' ? `${found.slice(0, 4)}-03-01` : `${found.slice(0, 4)}-02-28`
}

/**
 * The first day on which the hours run into those of the day after, or null. A special day can make that of hours that
 * are right in their weeks.
 */
export function firstOverlap(
  blocks: (day: Day) => readonly Block[] | null,
  from: Day,
  to: Day,
): readonly [day: Day, last: Block, first: Block] | null {
  for (const day of daysFrom(from, to)) {
    const last = blocks(day)?.at(-1)
    const first = blocks(addDays(day, 1))?.[0]
    if (last && first && closingMinutes(last) - 1440 > minutesOf(first[0])) return [day, last, first]
  }
  return null
}

/** Whether a rule has held on a day before today. */
export const hasCome = (rule: SpecialDay, today: Day): boolean =>
  rule.from < today && specialOccurrences([rule], rule.from, addDays(today, -1)).length > 0

/** A yearly rule as it runs on a day, or as it comes back first after it: for one that is changed but has come before. */
export function movedTo(rule: Pick<SpecialDay, 'from' | 'to'>, day: Day): { from: Day; to: Day } {
  const spans = Number(rule.to.slice(0, 4)) - Number(rule.from.slice(0, 4))
  const inYear = (year: number) => ({
    from: `${String(year).padStart(4, '0')}${rule.from.slice(4)}`,
    to: sameDateIn(year + spans, rule.to, 'last'),
  })
  const first = Number(rule.from.slice(0, 4))
  let year = Math.max(first, Number(day.slice(0, 4)) - 1)
  while (!isDay(inYear(year).from) || inYear(year).to < day) year++
  return inYear(year)
}
