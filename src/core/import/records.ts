import type { LineMessage } from './report.ts'

/** One record of a text table and the physical line of the file it starts on. */
export interface TableRow {
  /** 1-based. */
  readonly line: number
  readonly cells: readonly string[]
  /** What stands in the file for it, where that is no line of a table: an address card, closed. */
  readonly source?: () => string
}

/** Searching for a quote that never closes reads to the end of the text; a file full of them must not take for ever. */
const mostFailedSearches = 20

/**
 * Reads delimiter-separated text (RFC 4180, read leniently) record by record: CR, LF and CRLF also mixed, quotes inside
 * a quoted cell, blanks around the quotes, a quote that never closes kept as text and told in `problems`. Records without
 * any text are passed over.
 */
export function* records(
  text: string,
  delimiter: string,
  problems: LineMessage[] = [],
  start = 0,
  firstLine = 1,
): Generator<TableRow, void, undefined> {
  const nextDelimiter = finder(text, delimiter)
  const nextLf = finder(text, '\n')
  const nextCr = finder(text, '\r')
  let failedSearches = 0
  let at = start
  let line = firstLine
  while (at < text.length) {
    const row = { line, cells: [] as string[] }
    for (let more = true; more;) {
      const open = afterBlanks(text, at, delimiter)
      const opens = text[open] === '"'
      const close = opens && failedSearches < mostFailedSearches ? closingQuote(text, open, delimiter) : -1
      let end: number
      if (close > 0) {
        const inside = text.slice(open + 1, close)
        row.cells.push(inside.includes('""') ? inside.replaceAll('""', '"') : inside)
        line += lineEnds(inside)
        end = afterBlanks(text, close + 1, delimiter)
      } else {
        end = Math.min(nextDelimiter(at), nextLf(at), nextCr(at))
        row.cells.push(text.slice(at, end))
        if (opens) {
          failedSearches++
          problems.push({
            line,
            message: 'A quotation mark is never closed. It was kept as part of the text.',
          })
        }
      }
      more = text[end] === delimiter
      at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1)
    }
    line++
    if (row.cells.some((cell) => cell.trim() !== '')) yield row
  }
}

/** Where `needle` next occurs at or after a position that only grows; the end of the text when it does not. */
function finder(text: string, needle: string): (from: number) => number {
  let found = -1
  return (from) => {
    if (found >= from) return found
    found = text.indexOf(needle, from)
    if (found < 0) found = Number.MAX_SAFE_INTEGER
    return Math.min(found, text.length)
  }
}

/** The quote that closes the cell opened at `open`; -1 when there is none, or when another cell opens before it. */
function closingQuote(text: string, open: number, delimiter: string): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') {
      at++
      continue
    }
    const next = text[afterBlanks(text, at + 1, delimiter)]
    if (next === undefined || next === delimiter || next === '\n' || next === '\r') return at
    if (opensOnLaterLine(text, open, at, delimiter)) return -1
  }
  return -1
}

/** The first place from here on that holds no blank; a tab that parts the cells is none. */
function afterBlanks(text: string, from: number, delimiter: string): number {
  let at = from
  while (text[at] === ' ' || text[at] === '\u00a0' || (text[at] === '\t' && delimiter !== '\t')) at++
  return at
}

function opensOnLaterLine(text: string, open: number, at: number, delimiter: string): boolean {
  let from = at - 1
  while (text[from] === ' ' || text[from] === '\u00a0') from--
  const before = text[from]
  if (before !== delimiter && before !== '\n' && before !== '\r') return false
  return /[\r\n]/.test(text.slice(open, at))
}

const lineEnds = (text: string): number =>
  text.includes('\n') || text.includes('\r') ? (text.match(/\r\n|\r|\n/g)?.length ?? 0) : 0
