import { sql, type RawBuilder } from 'kysely'
import type { customersCalls } from '../../core/customers/calls.ts'
import { numberQueries } from '../../core/customers/numbers.ts'
import { searchQuery, searchTerms } from '../../core/fold.ts'
import { ok } from '../../core/result.ts'
import type { Context, HandlersOf } from '../store/context.ts'
import { consentHeld } from './suppression.ts'

/** Up to here the found customers are sorted; of more, the index by name soon fills a page. */
const mostSorted = 1500

export const search: HandlersOf<Pick<typeof customersCalls, 'customers.search'>> = {
  'customers.search': async ({ db }, { text, limit, offset }) => {
    const terms = searchTerms(text)
    const query = searchQuery(text)
    if (query === null && text.trim() !== '') return ok({ total: 0, rows: [] })
    const byWords = sql`SELECT rowid AS id FROM customersSearch WHERE customersSearch MATCH ${query}`
    const numbers = query === null ? [] : numberQueries(text).map(byNumber)
    const byNumbers = numbers.length > 0 && (await count(db, firstOf(sql.join(numbers, sql` UNION `), 1))) > 0
    const matches = byNumbers ? sql.join([byWords, ...numbers], sql` UNION `) : byWords
    const few = query === null ? null : await count(db, firstOf(matches, mostSorted + 1))
    const isFew = few !== null && few <= mostSorted
    const page = await db
      .selectFrom('customers')
      .select('id')
      .$if(isFew, (all) => all.where('id', 'in', sql<number>`(${matches})`))
      .$if(!isFew && query !== null, (all) =>
        all.where((eb) =>
          eb.or([
            eb.and(terms.map(hasWord)),
            ...(byNumbers ? [eb('id', 'in', sql<number>`(${sql.join(numbers, sql` UNION `)})`)] : []),
          ]),
        ),
      )
      .orderBy('folded')
      .orderBy('id')
      .limit(limit)
      .offset(offset)
      .execute()
    const total = isFew ? few : await count(db, query === null ? sql`customerContact` : sql`(${matches})`)
    const rows = await linesOf(
      db,
      page.map(({ id }) => id),
    )
    return ok({ total, rows })
  },
}

/** Customers with such a number, and with the words that stand beside it. */
function byNumber({ match, words }: ReturnType<typeof numberQueries>[number]): RawBuilder<unknown> {
  const found = sql`SELECT rowid AS id FROM customersNumberSearch WHERE customersNumberSearch MATCH ${match}`
  if (words.length === 0) return found
  const beside = searchQuery(words.join(' '))
  return sql`${found} AND rowid IN (SELECT rowid FROM customersSearch WHERE customersSearch MATCH ${beside})`
}

const firstOf = (found: RawBuilder<unknown>, most: number) => sql`(SELECT id FROM (${found}) LIMIT ${most})`

/** Whether a word of the folded text begins so; the index by name holds the text, so no row is read for it. */
const hasWord = (term: string) => sql<boolean>`(instr(' ' || folded, ${` ${term}`}) > 0)`

async function count(db: Context['db'], from: RawBuilder<unknown>): Promise<number> {
  return (await sql<{ n: number }>`SELECT count(*) AS n FROM ${from}`.execute(db)).rows[0]!.n
}

async function linesOf(db: Context['db'], ids: readonly number[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('customers')
    .innerJoin('customerContact', 'customerContact.customerId', 'customers.id')
    .select(['id', 'name', 'company', 'email', 'phone', 'city', 'lastStrongMs'])
    .select((eb) => consentHeld(eb).as('mailConsent'))
    .where('id', 'in', ids)
    .orderBy('folded')
    .orderBy('id')
    .execute()
}
