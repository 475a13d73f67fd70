import type { TableRow } from './records.ts'
import type { LineMessage } from './report.ts'

/** Whether a text is address cards (vCard), not a table. */
export const holdsCards = (text: string): boolean => /^[\s\uFEFF]*BEGIN:VCARD[ \t]*(?:[\r\n]|$)/i.test(text)

/** Decodes bytes in a charset; undefined where it is none, or `strict` and the bytes are not of it. */
export type Decode = (bytes: readonly number[], charset: string, strict: boolean) => string | undefined

/** How a list reads address cards as lines of a table. */
export interface CardsReader {
  /** The columns of every such table. */
  readonly header: readonly string[]
  /** The cards, a line each; what was odd of the file is told in `problems`. */
  read(text: string, decode: Decode, problems: LineMessage[]): Generator<TableRow, void, undefined>
  /** A card that was left out, as it stands in its file, with why. */
  refused(source: string, why: string): string
}
