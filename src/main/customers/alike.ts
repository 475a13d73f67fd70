import { sql } from 'kysely'
import { isNameTurned, nameBeginnings } from '../../core/customers/alike.ts'
import type { AlikeOnFile, AlikeSign } from '../../core/customers/answers.ts'
import { mailKeys } from '../../core/customers/person.ts'
import { phoneEnds, sharePhone, wholePhones } from '../../core/customers/phones.ts'
import { ok } from '../../core/result.ts'
import type { Context, Handler } from '../store/context.ts'
import { asideLast } from './aside.ts'

/** Who is looked at by one sign: thousands of one name or number say nothing. */
const mostOfASign = 40

const mostShown = 3

/** Nobody types more addresses of one person. */
const mostMails = 20

/** The same name in other words for its vowels and title; who has more names than these is another. */
const somewhatLonger = 8

/** Who on file has the same mail address, phone or name as somebody who is being typed; who shares most of them first. */
export const alike: Handler<'customers.alike'> = async (context, { name, email, phone }) => {
  const found = new Map<number, Found>()
  const add = (sign: AlikeSign, rows: readonly Row[]) => {
    for (const row of rows) {
      const known = found.get(row.id)
      if (known) known.signs.add(sign)
      else found.set(row.id, { row, signs: new Set([sign]) })
    }
  }
  add('mail', await withMail(context, mailKeys(email).slice(0, mostMails)))
  add('phone', await withPhone(context, phone))
  add('name', await withName(context, name))
  const all = [...found.values()].toSorted(
    (a, b) =>
      b.signs.size - a.signs.size ||
      Number(a.row.asideSinceMs !== null) - Number(b.row.asideSinceMs !== null) ||
      a.row.id - b.row.id,
  )
  return ok({ total: all.length, rows: all.slice(0, mostShown).map(shown) })
}

interface Found {
  readonly row: Row
  readonly signs: Set<AlikeSign>
}

const shown = ({ row: { asideSinceMs, ...row }, signs }: Found): AlikeOnFile => ({
  ...row,
  isAside: asideSinceMs !== null,
  same: [...signs],
})

const people = ({ db }: Context) =>
  db.selectFrom('customers').select(['id', 'name', 'company', 'phone', 'email', 'asideSinceMs'])

type Row = Awaited<ReturnType<ReturnType<typeof people>['execute']>>[number]

/** Those who have one of these mailboxes, as the first or a further one, each by its index. */
async function withMail(context: Context, keys: readonly string[]): Promise<readonly Row[]> {
  if (keys.length === 0) return []
  const first = await people(context)
    .where('emailKey', 'in', keys)
    .where('emailKey', '<>', sql.lit(''))
    .orderBy('id')
    .limit(mostOfASign)
    .execute()
  const further = await people(context)
    .where('id', 'in', (eb) =>
      eb.selectFrom('furtherMails').select('furtherMails.customerId').where('emailKey', 'in', keys),
    )
    .orderBy('id')
    .limit(mostOfASign)
    .execute()
  return [...first, ...further]
}

/** Those of a phone, at home or from abroad. */
async function withPhone(context: Context, phone: string): Promise<readonly Row[]> {
  const asked = wholePhones(phone)
  if (asked.length === 0) return []
  const ways = phoneEnds(phone).map((digits) => ({ digits, is: 'whole' as const }))
  const rows = await people(context)
    .where('id', 'in', sql<number>`(${context.engine.search.withNumbers([ways])})`)
    .orderBy('id')
    .limit(mostOfASign)
    .execute()
  return rows.filter((row) => sharePhone(asked, wholePhones(row.phone)))
}

/** Those of a name, or of one turned round, by the index by name. */
async function withName(context: Context, name: string): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const beginning of nameBeginnings(name))
    rows.push(...(await called(context, beginning, name.length + somewhatLonger).execute()))
  return rows.filter((row) => isNameTurned(row.name, name))
}

/** Those whose search text begins with whole words. */
const called = (context: Context, beginning: string, longest: number) =>
  people(context)
    .where(asideLast, 'in', [sql.lit<0>(0), sql.lit<1>(1)])
    .where('folded', '>=', beginning)
    // What follows a space among the signs there are in it.
    .where('folded', '<', `${beginning}!`)
    .where(sql<number>`length(customers.name)`, '<=', longest)
    .orderBy('id')
    .limit(mostOfASign)
