import type { VisitReport, VisitSample } from '../../core/customers/answers.ts'
import { mailKey } from '../../core/customers/person.ts'
import { purchasesIn, type Purchase } from '../../core/customers/visit-groups.ts'
import type { VisitField } from '../../core/customers/visit-fields.ts'
import { noDays, visitImport } from '../../core/customers/visit-import.ts'
import { readVisitLine, type VisitLine } from '../../core/customers/visit-line.ts'
import { visitorsOnFile, type Visitor } from '../../core/customers/visitors.ts'
import { dayAt, type Day } from '../../core/day.ts'
import type { Kept } from '../../core/import/kind.ts'
import type { ImportReport } from '../../core/import/report.ts'
import { importer } from '../import/importer.ts'
import type { ImportFile, ImportPlan, PlannedLine } from '../import/plan.ts'
import { inSlices } from '../import/slices.ts'
import type { Context } from '../store/context.ts'
import { pages } from '../store/pages.ts'
import { formerCustomers } from './former.ts'

/** Reads a list of purchases, and keeps the visits that they are when `commit` is set. */
export const importVisits = importer(visitImport, planOf)

type Besides = Omit<VisitReport, keyof ImportReport<unknown>>

/** A visit as a file says it, by its lines' places. */
interface Said {
  readonly visitor: Visitor
  readonly day: Day
  readonly number: string
  readonly amountMills: number | null
  readonly places: readonly number[]
}

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
  let moreLines = 0
  const hasDays = file.mapping['day'] !== undefined
  return {
    hear({ line, cells }) {
      lines.push(readVisitLine((field) => cell(cells, field), reading))
      lineOf.push(line)
    },
    async compare() {
      const said = new Map<string, Said>()
      for (const purchase of purchasesIn(lines)) {
        const found = whatItIs(purchase, onFile, today)
        if ('problem' in found)
          for (const place of purchase.lines) byPlace.set(place, leftOut(found.problem, lines[place]!))
        else {
          const key = keyOf(found.visitor.id, found.day, purchase.number)
          said.set(key, joined(said.get(key), { ...purchase, ...found, places: purchase.lines }))
        }
      }
      const known = await visitsKnown(context, [...said.values()])
      for (const [key, one] of said) {
        const isNew = !known.has(key)
        if (isNew) added.push(one)
        if (isNew) moreLines += one.places.length - 1
        for (const [i, place] of one.places.entries())
          byPlace.set(place, {
            outcome: isNew && i === 0 ? 'added' : 'unchanged',
            messages: lines[place]!.messages,
            changes: [],
            sample: i === 0 ? () => sampleOf(one, lineOf[place]!) : null,
          })
      }
    },
    take: (_, place) => byPlace.get(place)!,
    aboutFile: () => (hasDays ? [] : [{ line: 1, message: noDays }]),
    besides: ({ readings: { numbers, dates } }) => ({ numbers, dates, moreLines }),
    write: () => keepVisits(context, added),
  }

  function leftOut(problem: string, { messages }: VisitLine): PlannedLine<VisitSample> {
    const said = hasDays ? [[...messages, problem, 'The line was left out.'].join(' ')] : []
    return { outcome: 'skipped', messages: said, changes: [], sample: null }
  }
}

/** Whose visit a purchase was and when, or why it is none. */
function whatItIs(
  purchase: Purchase,
  onFile: ReturnType<typeof visitorsOnFile>,
  today: Day,
): { readonly visitor: Visitor; readonly day: Day } | { readonly problem: string } {
  const { day, isNone } = purchase
  if (isNone) return { problem: 'It was refunded, void or cancelled, and so no visit.' }
  if (day === null) return { problem: 'It does not say on which day it was.' }
  if (day > today) return { problem: 'Its day lies ahead.' }
  const whose = onFile.whose(purchase)
  return 'visitor' in whose ? { visitor: whose.visitor, day } : whose
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

async function readVisitors({ db, step }: Context) {
  const onFile = visitorsOnFile()
  const read = (after: number) =>
    db
      .selectFrom('customers')
      .select(['id', 'name', 'sourceId', 'emailKey', 'asideSinceMs'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(500)
      .execute()
  for await (const page of pages(read)) {
    for (const { asideSinceMs, ...row } of page) onFile.add({ ...row, isAside: asideSinceMs !== null })
    await step(0, 1, 'Comparing with the customers on file')
  }
  for (const { customerId, values } of await formerCustomers(db)) {
    const { name, email } = values.details
    onFile.also(customerId, { name, sourceId: values.sourceId, emailKey: mailKey(email) })
  }
  for (const { customerId, emailKey } of await db.selectFrom('furtherMails').selectAll().execute())
    onFile.also(customerId, { name: '', sourceId: '', emailKey })
  return onFile
}

/** By what a visit of a file is known again: whose, the day, and the number of the order, which tills begin anew. */
const keyOf = (customerId: number, day: Day, number: string): string => `${customerId} ${day} ${number}`

async function visitsKnown(context: Context, said: readonly Said[]): Promise<Set<string>> {
  const known = new Set<string>()
  const customers = [...new Set(said.map(({ visitor }) => visitor.id))]
  await inSlices(context, customers, 'Comparing with the visits kept', async (some) => {
    const rows = await context.db
      .selectFrom('visits')
      .select(['customerId', 'day', 'sourceId'])
      .where('customerId', 'in', some)
      .where('origin', '=', 'file')
      .execute()
    for (const { customerId, day, sourceId } of rows) known.add(keyOf(customerId, day, sourceId))
  })
  return known
}

async function keepVisits(context: Context, added: readonly Said[]): Promise<Kept> {
  await inSlices(context, added, visitImport.doing.keeping, async (some) => {
    await context.insertMany(
      'visits',
      some.map(({ visitor, day, number, amountMills }) => ({
        customerId: visitor.id,
        day,
        origin: 'file' as const,
        sourceId: number,
        amountMills,
      })),
    )
  })
  return { added: added.length, updated: 0 }
}
