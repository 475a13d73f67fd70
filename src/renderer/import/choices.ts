import type { Delimiter } from '../../core/import/delimiter.ts'
import type { Encoding } from '../../core/import/encoding.ts'
import { keyOfFurther, type ImportField } from '../../core/import/mapping.ts'
import type { WholeList } from '../../core/customers/whole-list.ts'
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
  /** What the list says about mail as a whole. */
  readonly wholeList?: WholeList
}

/** Fields that are read from another column now: '' from none, undefined as it was guessed. */
export type ChosenFields = Readonly<Record<string, string | undefined>>

/**
 * A column is chosen for a field, or for none. What is as it was guessed is no correction: a column that is chosen and changed
 * back is read as at first, and so is the one whose field it had meanwhile. What had a field of which another holds the rest goes there.
 */
export function chosenFields(
  { mapping, guess }: { readonly mapping: Fields; readonly guess: Fields },
  column: string,
  field: string | null,
  fields: readonly Pick<ImportField, 'name' | 'furtherOf'>[],
): ChosenFields {
  const before = Object.keys(mapping).find((one) => mapping[one] === column)
  const rest = fields.find(({ furtherOf }) => furtherOf === field)
  const displaced = field !== null && rest ? mapping[field] : undefined
  const filled = (key: string, from: string) => ({ [key]: guess[key] === from ? undefined : from })
  const isMany = fields.some(({ name, furtherOf }) => name === field && furtherOf !== undefined)
  return {
    ...(before !== undefined && { [before]: guess[before] === column ? '' : undefined }),
    ...(before !== undefined && goesBack(before, guess, mapping, fields)),
    ...(rest && displaced !== undefined && filled(keyOfFurther(rest.name, displaced), displaced)),
    ...(field !== null && filled(isMany ? keyOfFurther(field, column) : field, column)),
  }
}

/** The column that has its field again is no longer one of the rest, where it had gone meanwhile. */
function goesBack(
  field: string,
  guess: Fields,
  mapping: Fields,
  fields: readonly Pick<ImportField, 'name' | 'furtherOf'>[],
): ChosenFields {
  const own = guess[field]
  const rest = fields.find(({ furtherOf }) => furtherOf === field)
  const key = own !== undefined && rest ? keyOfFurther(rest.name, own) : ''
  return key in mapping && !(key in guess) ? { [key]: undefined } : {}
}

type Fields = Readonly<Record<string, string>>
