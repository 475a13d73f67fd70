import { sql, type RawBuilder } from 'kysely'
import type { customersCalls } from '../../core/customers/calls.ts'
import { numberQueries } from '../../core/customers/numbers.ts'
import { searchTerms } from '../../core/fold.ts'
import { ok } from '../../core/result.ts'
import type { Context, HandlersOf } from '../store/context.ts'
import type { Search } from '../store/engines/engine.ts'
import { asOfDay } from './alive.ts'
import { countAside } from './aside.ts'
import { inOrder, listed } from './listed.ts'
import { quietPage, withSilence } from './quiet.ts'
import { consentHeld } from './suppression.ts'

/** Up to here the found customers are sorted; of more, the index by name soon fills a page. */
const mostSorted = 1500

export const search: HandlersOf<Pick<typeof customersCalls, 'customers.search'>> = {
  'customers.search': async (context, { text, by, down, only, limit, offset }) => {
    const { db, engine } = context
    const asOf = asOfDay(context)
    const terms = searchTerms(text)
    const isAll = terms.length === 0
    const aside = await countAside(db)
    if (isAll && text.trim() !== '') return ok({ total: 0, aside, rows: [] })
    if (isAll && only === 'quiet' && by === 'quiet') {
      const { total, page } = await quietPage(db, { todayNo: asOf.dayNo, down, limit, offset })
      const lines = await linesOf(db, idsOf(page))
      return ok({ total, aside, rows: await withSilence(context, lines) })
    }
    const byWords = engine.search.withWords('customers', terms)
    const withWords = isAll ? null : await count(db, firstOf(byWords))
    // Where the words alone find very many, a part of a number says too little yet.
    const numbers =
      withWords === null || withWords > mostSorted ? [] : await numbersFound(db, engine.search, text)
    const matches = sql.join([byWords, ...numbers], sql` UNION `)
    const few = numbers.length === 0 ? withWords : await count(db, firstOf(matches))
    const isFew = few !== null && few <= mostSorted
    const found = db
      .selectFrom('customers')
      .$if(!isAll && (isFew || numbers.length > 0), (all) => all.where('id', 'in', sql<number>`(${matches})`))
      .$if(!isAll && !isFew && numbers.length === 0, (all) =>
        terms.reduce((some, term) => some.where(engine.search.hasWord(term)), all),
      )
    const who = listed(found, only, isAll, asOf.dayNo)
    const isMixed = only === 'all' && !isAll
    const page = await inOrder(who, by, down, isMixed, asOf.dayNo).limit(limit).offset(offset).execute()
    const total =
      only !== 'all'
        ? (await who.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n
        : isFew
          ? few
          : isAll
            ? (await count(db, sql.table('customerContact'))) - aside
            : await count(db, sql`(${matches}) AS matching`)
    const rows = await linesOf(db, idsOf(page))
    return ok({ total, aside, rows: only === 'quiet' ? await withSilence(context, rows) : rows })
  },
}

/** What finds anybody by a number; nearly always nothing does, and a union with nothing would cost its sorting. */
async function numbersFound(
  db: Context['db'],
  search: Search,
  text: string,
): Promise<readonly RawBuilder<unknown>[]> {
  const found: RawBuilder<unknown>[] = []
  for (const { numbers, words } of numberQueries(text)) {
    const byNumber = search.withNumbers(numbers)
    const n = await count(db, firstOf(byNumber))
    if (n > 0) found.push(besideWords(search, byNumber, words, n))
  }
  return found
}

/** Those of a number, `n` up to the most that are sorted, who have the words that stand beside it as well. */
function besideWords(
  { withWords, hasWord }: Search,
  byNumber: RawBuilder<unknown>,
  words: readonly string[],
  n: number,
): RawBuilder<unknown> {
  if (words.length === 0) return byNumber
  if (n <= mostSorted)
    return sql`SELECT id FROM customers WHERE id IN (${byNumber}) AND ${sql.join(words.map(hasWord), sql` AND `)}`
  // Joined in any other way, the one index would be asked again for each row of the other.
  const byWords = withWords('customers', searchTerms(words.join(' ')))
  return sql`SELECT id FROM (${byNumber} INTERSECT ${byWords}) AS both`
}

const firstOf = (found: RawBuilder<unknown>) =>
  sql`(SELECT id FROM (${found}) AS found LIMIT ${mostSorted + 1}) AS first`

async function count(db: Context['db'], from: RawBuilder<unknown>): Promise<number> {
  return (await sql<{ n: number }>`SELECT count(*) AS n FROM ${from}`.execute(db)).rows[0]!.n
}

const idsOf = (page: readonly { readonly id: number }[]) => page.map(({ id }) => id)

/** What the list shows of these, in their order. */
async function linesOf(db: Context['db'], ids: readonly number[]) {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('customers')
    .innerJoin('customerContact', 'customerContact.customerId', 'customers.id')
    .select(['id', 'name', 'company', 'email', 'phone', 'city', 'lastStrongMs', 'asideSinceMs'])
    .select((eb) => consentHeld(eb).as('mailConsent'))
    .where('id', 'in', ids)
    .execute()
  const place = new Map(ids.map((id, i) => [id, i]))
  return rows
    .toSorted((a, b) => place.get(a.id)! - place.get(b.id)!)
    .map(({ asideSinceMs, ...row }) => ({ ...row, isAside: asideSinceMs !== null }))
}
