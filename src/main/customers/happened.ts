import { answerSource, answerWords, askedWords } from '../../core/customers/answer-words.ts'
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

type ByTouch = 'contact' | 'letter' | 'newsletter'

const byTouch: readonly ByTouch[] = ['contact', 'letter', 'newsletter']

/** What a contact is on the time line: written, printed, or anything else. */
const kindOf = (kind: TouchKind): ByTouch => {
  if (kind === 'newsletter') return 'newsletter'
  return kind === 'letter' || kind === 'mail' ? 'letter' : 'contact'
}

const touchKinds = Object.keys(touchWords) as readonly TouchKind[]

async function touchesOf(
  { db, zone }: Context,
  customerId: number,
  room: number,
  kinds: ReadonlySet<HappenedKind>,
): Promise<readonly Happened[]> {
  const asked = touchKinds.filter((kind) => kinds.has(kindOf(kind)))
  const rows = await db
    .selectFrom('touches')
    .select(['kind', 'strong', 'atMs', 'note'])
    .where('customerId', '=', customerId)
    .$if(asked.length < touchKinds.length, (query) => query.where('kind', 'in', asked))
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

async function answersOf({ db }: Context, customerId: number, room: number): Promise<readonly Happened[]> {
  const rows = await db
    .selectFrom('consentAnswers')
    .select(['channel', 'answer', 'day', 'source', 'wording', 'who'])
    .where('customerId', '=', customerId)
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .limit(room)
    .execute()
  return rows.map((one) => ({
    kind: 'consent',
    at: one.day,
    what: answerWords(one),
    note: [answerSource(one), askedWords(one)].filter((part) => part !== '').join('; '),
    isStrong: false,
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
    .select((eb) => ['kind', eb.fn.countAll<number>().as('n')])
    .where('customerId', '=', customerId)
    .groupBy('kind')
    .execute()
  const counts = { contact: 0, letter: 0, newsletter: 0 }
  for (const { kind, n } of touches) counts[kindOf(kind)] += n
  const ofTable = async (table: 'visits' | 'consentAnswers'): Promise<number> =>
    (
      await db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('customerId', '=', customerId)
        .executeTakeFirstOrThrow()
    ).n
  return { ...counts, visit: await ofTable('visits'), consent: await ofTable('consentAnswers') }
}

/** Contacts with a customer, what was written to them, visits, and their answers. */
export const customersHappened: HappenedReader = async (context, customerId, room, kinds) => ({
  rows: [
    ...(byTouch.some((kind) => kinds.has(kind)) ? await touchesOf(context, customerId, room, kinds) : []),
    ...(kinds.has('visit') ? await visitsOf(context, customerId, room) : []),
    ...(kinds.has('consent') ? await answersOf(context, customerId, room) : []),
  ],
  counts: await countsOf(context, customerId),
})
