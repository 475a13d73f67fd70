import { sql, type RawBuilder } from 'kysely'
import { dayAt } from '../../core/day.ts'
import type { Beside } from '../../core/customers/consent.ts'
import { foundBySign } from '../../core/customers/found-by-sign.ts'
import { importPlan } from '../../core/customers/import-plan.ts'
import { phoneEnds } from '../../core/customers/phones.ts'
import { mailKeysOf } from '../../core/customers/person.ts'
import { personOf, personOnFile } from '../../core/customers/same-for-a-no.ts'
import {
  contactSigns,
  isKnownAgain,
  mayBeTheirs,
  whoseBeginnings,
  whoseSigns,
} from '../../core/customers/whose.ts'
import { leaveOutOfUndo } from '../store/changes.ts'
import type { Context } from '../store/context.ts'
import { pages } from '../store/pages.ts'
import { optOutOf, type Said } from './keep-noes.ts'
import { keepReturned } from './returned.ts'
import { personColumns, planColumns, valuesForPlan, type PlanRow } from './rows.ts'
import { allNoes } from './suppression.ts'

/** Sentences that an answer carries. */
const mostSentences = 20
const idsASlice = 500

/** What is looked at: the yeses beside those who said no by now, or whatever stands beside one who was changed or added. */
type Looked = 'yeses' | 'all' | 'added'

/**
 * What it means for who may be the same person that customers said no or were changed: the same as a file that says so, by the
 * same plan. Writes it, and answers it in sentences.
 */
export async function besideNoes(
  context: Context,
  customerIds: readonly number[],
  looked: Looked,
): Promise<Beside> {
  const found = await planBeside(context, customerIds, looked)
  if (!found) return []
  const { plan, meant, told } = found
  const mailConsentDay = dayAt(context.now, context.zone)
  await context.updateMany(
    'customers',
    plan
      .changed()
      .map(({ id, consent }) => ({ id, mailConsent: consent, mailConsentDay, mailConsentSource: '' })),
  )
  if (looked !== 'yeses')
    for (const one of meant) {
      const whose = whoseSigns(personOf(one))
      await keepReturned(context, { ...one.details, id: one.id, whose }, plan.returned(one))
    }
  return [...new Set(told)]
}

/** Yeses that {@link besideNoes} of these customers would not let stand, each with why; writes nothing. What a no holds for anyway is none. */
export async function yesesBesideNoes(context: Context, customerIds: readonly number[]) {
  const found = await planBeside(context, customerIds, 'all')
  if (!found) return []
  const { plan, noes, meant } = found
  const isHeld = ({ id, details }: (typeof meant)[number]) =>
    noes.of(id) ??
    mailKeysOf(details)
      .map((key) => noes.at(key))
      .find((no) => no !== undefined)
  const changed = plan.changed().map((one) => ({ one, why: one.why }))
  const back = meant.filter((one) => one.consent === 'yes' && plan.returned(one).length > 0)
  return [...changed, ...back.map((one) => ({ one, why: 'said no to it' }))]
    .filter(({ one }) => !isHeld(one))
    .map(({ one, why }) => ({ name: one.details.name, why }))
}

async function planBeside(context: Context, customerIds: readonly number[], looked: Looked) {
  const only = looked === 'yeses'
  if (only && !(await anyYesWithPhone(context))) return undefined
  const theirs = await endsOf(context, customerIds)
  const ends = new Set([...theirs.values()].flat())
  const others = await sharing(context, ends, only)
  const shared = new Set([...others.values()].flat())
  const ids = [...theirs].filter(([, one]) => !only || one.some((end) => shared.has(end))).map(([id]) => id)
  if (ids.length === 0) return undefined
  const rows: PlanRow[] = []
  for await (const row of rowsOf(context, [...new Set([...others.keys(), ...ids])])) rows.push(row)
  const meant = new Set(ids)
  const isAdded = ({ id }: PlanRow) => looked === 'added' && meant.has(id)
  const noes = await noesAbout(context, rows, rows.filter(isAdded))
  const plan = importPlan(noes)
  const known = new Map(rows.map((row) => [row.id, plan.onFile(row.id, valuesForPlan(row), isAdded(row))]))
  const told = ids.flatMap((id) => plan.beside(known.get(id)!))
  return { plan, noes, meant: plan.touched().filter(({ id }) => meant.has(id)), told }
}

/**
 * {@link besideNoes} of noes whose customers are no longer on file, known by their signs. They have to be kept before. Who is
 * surely one of those customers has said no as well, which no undo of the owner's turns either.
 */
export async function besideGone(
  context: Context,
  signed: readonly string[],
  said: Pick<Said, 'day' | 'source'>,
): Promise<Beside> {
  const find = foundBySign(signed.filter((whose) => whose !== '').map((whose) => ({ whose })))
  const met: number[] = []
  const back: number[] = []
  for await (const page of peoplePages(context, true, sql<boolean>`true`))
    for (const row of page) {
      const person = personOnFile(row)
      const noes = find(() => person)
      if (noes.some(({ whose }) => mayBeTheirs(whose, person))) met.push(row.id)
      if (noes.some(({ whose }) => isKnownAgain(whose, person) === 'surely')) back.push(row.id)
    }
  if (met.length === 0) return []
  const told = await besideNoes(context, met, 'all')
  for (const customerId of back) await optOutOf(context, { ...said, customerId })
  await leaveOutOfUndo(context, 'suppressions')
  return told
}

/** The first sentences, as an answer carries them. */
export const besideInAnswer = (beside: Beside): { readonly beside?: Beside } =>
  beside.length === 0 ? {} : { beside: beside.slice(0, mostSentences) }

/** The first sentence behind an act's name. */
export const besideInWords = ([first, ...more]: Beside): string =>
  first === undefined ? '' : `. ${first}${more.length === 0 ? '' : ` (and ${more.length} more)`}`

/** Has or had a phone, as far as the row tells without being read. */
const hasPhone = sql<boolean>`(phone <> '' OR "earlierValues" <> '')`

const anyYesWithPhone = ({ db }: Context) =>
  db
    .selectFrom('customers')
    .select('id')
    .where('mailConsent', '=', sql.lit('yes'))
    .where(hasPhone)
    .limit(1)
    .executeTakeFirst()

async function* rowsOf({ db }: Context, ids: readonly number[]) {
  for (let at = 0; at < ids.length; at += idsASlice)
    yield* await db
      .selectFrom('customers')
      .select(planColumns)
      .where('id', 'in', ids.slice(at, at + idsASlice))
      .orderBy('id')
      .execute()
}

/** The ends of every phone that was theirs. */
async function endsOf(context: Context, ids: readonly number[]) {
  const ends = new Map<number, readonly string[]>()
  for await (const row of rowsOf(context, ids)) ends.set(row.id, phoneEnds(personOnFile(row).phone))
  return ends
}

/** More are found faster by looking at everybody. */
const mostPatterns = 20

/** Customers who have or had a phone that ends as one of these; of those who said yes, or of all. */
async function sharing(context: Context, ends: ReadonlySet<string>, onlyYes: boolean) {
  const found = new Map<number, readonly string[]>()
  if (ends.size === 0) return found
  const patterns = ends.size > mostPatterns ? [] : [...ends].map((end) => `%${[...end].join('%')}%`)
  const maybe = patterns.map((one) => sql`phone LIKE ${one} OR "earlierValues" LIKE ${one}`)
  const where = maybe.length === 0 ? hasPhone : sql<boolean>`${hasPhone} AND (${sql.join(maybe, sql` OR `)})`
  for await (const page of peoplePages(context, onlyYes, where))
    for (const row of page) {
      const its = phoneEnds(personOnFile(row).phone)
      if (its.some((end) => ends.has(end))) found.set(row.id, its)
    }
  return found
}

/** Customers with what they are known again by, a page at a time; of those who said yes, or of all. */
async function* peoplePages({ db, step }: Context, onlyYes: boolean, where: RawBuilder<boolean>) {
  const read = (after: number) =>
    db
      .selectFrom('customers')
      .select(personColumns)
      .where('id', '>', after)
      .where(where)
      .$if(onlyYes, (all) => all.where('mailConsent', '=', sql.lit('yes')))
      .orderBy('id')
      .limit(1000)
      .execute()
  for await (const page of pages(read)) {
    yield page
    await step(0, 1, 'Looking for who may be the same person')
  }
}

/** Of more people all noes are read. */
const mostAskedFor = 200

/** The noes that may be about one of these; of those who were added also by their name alone. */
function noesAbout(context: Context, rows: readonly PlanRow[], added: readonly PlanRow[]) {
  if (rows.length > mostAskedFor) return allNoes(context)
  return allNoes(context, {
    ids: rows.map(({ id }) => id),
    emailKeys: rows.flatMap(mailKeysOf),
    signs: [...new Set(rows.flatMap((row) => contactSigns(personOnFile(row))))],
    names: added.flatMap(({ name }) => whoseBeginnings(name)),
  })
}
