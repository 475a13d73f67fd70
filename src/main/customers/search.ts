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
    const withWords = query === null ? null : await count(db, firstOf(byWords))
    // Where the words alone find very many, a part of a number says too little yet.
    const numbers = withWords === null || withWords > mostSorted ? [] : await numbersFound(db, text)
    const matches = sql.join([byWords, ...numbers], sql` UNION `)
    const few = numbers.length === 0 ? withWords : await count(db, firstOf(matches))
    const isFew = few !== null && few <= mostSorted
    const page = await db
      .selectFrom('customers')
      .select('id')
      .$if(isFew || numbers.length > 0, (all) => all.where('id', 'in', sql<number>`(${matches})`))
      .$if(!isFew && numbers.length === 0, (all) =>
        terms.reduce((some, term) => some.where(hasWord(term)), all),
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

/** What finds anybody by a number; nearly always nothing does, and a union with nothing would cost its sorting. */
async function numbersFound(db: Context['db'], text: string): Promise<readonly RawBuilder<unknown>[]> {
  const found: RawBuilder<unknown>[] = []
  for (const { match, words } of numberQueries(text)) {
    const byNumber = sql`SELECT rowid AS id FROM customersNumberSearch WHERE customersNumberSearch MATCH ${match}`
    const n = await count(db, firstOf(byNumber))
    if (n > 0) found.push(besideWords(byNumber, words, n))
  }
  return found
}

/** Those of a number, `n` up to the most that are sorted, who have the words that stand beside it as well. */
function besideWords(
  byNumber: RawBuilder<unknown>,
  words: readonly string[],
  n: number,
): RawBuilder<unknown> {
  if (words.length === 0) return byNumber
  if (n <= mostSorted)
    return sql`SELECT id FROM customers WHERE id IN (${byNumber}) AND ${sql.join(words.map(hasWord), sql` AND `)}`
  // Joined in any other way, the one index would be asked again for each row of the other.
  const byWords = sql`SELECT rowid FROM customersSearch WHERE customersSearch MATCH ${searchQuery(words.join(' '))}`
  return sql`SELECT id FROM (${byNumber} INTERSECT ${byWords})`
}

const firstOf = (found: RawBuilder<unknown>) => sql`(SELECT id FROM (${found}) LIMIT ${mostSorted + 1})`

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
