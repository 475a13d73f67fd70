import type { InputOf } from '../../core/call.ts'
import type { customersCalls } from '../../core/customers/calls.ts'
import type { HeldNo } from '../../core/customers/channel-noes.ts'
import { phoneEnds } from '../../core/customers/phones.ts'
import { noToChannel, type OtherChannel } from '../../core/customers/reach.ts'
import { personOnFile } from '../../core/customers/same-for-a-no.ts'
import type { Day } from '../../core/day.ts'
import type { Formats } from '../../core/formats.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { ConsentNoted } from '../../core/customers/answers.ts'
import type { Context } from '../store/context.ts'
import { noteAnswers } from './answers-kept.ts'
import { besideInAnswer, besideInWords } from './beside.ts'
import { keepSaidNoes } from './channel-noes.ts'
import { called, someGone } from './no-customer.ts'
import { personColumns } from './rows.ts'
import { standings, type Standing } from './standing.ts'

const idsASlice = 200

/** Names of those whose no stays that an answer carries. */
const mostNames = 20

type Answer = Pick<
  InputOf<(typeof customersCalls)['customers.setConsent']>,
  'answer' | 'source' | 'wording' | 'day'
> & { readonly channel: OtherChannel; readonly answered: Day }

/** Notes what customers answered about calls, letters or messages; all of them are on file. */
export async function setChannelConsent(
  context: Context,
  ids: readonly number[],
  given: Answer,
): Promise<Result<ConsentNoted>> {
  const { db, formats } = context
  const { channel, answer, source, wording, answered: day } = given
  const everybody = await standings(db)
  const isAskedAlone = ids.length === 1 && answer === 'yes' && given.day !== undefined
  const refusing: { customerId: number; name: string }[] = []
  const told: string[] = []
  let [found, changed, refused, first] = [0, 0, 0, '']
  for (let done = 0; done < ids.length; done += idsASlice) {
    const people = await db
      .selectFrom('customers')
      .select(personColumns)
      .where('id', 'in', ids.slice(done, done + idsASlice))
      .orderBy('id')
      .execute()
    found += people.length
    const standing = await everybody.of(people, channel)
    const [only] = people
    if (isAskedAlone && only) {
      const turned = await turnedBy(context, standing.get(only.id)!, channel, day)
      if (!turned.ok) return turned
    }
    const isFirm = ({ id }: (typeof people)[number]) =>
      answer !== 'no' && !isAskedAlone && standing.get(id)!.answer === 'no'
    const firm = people.filter(isFirm)
    refused += firm.length
    for (const { id, name } of firm) if (refusing.length < mostNames) refusing.push({ customerId: id, name })
    const rest = people.filter((one) => !isFirm(one))
    if (changed === 0) first = rest[0]?.name ?? ''
    changed += rest.length
    if (answer === 'no')
      await keepSaidNoes(
        context,
        rest.map(({ id }) => id),
        { channel, day, source },
      )
    await noteAnswers(
      context,
      rest.map(({ id }) => ({
        customerId: id,
        channel,
        answer,
        day,
        source: answer === 'unasked' ? '' : source,
        wording: answer === 'unasked' ? '' : wording,
      })),
    )
    await context.step(Math.min(done + idsASlice, ids.length), ids.length, 'Noting the answers')
    if (changed === 0 && ids.length === 1 && only)
      return saidNo(called(only.name), standing.get(only.id)!, channel, formats)
  }
  if (found < ids.length) return someGone(ids.length, found, formats)
  if (changed === 0)
    return fail(
      'said-no',
      `All ${formats.number(refused)} said no to ${noToChannel[channel]}. Nothing was changed. ${again}`,
      'customerIds',
    )
  if (answer === 'no') told.push(...(await sharingNumber(context, ids, channel)))
  const who = changed === 1 ? first : formats.counted(changed, 'customer', 'customers')
  const stays = refused === 0 ? '' : `; ${formats.number(refused)} who said no stay so`
  const words = answer === 'unasked' ? 'not asked' : answer
  context.say(`${saidOf[channel]} for ${who}: ${words}${stays}${besideInWords(told)}`)
  return ok({ changed, refused, refusing, ...besideInAnswer(told) })
}

const saidOf: Readonly<Record<OtherChannel, string>> = {
  phone: 'Calls',
  post: 'Letters',
  message: 'Messages',
}

const again = 'A no is only turned by asking again: note on their own page where and on which day you asked.'

const saidWhen = ({ day, source }: HeldNo, { longDate }: Formats): string =>
  ` on ${longDate(day)}${source === '' ? '' : ` (${source})`}`

function saidNo(name: string, { noes: [no] }: Standing, channel: OtherChannel, formats: Formats) {
  const who = no === undefined || no.isTheirs || no.person === null ? name : called(no.person.name)
  const other =
    no && !no.isTheirs && no.person === null ? 'Somebody no longer on file, who may be the same,' : who
  return fail(
    'said-no',
    `${other} said no to ${noToChannel[channel]}${no ? saidWhen(no, formats) : ''}. Nothing was changed. ${again}`,
    'day',
  )
}

/** Turns the noes of the one person who was asked again; those of others stay beside their yes. */
async function turnedBy(
  { db, formats }: Context,
  { own, noes }: Standing,
  channel: OtherChannel,
  day: Day,
): Promise<Result<null>> {
  const [latest] = noes.toSorted((a, b) => b.day.localeCompare(a.day))
  const late = latest && latest.day > day ? saidWhen(latest, formats) : undefined
  const ownLate = own?.answer === 'no' && own.day > day ? ` on ${formats.longDate(own.day)}` : undefined
  if (late !== undefined || ownLate !== undefined)
    return fail(
      'asked-before',
      `The no came later,${late ?? ownLate}. Nothing was changed. Give the day you asked again.`,
      'day',
    )
  const theirs = noes.filter(({ isTheirs }) => isTheirs).map(({ id }) => id)
  if (theirs.length > 0)
    await db.deleteFrom('channelNoes').where('id', 'in', theirs).where('channel', '=', channel).execute()
  return ok(null)
}

/** Who else has the number that a no was said for, and what that means for them, in sentences; of a few people. */
async function sharingNumber(
  { db }: Context,
  ids: readonly number[],
  channel: OtherChannel,
): Promise<readonly string[]> {
  if (channel === 'post' || ids.length > mostNames) return []
  const own = new Set(ids)
  const everybody = await standings(db)
  const said = await db.selectFrom('customers').select(personColumns).where('id', 'in', ids).execute()
  const ends = new Set(said.flatMap((one) => phoneEnds(personOnFile(one).phone)))
  if (ends.size === 0) return []
  // The digits of a number stand in its order, whatever is written between them.
  const patterns = [...ends].map((end) => `%${[...end].join('%')}%`)
  const people = await db
    .selectFrom('customers')
    .select(personColumns)
    .where((eb) => eb.or(patterns.map((one) => eb('phone', 'like', one))))
    .orderBy('id')
    .execute()
  const met = people.filter(
    (one) => !own.has(one.id) && everybody.held(one, channel).some(({ customerId }) => own.has(customerId)),
  )
  const standing = await everybody.of(met, channel)
  return met.map(({ id, name }) =>
    standing.get(id)!.answer === 'yes'
      ? `${called(name)} may have the same number, and said yes: that stays.`
      : `${called(name)} may have the same number: no ${noToChannel[channel]} to it.`,
  )
}
