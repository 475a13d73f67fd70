import { signRoom, wordsSize } from './sign-css.ts'
import type { Paper } from '../../paper.ts'

/** A row of a sign: days, what they are called, and their hours, each span for itself. */
export interface SignRow {
  readonly days: string
  readonly label: string
  readonly times: readonly string[]
}

export interface SignTable {
  readonly title: string
  readonly rows: readonly SignRow[]
}

/** Type sizes in points, and how many rows of the table that may be cut have room. */
export interface SignSizes {
  readonly name: number
  readonly title: number
  readonly rows: number
  readonly small: number
  readonly shown: number
}

const lineHeight = 1.25
const smallest = 4

/**
 * The largest type in which a sign's main table and a smaller one fit on its page. Rows of `cut` at the end are left out
 * before the type gets too small to read from the door; then a line says so.
 */
export function signSizes(
  paper: Paper,
  shopName: string,
  main: SignTable,
  small: SignTable | null,
  cut: 'main' | 'small',
): SignSizes {
  const { width, height, scale } = signRoom(paper)
  const name = wordsSize(shopName, width, 3, 28 * scale)
  const title = wordsSize(main.title, width, 1, 46 * scale)
  const head = linesOf(shopName, name, width) * name * lineHeight + title * 1.15 + 24 * scale
  const foot = 11 * scale * lineHeight + 8
  const room = height - head - foot - 4 * 11.4
  const cuttable = cut === 'main' ? main : (small ?? { title: '', rows: [] })
  for (let shown = cuttable.rows.length; shown >= 0; shown--) {
    const readable = shown > (cut === 'main' ? 1 : 0) ? 17 * scale : smallest
    for (let rows = 40 * scale; rows >= readable; rows -= 0.5) {
      const less = Math.max(Math.min(rows * 0.55, 20 * scale), Math.min(rows, 12 * scale))
      const tables = [{ table: main, size: rows }, ...(small ? [{ table: small, size: less }] : [])].map(
        ({ table, size }) => ({ rows: table === cuttable ? table.rows.slice(0, shown) : table.rows, size }),
      )
      const more = shown < cuttable.rows.length ? less * 1.7 : 0
      const heading = small && tables[1]!.rows.length > 0 ? less * 1.3 * 1.5 + 10 : 0
      const needed = tables.map((one) => tableHeight(one.rows, one.size, width))
      if (needed.reduce((sum, one) => sum + one, heading + more) <= room * 0.97)
        return { name, title, rows, small: less, shown }
    }
  }
  return { name, title, rows: smallest, small: smallest, shown: 0 }
}

/** The share of a row that its days take at most, unless its hours leave more. */
const daysShare = 0.6

const letter = 0.62
const figure = 0.64

/** The width of the days of a table's rows, in points. */
export function daysWidth(rows: readonly SignRow[], size: number, width: number): number {
  const widest = Math.max(...rows.map(({ days, label }) => Math.max(days.length, label.length * 0.78)), 0)
  const hours = Math.max(...rows.map(({ times }) => times.length * spanWidth(times, size)), 0)
  return Math.min(widest * letter * size + 1.1 * size, Math.max(width * daysShare, width - hours))
}

/** The width of one of these spans of hours and of what parts it from the next, in points. */
const spanWidth = (times: readonly string[], size: number): number =>
  Math.max(...times.map(({ length }) => length), 1) * figure * size + 0.6 * size

/** Infinity where a span of hours does not fit beside the days. */
function tableHeight(rows: readonly SignRow[], size: number, width: number): number {
  const days = daysWidth(rows, size, width)
  return rows.reduce((sum, row) => {
    const left =
      linesOf(row.days, size, days - 0.8 * size) + linesOf(row.label, size * 0.75, days - 0.8 * size) * 0.75
    const right = timeLines(row.times, size, width - days)
    return sum + Math.max(left, right) * size * lineHeight + size * 0.45
  }, 0)
}

function timeLines(times: readonly string[], size: number, width: number): number {
  const perLine = Math.floor(width / spanWidth(times, size))
  return perLine === 0 ? Infinity : Math.ceil(times.length / perLine)
}

const linesOf = (words: string, size: number, width: number): number => {
  if (words === '') return 0
  const all = words.length * letter * size
  return all <= width ? 1 : Math.ceil(all / (width * 0.8))
}
