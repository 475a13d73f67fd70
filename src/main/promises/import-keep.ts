import type { ImportedPromise } from '../../core/promises/calls.ts'
import { finishedAt } from '../../core/promises/outcome.ts'
import type { PromiseLine } from '../../core/promises/promise-file.ts'
import type { Told } from '../../core/promises/same-promise.ts'
import { defaultTarget } from '../../core/promises/target.ts'
import { sampleSize, type LineMessage } from '../../core/table/report.ts'
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
    const customer = customers.get(promise.customer)
    if (tally.sample.length < sampleSize)
      tally.sample.push(sampleOf(promise, customer?.name ?? promise.customer))
    if (place.is === 'new') {
      tally.added++
      if (place.beside) tell(besideWords(promise.sourceId, place.beside))
      if (place.alike !== null) tell(`This says the same as line ${place.alike}. Both were kept.`)
      rows.push(newRow(kept, customer))
      continue
    }
    const changes = changesOf(place.known, kept, customer)
    if (place.known.toldAtMs !== kept.toldAtMs)
      tell('The file has another told date. The first one was kept.')
    if (!changes) tally.unchanged++
    else tally.updated++
    if (changes && commit)
      await context.db.updateTable('promises').set(changes).where('id', '=', place.known.id).execute()
  }
  if (commit) context.insertMany('promises', rows)
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
  doneDayOnly: isDayOnly(kept) ? 1 : 0,
  onTime: kept.doneAtMs === null ? null : kept.doneAtMs <= kept.toldAtMs ? 1 : 0,
})

/** What a line knows of a promise kept before: that it was done, and whose it is. */
function changesOf(known: Known, kept: Kept, customer: Customer): Partial<Row<'promises'>> | null {
  const { doneAtMs } = kept
  const closes = doneAtMs !== null && known.doneAtMs === null && known.brokenAtMs === null
  const finds = customer !== undefined && known.customerId === null
  if (!closes && !finds) return null
  const finished = closes && finishedAt({ doneAtMs, readyAtMs: known.readyAtMs })!
  return {
    ...(finished !== false && {
      doneAtMs,
      doneDayOnly: isDayOnly(kept) ? 1 : 0,
      onTime: finished <= known.toldAtMs ? 1 : 0,
    }),
    ...(finds && { customerId: customer.id, name: customer.name }),
  }
}

const isDayOnly = ({ promise, doneAtMs }: Kept): boolean => doneAtMs !== null && promise.done.length === 10

const sampleOf = ({ sourceId, what, made, told, done }: PromiseLine, customer: string): ImportedPromise => ({
  id: sourceId,
  customer,
  what,
  made: made.replace('T', ' '),
  told: told.replace('T', ' '),
  done: done.replace('T', ' '),
})

/** The shop's customers by the id they had where they came from; of two the one that came first. */
async function customersOf({ db }: Context, slice: readonly Kept[]) {
  const ids = [...new Set(slice.map(({ promise }) => promise.customer))]
  const rows = await db
    .selectFrom('customers')
    .select(['id', 'name', 'sourceId'])
    .where('sourceId', '<>', '')
    .where('sourceId', 'in', ids)
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.sourceId, row]))
}
