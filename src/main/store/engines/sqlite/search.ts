import { sql } from 'kysely'
import type { NumberWay } from '../../../../core/customers/numbers.ts'
import type { Search } from '../engine.ts'

/** Search by the FTS5 tables that search-indexes.ts keeps. */
export const sqliteSearch: Search = {
  withWords: (table, terms) => matching(`${table}Search`, allBegun(terms)),
  withNumbers: (numbers) =>
    matching(
      'customersNumberSearch',
      numbers
        .map((ways) => (ways.length === 1 ? said(ways[0]!) : `(${ways.map(said).join(' OR ')})`))
        .join(' AND '),
    ),
  // The index by name holds the text, so that no row is read for it.
  hasWord: (term) => sql<boolean>`(instr(' ' || folded, ${` ${term}`}) > 0)`,
  inAct: (word, asTyped) =>
    sql<boolean>`CASE WHEN acts.folded = '' THEN acts.says LIKE ${holding(asTyped.trim())} ESCAPE '\\'
      ELSE acts.folded LIKE ${holding(word)} ESCAPE '\\' END`,
}

const matching = (index: string, match: string) =>
  sql<{ id: number }>`SELECT rowid AS id FROM ${sql.table(index)} WHERE ${sql.table(index)} MATCH ${match}`

/** Every term has to occur, each as the beginning of a word; no phrases, so it serves tables with `detail = none`. */
export const allBegun = (terms: readonly string[]): string => terms.map(begun).join(' AND ')

const begun = (term: string): string => `"${term}"*`

const said = ({ digits, is }: NumberWay): string => (is === 'whole' ? `"${digits}"` : begun(digits))

const holding = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`
