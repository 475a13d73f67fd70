import type { Paper } from '../../paper.ts'

const measures = {
  A4: { widthMm: 210, heightMm: 297, marginMm: 16, scale: 1 },
  Letter: { widthMm: 215.9, heightMm: 279.4, marginMm: 16, scale: 1 },
  A5: { widthMm: 148, heightMm: 210, marginMm: 12, scale: 0.7 },
} as const satisfies Record<Paper, unknown>

/** The room between a sign's margins and its type sizes for the largest words, all in points. */
export interface SignRoom {
  readonly width: number
  readonly height: number
  /** 1 for A4; what other sizes are multiplied by. */
  readonly scale: number
}

const points = (mm: number): number => mm * 2.8346

export function signRoom(paper: Paper): SignRoom {
  const { widthMm, heightMm, marginMm, scale } = measures[paper]
  return { width: points(widthMm - 2 * marginMm), height: points(heightMm - 2 * marginMm - 2), scale }
}

/** The largest type, in points, in which words need no more lines than `lines`, from wide average letters. */
export function wordsSize(words: string, width: number, lines: number, largest: number): number {
  // Words that do not fit the end of a line leave a part of it empty.
  const usable = lines === 1 ? width : width * lines * 0.8
  const longest = Math.max(...words.split(/\s+/).map((word) => word.length), 1)
  return Math.min(largest, usable / (words.length * 0.58 + 1), width / (Math.min(longest, 30) * 0.62))
}

/** The style sheet of a sign: black on white, hairlines instead of fills, all on one page. */
export function signCss(paper: Paper): string {
  const { widthMm, heightMm, marginMm } = measures[paper]
  return `
@page { size: ${widthMm}mm ${heightMm}mm; margin: ${marginMm}mm }
* { box-sizing: border-box }
html { color: #000; background: #fff; font: 400 12pt/1.25 Inter, 'Liberation Sans', Arial, sans-serif }
body { display: flex; flex-direction: column; gap: 4mm; margin: 0; height: ${heightMm - 2 * marginMm - 1}mm;
  font-variant-numeric: tabular-nums; overflow-wrap: break-word }
h1, h2, p { margin: 0 }
h1, h2, .shop, .days, .lead, .huge { font-family: 'Source Serif 4', Georgia, 'Liberation Serif', serif; font-weight: 600 }
header { text-align: center; border-bottom: 0.5mm solid #000; padding-bottom: 3mm }
main { flex: 1; display: flex; flex-direction: column; gap: 3mm }
main.middle { justify-content: center; text-align: center }
/* What room is left goes above and below, and a little of it between. */
main:not(.middle)::before, main:not(.middle)::after { content: ''; flex: 3 }
main:not(.middle)::before { margin-bottom: -3mm }
main:not(.middle)::after { margin-top: -3mm }
main:not(.middle) > :not(:last-child) { flex: 1 0 auto }
footer { text-align: center; border-top: 0.15mm solid #000; padding-top: 2mm }
h1 { line-height: 1.15; text-align: center }
h2 { line-height: 1.2; margin-bottom: 0.3em }
table { width: 100%; border-collapse: collapse; table-layout: fixed }
tr { break-inside: avoid }
td { padding: 0.2em 0; vertical-align: top; border-bottom: 0.1mm solid #999 }
tr:last-child td { border-bottom: 0 }
td.when { padding-right: 0.8em }
.label { font-size: 0.75em }
.times { text-align: end }
.times span { display: inline-block; white-space: nowrap; margin-left: 0.6em }
.lead { line-height: 1.2; text-wrap: balance }
.huge { line-height: 1.1 }
.note { margin-top: 0.6em; white-space: pre-wrap }
@media screen {
  html { background: #d9d6cf; padding: 5mm 0 }
  body { width: ${widthMm}mm; height: ${heightMm}mm; margin: 0 auto; padding: ${marginMm}mm; background: #fff;
    box-shadow: 0 0.5mm 3mm #0004 }
}
`
}
