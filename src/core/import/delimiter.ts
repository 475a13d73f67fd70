import { records } from './records.ts'

/** What separates the cells of a text table. */
export type Delimiter = ',' | ';' | '\t' | '|'

export const delimiters = [',', ';', '\t', '|'] as const satisfies readonly Delimiter[]

/** The first lines of a table decide; more would only cost time. */
const sampleChars = 64 * 1024

/**
 * Excel's `sep=;` line at the head of a text, with the length it takes up (line end included); null when there is none.
 */
export function sepLine(text: string): { readonly delimiter: Delimiter; readonly length: number } | null {
  const m = /^"?sep=([,;\t|])"?(\r\n|\n|\r|$)/i.exec(text.slice(0, 16))
  if (!m) return null
  return { delimiter: m[1] as Delimiter, length: m[0].length }
}

/** Reports name their columns within the first lines. */
export const mostLinesAbove = 10

/**
 * Guesses the delimiter. Where the first line, cut by its shape, names no columns that are `known`, a title may stand above them: the one
 * by which a line names the most is taken then.
 */
export function guessDelimiter(text: string, known?: (cells: readonly string[]) => number): Delimiter {
  const byShape = delimiterByShape(text)
  if (!known) return byShape
  const head = text.slice(0, sampleChars)
  const [first] = records(head, byShape)
  if (!first || known(first.cells) > 1) return byShape
  let [best, most] = [byShape, 1]
  for (const delimiter of [byShape, ...delimiters.filter((other) => other !== byShape)]) {
    const named = Math.max(...firstRecords(head, delimiter).map((cells) => known(cells)))
    if (named > most) [best, most] = [delimiter, named]
  }
  return best
}

function firstRecords(text: string, delimiter: Delimiter): readonly (readonly string[])[] {
  const found: (readonly string[])[] = []
  for (const { cells } of records(text, delimiter)) if (found.push(cells) === mostLinesAbove) break
  return found
}

/**
 * The delimiter by the shape of the table: the one that cuts the header and the lines under it into the same number of cells, more cells
 * being better. Delimiters inside quotes do not count. A table of one column is read as comma separated.
 */
function delimiterByShape(text: string): Delimiter {
  const counts = countsByLine(text.slice(0, sampleChars))
  let best: Delimiter = ','
  let bestScore = 0
  for (const delimiter of delimiters) {
    const lines = counts.map((line) => line[delimiter])
    const header = lines[0] ?? 0
    if (header === 0) continue
    const same = lines.filter((n) => n === header).length / lines.length
    const score = same * 1000 + Math.min(header, 900)
    if (score > bestScore) [best, bestScore] = [delimiter, score]
  }
  return best
}

type Counts = Record<Delimiter, number>

function countsByLine(text: string): Counts[] {
  const lines: Counts[] = []
  let counts: Counts = { ',': 0, ';': 0, '\t': 0, '|': 0 }
  let used = false
  let quoted = false
  for (const c of text) {
    if (c === '"') quoted = !quoted
    else if (!quoted && (c === '\n' || c === '\r')) {
      if (used) lines.push(counts)
      counts = { ',': 0, ';': 0, '\t': 0, '|': 0 }
      used = false
      continue
    } else if (!quoted && (c === ',' || c === ';' || c === '\t' || c === '|')) counts[c]++
    used = true
  }
  // The last line of a sample may be cut short; it only counts when there is no other.
  if (used && lines.length === 0) lines.push(counts)
  return lines
}
