import { detailNames } from '../../core/customers/person.ts'
import { customerMemory } from '../../core/customers/import-memory.ts'
import type { Mergeable } from '../../core/customers/merge-choice.ts'
import { usualChoice } from '../../core/customers/merge-people.ts'
import { pairPerson } from '../../core/customers/pair-person.ts'
import { pairReason } from '../../core/customers/pairs.ts'
import type { PairSide } from '../../core/customers/answers.ts'
import { fail, ok } from '../../core/result.ts'
import type { Context, Handler } from '../store/context.ts'
import { noCustomer } from './no-customer.ts'
import { consentHeld } from './suppression.ts'

/** Who may be on file twice, as the writer keeps it; why is worked out of the few that are shown. */
export const pairs: Handler<'customers.pairs'> = async ({ db }, { limit, offset }) => {
  const [total, waiting] = [await countOf(db, 'customerPairs'), await countOf(db, 'pairsDue')]
  const found = await db
    .selectFrom('customerPairs')
    .select(['customerId', 'otherId', 'sure'])
    .orderBy('sure', 'desc')
    .orderBy('customerId')
    .orderBy('otherId')
    .limit(limit)
    .offset(offset)
    .execute()
  const sides = await sidesOf(
    db,
    found.flatMap(({ customerId, otherId }) => [customerId, otherId]),
  )
  const rows = found.flatMap((pair) => {
    const [one, other] = [sides.get(pair.customerId), sides.get(pair.otherId)]
    const why = one && other && pairReason(pairPerson(one.row), pairPerson(other.row))
    if (!why) return []
    const isOther = one.side.isAside && !other.side.isAside
    const [keep, gone] = isOther ? [other, one] : [one, other]
    return [
      {
        ...pair,
        reason: why.why,
        against: why.against,
        keepId: keep.side.id,
        usual: usualChoice(keep.person, gone.person),
        one: one.side,
        other: other.side,
      },
    ]
  })
  return ok({ total, waiting, rows })
}

async function countOf(db: Context['db'], table: 'customerPairs' | 'pairsDue'): Promise<number> {
  const { n } = await db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

async function sidesOf(db: Context['db'], ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, never>()
  const rows = await db
    .selectFrom('customers')
    .innerJoin('customerContact', 'customerContact.customerId', 'customers.id')
    .select([
      'id',
      'sourceId',
      'lastStrongMs',
      'asideSinceMs',
      'broughtFields',
      'earlierValues',
      ...detailNames,
    ])
    .select((eb) => consentHeld(eb).as('mailConsent'))
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(
    rows.map((row) => {
      const { broughtFields, earlierValues, asideSinceMs, ...shown } = row
      const side: PairSide = { ...shown, isAside: asideSinceMs !== null }
      const memory = customerMemory.read({ broughtFields, earlierValues })
      const person: Mergeable = { details: shown, memory, sourceId: row.sourceId }
      return [row.id, { row, side, person }] as const
    }),
  )
}

/** Remembers that two are two, whatever they share. */
export const twoPeople: Handler<'customers.twoPeople'> = async (context, { customerId, otherId }) => {
  if (customerId === otherId)
    return fail('same-customer', 'Choose two different customers. Nothing was changed.', 'otherId')
  const { db } = context
  const [lower, higher] = [Math.min(customerId, otherId), Math.max(customerId, otherId)]
  const people = await db
    .selectFrom('customers')
    .select(['id', 'name'])
    .where('id', 'in', [lower, higher])
    .orderBy('id')
    .execute()
  if (people.length < 2) return noCustomer
  await db
    .insertInto('twoPeople')
    .values({ customerId: lower, otherId: higher })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  context.say(`${people[0]!.name} and ${people[1]!.name} are two people`, '/customers')
  return ok(null)
}

/** Whom one is not, the other is not either; of the two themselves nothing is said any more. */
export async function moveTwoPeople({ db }: Pick<Context, 'db'>, goneId: number, keepId: number) {
  const told = await db
    .selectFrom('twoPeople')
    .select(['id', 'customerId', 'otherId'])
    .where((eb) => eb.or([eb('customerId', 'in', [goneId, keepId]), eb('otherId', 'in', [goneId, keepId])]))
    .orderBy('id')
    .execute()
  const others = ({ customerId, otherId }: (typeof told)[number]) =>
    [customerId, otherId].filter((id) => id !== goneId && id !== keepId)
  const isMoved = (row: (typeof told)[number]) => row.customerId === goneId || row.otherId === goneId
  const known = new Set(told.filter((row) => !isMoved(row)).flatMap(others))
  for (const row of told.filter(isMoved)) {
    const [other] = others(row)
    if (other === undefined || known.has(other))
      await db.deleteFrom('twoPeople').where('id', '=', row.id).execute()
    else
      await db
        .updateTable('twoPeople')
        .set({ customerId: Math.min(other, keepId), otherId: Math.max(other, keepId) })
        .where('id', '=', row.id)
        .execute()
    if (other !== undefined) known.add(other)
  }
}
