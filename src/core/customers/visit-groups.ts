import type { Day } from '../day.ts'
import { fold } from '../fold.ts'
import { isCalledAlike } from './called-alike.ts'
import { mailKey } from './person.ts'
import type { VisitLine } from './visit-line.ts'

/** The lines of one order or receipt, by their places in the file; of a file without numbers each line is one. */
export interface Purchase {
  readonly number: string
  readonly day: Day | null
  /** Who, as the first line that says it has it. */
  readonly customerNumber: string
  readonly email: string
  readonly name: string
  readonly lines: readonly number[]
  /** Refunded, void or cancelled as a whole. */
  readonly isNone: boolean
  /** Whether that is said of the sale itself, and not of a refund that the file has without it. */
  readonly isCalledOff: boolean
  /** What was paid, less what went back. */
  readonly amountMills: number | null
  /** What went back of it, 0 or more. */
  readonly backMills: number
}

/**
 * Lines of one number are one purchase, also where only the first has day and customer; tills begin their numbers anew, so that the
 * same number on another day is another, and so is that of another customer: two tills count alike.
 */
export function purchasesIn(lines: readonly VisitLine[]): readonly Purchase[] {
  const groups: Group[] = []
  const ofDay = new Map<string, Group[]>()
  const latest = new Map<string, Group>()
  for (const [place, line] of lines.entries()) {
    const { number, day } = line
    const last = latest.get(number)
    const onDay = (day !== null && ofDay.get(`${number} ${day}`)) || []
    const latestToo = last && (day === null || last.day === null || last.day === day) ? [last] : []
    const maybe = number === '' ? [] : [...onDay.slice(-mostLookedAt), ...latestToo]
    const before = maybe.findLast((group) => mayBeTheirs(group, line))
    const group = before ?? { day, places: [], customerNumber: '', email: '', name: '' }
    if (!before) groups.push(group)
    group.places.push(place)
    for (const sign of signs) group[sign] ||= line[sign]
    latest.set(number, group)
    const hadDay = group.day !== null && before !== undefined
    group.day ??= day
    if (day === null || hadDay || number === '') continue
    if (onDay.length === 0) ofDay.set(`${number} ${day}`, [group])
    else onDay.push(group)
  }
  return groups.map((group) => purchaseOf(group, lines))
}

/** Customers who share a number on a day are few: beyond that the column is no number of orders. */
const mostLookedAt = 20

const signs = ['customerNumber', 'email', 'name'] as const

/** The lines of a purchase so far, with what the first that says it says. */
interface Group {
  day: Day | null
  readonly places: number[]
  customerNumber: string
  email: string
  name: string
}

/** Whether a line says nothing of its customer that another one of the purchase contradicts. */
const mayBeTheirs = (group: Group, line: VisitLine): boolean =>
  isOne(fold(group.customerNumber), fold(line.customerNumber)) &&
  isOne(mailKey(group.email), mailKey(line.email)) &&
  (group.name === '' || line.name === '' || isCalledAlike(group.name, line.name))

const isOne = (a: string, b: string): boolean => a === '' || b === '' || a === b

function purchaseOf({ day, places, ...who }: Group, lines: readonly VisitLine[]): Purchase {
  const own = places.map((place) => lines[place]!)
  const [back, kept] = [own.filter(({ isRefund }) => isRefund), own.filter(({ isRefund }) => !isRefund)]
  const total = kept.find(({ totalMills }) => totalMills !== null)?.totalMills ?? null
  const paid = total ?? sumOf(kept.map(({ amountMills }) => amountMills))
  const backMills =
    Math.max(...own.map(({ refundedMills }) => refundedMills)) +
    Math.abs(sumOf(back.map(({ amountMills, totalMills }) => amountMills ?? totalMills)) ?? 0)
  const amountMills = paid === null ? null : paid - backMills
  const isBack = backMills > 0 && (amountMills ?? 0) <= 0
  return {
    number: own[0]!.number,
    day,
    ...who,
    lines: places,
    isNone: kept.length === 0 || own.some(({ isVoid }) => isVoid) || isBack || (amountMills ?? 0) < 0,
    isCalledOff: kept.length > 0 && (own.some(({ isVoid }) => isVoid) || isBack),
    amountMills,
    backMills,
  }
}

/** Null where none is said. */
function sumOf(amounts: readonly (number | null)[]): number | null {
  const said = amounts.filter((one) => one !== null)
  return said.length === 0 ? null : said.reduce((a, b) => a + b, 0)
}
