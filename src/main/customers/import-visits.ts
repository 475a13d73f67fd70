import type { VisitReport, VisitSample } from '../../core/customers/answers.ts'
import { purchasesIn, type Purchase } from '../../core/customers/visit-groups.ts'
import type { VisitField } from '../../core/customers/visit-fields.ts'
import { noDays, visitImport } from '../../core/customers/visit-import.ts'
import { readVisitLine, type VisitLine } from '../../core/customers/visit-line.ts'
import type { Visitor, visitorsOnFile } from '../../core/customers/visitors.ts'
import { dayAt, type Day } from '../../core/day.ts'
import type { ImportReport } from '../../core/import/report.ts'
import { importer } from '../import/importer.ts'
import type { ImportFile, ImportPlan, PlannedLine } from '../import/plan.ts'
import type { Context } from '../store/context.ts'
import {
  keepVisits,
  keyOf,
  orderKey,
  ordersKept,
  visitsKnown,
  type KeptVisit,
  type Said,
} from './kept-visits.ts'
import { readVisitors } from './visitors.ts'

/** Reads a list of purchases, and keeps the visits that they are when `commit` is set. */
export const importVisits = importer(visitImport, planOf)

type Besides = Omit<VisitReport, keyof ImportReport<unknown>>

async function planOf(
  context: Context,
  file: ImportFile<VisitField>,
): Promise<ImportPlan<VisitField, VisitSample, Besides>> {
  const { zone, formats, now } = context
  const { cell, readings } = file
  const reading = { order: readings.orderOf('day'), marks: readings.marks, zone, formats }
  const onFile = await readVisitors(context)
  const today = dayAt(now, zone)
  const lines: VisitLine[] = []
  const lineOf: number[] = []
  const byPlace = new Map<number, PlannedLine<VisitSample>>()
  const added: Said[] = []
  const repriced: { id: number; amountMills: number }[] = []
  const takenBack = new Set<number>()
  let moreLines = 0
  const hasDays = file.mapping['day'] !== undefined
  return {
    hear({ line, cells }) {
      lines.push(readVisitLine((field) => cell(cells, field), reading))
      lineOf.push(line)
    },
    async compare() {
      const said = new Map<string, Said>()
      const off: (Found & { readonly purchase: Purchase })[] = []
      for (const purchase of purchasesIn(lines)) {
        const found = whatItIs(purchase, onFile, today)
        if ('problem' in found)
          for (const place of purchase.lines) byPlace.set(place, leftOut(found.problem, lines[place]!))
        else if (purchase.isNone) off.push({ ...found, purchase })
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
      for (const [key, one] of said) {
        const kept = known.get(key)
        const other = kept ? undefined : keptForOther(one, orders, said)
        if (other) {
          for (const [i, place] of one.places.entries())
            byPlace.set(place, {
              outcome: 'unchanged',
              messages: i === 0 ? [`It is kept already, as a visit of ${other.name}.`] : [],
              changes: [],
              sample: null,
            })
          continue
        }
        if (!kept) {
          added.push(one)
          moreLines += one.places.length - 1
        }
        const anew = kept ? amountAnew(one, kept) : undefined
        if (anew) repriced.push(anew)
        const outcome = kept ? (anew ? 'updated' : 'unchanged') : 'added'
        for (const [i, place] of one.places.entries())
          byPlace.set(place, {
            outcome: i === 0 ? outcome : 'unchanged',
            messages: lines[place]!.messages,
            changes: [],
            sample: i === 0 ? () => sampleOf(one, lineOf[place]!) : null,
          })
      }
      for (const { visitor, day, purchase } of off) {
        const key = keyOf(visitor.id, day, purchase.number)
        const kept = said.has(key) ? [] : (known.get(key) ?? []).filter((one) => isTakenBack(purchase, one))
        for (const { id } of kept) takenBack.add(id)
        for (const [i, place] of purchase.lines.entries())
          byPlace.set(
            place,
            kept.length === 0
              ? leftOut(noVisit, lines[place]!)
              : {
                  outcome: i === 0 ? 'updated' : 'unchanged',
                  messages: i === 0 ? [goesWords(visitor, formats.date(day))] : [],
                  changes: [],
                  sample: null,
                },
          )
      }
    },
    take: (_, place) => byPlace.get(place)!,
    aboutFile: () => (hasDays ? [] : [{ line: 1, message: noDays }]),
    besides: ({ readings: { numbers, dates } }) => ({ numbers, dates, moreLines }),
    write: () => keepVisits(context, { added, repriced, takenBack: [...takenBack] }),
  }

  function leftOut(problem: string, { messages }: VisitLine): PlannedLine<VisitSample> {
    const said = hasDays ? [[...messages, problem, 'The line was left out.'].join(' ')] : []
    return { outcome: 'skipped', messages: said, changes: [], sample: null }
  }
}

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
  onFile: ReturnType<typeof visitorsOnFile>,
  today: Day,
): Found | { readonly problem: string } {
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
