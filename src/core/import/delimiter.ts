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

/**
 * Guesses the delimiter: the one that cuts the header and the lines under it into the same number of cells, more cells
 * being better. Delimiters inside quotes do not count. A table of one column is read as comma separated.
 */
export function guessDelimiter(text: string): Delimiter {
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
