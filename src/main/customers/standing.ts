import { channelNoes, type HeldNo } from '../../core/customers/channel-noes.ts'
import type { Consent } from '../../core/customers/consent.ts'
import type { OtherChannel } from '../../core/customers/reach.ts'
import { personOnFile } from '../../core/customers/same-for-a-no.ts'
import { joinedSigns, whoseSigns } from '../../core/customers/whose.ts'
import type { Context } from '../store/context.ts'
import type { Row } from '../store/schema.ts'
import { keptNow } from './former.ts'
import { personColumns } from './rows.ts'

type Db = Context['db']

/** How a customer stands to calls, letters or messages. */
export interface Standing {
  readonly answer: Consent
  /** The last answer of their own; undefined where there is none. */
  readonly own: Row<'consentAnswers'> | undefined
  /** All noes that hold for them, the first of which makes the answer a no unless a yes of their own stands against it. */
  readonly noes: readonly HeldNo[]
}

type PersonRow = Pick<Row<'customers'>, (typeof personColumns)[number]>

/** How customers stand to calls, letters and messages; what is asked of all is read once. */
export async function standings(db: Db) {
  const held = channelNoes(await allChannelNoes(db))
  return {
    held: ({ id, ...row }: PersonRow, channel: OtherChannel) => held(id, personOnFile(row), channel),
    /** Of some of them, by their ids. */
    async of(rows: readonly PersonRow[], channel: OtherChannel): Promise<ReadonlyMap<number, Standing>> {
      const answers = await lastAnswers(
        db,
        rows.map(({ id }) => id),
        channel,
      )
      return new Map(
        rows.map(({ id, ...row }) => [id, standingOf(answers.get(id), held(id, personOnFile(row), channel))]),
      )
    },
  }
}

/** A yes of their own is only kept beside another's no where they were asked alone, or said it before. */
function standingOf(own: Row<'consentAnswers'> | undefined, noes: readonly HeldNo[]): Standing {
  const isRefused = noes.some(({ isTheirs }) => isTheirs) || (noes.length > 0 && own?.answer !== 'yes')
  return { answer: isRefused ? 'no' : (own?.answer ?? 'unasked'), own, noes }
}

const idsASlice = 500

/** The last answer of each by a channel. */
async function lastAnswers(db: Db, ids: readonly number[], channel: OtherChannel) {
  const found = new Map<number, Row<'consentAnswers'>>()
  for (let at = 0; at < ids.length; at += idsASlice) {
    const rows = await db
      .selectFrom('consentAnswers')
      .selectAll()
      .where('customerId', 'in', ids.slice(at, at + idsASlice))
      .where('channel', '=', channel)
      .orderBy('id')
      .execute()
    for (const row of rows) found.set(row.customerId, row)
  }
  return found
}

/** Who of some customers is not to be called. */
export async function whoRefusesCalls(db: Db, ids: readonly number[]): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set()
  const people = await db.selectFrom('customers').select(personColumns).where('id', 'in', ids).execute()
  const standing = await (await standings(db)).of(people, 'phone')
  return new Set(ids.filter((id) => standing.get(id)?.answer === 'no'))
}

/** All noes that stand, each with the signs of who said it as they are now as well; of who was merged, of the one who was kept. */
async function allChannelNoes(db: Db) {
  const rows = await db
    .selectFrom('channelNoes as said')
    .leftJoin('customers as who', (join) =>
      join.on((eb) => eb('who.id', '=', keptNow(eb.ref('said.customerId')))),
    )
    .select(['said.id', 'said.channel', 'said.day', 'said.source', 'said.whose'])
    .select((eb) => keptNow(eb.ref('said.customerId')).as('customerId'))
    .select(['who.name', 'who.phone', 'who.sourceId', 'who.broughtFields', 'who.earlierValues'])
    .orderBy('said.id')
    .execute()
  return rows.map(({ name, phone, sourceId, broughtFields, earlierValues, ...no }) => {
    if (
      name === null ||
      phone === null ||
      sourceId === null ||
      broughtFields === null ||
      earlierValues === null
    )
      return { ...no, person: null }
    const person = personOnFile({ name, phone, sourceId, broughtFields, earlierValues })
    return { ...no, whose: joinedSigns(whoseSigns(person), no.whose), person }
  })
}
