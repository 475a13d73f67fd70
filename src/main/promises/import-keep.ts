import type { ImportedPromise } from '../../core/promises/calls.ts'
import { doneOn, isBeforeMade } from '../../core/promises/done.ts'
import { finishedAt } from '../../core/promises/outcome.ts'
import { doneBeforeMade } from '../../core/promises/promise-file.ts'
import type { Told } from '../../core/promises/same-promise.ts'
import { defaultTarget } from '../../core/promises/target.ts'
import { sampleSize, type LineMessage } from '../../core/table/report.ts'
import { customersNumbered } from '../customers/edge.ts'
import type { Context } from '../store/context.ts'
import type { NewRow, Row } from '../store/schema.ts'
import type { Kept, Known, Places } from './import-places.ts'

/** What an import of promises has come to so far. */
export interface Tally {
  added: number
  updated: number
  unchanged: number
  skipped: number
  readonly sample: ImportedPromise[]
  readonly messages: LineMessage[]
}

/** Keeps a slice of the lines, or only counts it. */
export async function keepSlice(
  context: Context,
  slice: readonly Kept[],
  places: Places,
  tally: Tally,
  commit: boolean,
): Promise<void> {
  const customers = await customersOf(context, slice)
  const rows: NewRow<'promises'>[] = []
  for (const kept of slice) {
    const { line, promise } = kept
    const place = places.get(kept)!
    const tell = (message: string) => tally.messages.push({ line, message })
    if (place.is === 'again') {
      tell(`This is the promise of line ${place.of} again. It was left out.`)
      tally.skipped++
      continue
    }
    const customer = customers.find(promise.customer)
    const namesakes = customers.several(promise.customer)
    const isOpen = place.is === 'new' || place.known.customerId === null
    if (namesakes && isOpen) tell(severalWords(promise.customer, namesakes))
    if (tally.sample.length < sampleSize)
      tally.sample.push(sampleOf(kept, customer?.name ?? promise.customer))
    if (place.is === 'new') {
      tally.added++
      if (place.beside) tell(besideWords(promise.sourceId, place.beside))
      if (place.alike !== null) tell(`This says the same as line ${place.alike}. Both were kept.`)
      rows.push(newRow(kept, customer))
      continue
    }
    const { changes, problem } = changesOf(place.known, kept, customer, context.zone)
    if (problem) tell(problem)
    if (place.known.toldAtMs !== kept.toldAtMs)
      tell('The file has another told date. The first one was kept.')
    if (!changes) tally.unchanged++
    else tally.updated++
    if (changes && commit)
      await context.db.updateTable('promises').set(changes).where('id', '=', place.known.id).execute()
  }
  if (commit) await context.insertMany('promises', rows)
}

const besideWords = (number: string, { what, customer }: Told): string =>
  `Number ${number} is another promise already${what === '' ? '' : `: ${what}`}${customer === '' ? '' : `, to ${customer}`}. Both were kept.`

type Customer = { readonly id: number; readonly name: string } | undefined

const newRow = (kept: Kept, customer: Customer): NewRow<'promises'> => ({
  customerId: customer?.id ?? null,
  name: customer?.name ?? kept.customer,
  what: kept.promise.what,
  sourceId: kept.promise.sourceId,
  sourceCustomer: kept.customer,
  madeAtMs: kept.madeAtMs ?? kept.toldAtMs,
  toldAtMs: kept.toldAtMs,
  targetAtMs: defaultTarget(kept.madeAtMs ?? kept.toldAtMs, kept.toldAtMs),
  doneAtMs: kept.doneAtMs,
  doneDayOnly: kept.doneAtMs !== null && kept.promise.done.length === 10 ? 1 : 0,
  onTime: kept.doneAtMs === null ? null : kept.doneAtMs <= kept.toldAtMs ? 1 : 0,
})

interface Changes {
  readonly changes: Partial<Row<'promises'>> | null
  readonly problem?: string
}

/** What a line knows of a promise kept before: that it was done, and whose it is. */
function changesOf(known: Known, kept: Kept, customer: Customer, zone: string): Changes {
  const { readyAtMs, toldAtMs } = known
  const closes = kept.doneAtMs !== null && known.doneAtMs === null && known.brokenAtMs === null
  const done = closes ? doneOn(kept.promise.done, readyAtMs, zone) : null
  const isTooEarly = done && isBeforeMade({ madeAtMs: known.madeAtMs ?? toldAtMs, toldAtMs }, done, zone)
  const finds = customer !== undefined && known.customerId === null
  const changes = {
    ...(done &&
      !isTooEarly && {
        doneAtMs: done.atMs,
        doneDayOnly: done.dayOnly ? (1 as const) : (0 as const),
        onTime: finishedAt({ doneAtMs: done.atMs, readyAtMs })! <= toldAtMs ? (1 as const) : (0 as const),
      }),
    ...(finds && { customerId: customer.id, name: customer.name }),
  }
  return {
    changes: Object.keys(changes).length > 0 ? changes : null,
    ...(isTooEarly && { problem: doneBeforeMade }),
  }
}

/** What the file does not say, or was not believed, is not shown as what will be kept. */
const sampleOf = (
  { promise: { sourceId, numbered, what, made, saysMade, told, done }, madeAtMs, doneAtMs }: Kept,
  customer: string,
): ImportedPromise => ({
  id: numbered ? sourceId : '',
  customer,
  what,
  made: saysMade && madeAtMs !== null ? made.replace('T', ' ') : '',
  told: told.replace('T', ' '),
  done: (doneAtMs === null ? '' : done).replace('T', ' '),
})

/** The shop's customers by the number they had where they came from; a number of several is nobody's. */
async function customersOf({ db }: Context, slice: readonly Kept[]) {
  const numbers = [...new Set(slice.map(({ promise }) => promise.customer))]
  const rows = await customersNumbered(db, numbers)
  const byNumber = new Map<string, (typeof rows)[number][]>()
  for (const row of rows) byNumber.set(row.sourceId, [...(byNumber.get(row.sourceId) ?? []), row])
  return {
    find(number: string): Customer {
      const of = byNumber.get(number)
      return of?.length === 1 ? of[0] : undefined
    },
    several(number: string): readonly string[] | null {
      const of = byNumber.get(number) ?? []
      return of.length > 1 ? of.map(({ name }) => name) : null
    },
  }
}

const severalWords = (number: string, names: readonly string[]): string =>
  `Number ${number} is that of several customers: ${names.slice(0, 3).join(', ')}${names.length > 3 ? ' and more' : ''}. The promise was kept without a customer.`
