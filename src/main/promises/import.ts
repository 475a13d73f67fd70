import { basename } from 'node:path'
import type { InputOf } from '../../core/call.ts'
import { instantOf, localAt, startOfDay } from '../../core/day.ts'
import type { promisesCalls } from '../../core/promises/calls.ts'
import { isBeforeMade } from '../../core/promises/done.ts'
import { columnDates, orderOfFile, parseFileDate, type DateOrder } from '../../core/promises/file-date.ts'
import {
  dateFields,
  doneAhead,
  doneBeforeMade,
  madeAhead,
  promiseFields,
  readPromiseLine,
  type DateField,
  type DateQuestion,
  type PromiseLine,
} from '../../core/promises/promise-file.ts'
import type { Told } from '../../core/promises/same-promise.ts'
import { fail, ok } from '../../core/result.ts'
import { cellReader, correctMapping, guessMapping, type Mapping } from '../../core/table/mapping.ts'
import { examplesOf, mostErrors } from '../../core/table/report.ts'
import type { Context, HandlersOf } from '../store/context.ts'
import { readTable, type TableFile } from '../table-file.ts'
import { keepSlice, type Tally } from './import-keep.ts'
import { placesOf, type Kept } from './import-places.ts'

const rowsASlice = 200

export const promiseImport: HandlersOf<Pick<typeof promisesCalls, 'promises.importFile'>> = {
  'promises.importFile': async (context, input) => {
    const { path, commit, mapping: corrections, encoding, delimiter } = input
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
    const cell = cellReader(file.header, mapping)
    const { orders, questions } = await datesOf(context, file, cell, mapping, input.dates)
    const open = questions.find(({ answer }) => answer === null)
    if (commit && open) return openDate(open)
    const run = await keepLines(context, file, cell, orders, commit)
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
      dates: questions,
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
type Answers = InputOf<(typeof promisesCalls)['promises.importFile']>['dates']

interface Run extends Tally {
  readonly instant: (local: string) => number
}

async function keepLines(
  context: Context,
  file: TableFile,
  cell: Cell,
  orders: Dates['orders'],
  commit: boolean,
): Promise<Run> {
  const run: Run = {
    added: 0,
    updated: 0,
    unchanged: 0,
    skipped: 0,
    sample: [],
    messages: [],
    instant: instantsIn(context.zone),
  }
  const lines: Kept[] = []
  for (const [i, row] of file.rows.entries()) {
    const { promise, messages } = readPromiseLine(
      (field) => cell(row.cells, field),
      orders,
      context.zone,
      context.formats,
    )
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

interface Dates {
  readonly orders: Readonly<Record<DateField, DateOrder>>
  readonly questions: readonly DateQuestion[]
}

/** How the dates of each column are meant; what neither its column nor another one decides is asked. */
async function datesOf(
  { shop, zone }: Context,
  file: TableFile,
  cell: Cell,
  mapping: Mapping,
  answers: Answers,
): Promise<Dates> {
  const columns = dateFields.map((field) => ({
    field,
    ...columnDates(file.rows.map(({ line, cells }) => ({ line, text: cell(cells, field) }))),
  }))
  const ofFile = orderOfFile(columns)
  const proposed =
    columns.find(({ order }) => order !== null)?.order ??
    (['US', 'PH', 'PR', 'GU'].includes(shop?.country ?? '') ? 'month-first' : 'day-first')
  const orders = { told: proposed, made: proposed, done: proposed }
  const questions: DateQuestion[] = []
  for (const { field, order, open, contradicts } of columns) {
    const answer = answers?.[field] ?? null
    const decided = order ?? ofFile
    orders[field] = decided ?? answer ?? proposed
    if (!open || decided) continue
    const dayIn = (one: DateOrder) => parseFileDate(open.text, { order: one, zone })?.day ?? ''
    const readings = { 'day-first': dayIn('day-first'), 'month-first': dayIn('month-first') }
    questions.push({ ...open, field, column: mapping[field]!, readings, contradicts, proposed, answer })
  }
  return { orders, questions }
}

/** Nothing is kept while a day could be another. */
const openDate = ({ column, text, field }: DateQuestion) =>
  fail(
    'open-date',
    `In the column “${column}”, ${text} can be read in two ways. Nothing was changed. Say which one is meant.`,
    `dates.${field}`,
  )

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
