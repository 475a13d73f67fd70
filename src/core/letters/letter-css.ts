import { lineEm, type Room } from '../fitting.ts'
import type { Paper } from '../paper.ts'

interface Place {
  readonly widthMm: number
  readonly heightMm: number
  readonly topMm: number
  readonly sideMm: number
  readonly leftMm: number
  /** The address, from the edges of the sheet, and what stands above it. */
  readonly addressTopMm: number
  readonly addressLeftMm: number
  readonly addressWidthMm: number
  readonly addressHeightMm: number
  readonly senderTopMm: number
  /** Where the words begin. */
  readonly textTopMm: number
  /** Marks to fold at. */
  readonly foldsMm: readonly number[]
}

/**
 * A4: DIN 5008 form B, whose address shows in the window of a DL or C6/5 envelope. Letter: the window of a US #10 envelope, 7/8 in from
 * its left and 1/2 in from its bottom edge, on a sheet folded in three. A5 is put into an envelope without a window.
 */
const places: Readonly<Record<Paper, Place>> = {
  A4: {
    widthMm: 210,
    heightMm: 297,
    topMm: 20,
    sideMm: 20,
    leftMm: 25,
    senderTopMm: 57,
    addressTopMm: 62.7,
    addressLeftMm: 25,
    addressWidthMm: 80,
    addressHeightMm: 27.3,
    textTopMm: 98.5,
    foldsMm: [105, 210],
  },
  Letter: {
    widthMm: 215.9,
    heightMm: 279.4,
    topMm: 19,
    sideMm: 22,
    leftMm: 25.4,
    senderTopMm: 0,
    addressTopMm: 62.2,
    addressLeftMm: 25.4,
    addressWidthMm: 84,
    addressHeightMm: 28,
    textTopMm: 98,
    foldsMm: [],
  },
  A5: {
    widthMm: 148,
    heightMm: 210,
    topMm: 14,
    sideMm: 15,
    leftMm: 16,
    senderTopMm: 0,
    addressTopMm: 36,
    addressLeftMm: 16,
    addressWidthMm: 80,
    addressHeightMm: 27,
    textTopMm: 66,
    foldsMm: [],
  },
}

const sizeOf = (paper: Paper): number => (paper === 'A5' ? 9.5 : 11)

/** How much of the head is the shop's name's, and what is kept free between it and its address, and below both. */
const nameShare = 0.6
const gapMm = 8
const belowHeadMm = 2

/** Where the shop's name, how it is reached and the address have to stand: what is long is set smaller, never over another. */
export function roomsOf(paper: Paper): Readonly<Record<'shop' | 'reach' | 'to', Room>> {
  const { widthMm, sideMm, leftMm, topMm, ...at } = places[paper]
  const size = sizeOf(paper)
  const across = widthMm - leftMm - sideMm
  const heightMm = (at.senderTopMm || at.addressTopMm) - topMm - belowHeadMm
  return {
    shop: { widthMm: across * nameShare, heightMm, largestPt: size * 1.45 },
    reach: { widthMm: across * (1 - nameShare) - gapMm, heightMm, largestPt: size * 0.8 },
    to: {
      widthMm: at.addressWidthMm,
      heightMm: at.addressHeightMm,
      largestPt: paper === 'A4' ? 10.5 : 10,
    },
  }
}

/** The style sheet of a letter: the shop's head, the address where the window of an envelope is, black on white. */
export function letterCss(paper: Paper): string {
  const { widthMm, heightMm, topMm, sideMm, leftMm, ...at } = places[paper]
  const size = sizeOf(paper)
  return `
@page { size: ${widthMm}mm ${heightMm}mm; margin: ${topMm}mm ${sideMm}mm ${topMm}mm ${leftMm}mm }
* { box-sizing: border-box }
html { color: #000; background: #fff; font: 400 ${size}pt/1.4 Inter, 'Liberation Sans', Arial, sans-serif }
body { position: relative; margin: 0; overflow-wrap: break-word }
p { margin: 0 }
.head { position: absolute; top: 0; left: 0; right: 0; display: flex; justify-content: space-between; gap: ${gapMm}mm }
.shop { font-family: 'Source Serif 4', Georgia, 'Liberation Serif', serif; font-weight: 600; line-height: ${lineEm}; flex: 0 0 ${nameShare * 100}%; min-width: 0 }
.reach { flex: 1; min-width: 0; text-align: end; line-height: ${lineEm} }
.sender { position: absolute; top: ${at.senderTopMm - topMm}mm; left: ${at.addressLeftMm - leftMm}mm; width: ${at.addressWidthMm}mm;
  font-size: 6.5pt; line-height: 1.2; white-space: nowrap; overflow: hidden; text-overflow: ellipsis;
  border-bottom: 0.1mm solid #000; display: ${at.senderTopMm === 0 ? 'none' : 'block'} }
.to { position: absolute; top: ${at.addressTopMm - topMm}mm; left: ${at.addressLeftMm - leftMm}mm; width: ${at.addressWidthMm}mm; line-height: ${lineEm} }
main { padding-top: ${at.textTopMm - topMm}mm }
.date { text-align: end; margin-bottom: 1.4em }
.subject { font-weight: 600; margin-bottom: 1.4em }
.words { white-space: pre-wrap; orphans: 3; widows: 3 }
.fold { position: absolute; left: ${4 - leftMm}mm; width: 4mm; border-top: 0.1mm solid #999 }
${at.foldsMm.map((mm, i) => `.fold${i} { top: ${mm - topMm}mm }`).join('\n')}
@media screen {
  html { background: #d9d6cf; padding: 5mm 0 }
  body { width: ${widthMm}mm; min-height: ${heightMm}mm; margin: 0 auto; padding: ${topMm}mm ${sideMm}mm ${topMm}mm ${leftMm}mm; background: #fff;
    box-shadow: 0 0.5mm 3mm #0004 }
  .head { top: ${topMm}mm; left: ${leftMm}mm; right: ${sideMm}mm }
  .sender, .to, .fold { margin: ${topMm}mm 0 0 ${leftMm}mm }
}
`
}

/** How many folds are marked. */
export const foldsOf = (paper: Paper): number => places[paper].foldsMm.length
