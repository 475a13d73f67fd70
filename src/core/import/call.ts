import { z } from 'zod'
import { write, type CallDef, type Topic } from '../call.ts'
import { dateOrders } from './dates.ts'
import { delimiters } from './delimiter.ts'
import { encodings } from './encoding.ts'
import { decimalMarks } from '../numbers.ts'

/** A list that can be read from files. */
export interface FileList<What extends string = string> {
  readonly what: What
  /** The title of the dialog that asks for the file. */
  readonly choose: string
}

/** The input of every import: the file, whether to write, and corrections of what was guessed. */
const importInput = {
  path: z.string().min(1, 'Choose a file.'),
  /** false only looks: a preview. */
  commit: z.boolean(),
  /** The digest of the preview that was shown: a file of other bytes is refused. */
  digest: z.string().max(100, 'Look at the file again.').optional(),
  /** Field -> header text; '' reads the field from no column. */
  mapping: z.record(z.string(), z.string()).optional(),
  encoding: z.enum(encodings).optional(),
  delimiter: z.enum(delimiters).optional(),
}

/** What the machine reads of an import's input, whatever the list. */
export type ImportInput = z.output<z.ZodObject<typeof importInput>> & {
  readonly numbers?: Readonly<Partial<Record<string, (typeof decimalMarks)[number]>>> | undefined
  readonly dates?: Readonly<Partial<Record<string, (typeof dateOrders)[number]>>> | undefined
}

/** The decimal mark of each column of numbers that stays open. */
export const numberAnswers = <const Field extends string>(fields: readonly Field[]) =>
  z.partialRecord(z.enum(fields), z.enum(decimalMarks)).optional()

/** How the dates are meant of each column that stays open. */
export const dateAnswers = <const Field extends string>(fields: readonly Field[]) =>
  z.partialRecord(z.enum(fields), z.enum(dateOrders)).optional()

/** The call that reads a list from a file; `besides` is what its input has more than every other. */
export const importCall =
  <Report>() =>
  <const What extends string, Besides extends z.ZodRawShape>({
    list,
    topics,
    besides,
  }: {
    readonly list: FileList<What>
    readonly topics: readonly Topic[]
    readonly besides: Besides
  }): CallDef<z.ZodObject<typeof importInput & Besides, z.core.$strict>, Report, 'write'> & {
    readonly list: FileList<What>
  } => ({
    ...write<Report>()({ topics, paths: ['path'], input: z.strictObject({ ...importInput, ...besides }) }),
    list,
  })

/** Rows that were written to a file to be mended. */
export interface SavedRefused {
  readonly rows: number
}

/** What is read of a file for it: no more and no less than the preview that was shown. */
const { commit: _, ...asLooked } = importInput

/**
 * The call that writes the rows an import refuses to a file of their own, `to`, each with why; `besides` is what the import's input has more
 * than every other. It changes nothing in the shop. Problems: those of the import, `same-file`, `none-left`, `not-written`.
 */
export const saveRefusedCall = <Besides extends z.ZodRawShape>(besides: Besides) =>
  write<SavedRefused>()({
    topics: [],
    paths: ['path', 'to'],
    input: z.strictObject({
      ...asLooked,
      to: z.string().min(1, 'Choose where the file goes.'),
      ...besides,
    }),
  })
