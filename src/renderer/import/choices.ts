import type { Delimiter } from '../../core/import/delimiter.ts'
import type { Encoding } from '../../core/import/encoding.ts'
import type { Orders } from './date-questions.tsx'
import type { Marks } from './number-questions.tsx'

/** What the owner corrected of what was guessed. */
export interface Choices {
  readonly encoding?: Encoding
  readonly delimiter?: Delimiter
  readonly mapping?: Readonly<Record<string, string>>
  readonly numbers?: Marks
  readonly dates?: Orders
  /** Columns that are not read as answers about mail. */
  readonly notAboutMail?: readonly string[]
}
