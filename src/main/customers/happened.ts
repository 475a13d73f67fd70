import { touchWords, type TouchKind } from '../../core/customers/touch.ts'
import { localAt } from '../../core/day.ts'
import type { Formats } from '../../core/formats.ts'
import type { Happened, HappenedKind } from '../../core/happened/happened.ts'
import type { HappenedReader } from '../happened/reader.ts'
import type { Context } from '../store/context.ts'

/** Since when somebody is on file; undefined for nobody. */
export async function onFileSince(
  { db }: Pick<Context, 'db'>,
  customerId: number,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('customers')
    .select('createdAtMs')
    .where('id', '=', customerId)
    .executeTakeFirst()
  return row?.createdAtMs
}

const kindOf = (kind: TouchKind): HappenedKind => (kind === 'newsletter' ? 'newsletter' : 'contact')

async function touchesOf(
  { db, zone }: Context,
  customerId: number,
  room: number,
  kinds: ReadonlySet<HappenedKind>,
): Promise<readonly Happened[]> {
  const rows = await db
    .selectFrom('touches')
    .select(['kind', 'strong', 'atMs', 'note'])
    .where('customerId', '=', customerId)
    .$if(!kinds.has('contact'), (query) => query.where('kind', '=', 'newsletter'))
    .$if(!kinds.has('newsletter'), (query) => query.where('kind', '<>', 'newsletter'))
    .orderBy('atMs', 'desc')
    .orderBy('id', 'desc')
    .limit(room)
    .execute()
  return rows.map(({ kind, strong, atMs, note }) => ({
    kind: kindOf(kind),
    at: localAt(atMs, zone),
    what: touchWords[kind],
    note,
    isStrong: strong === 1,
    page: null,
  }))
}

/** `Was here`, `Was here: order 1001, 12,50 €`. */
function visitWords(sourceId: string, amountMills: number | null, formats: Formats): string {
  const parts = [
    sourceId !== '' && `order ${sourceId}`,
    amountMills !== null && formats.price(amountMills),
  ].filter((part) => part !== false)
  return parts.length === 0 ? 'Was here' : `Was here: ${parts.join(', ')}`
}

async function visitsOf(
  { db, formats }: Context,
  customerId: number,
  room: number,
): Promise<readonly Happened[]> {
  const rows = await db
    .selectFrom('visits')
    .select(['day', 'sourceId', 'amountMills'])
    .where('customerId', '=', customerId)
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .limit(room)
    .execute()
  return rows.map(({ day, sourceId, amountMills }) => ({
    kind: 'visit',
    at: day,
    what: visitWords(sourceId, amountMills, formats),
    note: '',
    isStrong: false,
    page: null,
  }))
}

async function countsOf({ db }: Context, customerId: number) {
  const touches = await db
    .selectFrom('touches')
    .select((eb) => [
      eb.fn.countAll<number>().as('all'),
      eb.fn.countAll<number>().filterWhere('kind', '=', 'newsletter').as('newsletter'),
    ])
    .where('customerId', '=', customerId)
    .executeTakeFirstOrThrow()
  const { visit } = await db
    .selectFrom('visits')
    .select((eb) => eb.fn.countAll<number>().as('visit'))
    .where('customerId', '=', customerId)
    .executeTakeFirstOrThrow()
  return { contact: touches.all - touches.newsletter, newsletter: touches.newsletter, visit }
}

/** Contacts with a customer, newsletters and visits. */
export const customersHappened: HappenedReader = async (context, customerId, room, kinds) => ({
  rows: [
    ...(kinds.has('contact') || kinds.has('newsletter')
      ? await touchesOf(context, customerId, room, kinds)
      : []),
    ...(kinds.has('visit') ? await visitsOf(context, customerId, room) : []),
  ],
  counts: await countsOf(context, customerId),
})
