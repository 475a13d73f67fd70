import type { Day } from '../day.ts'
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
  readonly amountMills: number | null
}

/**
 * Lines of one number are one purchase, also where only the first has day and customer; tills begin their numbers anew, so that the
 * same number on another day is another.
 */
export function purchasesIn(lines: readonly VisitLine[]): readonly Purchase[] {
  const groups: Group[] = []
  const open = new Map<string, Group>()
  for (const [place, { number, day }] of lines.entries()) {
    const before = number === '' ? undefined : (open.get(`${number} ${day ?? ''}`) ?? open.get(number))
    const isSame = before !== undefined && (day === null || before.day === null || before.day === day)
    const group = isSame ? before : { day, places: [] }
    if (!isSame) groups.push(group)
    group.places.push(place)
    group.day ??= day
    open.set(number, group)
    if (day !== null) open.set(`${number} ${day}`, group)
  }
  return groups.map((group) => purchaseOf(group, lines))
}

interface Group {
  day: Day | null
  readonly places: number[]
}

function purchaseOf({ day, places }: Group, lines: readonly VisitLine[]): Purchase {
  const own = places.map((place) => lines[place]!)
  const first = (field: 'number' | 'customerNumber' | 'email' | 'name') =>
    own.find((line) => line[field] !== '')?.[field] ?? ''
  const kept = own.filter(({ isRefund }) => !isRefund)
  const total = own.find(({ totalMills }) => totalMills !== null)?.totalMills ?? null
  const amounts = kept.flatMap(({ amountMills }) => amountMills ?? [])
  const sum = amounts.length === 0 ? null : amounts.reduce((a, b) => a + b, 0)
  const amountMills = total ?? sum
  return {
    number: first('number'),
    day,
    customerNumber: first('customerNumber'),
    email: first('email'),
    name: first('name'),
    lines: places,
    isNone: kept.length === 0 || own.some(({ isVoid }) => isVoid) || (amountMills ?? 0) < 0,
    amountMills,
  }
}
