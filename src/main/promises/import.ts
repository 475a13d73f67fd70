import { basename } from 'node:path'
import { instantOf, localAt, startOfDay } from '../../core/day.ts'
import type { promisesCalls } from '../../core/promises/calls.ts'
import { isBeforeMade } from '../../core/promises/done.ts'
import { guessDateOrder, type DateOrder } from '../../core/promises/file-date.ts'
import {
  doneAhead,
  doneBeforeMade,
  madeAhead,
  promiseFields,
  readPromiseLine,
  type PromiseLine,
} from '../../core/promises/promise-file.ts'
import type { Told } from '../../core/promises/same-promise.ts'
import { fail, ok } from '../../core/result.ts'
import { cellReader, correctMapping, guessMapping } from '../../core/table/mapping.ts'
import { examplesOf, mostErrors } from '../../core/table/report.ts'
import type { Context, HandlersOf } from '../store/context.ts'
import { readTable, type TableFile } from '../table-file.ts'
import { keepSlice, type Tally } from './import-keep.ts'
import { placesOf, type Kept } from './import-places.ts'

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
    context.say(importWords(added, updated, basename(path)))
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

function importWords(added: number, updated: number, fileName: string): string {
  const promises = (n: number) => (n === 1 ? '1 promise' : `${n} promises`)
  if (added === 0) return `${promises(updated)} updated from ${fileName}`
  return `${promises(added)} imported from ${fileName}${updated > 0 ? `, ${updated} updated` : ''}`
}

type Cell = ReturnType<typeof cellReader>

interface Run extends Tally {
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
    instant: instantsIn(context.zone),
  }
  const order = await dateOrder(context, file, cell, run)
  const lines: Kept[] = []
  for (const [i, row] of file.rows.entries()) {
    const { promise, messages } = readPromiseLine((field) => cell(row.cells, field), order)
    for (const message of messages) run.messages.push({ line: row.line, message })
    if (promise)
      lines.push({ line: row.line, promise, ...toldOf(context.now, context.zone, row.line, promise, run) })
    else run.skipped++
    if (i % rowsASlice === 0) await context.step(i, file.rows.length, 'Reading the promises')
  }
  const places = await placesOf(context, lines)
  for (let at = 0; at < lines.length; at += rowsASlice) {
    const slice = lines.slice(at, at + rowsASlice)
    await keepSlice(context, slice, places, run, commit)
    await context.step(Math.min(at + rowsASlice, lines.length), lines.length, 'Promises')
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

/** What a line says, less what cannot be: nothing has happened that lies ahead, or before the promise was made. */
function toldOf(now: number, zone: string, line: number, promise: PromiseLine, run: Run): Told {
  const tell = (message: string) => run.messages.push({ line, message })
  const instant = (local: string): number => {
    const atMs = run.instant(local)
    const skipped = skippedWords(local, atMs, zone)
    if (skipped) tell(skipped)
    return atMs
  }
  const toldAtMs = instant(promise.told)
  const said = promise.saysMade ? instant(promise.made) : null
  const madeAtMs = said !== null && said > now ? null : said
  if (said !== madeAtMs) tell(madeAhead)
  const told = {
    customer: promise.customer,
    what: promise.saysWhat ? promise.what : '',
    madeAtMs,
    toldAtMs,
    doneAtMs: null,
  }
  if (promise.done === '') return told
  const done = { atMs: instant(promise.done), dayOnly: promise.done.length === 10 }
  const wrong =
    done.atMs > now
      ? doneAhead(done.dayOnly)
      : isBeforeMade({ madeAtMs: madeAtMs ?? toldAtMs, toldAtMs }, done, zone)
        ? doneBeforeMade
        : null
  if (wrong === null) return { ...told, doneAtMs: done.atMs }
  tell(wrong)
  return told
}

/** What is kept for a time that the clocks skipped; midnights stand for a day without a time. */
function skippedWords(local: string, atMs: number, zone: string): string | null {
  if (local.length === 10 || local.endsWith('T00:00')) return null
  const real = localAt(atMs, zone)
  return real === local
    ? null
    : `The clocks skipped ${local.replace('T', ' ')}. It was kept as ${real.replace('T', ' ')}.`
}

/** Instants of local times, of a day its first; a file's days repeat, and working one out takes long. */
function instantsIn(zone: string): (local: string) => number {
  const known = new Map<string, number>()
  return (local) => {
    const ms = known.get(local) ?? (local.length === 10 ? startOfDay(local, zone) : instantOf(local, zone))
    known.set(local, ms)
    return ms
  }
}
