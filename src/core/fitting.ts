const ptMm = 25.4 / 72
/** Distance of lines, and the width of Inter's average letter, in ems. */
export const lineEm = 1.2
const letterEm = 0.56

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
    const letters = Math.max(1, Math.floor(widthMm / (pt * ptMm * letterEm)))
    const rows = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0)
    if (rows * pt * ptMm * lineEm <= heightMm) return pt
  }
  return smallestPt
}
