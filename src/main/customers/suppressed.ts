import type { Refusal } from '../../core/customers/consent.ts'
import { leaveOutOfUndo } from '../store/changes.ts'
import type { Context } from '../store/context.ts'
import type { Row } from '../store/schema.ts'
import { mailHash } from './mail-hash.ts'

type Db = Context['db']
type Reason = Row<'suppressedHashes'>['reason']

/** Where such a no comes from, in words. */
const sources: Readonly<Record<Reason, string>> = {
  erased: 'who had this address was erased here',
  asked: 'this address asked never to be written to',
}

const refusalOf = ({ day, reason }: Pick<Row<'suppressedHashes'>, 'day' | 'reason'>): Refusal => ({
  name: '',
  day,
  source: sources[reason],
})

/** The no that a customer's address brings with it, as nobody's who is on file; undefined where none of theirs does. */
export async function suppressedFor(db: Db, customerId: number) {
  const row = await db
    .selectFrom('suppressedHere as here')
    .innerJoin('suppressedHashes as said', 'said.id', 'here.hashId')
    .select(['said.day', 'said.reason'])
    .where('here.customerId', '=', customerId)
    .orderBy('said.day', 'desc')
    .orderBy('said.id', 'desc')
    .executeTakeFirst()
  return row && { ...refusalOf(row), customerId: 0, isOnFile: false }
}

/** Those of these customers who are on file as they were before they were erased: nobody asked them since. */
export const stillErased = ({ db }: Pick<Context, 'db'>, ids: readonly number[]) =>
  db
    .selectFrom('customers')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .where((eb) =>
      eb.or([
        eb(
          'id',
          'in',
          eb
            .selectFrom('suppressedHere as here')
            .innerJoin('suppressedHashes as said', 'said.id', 'here.hashId')
            .select('here.customerId')
            .where('said.reason', '=', 'erased'),
        ),
        eb.and([
          eb('emailKey', '=', ''),
          eb('id', 'not in', eb.selectFrom('furtherMails').select('furtherMails.customerId')),
        ]),
      ]),
    )
    .orderBy('id')
    .execute()

/** Somebody who has the address was asked, alone, and said yes. */
export const turnSuppressed = (db: Db, customerId: number) =>
  db
    .deleteFrom('suppressedHashes')
    .where('id', 'in', (eb) =>
      eb.selectFrom('suppressedHere').select('hashId').where('customerId', '=', customerId),
    )
    .execute()

const saltsOf = async (db: Db): Promise<readonly string[]> =>
  (await db.selectFrom('suppressionSalts').select('salt').orderBy('id').execute()).map(({ salt }) => salt)

/** All addresses that are never to be written to, asked by the address, and the customers who have one. */
export async function hashedNoes(db: Db) {
  const rows = await db.selectFrom('suppressedHashes').select(['hash', 'day', 'reason']).execute()
  const said = new Map(rows.map((row) => [row.hash, row]))
  const salts = await saltsOf(db)
  const here = await db
    .selectFrom('suppressedHere as here')
    .innerJoin('suppressedHashes as said', 'said.id', 'here.hashId')
    .select(['here.customerId', 'said.day', 'said.reason'])
    .orderBy('said.day')
    .orderBy('said.id')
    .execute()
  return {
    none: said.size === 0,
    byCustomer: new Map(here.map((row) => [row.customerId, refusalOf(row)])),
    at(emailKey: string): Refusal | undefined {
      if (said.size === 0) return undefined
      const row = salts.map((salt) => said.get(mailHash(salt, emailKey))).find((one) => one !== undefined)
      return row && refusalOf(row)
    },
  }
}

/** The hash an address is kept as in this file. */
export async function hashIn(db: Db): Promise<(emailKey: string) => string> {
  const [salt = ''] = await saltsOf(db)
  return (emailKey) => mailHash(salt, emailKey)
}

/** Keeps hashes anew, under numbers of their own: what was done with the same ones before takes none of them away. */
export async function keepHashes(
  db: Db,
  hashes: readonly string[],
  day: string,
  reason: Reason,
): Promise<void> {
  if (hashes.length === 0) return
  await db.deleteFrom('suppressedHashes').where('hash', 'in', hashes).execute()
  await db
    .insertInto('suppressedHashes')
    .values([...new Set(hashes)].map((hash) => ({ hash, day, reason })))
    .execute()
}

/** Keeps again that an address is never written to, known by its hash alone, as its own no: no undo of the owner's takes it back. */
export async function suppressHash(context: Context, hash: string, day: string): Promise<void> {
  await keepHashes(context.db, [hash], day, 'asked')
  await leaveOutOfUndo(context, 'suppressedHashes')
}
