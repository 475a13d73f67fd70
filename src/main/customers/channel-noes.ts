import type { Erased } from '../../core/customers/erased-words.ts'
import { channels, type OtherChannel } from '../../core/customers/reach.ts'
import { joinedSigns } from '../../core/customers/whose.ts'
import type { Day } from '../../core/day.ts'
import type { Context } from '../store/context.ts'
import { formersOf } from './former.ts'
import { whoseOnFile } from './keep-noes.ts'
import { personColumns } from './rows.ts'
import { standings, type Standing } from './standing.ts'
import { isNobodys } from './suppression.ts'

/** Keeps noes, each as a row of its own: what an undo takes back is never another's. */
export async function keepChannelNoes(
  context: Context,
  ids: readonly number[],
  said: { readonly channel: OtherChannel; readonly day: Day; readonly source: string },
): Promise<void> {
  const whose = await whoseOnFile(context, ids)
  await context.insertMany(
    'channelNoes',
    ids.map((customerId) => ({ ...said, customerId, whose: whose.get(customerId) ?? '' })),
  )
}

/**
 * Keeps noes as they are said: also as those of everybody who was merged into who says it, of whom each may be the one. They are that
 * customer's as long as the merge stands, and each their own where it is undone or a backup of before it comes back.
 */
export async function keepSaidNoes(
  context: Context,
  ids: readonly number[],
  said: Parameters<typeof keepChannelNoes>[2],
): Promise<void> {
  await keepChannelNoes(context, ids, said)
  const formers = await formersOf(context, ids)
  await context.insertMany(
    'channelNoes',
    formers.map(({ goneId, whose }) => ({ ...said, customerId: goneId, whose })),
  )
}

/** Keeps the noes of who is erased by signs alone, of each whom they were merged of as well; answers which rows were theirs. */
export async function eraseChannelNoes(
  context: Pick<Context, 'db' | 'insertMany'>,
  { ids, whose, formers }: Erased,
): Promise<readonly number[]> {
  const { db, insertMany } = context
  const own = await db.deleteFrom('channelNoes').where('customerId', 'in', ids).returningAll().execute()
  const latest = new Map<OtherChannel, (typeof own)[number]>()
  for (const no of own.toSorted((a, b) => a.id - b.id))
    if (no.day >= (latest.get(no.channel)?.day ?? '')) latest.set(no.channel, no)
  await insertMany(
    'channelNoes',
    [...latest.values()].flatMap(({ channel, day }) =>
      [{ id: ids[0]!, whose }, ...formers].map((sayer) => ({
        customerId: sayer.id,
        channel,
        day,
        source: 'said before they were erased',
        whose: own
          .filter(({ customerId }) => customerId === sayer.id)
          .reduce((signs, no) => joinedSigns(signs, no.whose), sayer.whose),
      })),
    ),
  )
  return own.map(({ id }) => id)
}

const idsASlice = 500

const others = channels.filter((channel) => channel !== 'email')

/**
 * Whoever said a no and was gone is on file again: it is theirs from now on, whatever becomes of their name and number. One that may
 * be theirs holds for them by a row of their own as well, unless they said yes since.
 */
export async function adoptNoes(context: Context, ids: readonly number[]): Promise<void> {
  const { db } = context
  if (ids.length === 0 || !(await anyGone(db))) return
  const everybody = await standings(db)
  for (let at = 0; at < ids.length; at += idsASlice) {
    const people = await db
      .selectFrom('customers')
      .select(personColumns)
      .where('id', 'in', ids.slice(at, at + idsASlice))
      .orderBy('id')
      .execute()
    for (const channel of others) {
      const met = people.filter((one) => everybody.held(one, channel).some(({ person }) => person === null))
      const standing = await everybody.of(met, channel)
      for (const { id } of met) await adopt(context, id, channel, standing.get(id)!)
    }
    await context.step(0, 1, 'Looking for who said no')
  }
}

async function adopt(
  context: Context,
  customerId: number,
  channel: OtherChannel,
  { answer, noes }: Standing,
): Promise<void> {
  const gone = noes.filter((no) => no.person === null && no.customerId !== customerId)
  await context.updateMany(
    'channelNoes',
    gone.filter(({ isTheirs }) => isTheirs).map(({ id }) => ({ id, customerId })),
  )
  const [may] = gone.filter(({ isTheirs, mayBeTheirs }) => mayBeTheirs && !isTheirs)
  if (may === undefined || answer !== 'no' || noes.some(({ isTheirs }) => isTheirs)) return
  await keepChannelNoes(context, [customerId], { channel, day: may.day, source: may.source })
}

const anyGone = (db: Context['db']) =>
  db
    .selectFrom('channelNoes')
    .select('id')
    .where((eb) => isNobodys(eb.ref('channelNoes.customerId')))
    .limit(1)
    .executeTakeFirst()
