import type { Paper } from '../paper.ts'

interface Measures {
  readonly widthMm: number
  readonly heightMm: number
  /** Top, sides, bottom; the bottom one holds the page number, which the printer writes. */
  readonly marginsMm: readonly [number, number, number]
  readonly columns: 1 | 2
}

const measures: Readonly<Record<Paper, Measures>> = {
  A4: { widthMm: 210, heightMm: 297, marginsMm: [11, 11, 15], columns: 2 },
  Letter: { widthMm: 215.9, heightMm: 279.4, marginsMm: [11, 12, 15], columns: 2 },
  A5: { widthMm: 148, heightMm: 210, marginsMm: [9, 9, 13], columns: 1 },
}

const gapMm = 6
const textSizesPt = [8.6, 8.2, 7.8, 7.4] as const

/** What takes room on a sheet: the lengths of its lines in characters, and how many headings it has. */
export interface Bulk {
  readonly lines: readonly number[]
  readonly parts: number
  readonly days: number
}

/** The largest text size, in points, with which all fits on one page; the ordinary one where none does. */
export function textSize(paper: Paper, bulk: Bulk): number {
  return textSizesPt.find((pt) => pages(paper, bulk, pt) <= 0.97) ?? textSizesPt[0]
}

/** Pages needed at a text size, from the widths of Inter's average letters; the constants are those of the style sheet. */
function pages(paper: Paper, { lines, parts, days }: Bulk, pt: number): number {
  const { widthMm, heightMm, marginsMm, columns } = measures[paper]
  const em = pt * 0.3528
  const column = (widthMm - 2 * marginsMm[1] - (columns - 1) * gapMm) / columns / em
  const letters = (column - 1.8 - 4.2 - 0.6) / 0.54
  const rows = lines.reduce((sum, length) => sum + Math.max(1, Math.ceil(length / letters)) * 1.28 + 0.38, 0)
  const room = ((heightMm - marginsMm[0] - marginsMm[2]) / em - 5) * columns
  return (rows + parts * 1.35 + days * 2.8 + 11) / room
}

/** Days with at most two lines in each part. A heading that is written again in the next column lets Chromium break them all the same. */
const shortDay = '.day:not(:has(tbody > :nth-child(4)))'

/** The style sheet of a week's sheet: black on white, hairlines instead of fills, no line cut in two, a short day in one column. */
export function sheetCss(paper: Paper, pt: number): string {
  const { widthMm, heightMm, marginsMm, columns } = measures[paper]
  const margin = marginsMm.map((mm) => `${mm}mm`).join(' ')
  return `
@page { size: ${widthMm}mm ${heightMm}mm; margin: ${margin} }
* { box-sizing: border-box }
html { color: #000; background: #fff; font: 400 ${pt}pt/1.28 Inter, 'Liberation Sans', Arial, sans-serif }
body { margin: 0; font-variant-numeric: tabular-nums }
h1, h2, .date, .shop { font-family: 'Source Serif 4', Georgia, 'Liberation Serif', serif; font-weight: 600 }
header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 2em;
  border-bottom: 0.5mm solid #000; padding-bottom: 0.4em; margin-bottom: 0.8em }
header p { margin: 0 }
.shop { flex: 1 1 60%; font-size: 1.1em; overflow-wrap: anywhere }
.sheet, .key { font-size: 0.82em }
h1 { flex: 1 1 60%; margin: 0; font-size: 1.75em; line-height: 1.15 }
.days { columns: ${columns}; column-gap: ${gapMm}mm; column-rule: 0.15mm solid #999 }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: 0 0 0.85em }
col.tick { width: 1.8em }
col.code { width: 4.2em }
thead { break-inside: avoid; break-after: avoid }
tr { break-inside: avoid }
.group, .group + tr, tbody:not(:has(.group)) tr:first-child { break-after: avoid }
tbody tr:last-child, tbody:last-child .group:nth-last-child(2) { break-before: avoid }
${shortDay} { break-inside: avoid }
${shortDay} thead { break-inside: auto; break-after: auto }
th, td { padding: 0; text-align: start; vertical-align: top; font-weight: 400 }
thead th { border-bottom: 0.25mm solid #000; padding-bottom: 0.13em }
.head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 1em }
.date { font-size: 1.28em; line-height: 1.2 }
.part { font-size: 0.78em; letter-spacing: 0.06em; text-transform: uppercase; padding-top: 0.4em }
td.tick { padding-top: 0.26em }
.box { display: block; width: 1.08em; height: 1.08em; border: 0.28mm solid #000; border-radius: 0.3mm }
td.text { padding: 0.18em 0.6em 0.18em 0; overflow-wrap: anywhere; white-space: pre-wrap }
.pen { float: inline-end; width: 5.6em; height: 1.15em; margin-inline-start: 0.6em; border-bottom: 0.18mm solid #000 }
td.text .must-know { display: block; width: fit-content; margin: 0.15em 0 0.1em; padding: 0 0.4em; border: 0.35mm solid #000; font-weight: 700 }
td.code { padding-top: 0.3em; font-size: max(0.76em, 6pt); text-align: end; white-space: nowrap }
tbody td { border-bottom: 0.1mm solid #bbb }
.shut { break-inside: avoid }
.sign { break-inside: avoid }
.sign h2 { margin: 0; font-size: 1.15em }
.rule { height: 7mm; border-bottom: 0.18mm solid #000 }
.names { display: flex; gap: 6mm }
.names p { flex: 1; margin: 8mm 0 0; border-top: 0.25mm solid #000; padding-top: 0.2em; font-size: 0.82em }
@media screen {
  html { background: #d9d6cf; padding: 5mm 0 }
  body { width: ${widthMm}mm; min-height: ${heightMm}mm; margin: 0 auto; padding: ${margin}; background: #fff;
    box-shadow: 0 0.5mm 3mm #0004 }
}
`
}
