import { z } from 'zod'
import { delimiters } from './delimiter.ts'
import { encodings } from './encoding.ts'

/** The input fields every import of a table shares: the file, whether to write, and corrections of what was guessed. */
export const importInput = {
  path: z.string().min(1, 'Choose a file.'),
  /** false only looks: a preview. */
  commit: z.boolean(),
  /** Field -> header text; '' reads the field from no column. */
  mapping: z.record(z.string(), z.string()).optional(),
  encoding: z.enum(encodings).optional(),
  delimiter: z.enum(delimiters).optional(),
}
