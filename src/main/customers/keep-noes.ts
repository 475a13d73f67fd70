import { mailKeysOf, type CustomerDetails } from '../../core/customers/person.ts'
import { personOnFile } from '../../core/customers/same-for-a-no.ts'
import { joinedSigns, whoseSigns } from '../../core/customers/whose.ts'
import { leaveOutOfUndo } from '../store/changes.ts'
import type { Context } from '../store/context.ts'
import { formersOf, whoseOfFormers } from './former.ts'
import { noteAnswers } from './answers-kept.ts'
import { personColumns } from './rows.ts'

type Db = Context['db']

/** A no to be kept, and whose. */
export interface Said {
  readonly emailKey: string
  readonly customerId: number
  readonly day: string
  readonly source: string
  /** See core/customers/whose.ts; looked up of who is on file. */
  readonly whose?: string
}

/**
 * Keeps noes that the owner noted. What stands already is not kept twice, unless it was said again on another day: the latest
 * decides which yes comes too late.
 */
export async function keepNoes({ db }: Pick<Context, 'db'>, said: readonly Said[]): Promise<void> {
  if (said.length === 0) return
  const known = await db
    .selectFrom('suppressions')
    .select(['customerId', 'emailKey', 'day'])
    .where(
      'customerId',
      'in',
      said.map(({ customerId }) => customerId),
    )
    .where('fromFile', '=', 0)
    .execute()
  const keyOf = ({ customerId, emailKey, day }: (typeof known)[number]) => `${customerId} ${day} ${emailKey}`
  const there = new Set(known.map(keyOf))
  const rows = said.filter((one) => !there.has(keyOf(one)))
  if (rows.length === 0) return
  await db
    .insertInto('suppressions')
    .values(await withWhose(db, rows))
    .execute()
}

/** The signs by which customers on file are known again when they are gone: see core/customers/whose.ts. */
export async function whoseOnFile({ db }: Pick<Context, 'db'>, ids: readonly number[]) {
  const rows = await db.selectFrom('customers').select(personColumns).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, whoseSigns(personOnFile(row))]))
}

/** Noes with the signs by which who said them is known again: those of now, of who is on file or was merged, and those that are given. */
async function withWhose<No extends Said>(db: Db, rows: readonly No[]) {
  const ids = rows.map(({ customerId }) => customerId)
  const signs = new Map([...(await whoseOfFormers({ db }, ids)), ...(await whoseOnFile({ db }, ids))])
  return rows.map((row) => ({
    ...row,
    whose: joinedSigns(signs.get(row.customerId) ?? '', row.whose ?? ''),
  }))
}

/**
 * Keeps noes that the owner noted of customers also as those of everybody who was merged into them, of whom each may be the one who said
 * it: they are theirs where the merge is undone, or a backup of before it comes back.
 */
export async function keepNoesOfFormers(
  context: Pick<Context, 'db'>,
  ids: readonly number[],
  said: Pick<Said, 'day' | 'source'>,
): Promise<void> {
  const formers = await formersOf(context, ids)
  await keepNoes(
    context,
    formers.flatMap(({ goneId, details }) =>
      noKeys(details).map((emailKey) => ({ ...said, customerId: goneId, emailKey })),
    ),
  )
}

type Mails = Pick<CustomerDetails, 'email' | 'otherMails'>

/** The addresses a no is kept under: each that is theirs, or none. */
export function noKeys(mails: Mails): readonly string[] {
  const keys = mailKeysOf(mails)
  return keys.length === 0 ? [''] : keys
}

/** Takes a customer's no along to their new addresses; `suppressed` is one that their address of before alone brought with it. */
export async function moveNo(
  context: Pick<Context, 'db'>,
  customerId: number,
  mails: Mails,
  suppressed?: Pick<Said, 'day' | 'source'>,
) {
  const own = await context.db
    .selectFrom('suppressions')
    .select(['day', 'source'])
    .where('customerId', '=', customerId)
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  const said = own ?? suppressed
  if (said)
    await keepNoes(
      context,
      noKeys(mails).map((emailKey) => ({ day: said.day, source: said.source, customerId, emailKey })),
    )
}

/**
 * The noes of somebody who is another customer from now on stay as those of who said them, with all that they were known by: `keptNow`
 * tells whose they are while the merge stands, and its undo, or a backup of before it, finds each where it was said.
 */
export const signNoes =
  (table: 'suppressions' | 'channelNoes') =>
  async ({ db, updateMany }: Pick<Context, 'db' | 'updateMany'>, goneId: number): Promise<void> => {
    const rows = await db.selectFrom(table).select(['id', 'whose']).where('customerId', '=', goneId).execute()
    if (rows.length === 0) return
    const whose = (await whoseOnFile({ db }, [goneId])).get(goneId) ?? ''
    await updateMany(
      table,
      rows.map((no) => ({ id: no.id, whose: joinedSigns(whose, no.whose) })),
    )
  }

/** What is being done, for the progress bar. */
export const keepingNoes = 'Keeping who said no'

/** A no that stands and was said again. */
export type SaidAgain = Pick<Said, 'day' | 'source'> & { readonly id: number; readonly whose: string }

const size = 100

/**
 * Keeps the noes that a file said. They are no part of what its undo takes back: the person said no, whatever becomes of the
 * import. Only an act of the owner's, asking that person again, turns them. `again` are those a file has said before: they are of
 * the later day now.
 */
export async function keepFiledNoes(
  context: Context,
  said: readonly Said[],
  again: readonly SaidAgain[],
): Promise<void> {
  const total = again.length + said.length
  for (let at = 0; at < again.length; at += size) {
    await context.updateMany('suppressions', again.slice(at, at + size))
    await context.step(at, total + 1, keepingNoes)
  }
  for (let at = 0; at < said.length; at += size) {
    await context.insertMany(
      'suppressions',
      said.slice(at, at + size).map((one) => ({ ...one, fromFile: 1 as const })),
    )
    await context.step(again.length + at, total + 1, keepingNoes)
  }
  if (total > 0) await leaveOutOfUndo(context, 'suppressions')
}

/**
 * Keeps noes that customers said themselves, by their code; as with {@link keepFiledNoes}, no undo of the owner's turns them. One
 * that stands already keeps its signs beside those of now. Those of nobody on file are told apart by their signs alone.
 */
export async function keepOwnNoes(context: Context, said: readonly Said[]): Promise<void> {
  const known = await context.db
    .selectFrom('suppressions')
    .select(['id', 'customerId', 'emailKey', 'whose'])
    .where(
      'customerId',
      'in',
      said.map(({ customerId }) => customerId),
    )
    .where('fromFile', '=', 1)
    .execute()
  const fresh: Said[] = []
  const again: SaidAgain[] = []
  for (const no of await withWhose(context.db, said)) {
    const { customerId, emailKey, day, source, whose } = no
    const standing = known.filter(
      (one) =>
        one.customerId === customerId &&
        one.emailKey === emailKey &&
        (customerId !== nobody || one.whose === whose),
    )
    if (standing.length === 0) fresh.push(no)
    for (const one of standing) again.push({ id: one.id, day, source, whose: joinedSigns(whose, one.whose) })
  }
  await keepFiledNoes(context, fresh, again)
}

/** Whose a no or a code is that was carried over from another file, of somebody who is not on file in this one. */
const nobody = 0

/** Notes a customer's own no; undefined when they are no longer on file. The no is to be kept by {@link keepOwnNoes}. */
export async function optOutOf(
  context: Context,
  { customerId, day, source }: Pick<Said, 'customerId' | 'day' | 'source'>,
) {
  const person = await context.db
    .updateTable('customers')
    .set({ mailConsent: 'no', mailConsentDay: day, mailConsentSource: source })
    .where('id', '=', customerId)
    .returning(['name', 'email', 'emailKey', 'otherMails'])
    .executeTakeFirst()
  if (person) await noteOwnNoes(context, [{ customerId, day, source }])
  return person
}

/** Keeps in their history the noes to mail that customers said themselves, or a file of them; no undo takes those back. */
export async function noteOwnNoes(
  context: Context,
  said: readonly Pick<Said, 'customerId' | 'day' | 'source'>[],
): Promise<void> {
  if (said.length === 0) return
  await noteAnswers(
    context,
    said.map(({ customerId, day, source }) => ({ customerId, day, source, channel: 'email', answer: 'no' })),
  )
  await leaveOutOfUndo(context, 'consentAnswers')
}
