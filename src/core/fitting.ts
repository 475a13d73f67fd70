const ptMm = 25.4 / 72
/** Distance of lines, in ems. */
export const lineEm = 1.2

/** How wide letters of Inter and of the bold serif are at most on average, in ems; ideographs fill their square. */
const letterEm = 0.56
const capitalEm = 0.74
const squareEm = 1.02

/** Where lines of print are to stand. */
export interface Room {
  readonly widthMm: number
  readonly heightMm: number
  readonly largestPt: number
}

const smallestPt = 5

/** The largest size in points with which all lines stand in the room, each line parted where it has to be; never below 5. */
export function fittingPt(lines: readonly string[], { widthMm, heightMm, largestPt }: Room): number {
  for (let pt = largestPt; pt > smallestPt; pt -= 0.25) {
    const widthEm = widthMm / (pt * ptMm)
    const rows = lines.reduce((sum, line) => sum + rowsOf(line, widthEm), 0)
    if (rows * pt * ptMm * lineEm <= heightMm) return pt
  }
  return smallestPt
}

/** How many rows a line takes: parted between words, and within one that is wider than a row, or between ideographs. */
function rowsOf(line: string, widthEm: number): number {
  let rows = 1
  let usedEm = 0
  for (const part of line.match(parts) ?? []) {
    const em = emOf(part.trimEnd())
    if (usedEm > 0 && usedEm + em > widthEm) {
      rows++
      usedEm = 0
    }
    const broken = Math.max(0, Math.ceil(em / widthEm) - 1)
    rows += broken
    usedEm += emOf(part) - broken * widthEm
  }
  return rows
}

const square = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]|[^\u0000-\uffff]/u
const parts = new RegExp(`${square.source}|\\s*[^\\s]+?(?:\\s+|$|(?=${square.source}))`, 'gu')

const emOf = (text: string): number => {
  let em = 0
  for (const letter of text)
    em += square.test(letter) ? squareEm : /[\p{Lu}mw@%]/u.test(letter) ? capitalEm : letterEm
  return em
}
