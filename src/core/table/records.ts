import type { LineMessage } from './report.ts'

/** One record of a text table and the physical line of the file it starts on. */
export interface TableRow {
  /** 1-based. */
  readonly line: number
  readonly cells: readonly string[]
}

/** Searching for a quote that never closes reads to the end of the text; a file full of them must not take for ever. */
const mostFailedSearches = 20

/**
 * Reads delimiter-separated text (RFC 4180, read leniently) record by record: CR, LF and CRLF also mixed, quotes inside
 * a quoted cell, a quote that never closes kept as text and told in `problems`. Records without any text are passed over.
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
      const opens = text[at] === '"'
      const close = opens && failedSearches < mostFailedSearches ? closingQuote(text, at, delimiter) : -1
      let end: number
      if (close > 0) {
        const inside = text.slice(at + 1, close)
        row.cells.push(inside.includes('""') ? inside.replaceAll('""', '"') : inside)
        line += lineEnds(inside)
        end = close + 1
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
    const next = text[at + 1]
    if (next === '"') at++
    else if (next === undefined || next === delimiter || next === '\n' || next === '\r') return at
    else if (opensOnLaterLine(text, open, at, delimiter)) return -1
  }
  return -1
}

function opensOnLaterLine(text: string, open: number, at: number, delimiter: string): boolean {
  const before = text[at - 1]!
  if (before !== delimiter && before !== '\n' && before !== '\r') return false
  return /[\r\n]/.test(text.slice(open, at))
}

const lineEnds = (text: string): number =>
  text.includes('\n') || text.includes('\r') ? (text.match(/\r\n|\r|\n/g)?.length ?? 0) : 0
