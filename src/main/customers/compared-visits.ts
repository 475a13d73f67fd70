import type { VisitSample } from '../../core/customers/answers.ts'
import { purchasesIn, type Purchase } from '../../core/customers/visit-groups.ts'
import type { VisitLine } from '../../core/customers/visit-line.ts'
import type { Visitor, visitorsOnFile } from '../../core/customers/visitors.ts'
import { dayAt, type Day } from '../../core/day.ts'
import type { PlannedLine } from '../import/plan.ts'
import type { Context } from '../store/context.ts'
import { keyOf, orderKey, ordersKept, visitsKnown, type KeptVisit, type Said } from './kept-visits.ts'

/** A line of a list of purchases, and where it stands in the file. */
export interface HeardLine {
  readonly line: number
  readonly said: VisitLine
}

/** What becomes of each line, by its place, and what is to be kept of them. */
interface Compared {
  readonly lines: ReadonlyMap<number, PlannedLine<VisitSample>>
  readonly added: readonly Said[]
  readonly repriced: readonly { readonly id: number; readonly amountMills: number }[]
  readonly takenBack: readonly number[]
  /** Lines beyond the first of those visits. */
  readonly moreLines: number
  /** Of lines that name nobody on file: what they name, and where they stand. */
  readonly unknown: readonly { readonly place: number; readonly names: string }[]
}

/** Compares the purchases of a file with who is on file and with what earlier files brought. */
export async function comparedVisits(
  context: Context,
  heard: readonly HeardLine[],
  onFile: OnFile,
): Promise<Compared> {
  const today = dayAt(context.now, context.zone)
  const lines = new Map<number, PlannedLine<VisitSample>>()
  const said = new Map<string, Said>()
  const off: (Found & { readonly purchase: Purchase })[] = []
  const unknown: { place: number; names: string }[] = []
  const become = (places: readonly number[], outcome: 'updated' | 'unchanged', message: string) => {
    for (const [i, place] of places.entries())
      lines.set(place, {
        ...nothing,
        outcome: i === 0 ? outcome : 'unchanged',
        messages: i === 0 ? [message] : [],
      })
  }
  const leaveOut = (places: readonly number[], problem: string) => {
    for (const place of places)
      lines.set(place, {
        ...nothing,
        outcome: 'skipped',
        messages: [...heard[place]!.said.messages, problem],
      })
  }
  for (const purchase of purchasesIn(heard.map((one) => one.said))) {
    const found = whatItIs(purchase, onFile, today)
    if ('problem' in found) {
      leaveOut(purchase.lines, found.problem)
      if (found.names !== undefined)
        for (const place of purchase.lines) unknown.push({ place, names: found.names })
    } else if (purchase.isNone) off.push({ ...found, purchase })
    else {
      const key = keyOf(found.visitor.id, found.day, purchase.number)
      said.set(key, joined(said.get(key), { ...purchase, ...found, places: purchase.lines }))
    }
  }
  const known = await visitsKnown(context, [...said.values(), ...off])
  const numbered = [...said].filter(([key, { number }]) => number !== '' && !known.has(key))
  const orders = await ordersKept(
    context,
    numbered.map(([, one]) => one),
  )
  const added: Said[] = []
  const repriced: { id: number; amountMills: number }[] = []
  for (const [key, one] of said) {
    const kept = known.get(key)
    const other = kept ? undefined : keptForOther(one, orders, said)
    if (other) {
      become(one.places, 'unchanged', `It is kept already, as a visit of ${other.name}.`)
      continue
    }
    if (!kept) added.push(one)
    const anew = kept && amountAnew(one, kept)
    if (anew) repriced.push(anew)
    const outcome = kept ? (anew ? 'updated' : 'unchanged') : 'added'
    for (const [i, place] of one.places.entries())
      lines.set(place, {
        outcome: i === 0 ? outcome : 'unchanged',
        messages: heard[place]!.said.messages,
        changes: [],
        sample: i === 0 ? () => sampleOf(one, heard[place]!.line) : null,
      })
  }
  const takenBack = new Set<number>()
  for (const { visitor, day, purchase } of off) {
    const key = keyOf(visitor.id, day, purchase.number)
    const kept = said.has(key) ? [] : (known.get(key) ?? []).filter((one) => isTakenBack(purchase, one))
    for (const { id } of kept) takenBack.add(id)
    if (kept.length === 0) leaveOut(purchase.lines, noVisit)
    else become(purchase.lines, 'updated', goesWords(visitor, context.formats.date(day)))
  }
  const moreLines = added.reduce((sum, { places }) => sum + places.length - 1, 0)
  return { lines, added, repriced, takenBack: [...takenBack], moreLines, unknown }
}

const nothing = { changes: [], sample: null }

type OnFile = ReturnType<typeof visitorsOnFile>

const noVisit = 'It was refunded, void or cancelled, and so no visit.'

const goesWords = ({ name }: Visitor, day: string): string =>
  `It was refunded, void or cancelled since it was imported: the visit of ${name} on ${day} is taken off.`

interface Found {
  readonly visitor: Visitor
  readonly day: Day
}

/** Whose a purchase was and when, or why it is no visit. */
function whatItIs(
  purchase: Purchase,
  onFile: OnFile,
  today: Day,
): Found | { readonly problem: string; readonly names?: string } {
  const { day, isNone } = purchase
  if (isNone && (day === null || purchase.number === '')) return { problem: noVisit }
  if (day === null) return { problem: 'It does not say on which day it was.' }
  if (day > today) return { problem: 'Its day lies ahead.' }
  const whose = onFile.whose(purchase)
  if ('visitor' in whose) return { visitor: whose.visitor, day }
  return isNone ? { problem: noVisit } : whose
}

/** Whether an order that came to nothing takes back a visit: it says so itself, or as much went back as was paid. */
const isTakenBack = ({ isCalledOff, backMills }: Purchase, { amountMills }: KeptVisit): boolean =>
  isCalledOff || (amountMills !== null && amountMills > 0 && backMills >= amountMills)

/**
 * Whose an order is kept as that a file now says of another, such as whoever has their address today: it has the same number, day and
 * amount, and the file does not have it of both.
 */
const keptForOther = (
  { number, day, amountMills }: Said,
  orders: Awaited<ReturnType<typeof ordersKept>>,
  said: ReadonlyMap<string, Said>,
) =>
  orders
    .get(orderKey(number, day))
    ?.find(
      (order) =>
        amountMills !== null &&
        order.amountMills === amountMills &&
        !said.has(keyOf(order.customerId, day, number)),
    )

/** An order says what it comes to now; without numbers a list that goes on only adds to a day. */
function amountAnew({ number, amountMills }: Said, [kept, another]: readonly KeptVisit[]) {
  if (!kept || another || amountMills === null || amountMills === kept.amountMills) return undefined
  if (number === '' && amountMills < (kept.amountMills ?? 0)) return undefined
  return { id: kept.id, amountMills }
}

/** Without numbers, all that somebody bought on a day is one visit. */
const joined = (before: Said | undefined, { visitor, day, number, amountMills, places }: Said): Said => ({
  visitor,
  day,
  number,
  amountMills: sumOf(before?.amountMills ?? null, amountMills),
  places: [...(before?.places ?? []), ...places],
})

const sumOf = (a: number | null, b: number | null): number | null => (a === null ? b : a + (b ?? 0))

const sampleOf = ({ visitor, day, number, amountMills }: Said, line: number): VisitSample => ({
  line,
  name: visitor.name,
  day,
  number,
  amountMills,
})
