import { sql } from 'kysely'
import type { Erased } from '../../core/customers/erased-words.ts'
import { eraseActions } from '../actions/edge.ts'
import { eraseLetters } from '../letters/edge.ts'
import { erasePromises } from '../promises/edge.ts'
import { eraseReferrals } from '../referrals/edge.ts'
import type { Context } from '../store/context.ts'
import type { LoggedTable } from '../store/schema.ts'
import { eraseChannelNoes } from './channel-noes.ts'
import { havingMail } from './having-mail.ts'
import { isNobodys } from './suppression.ts'

/** Takes somebody out of the rows of one table; answers which rows were theirs. */
type Eraser = (context: Context, erased: Erased) => Promise<readonly number[]>

const idOf = ({ id }: { readonly id: number }): number => id

/** A no without its address, known again by signs: of who said one it holds also under another address. */
const eraseSuppressions: Eraser = async ({ db }, { ids, emailKeys, whose, formers }) => {
  const nobodys = (
    await db
      .selectFrom('suppressions')
      .select('id')
      .where('emailKey', 'in', emailKeys.length === 0 ? [''] : emailKeys)
      .where('emailKey', '<>', '')
      .where('customerId', 'not in', ids)
      .where((eb) => isNobodys(eb.ref('suppressions.customerId')))
      .execute()
  ).map(idOf)
  if (nobodys.length > 0)
    await db
      .updateTable('suppressions')
      .set({ emailKey: '', source: saidBefore })
      .where('id', 'in', nobodys)
      .execute()
  const own = await db
    .deleteFrom('suppressions')
    .where('customerId', 'in', ids)
    .returning(['id', 'day'])
    .execute()
  if (own.length > 0)
    await db
      .insertInto('suppressions')
      .values(
        [{ id: ids[0]!, whose }, ...formers].map(({ id: customerId, whose: signs }) => ({
          emailKey: '',
          customerId,
          day: own
            .map(({ day }) => day)
            .toSorted()
            .at(-1)!,
          source: saidBefore,
          whose: signs,
          fromFile: 1,
        })),
      )
      .execute()
  return [...nobodys, ...own.map(idOf)]
}

/** Where the no of somebody erased comes from; what was written there may have named them. */
const saidBefore = 'said before they were erased'

/** Of each table that names customers, as of a merge (moved.ts), what takes somebody out of it. */
export const erasers = {
  touches: async ({ db }, { ids }) =>
    (await db.deleteFrom('touches').where('customerId', 'in', ids).returning('id').execute()).map(idOf),
  visits: async ({ db }, { ids }) =>
    (await db.deleteFrom('visits').where('customerId', 'in', ids).returning('id').execute()).map(idOf),
  suppressions: eraseSuppressions,
  consentAnswers: async ({ db }, { ids }) =>
    (await db.deleteFrom('consentAnswers').where('customerId', 'in', ids).returning('id').execute()).map(
      idOf,
    ),
  channelNoes: eraseChannelNoes,
  twoPeople: async ({ db }, { ids }) =>
    (
      await db
        .deleteFrom('twoPeople')
        .where((eb) => eb.or([eb('customerId', 'in', ids), eb('otherId', 'in', ids)]))
        .returning('id')
        .execute()
    ).map(idOf),
  formerCustomers: async ({ db }, { ids }) =>
    (
      await db
        .deleteFrom('formerCustomers')
        .where((eb) => eb.or([eb('customerId', 'in', ids), eb('goneId', 'in', ids)]))
        .returning('id')
        .execute()
    ).map(idOf),
  promises: erasePromises,
  actions: eraseActions,
  referrals: eraseReferrals,
  letters: eraseLetters,
} satisfies Readonly<Partial<Record<LoggedTable, Eraser>>>

/** Takes somebody out of every table; answers which rows were theirs. */
export async function eraseRows(
  context: Context,
  erased: Erased,
): Promise<Map<LoggedTable, readonly number[]>> {
  const rows = new Map<LoggedTable, readonly number[]>([['customers', erased.ids]])
  for (const [table, erase] of Object.entries<Eraser>(erasers))
    rows.set(table as LoggedTable, await erase(context, erased))
  await context.db.deleteFrom('customers').where('id', 'in', erased.ids).execute()
  await context.db.insertInto('wipeDue').values({ sinceMs: context.now }).execute()
  return rows
}

/** Who else on file has one of the addresses; they get no mail by it either. */
export async function sharingAddress(
  { db }: Pick<Context, 'db'>,
  { ids, emailKeys }: Erased,
): Promise<readonly string[]> {
  if (emailKeys.length === 0) return []
  const rows = await db
    .selectFrom('customers')
    .select('name')
    .where('id', 'not in', ids)
    .where('id', 'in', havingMail(db, emailKeys))
    .orderBy('folded')
    .orderBy('id')
    .limit(20)
    .execute()
  return rows.map(({ name }) => name)
}

/** How much of theirs goes. */
export async function ownRows({ db }: Pick<Context, 'db'>, { ids }: Erased) {
  const { rows } = await sql<{ touches: number; visits: number; noes: number }>`
    SELECT (SELECT count(*) FROM touches WHERE "customerId" IN (${sql.join([...ids])})) AS touches,
      (SELECT count(*) FROM visits WHERE "customerId" IN (${sql.join([...ids])})) AS visits,
      (SELECT count(*) FROM suppressions WHERE "customerId" IN (${sql.join([...ids])}))
        + (SELECT count(*) FROM "channelNoes" WHERE "customerId" IN (${sql.join([...ids])})) AS noes`.execute(
    db,
  )
  return rows[0]!
}
