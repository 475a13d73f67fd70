import { instantOf, localAt, startOfDay } from '../../core/day.ts'
import { isBeforeMade } from '../../core/promises/done.ts'
import type { PromiseField } from '../../core/promises/promise-fields.ts'
import {
  doneAhead,
  doneBeforeMade,
  madeAhead,
  readPromiseLine,
  type LineReading,
  type PromiseLine,
} from '../../core/promises/promise-file.ts'
import type { Told } from '../../core/promises/told.ts'
import type { TableRow } from '../../core/import/records.ts'
import type { ImportFile } from '../import/plan.ts'
import type { Context } from '../store/context.ts'

/** A line that can be kept, where it stands in the file, and what tells it from others. */
export interface Line extends Told {
  readonly line: number
  readonly promise: PromiseLine
}

interface Heard {
  /** Null when the line cannot be kept. */
  readonly promise: Line | null
  readonly messages: readonly string[]
}

/** Reads the lines of a file of promises. */
export function lineReader(
  { now, zone, formats }: Context,
  { cell, readings, mapping }: ImportFile<PromiseField>,
  isNumber: LineReading['isNumber'],
): (row: TableRow) => Heard {
  const instant = instantsIn(zone)
  const unsaid = unsaidBy(Object.keys(mapping))
  const columnOf: LineReading['columnOf'] = (field) => mapping[field]
  const reading = { orderOf: readings.orderOf, isNumber, columnOf, zone, formats }
  return ({ line, cells }) => {
    const read = readPromiseLine((field) => cell(cells, field), reading)
    if (!read.promise) return { promise: null, messages: read.messages }
    const { told, messages } = toldOf(read.promise, unsaid, instant, now, zone)
    return { promise: { line, promise: read.promise, ...told }, messages: [...read.messages, ...messages] }
  }
}

type Unsaid = NonNullable<Told['unsaid']>

/** What a file has no column for. */
function unsaidBy(fields: readonly string[]): Unsaid {
  const has = (...some: readonly string[]) => some.some((field) => fields.includes(field))
  const says = {
    customer: fields.some((field) => field.startsWith('customer')),
    person:
      has('customerName', 'customerFirstName', 'customerLastName') ||
      (has('customer') && has('customerNumber')),
    company: has('customerCompany'),
    what: fields.includes('what'),
    made: fields.includes('made'),
  }
  return (['customer', 'person', 'company', 'what', 'made'] as const).filter((part) => !says[part])
}

/** What a line says, less what cannot be: nothing has happened that lies ahead, or before the promise was made. */
function toldOf(
  promise: PromiseLine,
  unsaid: Unsaid,
  instantIn: (local: string) => number,
  now: number,
  zone: string,
) {
  const messages: string[] = []
  const instant = (local: string): number => {
    const atMs = instantIn(local)
    const skipped = skippedWords(local, atMs, zone)
    if (skipped) messages.push(skipped)
    return atMs
  }
  const toldAtMs = instant(promise.told)
  const said = promise.saysMade ? instant(promise.made) : null
  const madeAtMs = said !== null && said > now ? null : said
  if (said !== madeAtMs) messages.push(madeAhead)
  const told: Told = {
    customer: promise.customer,
    alsoCalled: [],
    unsaid,
    what: promise.saysWhat ? promise.what : '',
    ...promise.said,
    madeAtMs,
    toldAtMs,
    doneAtMs: null,
  }
  if (promise.done === '') return { told, messages }
  const done = { atMs: instant(promise.done), dayOnly: promise.done.length === 10 }
  const wrong =
    done.atMs > now
      ? doneAhead(done.dayOnly)
      : isBeforeMade({ madeAtMs: madeAtMs ?? toldAtMs, toldAtMs, firstToldAtMs: null }, done, zone)
        ? doneBeforeMade
        : null
  if (wrong === null) return { told: { ...told, doneAtMs: done.atMs }, messages }
  return { told, messages: [...messages, wrong] }
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
