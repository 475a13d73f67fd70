import { basename } from 'node:path'
import { dayAt, instantOf, type Day } from '../../core/day.ts'
import type { ImportedPromise, promisesCalls } from '../../core/promises/calls.ts'
import { guessDateOrder, type DateOrder } from '../../core/promises/file-date.ts'
import { promiseFields, readPromiseLine, type PromiseLine } from '../../core/promises/promise-file.ts'
import { defaultTarget } from '../../core/promises/target.ts'
import { fail, ok } from '../../core/result.ts'
import { cellReader, correctMapping, guessMapping } from '../../core/table/mapping.ts'
import { examplesOf, mostErrors, sampleSize, type LineMessage } from '../../core/table/report.ts'
import type { Context, HandlersOf } from '../store/context.ts'
import type { NewRow } from '../store/schema.ts'
import { readTable, type TableFile } from '../table-file.ts'

const rowsASlice = 200

export const promiseImport: HandlersOf<Pick<typeof promisesCalls, 'promises.importFile'>> = {
  'promises.importFile': async (context, { path, commit, mapping: corrections, encoding, delimiter }) => {
    const table = await readTable(path, { encoding, delimiter, step: context.step })
    if (!table.ok) return table
    const file = table.value
    const { mapping, unknown } = correctMapping(
      file.header,
      guessMapping(file.header, promiseFields),
      corrections,
    )
    if (unknown.length > 0)
      return fail('no-column', `The file has no column “${unknown[0]}”. Nothing was changed.`, 'mapping')
    if (commit && mapping['told'] === undefined)
      return fail('no-told', `${noTold} Nothing was changed. Choose the column.`, 'mapping')
    const run = await keepLines(context, file, cellReader(file.header, mapping), commit)
    const messages = mapping['told'] === undefined ? [{ line: 1, message: noTold }] : run.messages
    const errors = [...file.problems, ...messages].toSorted((a, b) => a.line - b.line)
    const { added, updated, unchanged, skipped, sample } = run
    context.say(
      `${added} promises imported from ${basename(path)}${updated > 0 ? `, ${updated} updated` : ''}`,
    )
    return ok({
      format: file.format,
      encoding: file.encoding,
      delimiter: file.delimiter,
      header: file.header,
      examples: examplesOf(file.header, file.rows),
      mapping,
      added,
      updated,
      unchanged,
      skipped,
      errors: errors.slice(0, mostErrors),
      errorCount: errors.length,
      sample,
    })
  },
}

const noTold = 'No column says by when it was promised.'

type Cell = ReturnType<typeof cellReader>

/** A line that can be kept, and where it stands in the file. */
interface Kept {
  readonly line: number
  readonly promise: PromiseLine
}

interface Run {
  added: number
  updated: number
  unchanged: number
  skipped: number
  readonly sample: ImportedPromise[]
  readonly messages: LineMessage[]
  /** The file's ids and the lines they were first seen on. */
  readonly seen: Map<string, number>
  readonly today: Day
  readonly instant: (local: string) => number
}

async function keepLines(context: Context, file: TableFile, cell: Cell, commit: boolean): Promise<Run> {
  const run: Run = {
    added: 0,
    updated: 0,
    unchanged: 0,
    skipped: 0,
    sample: [],
    messages: [],
    seen: new Map(),
    today: dayAt(context.now, context.zone),
    instant: instantsIn(context.zone),
  }
  const order = await dateOrder(context, file, cell, run)
  for (let at = 0; at < file.rows.length; at += rowsASlice) {
    const slice: Kept[] = []
    for (const row of file.rows.slice(at, at + rowsASlice)) {
      const { promise, messages } = readPromiseLine((field) => cell(row.cells, field), order)
      for (const message of messages) run.messages.push({ line: row.line, message })
      if (promise && isNew(run, row.line, promise)) slice.push({ line: row.line, promise })
      else run.skipped++
    }
    await keepSlice(context, slice, run, commit)
    await context.step(Math.min(at + rowsASlice, file.rows.length), file.rows.length, 'Promises')
  }
  return run
}

/** How the file's dates are meant; where the file itself does not tell, as the shop's country writes them. */
async function dateOrder({ db }: Context, file: TableFile, cell: Cell, run: Run): Promise<DateOrder> {
  const texts = file.rows.flatMap(({ cells }) => [
    cell(cells, 'told'),
    cell(cells, 'made'),
    cell(cells, 'done'),
  ])
  const { order, undecided } = guessDateOrder(texts)
  if (order) return order
  const shop = await db.selectFrom('shop').select('country').where('id', '=', 1).executeTakeFirst()
  const taken = ['US', 'PH', 'PR', 'GU'].includes(shop?.country ?? '') ? 'month-first' : 'day-first'
  if (undecided !== null)
    run.messages.push({
      line: 1,
      message: `Dates such as ${undecided} can be read in two ways. The ${taken === 'day-first' ? 'day' : 'month'} was taken to be first.`,
    })
  return taken
}

function isNew(run: Run, line: number, { sourceId }: PromiseLine): boolean {
  const before = run.seen.get(sourceId)
  if (before === undefined) {
    run.seen.set(sourceId, line)
    return true
  }
  run.messages.push({ line, message: `This is the promise of line ${before} again. It was left out.` })
  return false
}

async function keepSlice(context: Context, slice: readonly Kept[], run: Run, commit: boolean): Promise<void> {
  const known = await knownPromises(context, slice)
  const customers = await customersOf(context, slice)
  const rows: NewRow<'promises'>[] = []
  for (const { line, promise } of slice) {
    const customer = customers.get(promise.customer)
    const name = customer?.name ?? promise.customer
    if (run.sample.length < sampleSize) run.sample.push(sampleOf(promise, name))
    const { doneAtMs, toldAtMs, madeAtMs } = momentsOf(context.now, line, promise, run)
    const before = known.get(promise.sourceId)
    if (!before) {
      run.added++
      rows.push({
        customerId: customer?.id ?? null,
        name,
        what: promise.what,
        sourceId: promise.sourceId,
        madeAtMs,
        toldAtMs,
        targetAtMs: defaultTarget(madeAtMs, toldAtMs),
        doneAtMs,
        onTime: doneAtMs === null ? null : doneAtMs <= toldAtMs ? 1 : 0,
      })
      continue
    }
    if (before.toldAtMs !== toldAtMs)
      run.messages.push({ line, message: 'The file has another told date. The first one was kept.' })
    const closes = doneAtMs !== null && before.doneAtMs === null && before.brokenAtMs === null
    const finds = customer !== undefined && before.customerId === null
    if (!closes && !finds) {
      run.unchanged++
      continue
    }
    run.updated++
    if (!commit) continue
    await context.db
      .updateTable('promises')
      .set({
        ...(closes && { doneAtMs, onTime: doneAtMs <= before.toldAtMs ? 1 : 0 }),
        ...(finds && { customerId: customer.id, name }),
      })
      .where('id', '=', before.id)
      .execute()
  }
  if (commit) context.insertMany('promises', rows)
}

function momentsOf(now: number, line: number, promise: PromiseLine, run: Run) {
  const moments = { madeAtMs: run.instant(promise.made), toldAtMs: run.instant(promise.told) }
  if (promise.done === '') return { ...moments, doneAtMs: null }
  // A day without a time was taken as its noon, which may still lie ahead today.
  if (promise.done.slice(0, 10) <= run.today)
    return { ...moments, doneAtMs: Math.min(run.instant(promise.done), now) }
  run.messages.push({
    line,
    message: 'It is said to be done on a day that lies ahead. It was kept as not done.',
  })
  return { ...moments, doneAtMs: null }
}

/** Instants of local times; a file's days repeat, and working one out takes long. */
function instantsIn(zone: string): (local: string) => number {
  const known = new Map<string, number>()
  return (local) => {
    const ms = known.get(local) ?? instantOf(local, zone)
    known.set(local, ms)
    return ms
  }
}

const sampleOf = ({ sourceId, what, made, told, done }: PromiseLine, customer: string): ImportedPromise => ({
  id: sourceId,
  customer,
  what,
  made: made.replace('T', ' '),
  told: told.replace('T', ' '),
  done: done.replace('T', ' '),
})

async function knownPromises({ db }: Context, slice: readonly Kept[]) {
  const ids = slice.map(({ promise }) => promise.sourceId)
  const rows = await db
    .selectFrom('promises')
    .select(['id', 'sourceId', 'customerId', 'toldAtMs', 'doneAtMs', 'brokenAtMs'])
    .where('sourceId', '<>', '')
    .where('sourceId', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.sourceId, row]))
}

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
