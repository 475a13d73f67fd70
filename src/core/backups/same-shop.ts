import type { Formats } from '../formats.ts'

/** One of two files of the same shop. */
interface Side {
  /** Changes that the other file does not have. */
  readonly changes: number
  /** When it was last changed, epoch ms; 0 for never. */
  readonly lastMs: number
}

/** The shop of a file from elsewhere, which is on this PC already. */
export interface SameShop {
  /** Its file here. */
  readonly path: string
  readonly name: string
  /** The file that was chosen is this one. */
  readonly isIt: boolean
  readonly here: Side
  readonly file: Side
  /** Forms half-typed here that stay behind when the file takes its place. */
  readonly halfTyped: number
  /** When the file was packed, epoch ms; null where it was not. */
  readonly packedAtMs: number | null
}

/** What the owner is told of the two; `moment` writes an instant. */
export function apartWords(same: SameShop, moment: (ms: number) => string, formats: Formats): string {
  return `${changesApart(same, moment, formats)}${halfTypedWords(same, formats)}`
}

function halfTypedWords({ halfTyped }: SameShop, { number }: Formats): string {
  if (halfTyped === 0) return ''
  const forms = halfTyped === 1 ? 'One form is' : `${number(halfTyped)} forms are`
  return ` ${forms} half-typed here: save what you typed first, or it stays behind, in the backup of the shop here.`
}

function changesApart(
  { here, file, packedAtMs }: SameShop,
  moment: (ms: number) => string,
  { counted }: Formats,
): string {
  const changes = (count: number) => (count === 1 ? 'one change' : counted(count, 'change', 'changes'))
  const lacks = `${changes(here.changes)} made here would be missing in the file`
  const packed = packedAtMs === null ? '' : ` The file was packed on ${moment(packedAtMs)}.`
  const last = `The shop here was last changed on ${moment(here.lastMs)}.${packed}`
  if (here.changes === 0 && file.changes === 0) return `${last} Both hold the same.`
  if (file.changes === 0) return `${last} The shop here is newer: ${lacks}.`
  if (here.changes === 0) return `${last} The file is newer: it has ${changes(file.changes)} more.`
  const is = file.changes === 1 ? 'is' : 'are'
  return `${last} Both were worked in: ${lacks}, ${changes(file.changes)} of the file ${is} missing here.`
}
