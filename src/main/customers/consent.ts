import { dayAt } from '../../core/day.ts'
import type { Formats } from '../../core/formats.ts'
import { pastDay } from '../../core/moment.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Context, Handler } from '../store/context.ts'
import { noteAnswers } from './answers-kept.ts'
import { setChannelConsent } from './channel-consent.ts'
import { besideNoes, besideInAnswer, besideInWords } from './beside.ts'
import { keepNoes, noKeys, keepNoesOfFormers } from './keep-noes.ts'
import { called, noCustomer, someGone } from './no-customer.ts'
import { returnNoes } from './returned.ts'
import { isRefused, lastNo, refusalFor, turnNo, type HeldRefusal } from './suppression.ts'

const idsASlice = 200

/** Names of those whose no stays that an answer carries. */
const mostNames = 20

/** Notes what customers answered about mail. */
export const setConsent: Handler<'customers.setConsent'> = async (
  context,
  { customerIds, channel, answer, source, wording, day },
) => {
  const { db, formats } = context
  const answered = pastDay(day ?? dayAt(context.now, context.zone), context, 'day')
  if (!answered.ok) return answered
  const ids = [...new Set(customerIds)]
  if (channel !== 'email') {
    return setChannelConsent(context, ids, {
      channel,
      answer,
      source,
      wording,
      day,
      answered: answered.value,
    })
  }
  const [only] = ids
  const returned = answer === 'yes' ? await returnNoes(context) : undefined
  if (ids.length === 1 && answer === 'yes' && day !== undefined) {
    await returned?.([only!])
    const turned = await askedAgain(context, only!, day)
    if (!turned.ok) return turned
  }
  const isAnswer = answer !== 'unasked'
  const columns = {
    mailConsent: answer,
    // Also a yes that was taken back has its day: no file brings it again.
    mailConsentDay: answered.value,
    mailConsentSource: isAnswer ? source : '',
  }
  let found = 0
  let changed = 0
  let refused = 0
  const refusing: { customerId: number; name: string }[] = []
  for (let done = 0; done < ids.length; done += idsASlice) {
    await returned?.(ids.slice(done, done + idsASlice))
    const people = await db
      .selectFrom('customers')
      .select(['id', 'name', 'email', 'otherMails'])
      .select((eb) => isRefused(eb).as('refused'))
      .where('id', 'in', ids.slice(done, done + idsASlice))
      .orderBy('id')
      .execute()
    found += people.length
    const firm = answer === 'no' ? [] : people.filter((one) => one.refused === 1)
    refused += firm.length
    for (const { id, name } of firm) if (refusing.length < mostNames) refusing.push({ customerId: id, name })
    const rest = answer === 'no' ? people : people.filter((one) => one.refused === 0)
    changed += rest.length
    if (rest.length > 0)
      await db
        .updateTable('customers')
        .set(columns)
        .where(
          'id',
          'in',
          rest.map(({ id }) => id),
        )
        .execute()
    await noteAnswers(
      context,
      rest.map(({ id }) => ({
        customerId: id,
        channel,
        answer,
        day: answered.value,
        source: columns.mailConsentSource,
        wording: isAnswer ? wording : '',
      })),
    )
    if (answer === 'no') {
      const said = { day: answered.value, source }
      await keepNoes(
        context,
        rest.flatMap(({ id, ...mails }) =>
          noKeys(mails).map((emailKey) => ({ ...said, emailKey, customerId: id })),
        ),
      )
      await keepNoesOfFormers(
        context,
        rest.map(({ id }) => id),
        said,
      )
    }
    await context.step(Math.min(done + idsASlice, ids.length), ids.length, 'Noting the answers')
  }
  if (found < ids.length) return someGone(ids.length, found, formats)
  if (changed === 0) return allRefused(context, await refusalFor(db, only!), refusing, refused)
  const who =
    changed === 1 ? await nameOf(context, ids, refusing) : formats.counted(changed, 'customer', 'customers')
  const stays = refused === 0 ? '' : `; ${formats.number(refused)} who said no stay so`
  const beside = answer === 'no' ? await besideNoes(context, ids, 'yeses') : []
  context.say(`Mail for ${who}: ${isAnswer ? answer : 'not asked'}${stays}${besideInWords(beside)}`)
  return ok({ changed, refused, refusing, ...besideInAnswer(beside) })
}

/** The answers customers give about mail. A no is turned only by asking the same person again: one at a time, with a day. */
async function nameOf({ db }: Context, ids: readonly number[], refusing: readonly { customerId: number }[]) {
  const stay = new Set(refusing.map(({ customerId }) => customerId))
  const id = ids.find((one) => !stay.has(one)) ?? 0
  const row = await db.selectFrom('customers').select('name').where('id', '=', id).executeTakeFirst()
  return row?.name ?? ''
}

/** When and how a no was said: "on 3 November 2026 (asked at the counter)". */
const saidWhen = ({ day, source }: Pick<HeldRefusal, 'day' | 'source'>, { longDate }: Formats): string =>
  `${day === '' ? '' : ` on ${longDate(day)}`}${source === '' ? '' : ` (${source})`}`

function allRefused(
  { formats }: Context,
  refusal: HeldRefusal | undefined,
  refusing: readonly { name: string }[],
  refused: number,
): Result<never> {
  const again =
    'A no is only turned by asking again: note on their own page where and on which day you asked.'
  if (refused > 1)
    return fail(
      'said-no',
      `All ${formats.number(refused)} said no to mail. Nothing was changed. ${again}`,
      'customerIds',
    )
  const name = called(refusing[0]?.name ?? '')
  const when = refusal ? saidWhen(refusal, formats) : ''
  const who = refusal && refusal.name !== '' ? called(refusal.name) : name
  return fail('said-no', `${who} said no to mail${when}. Nothing was changed. ${again}`, 'day')
}

/** Turns the no of the one person who was asked again; a no that another said under the same address stays. */
async function askedAgain(context: Context, customerId: number, day: string): Promise<Result<null>> {
  const { db } = context
  const row = await db
    .selectFrom('customers')
    .select(['id', 'emailKey', 'name'])
    .where('id', '=', customerId)
    .executeTakeFirst()
  if (!row) return noCustomer
  const before = await lastNo(context, row)
  if (before && day < before.day)
    return fail(
      'asked-before',
      `The no came later,${saidWhen(before, context.formats)}. Nothing was changed. Give the day you asked again.`,
      'day',
    )
  await turnNo(context, row)
  const other = await refusalFor(db, customerId)
  if (!other) {
    await db
      .updateTable('customers')
      .set({ mailConsent: 'unasked' })
      .where('id', '=', customerId)
      .where('mailConsent', '=', 'no')
      .execute()
    return ok(null)
  }
  if (!other.isOnFile)
    return fail(
      'said-no',
      `Somebody who is no longer on file said no under the same address${saidWhen(other, context.formats)}. Nothing was changed. Give this customer an address of their own.`,
      'day',
    )
  return fail(
    'said-no',
    `${called(other.name)} said no under the same address${saidWhen(other, context.formats)}. Nothing was changed. Only ${called(other.name)} can turn it; or give this customer an address of their own.`,
    'day',
  )
}
