import { sql } from 'kysely'
import type { ChannelFile, ConsentFile } from '../../core/customers/answers.ts'
import type { customersCalls } from '../../core/customers/calls.ts'
import type { HeldNo } from '../../core/customers/channel-noes.ts'
import type { Consent } from '../../core/customers/consent.ts'
import {
  isPaused,
  mayReach,
  isDeadPost,
  whyNotWords,
  type Reach,
  type Way,
} from '../../core/customers/may-reach.ts'
import { phonesIn } from '../../core/customers/phones.ts'
import { channels, noToChannel, type Channel, type OtherChannel } from '../../core/customers/reach.ts'
import { dayAt } from '../../core/day.ts'
import { hasAddress } from '../../core/letters/address.ts'
import { ok } from '../../core/result.ts'
import type { Context, HandlersOf } from '../store/context.ts'
import { isDeadMail, mailWay } from './mail-rows.ts'
import { called, noCustomer } from './no-customer.ts'
import { standings, type Standing } from './standing.ts'
import { consentHeld, refusalFor } from './suppression.ts'

/** Answers a history holds; older ones are only counted. */
const mostAnswers = 200

/** Wordings offered again. */
const mostWordings = 8

export const consentFile: HandlersOf<Pick<typeof customersCalls, 'customers.consent'>> = {
  'customers.consent': async (context, { customerId }) => {
    const row = await reachRow(context, customerId)
    if (!row) return noCustomer
    const today = dayAt(context.now, context.zone)
    const history = context.db.selectFrom('consentAnswers').where('customerId', '=', customerId)
    const { n } = await history.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
    const given = await history
      .select(['id', 'channel', 'answer', 'day', 'source', 'wording', 'who'])
      .orderBy('day', 'desc')
      .orderBy('id', 'desc')
      .limit(mostAnswers)
      .execute()
    return ok({
      channels: await channelsOf(context, row),
      history: given,
      historyCount: n,
      wordings: await wordingsOf(context),
      pausedUntil: isPaused(row, today) ? row.pausedUntil : '',
      deceasedDay: row.deceasedDay,
      isMailDead: mailWay(row) === 'dead',
      isPostDead: isPostDead(row),
    } satisfies ConsentFile)
  },
}

/** All that the rule asks of customers. */
export const reachRows = (db: Context['db']) =>
  db
    .selectFrom('customers')
    .select(['id', 'name', 'phone', 'sourceId', 'broughtFields', 'earlierValues', 'email', 'emailKey'])
    .select([
      'street',
      'postcode',
      'city',
      'country',
      'deadPost',
      'deceasedDay',
      'asideSinceMs',
      'pausedUntil',
    ])
    .select(['mailConsent', 'mailConsentDay', 'mailConsentSource'])
    .select((eb) => [consentHeld(eb).as('held'), isDeadMail(eb.ref('customers.emailKey')).as('dead')])

/** Of one of them; undefined where they are not on file. */
export const reachRow = ({ db }: Pick<Context, 'db'>, customerId: number) =>
  reachRows(db).where('id', '=', customerId).executeTakeFirst()

export type ReachRow = NonNullable<Awaited<ReturnType<typeof reachRow>>>

const isPostDead = (row: ReachRow): boolean => isDeadPost(row.deadPost, row)

export function wayOf(row: ReachRow, channel: Channel): Way {
  switch (channel) {
    case 'email':
      return mailWay(row)
    case 'post':
      if (!hasAddress(row)) return 'none'
      return isPostDead(row) ? 'dead' : 'good'
    case 'phone':
    case 'message':
      return phonesIn(row.phone).length === 0 ? 'none' : 'good'
  }
}

type Said = Pick<ChannelFile, 'answer' | 'day' | 'source' | 'wording' | 'who' | 'beside' | 'isOthers'>

/** How one customer may be reached by each channel. */
export async function channelsOf(context: Context, row: ReachRow): Promise<readonly ChannelFile[]> {
  const everybody = await standings(context.db)
  const files: ChannelFile[] = []
  for (const channel of channels) {
    const said =
      channel === 'email'
        ? await saidOfMail(context, row)
        : saidOf((await everybody.of([row], channel)).get(row.id)!, channel)
    files.push({
      channel,
      ...said,
      ...reachOf(context, row, channel, said.answer),
      hasWay: wayOf(row, channel) !== 'none',
    })
  }
  return files
}

/** The rule's answer for one customer and channel, in words. */
export function reachOf(
  { now, zone, formats }: Pick<Context, 'now' | 'zone' | 'formats'>,
  row: ReachRow,
  channel: Channel,
  consent: Consent,
): { readonly may: boolean; readonly why: string } {
  const reach = mayReach({ ...row, consent, way: wayOf(row, channel) }, channel, dayAt(now, zone))
  return reach.may
    ? { may: true, why: '' }
    : { may: false, why: whyNotWords(reach.why, channel, row, formats) }
}

/**
 * How one person may be written to alone: as {@link mayReach} says, but that who was never asked, and who is put aside, may be; and
 * whether they were never asked. Nobody on file is reached by no way.
 */
export async function personalReach(
  context: Context,
  customerId: number,
): Promise<{ reach(channel: Channel): Reach; isUnasked(channel: Channel): boolean }> {
  const row = await reachRow(context, customerId)
  if (!row) return { reach: () => ({ may: false, why: 'noWay' }), isUnasked: () => true }
  const everybody = await standings(context.db)
  const consents = new Map<Channel, Consent>([['email', row.held]])
  for (const channel of ['phone', 'post', 'message'] as const)
    consents.set(channel, (await everybody.of([row], channel)).get(customerId)!.answer)
  const today = dayAt(context.now, context.zone)
  return {
    reach(channel) {
      const consent = consents.get(channel) === 'no' ? 'no' : 'yes'
      return mayReach({ ...row, asideSinceMs: null, consent, way: wayOf(row, channel) }, channel, today)
    },
    isUnasked: (channel) => consents.get(channel) === 'unasked',
  }
}

async function saidOfMail({ db }: Context, row: ReachRow): Promise<Said> {
  const last = await db
    .selectFrom('consentAnswers')
    .select(['answer', 'day', 'source', 'wording', 'who'])
    .where('customerId', '=', row.id)
    .where('channel', '=', 'email')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const refusal = await refusalFor(db, row.id)
  const { mailConsentDay, mailConsentSource } = row
  const { day, source } = refusal ?? { day: mailConsentDay, source: mailConsentSource }
  const isTheSame = last?.answer === row.held && last.day === day && last.source === source
  const isOthers = refusal && refusal.customerId !== row.id
  return {
    answer: row.held,
    day,
    source,
    wording: isTheSame ? last.wording : '',
    who: isTheSame ? last.who : '',
    beside: isOthers ? othersMail(refusal.name, refusal.customerId) : '',
    isOthers: isOthers === true,
  }
}

/** Whose no it is, where it is not their own. */
const othersMail = (name: string, customerId: number): string =>
  customerId === 0 && name === ''
    ? 'Because of their address.'
    : `Because of ${called(name) || 'somebody no longer on file'}, who had the same address.`

function saidOf({ answer, own, noes }: Standing, channel: OtherChannel): Said {
  const [no] = noes
  const isOwn =
    own !== undefined && own.answer === answer && (no === undefined || !no.isTheirs || own.day === no.day)
  const told = noes.find(({ isTheirs }) => !isTheirs)
  const said = isOwn || answer !== 'no' || !no ? own : undefined
  return {
    answer,
    day: said?.day ?? no?.day ?? '',
    source: said?.source ?? no?.source ?? '',
    wording: said?.wording ?? '',
    who: said?.who ?? '',
    beside: told === undefined ? '' : besideWords(told, channel, answer),
    isOthers: answer === 'no' && !noes.some(({ isTheirs }) => isTheirs),
  }
}

function besideWords({ person }: HeldNo, channel: OtherChannel, answer: Consent): string {
  const who = person === null ? 'Somebody no longer on file' : called(person.name)
  const same = channel === 'post' ? 'who may be the same person' : 'who may have the same number'
  return `${who}, ${same}, said no to ${noToChannel[channel]}.${answer === 'yes' ? ' Their own yes stays.' : ''}`
}

async function wordingsOf({ db }: Context): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('consentAnswers')
    .select('wording')
    .where('wording', '<>', sql.lit(''))
    .orderBy('id', 'desc')
    .limit(mostAnswers)
    .execute()
  return [...new Set(rows.map(({ wording }) => wording))].slice(0, mostWordings)
}
