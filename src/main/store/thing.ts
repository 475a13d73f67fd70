import type { Selectable } from 'kysely'
import type { FieldKind } from '../../core/shop/history-calls.ts'

type Stored = string | number

/** A column as the screens name it; null for what the owner never sees. */
export interface Field {
  readonly name: string
  readonly kind: FieldKind
  /** Says in words what is stored as a code. */
  readonly words?: (value: Stored) => string
  /** One of ours, and never a word of the owner's. */
  readonly isCode?: true
  /** The table whose row it points at, which is shown by its name. */
  readonly of?: 'customers' | 'tiers' | 'products' | 'batches' | 'staff'
  /** The rows in which it is an act's doing, and said; in others it follows from the rest. */
  readonly saidOf?: (row: Readonly<Record<string, Stored | null>>) => boolean
}

/** A row of a table in the words of its screens. */
export interface Thing<Row> {
  /** "Customer". */
  readonly thing: string
  /** What a row is called, from the row alone. */
  readonly named: (row: Row) => string
  readonly fields: { readonly [Column in Exclude<keyof Row, 'id'>]: Field | null }
}

/** Tables of a feature in words; the compiler sees that no column is forgotten. */
export type Things<Tables> = { readonly [T in keyof Tables]?: Thing<Selectable<Tables[T]>> }

const as =
  (kind: FieldKind) =>
  (name: string): Field => ({ name, kind })

export const text = as('text')
export const day = as('day')
export const instant = as('instant')
export const yesNo = as('yesNo')
export const money = as('money')
export const number = as('number')

/** The id of a row that is shown by its name. */
export const pointsAt = (of: NonNullable<Field['of']>, name: string): Field => ({ name, kind: 'text', of })

/** A code that is stored, in words. */
export const coded = (name: string, words: Readonly<Record<string, string>>): Field => ({
  name,
  kind: 'text',
  isCode: true,
  words: (value) => words[value] ?? String(value),
})

/** JSON of ours; one that cannot be read is shown as it is. */
export const written = (name: string, words: (parsed: never) => string): Field => ({
  name,
  kind: 'text',
  words(value) {
    try {
      return words(JSON.parse(String(value)) as never)
    } catch {
      return String(value)
    }
  },
})
