import { customerMemory } from '../../core/customers/import-memory.ts'
import { chosenAddress } from '../../core/customers/merge-choice.ts'
import { mergedAnswer, mergedPerson, type MailAnswered } from '../../core/customers/merge-people.ts'
import { isDeadPost } from '../../core/customers/may-reach.ts'
import { customerPage } from '../../core/customers/page.ts'
import { foldedCustomer, longestDetail, mailKey } from '../../core/customers/person.ts'
import { fail, ok } from '../../core/result.ts'
import { inNotesWords } from '../../core/customers/together.ts'
import { askNoMore, nameActions } from '../actions/edge.ts'
import type { Context, Handler } from '../store/context.ts'
import { unaskedWords } from './aside-calls.ts'
import { besideInAnswer, besideInWords, besideNoes } from './beside.ts'
import { adoptNoes } from './channel-noes.ts'
import { keepFormer } from './former.ts'
import { keepNoes, moveNo, noKeys } from './keep-noes.ts'
import { moveAll } from './moved.ts'
import { noCustomer } from './no-customer.ts'
import { anyGoneNo } from './returned.ts'
import { planColumns, valuesForPlan } from './rows.ts'
import { refusalFor } from './suppression.ts'

/** Two customers on file are one person: all of the one who goes is the other's from now on, in one act. */
export const merge: Handler<'customers.merge'> = async (context, { keepId, goneId, fields }) => {
  const { db } = context
  if (keepId === goneId)
    return fail('same-customer', 'Choose two different customers. Nothing was changed.', 'goneId')
  if (chosenAddress(fields) === null) return partedAddress
  const [keep, gone] = [await rowOf(db, keepId), await rowOf(db, goneId)]
  if (!keep || !gone) return noCustomer
  const [mine, its] = [valuesForPlan(planOf(keep)), valuesForPlan(planOf(gone))]
  const person = mergedPerson(mine, its, fields)
  if (person.tooLong) return fail('too-long', tooLong[person.tooLong], person.tooLong)
  const answer = mergedAnswer(answered(keep), answered(gone))
  const strangers = [await nobodysNo(context, keepId), await nobodysNo(context, goneId)]
  await keepFormer(context, goneId, keepId, its)
  // By a number that does not stay, lists are to find them still.
  if (mine.sourceId !== '' && mine.sourceId !== person.sourceId)
    await keepFormer(context, keepId, keepId, mine)
  await adoptNoes(context, [keepId, goneId])
  await moveAll(context, goneId, keepId)
  const { details } = person
  const key = mailKey(details.email)
  const deceasedDay = keep.deceasedDay === '' ? gone.deceasedDay : keep.deceasedDay
  await db
    .updateTable('customers')
    .set({
      ...details,
      ...answer,
      ...customerMemory.write(person.memory),
      sourceId: person.sourceId,
      folded: foldedCustomer(details),
      emailKey: key,
      createdAtMs: Math.min(keep.createdAtMs, gone.createdAtMs),
      snoozedUntil: keep.snoozedUntil > gone.snoozedUntil ? keep.snoozedUntil : gone.snoozedUntil,
      tierId: keep.tierId ?? gone.tierId,
      pausedUntil: keep.pausedUntil > gone.pausedUntil ? keep.pausedUntil : gone.pausedUntil,
      deceasedDay,
      deadMail: [keep, gone].map((one) => one.deadMail).find((dead) => dead === key && dead !== '') ?? '',
      deadPost: [keep, gone].map((one) => one.deadPost).find((dead) => isDeadPost(dead, details)) ?? '',
      // Who is a customer under one of the two is one.
      asideSinceMs: gone.asideSinceMs === null ? null : keep.asideSinceMs,
    })
    .where('id', '=', keepId)
    .execute()
  await db.deleteFrom('customers').where('id', '=', goneId).execute()
  await nameActions(context, keepId, details.name)
  const unasked = deceasedDay === '' ? 0 : await askNoMore(context, keepId, 'deceased')
  const noes = strangers.flatMap((no) => (no ? [no] : []))
  await keepNoes(
    context,
    noes.flatMap((no) => noKeys(details).map((emailKey) => ({ ...no, customerId: keepId, emailKey }))),
  )
  await moveNo(context, keepId, details)
  const says = mergedWords(keep.name, gone.name, details.name)
  const said = `${says}${inNotesWords(person.inNotes)}${unaskedWords(unasked, context.formats)}`
  context.say(said, customerPage(keepId))
  if (answer.mailConsent === 'unasked' && noes.length === 0 && !(await anyGoneNo(context)))
    return ok({ id: keepId })
  const beside = await besideNoes(context, [keepId], 'all')
  context.say(`${said}${besideInWords(beside)}`, customerPage(keepId))
  return ok({ id: keepId, ...besideInAnswer(beside) })
}

function mergedWords(keep: string, gone: string, name: string): string {
  if (gone === keep) return `Two entries of ${keep} made one`
  return `${gone} merged into ${keep}${name === keep ? '' : `, now called ${name}`}`
}

const partedAddress = fail(
  'parted-address',
  'An address goes as a whole. Choose one of the two for street, postcode, city, region and country. Nothing was changed.',
  'fields',
)

const tooLong = {
  mustKnow: `What must be known of both is longer than ${longestDetail('mustKnow')} characters together, and none of it may be cut. Shorten it, or choose what stays. Nothing was changed.`,
  notes: `The notes of both are longer than ${longestDetail('notes')} characters together. Shorten them, or choose which stay. Nothing was changed.`,
} as const

const columns = [
  ...planColumns,
  'createdAtMs',
  'snoozedUntil',
  'asideSinceMs',
  'tierId',
  'pausedUntil',
  'deceasedDay',
  'deadMail',
  'deadPost',
] as const

const rowOf = (db: Context['db'], id: number) =>
  db.selectFrom('customers').select(columns).where('id', '=', id).executeTakeFirst()

type MergedRow = NonNullable<Awaited<ReturnType<typeof rowOf>>>

const planOf = ({
  createdAtMs: _c,
  snoozedUntil: _s,
  asideSinceMs: _a,
  tierId: _t,
  pausedUntil: _p,
  deceasedDay: _d,
  deadMail: _m,
  deadPost: _o,
  ...row
}: MergedRow) => row

const answered = ({ mailConsent, mailConsentDay, mailConsentSource }: MergedRow): MailAnswered => ({
  mailConsent,
  mailConsentDay,
  mailConsentSource,
})

/** A no under somebody's address of a person who is no longer on file: as far as anybody knows it may be theirs, and goes along. */
async function nobodysNo({ db }: Context, customerId: number) {
  const refusal = await refusalFor(db, customerId)
  return refusal && !refusal.isOnFile ? { day: refusal.day, source: refusal.source } : undefined
}
