import { sql, type Expression, type ExpressionBuilder, type RawBuilder } from 'kysely'
import type { GoneNo, Refusal, SignedNo } from '../../core/customers/consent.ts'
import { foundBySign } from '../../core/customers/found-by-sign.ts'
import { whoseBeginnings } from '../../core/customers/whose.ts'
import type { Context } from '../store/context.ts'
import { pages } from '../store/pages.ts'
import type { Schema } from '../store/schema.ts'
import { keptNow } from './former.ts'
import type { Said } from './keep-noes.ts'
import { hashedNoes, suppressedFor, turnSuppressed } from './suppressed.ts'

type Db = Context['db']

/** Into whom somebody was merged who said no. Asked once for all customers, as the few who were merged are read, and not everybody. */
export const whoseFormerRefuses = sql`SELECT former."customerId" FROM "formerCustomers" AS former
  CROSS JOIN suppressions AS said ON said."customerId" = former."goneId"`

/** Every address of those: the no is theirs, and holds for whoever else has one of them. */
export const addressesOfThose = sql`SELECT kept."emailKey" FROM customers AS kept
    WHERE kept."emailKey" <> '' AND kept.id IN (${whoseFormerRefuses})
  UNION ALL SELECT more."emailKey" FROM "furtherMails" AS more
    WHERE more."emailKey" <> '' AND more."customerId" IN (${whoseFormerRefuses})`

/** Whether a no holds for a customer, by the columns given: their own, wherever it was said, or anybody's under one of their addresses. */
export const refusedOf = (
  id: Expression<number>,
  emailKey: Expression<string>,
  consent: Expression<string>,
) =>
  sql<0 | 1>`(${consent} = 'no'
    OR EXISTS (SELECT 1 FROM suppressions AS s WHERE s."customerId" = ${id})
    OR ${id} IN (${whoseFormerRefuses})
    OR EXISTS (SELECT 1 FROM "suppressedHere" AS h WHERE h."customerId" = ${id})
    OR EXISTS (SELECT 1 FROM suppressions AS s WHERE s."emailKey" = ${emailKey} AND s."emailKey" <> '')
    OR EXISTS (SELECT 1 FROM "furtherMails" AS f CROSS JOIN suppressions AS s ON s."emailKey" = f."emailKey"
      WHERE f."customerId" = ${id} AND s."emailKey" <> '')
    OR EXISTS (SELECT 1 FROM customers AS mate
      WHERE mate."emailKey" = ${emailKey} AND mate."emailKey" <> '' AND mate."mailConsent" = 'no')
    OR ${emailKey} IN (${addressesOfThose})
    OR EXISTS (SELECT 1 FROM "furtherMails" AS f WHERE f."customerId" = ${id} AND f."emailKey" IN (${addressesOfThose})))`

/** {@link refusedOf} of the table itself. */
export const isRefused = (eb: ExpressionBuilder<Schema, 'customers'>) =>
  refusedOf(eb.ref('customers.id'), eb.ref('customers.emailKey'), eb.ref('customers.mailConsent'))

/** What a customer answered about mail, with a no that holds for them before any answer of their own. */
export const consentHeld = (eb: ExpressionBuilder<Schema, 'customers'>) =>
  sql<
    'yes' | 'no' | 'unasked'
  >`CASE WHEN ${isRefused(eb)} THEN 'no' ELSE ${eb.ref('customers.mailConsent')} END`

/** Whether a no is a customer's: said by them, or by who was merged into them. */
const isWhoseNow = (no: string, id: Expression<number>) =>
  sql<boolean>`(${sql.ref(`${no}.customerId`)} = ${id} OR ${sql.ref(`${no}.customerId`)} IN (
    SELECT former."goneId" FROM "formerCustomers" AS former WHERE former."customerId" = ${id}))`

/** Whether a customer said no themselves, wherever: not somebody else under their address. */
export const saidNo = (eb: ExpressionBuilder<Schema, 'customers'>) =>
  sql<0 | 1>`(${eb.ref('customers.mailConsent')} = 'no'
    OR EXISTS (SELECT 1 FROM suppressions AS s WHERE ${isWhoseNow('s', eb.ref('customers.id'))}))`

/** Every address of the customer that a query calls `c`. */
const addressesOfC = sql`SELECT c."emailKey" WHERE c."emailKey" <> ''
  UNION ALL SELECT f."emailKey" FROM "furtherMails" AS f WHERE f."customerId" = c.id AND f."emailKey" <> ''`

/** A no with who said it, the customer's own before another's. */
export type HeldRefusal = Refusal & { readonly customerId: number; readonly isOnFile: boolean }

/** The no that holds for a customer; undefined where none does. */
export async function refusalFor(db: Db, customerId: number): Promise<HeldRefusal | undefined> {
  const found = await sql<{ customerId: number; day: string; source: string; name: string | null }>`
    SELECT ${keptNow(sql.ref('s.customerId'))} AS "customerId", s.day, s.source, who.name
    FROM customers AS c
    JOIN suppressions AS s ON ${isWhoseNow('s', sql.ref('c.id'))}
      OR s."emailKey" IN (${addressesOfC})
      OR s."customerId" IN (SELECT former."goneId" FROM "formerCustomers" AS former
        WHERE former."customerId" IN (SELECT mate.id FROM customers AS mate WHERE mate."emailKey" IN (${addressesOfC})
          UNION SELECT more."customerId" FROM "furtherMails" AS more WHERE more."emailKey" IN (${addressesOfC})))
    LEFT JOIN customers AS who ON who.id = ${keptNow(sql.ref('s.customerId'))}
    WHERE c.id = ${customerId}
    ORDER BY ${isWhoseNow('s', sql.ref('c.id'))} DESC, who.id IS NULL, s.day DESC, s.id DESC
    LIMIT 1`.execute(db)
  const row = found.rows[0]
  return row
    ? { ...row, name: row.name ?? '', isOnFile: row.name !== null }
    : await suppressedFor(db, customerId)
}

/** Whether nobody on file has said it, also under whom they were merged into. */
export const isNobodys = (customerId: Expression<number>) =>
  sql<boolean>`${keptNow(customerId)} NOT IN (SELECT customers.id FROM customers)`

/** Noes that asking this person again turns: their own, and those of the same name that came and went under their address. */
const turnable =
  ({ id, emailKey, name }: Asked) =>
  (eb: ExpressionBuilder<Schema, 'suppressions'>) =>
    eb.or([
      isWhoseNow('suppressions', sql.lit(id)),
      eb.and([
        eb('emailKey', '=', emailKey),
        eb('emailKey', '<>', ''),
        eb.or(
          ['', ...whoseBeginnings(name)].map(
            (key) => sql<boolean>`substr(whose || ' ', 1, ${key.length + 1}) = ${`${key} `}`,
          ),
        ),
        isNobodys(eb.ref('customerId')),
      ]),
    ])

/** Somebody who was asked about mail again. */
export interface Asked {
  readonly id: number
  readonly emailKey: string
  readonly name: string
}

/** The last no that asking again would turn; undefined where there is none. */
export async function lastNo({ db }: Pick<Context, 'db'>, asked: Asked) {
  const said = await db
    .selectFrom('suppressions')
    .select(['day', 'source'])
    .where(turnable(asked))
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  const suppressed = await suppressedFor(db, asked.id)
  return suppressed && suppressed.day > (said?.day ?? '') ? suppressed : said
}

/** Takes back a person's own noes. What another said under the same address stays, also when they are no longer on file. */
export async function turnNo({ db }: Pick<Context, 'db'>, asked: Asked) {
  await db.deleteFrom('suppressions').where(turnable(asked)).execute()
  await turnSuppressed(db, asked.id)
}

const pageSize = 1000

/** Whom noes are asked for: by who said them, by address, by signs and by those of a name (core/customers/whose.ts). */
interface NoesAbout {
  readonly ids: readonly number[]
  readonly emailKeys: readonly string[]
  readonly signs: readonly string[]
  readonly names: readonly string[]
}

const isAbout =
  ({ ids, emailKeys, signs, names }: NoesAbout) =>
  (eb: ExpressionBuilder<Schema & { s: Schema['suppressions'] }, 's'>) =>
    eb.or([
      eb(keptNow(eb.ref('s.customerId')), 'in', ids),
      eb('s.emailKey', 'in', emailKeys),
      ...[...signs, ...names.map((name) => `s${name}`)].map(
        (sign) => sql<boolean>`replace(s.whose, ${` ${sign}`}, '') <> s.whose`,
      ),
      ...names.map((name) => sql<boolean>`substr(s.whose, 1, ${name.length}) = ${name}`),
    ])

/** All noes there are, or those about somebody, by who said them and by address. */
export async function allNoes({ db, step }: Pick<Context, 'db' | 'step'>, about?: NoesAbout) {
  const byCustomer = new Map<number, Refusal>()
  const gone: GoneNo[] = []
  const onFile: SignedNo[] = []
  const byAddress = new Map<string, Refusal>()
  const kept = new Set<string>()
  const filed = new Map<string, Filed>()
  const read = (after: number) =>
    db
      .selectFrom('suppressions as s')
      .leftJoin('customers as who', (join) =>
        join.on((eb) => eb('who.id', '=', keptNow(eb.ref('s.customerId')))),
      )
      .select((eb) => keptNow(eb.ref('s.customerId')).as('customerId'))
      .select([
        's.id',
        's.customerId as sayerId',
        's.emailKey',
        's.day',
        's.source',
        's.whose',
        's.fromFile',
        'who.name',
      ])
      .where('s.id', '>', after)
      .$if(about !== undefined, (all) => all.where((eb) => isAbout(about!)(eb)))
      .orderBy('s.id')
      .limit(pageSize)
      .execute()
  for await (const page of pages(read)) {
    for (const { id, sayerId, customerId, emailKey, day, source, whose, fromFile, name } of page) {
      const refusal = { name: name ?? '', day, source }
      keepLatest(byCustomer, customerId, refusal)
      if (emailKey !== '') keepLatest(byAddress, emailKey, refusal)
      const key = `${sayerId} ${emailKey}`
      kept.add(key)
      if (fromFile && day >= (filed.get(key)?.day ?? '')) filed.set(key, { id, day, whose })
      if (whose === '') continue
      if (name === null) gone.push({ id, emailKey, whose, day, source })
      else onFile.push({ customerId, name, whose })
    }
    await step(0, 1, 'Comparing with the customers on file')
  }
  for (const { key, ...refusal } of await underFormers(db)) keepLatest(byAddress, key, refusal)
  const hashed = await hashedNoes(db)
  for (const [customerId, refusal] of hashed.byCustomer) keepLatest(byCustomer, customerId, refusal)
  return {
    none: kept.size === 0 && hashed.none,
    of: (customerId: number) => byCustomer.get(customerId),
    at: (emailKey: string) => byAddress.get(emailKey) ?? hashed.at(emailKey),
    isKept: (no: NoOf) => kept.has(`${no.customerId} ${no.emailKey}`),
    /** When a file said this no last of who was called so, and whose it was; undefined where none has. */
    filed: (no: NoOf) => filed.get(`${no.customerId} ${no.emailKey}`),
    /** Noes of people who are no longer on file and have this name, or may be the same person. */
    gone: foundBySign(gone),
    /** Noes of people on file who had this name, or may have been the same person, when they said it. */
    onFile: foundBySign(onFile),
  }
}

/** The noes of who was merged, under the addresses of who was kept. */
async function underFormers(db: Db) {
  const under = (key: RawBuilder<string>, of: RawBuilder<unknown>) =>
    sql`SELECT ${key} AS key, said.day, said.source, who.name
      FROM "formerCustomers" AS former
      CROSS JOIN suppressions AS said ON said."customerId" = former."goneId"
      CROSS JOIN customers AS who ON who.id = former."customerId" ${of}
      WHERE ${key} <> ''`
  const further = sql`CROSS JOIN "furtherMails" AS more ON more."customerId" = who.id`
  const { rows } = await sql<Refusal & { readonly key: string }>`${under(sql`who."emailKey"`, sql``)}
    UNION ALL ${under(sql`more."emailKey"`, further)}`.execute(db)
  return rows
}

function keepLatest<Key>(map: Map<Key, Refusal>, key: Key, refusal: Refusal): void {
  if (refusal.day >= (map.get(key)?.day ?? '')) map.set(key, refusal)
}

/** A no as a file said it last. */
type Filed = Pick<GoneNo, 'id' | 'day' | 'whose'>

type NoOf = Pick<Said, 'customerId' | 'emailKey'>
