import { createHash } from 'node:crypto'
import type { InputOf } from '../../core/call.ts'
import { addDays, dayAt, daysInMonth, type Day } from '../../core/day.ts'
import { blocks as blocksSchema, sameWords, type Block } from '../../core/newsletter/blocks.ts'
import { arrangedSaid } from '../../core/newsletter/arranged.ts'
import type { Issue, IssueRow, newsletterCalls } from '../../core/newsletter/calls.ts'
import { headerText } from '../../core/greeting/header-text.ts'
import { withFieldsNamed } from '../../core/newsletter/merge.ts'
import { firstIssue } from '../../core/newsletter/starter.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Context, Handler, HandlersOf } from '../store/context.ts'
import type { Row } from '../store/schema.ts'
import { shopVoice } from '../shop/edge.ts'
import { hoursFor } from './facts.ts'

const listed = ['id', 'month', 'subject', 'blocks', 'createdAtMs'] as const
const fate = ['exportedAtMs', 'exportedTo', 'exportedWords', 'sentAtMs'] as const

/** A digest of an issue's words, to see whether they are others later. */
const wordsDigest = ({ subject, blocks }: Pick<Row<'newsletterIssues'>, 'subject' | 'blocks'>): string =>
  createHash('sha256')
    .update(JSON.stringify([subject, blocks]))
    .digest('hex')

function rowOf({
  blocks,
  exportedWords,
  ...row
}: Pick<Row<'newsletterIssues'>, (typeof listed)[number] | (typeof fate)[number]>): IssueRow {
  const changedSince = exportedWords !== '' && exportedWords !== wordsDigest({ subject: row.subject, blocks })
  return { ...row, changedSince }
}

export const noIssue = fail(
  'no-issue',
  'This newsletter is no longer there. Nothing was changed. Choose another one.',
)

const changedMeanwhile = fail(
  'changed-meanwhile',
  'This newsletter was changed elsewhere meanwhile. Nothing was saved. Read it again, then save.',
)

const ofAnotherVersion = fail(
  'other-version',
  'This newsletter has a part that this Wellkept does not know. Nothing was changed. Update Wellkept to write it.',
)

/** One saved issue; problems: no-issue, other-version (a newer Wellkept has written a kind of block into it). */
export async function issueOf(db: Context['db'], issueId: number): Promise<Result<Issue>> {
  const row = await db
    .selectFrom('newsletterIssues')
    .select([...listed, ...fate])
    .where('id', '=', issueId)
    .executeTakeFirst()
  if (!row) return noIssue
  const blocks = blocksSchema.safeParse(JSON.parse(row.blocks))
  return blocks.success ? ok({ ...rowOf(row), blocks: blocks.data }) : ofAnotherVersion
}

/** A digest of an issue's words as they are stored now; the issue is there. */
export const wordsNow = async (db: Context['db'], issueId: number): Promise<string> =>
  wordsDigest(
    await db
      .selectFrom('newsletterIssues')
      .select(['subject', 'blocks'])
      .where('id', '=', issueId)
      .executeTakeFirstOrThrow(),
  )

/** How an issue is called in a sentence. */
export const called = (subject: string): string => {
  const words = headerText(withFieldsNamed(subject))
  return words === '' ? 'Newsletter without a subject' : `Newsletter “${words}”`
}

/** Begins the newsletter of a month. */
export const createIssue: Handler<'newsletter.create'> = async (context, input) => {
  const begun = await begin(context, input)
  if (!begun.ok) return begun
  context.say(`${called(begun.value.subject)} begun`)
  return ok({ id: begun.value.id })
}

/** Every newsletter, the newest month first. */
export const allIssues: Handler<'newsletter.issues'> = async ({ db }) =>
  ok(
    (
      await db
        .selectFrom('newsletterIssues')
        .select([...listed, ...fate])
        .orderBy('month', 'desc')
        .orderBy('id', 'desc')
        .limit(1200)
        .execute()
    ).map(rowOf),
  )

/** Puts a block at the end of the issue that goes out next and is still being written, or of a new one. */
export async function appendBlock(
  context: Context,
  block: Block,
): Promise<Result<{ issueId: number; month: string }>> {
  const { db, say } = context
  const today = dayAt(context.now, context.zone)
  const writing = await db
    .selectFrom('newsletterIssues')
    .select('id')
    .where('exportedAtMs', 'is', null)
    .where('month', '>=', today.slice(0, 7))
    // One of a month far ahead is read when all of it is over.
    .where('month', '<=', addDays(`${today.slice(0, 7)}-01`, 31).slice(0, 7))
    .orderBy('month')
    .orderBy('id')
    .executeTakeFirst()
  const issue = writing ? await issueOf(db, writing.id) : await begin(context, {})
  if (!issue.ok) return issue
  const { id, month, subject } = issue.value
  const blocks = blocksSchema.safeParse([...issue.value.blocks, block])
  if (!blocks.success)
    return fail('full', `${called(subject)} has no room for another block. Nothing was changed.`)
  await db
    .updateTable('newsletterIssues')
    .set({ blocks: JSON.stringify(blocks.data) })
    .where('id', '=', id)
    .execute()
  say(writing ? `${called(subject)} added to` : `${called(subject)} begun`)
  return ok({ issueId: id, month })
}

export const issues: Pick<
  HandlersOf<typeof newsletterCalls>,
  | 'newsletter.create'
  | 'newsletter.append'
  | 'newsletter.save'
  | 'newsletter.arrange'
  | 'newsletter.remove'
  | 'newsletter.sent'
  | 'newsletter.issues'
  | 'newsletter.one'
> = {
  'newsletter.create': createIssue,

  'newsletter.append': (context, { block }) => appendBlock(context, block),

  'newsletter.save': async (context, { typing, ...input }) => {
    const saved = await saveOver(context, input)
    if (!saved.ok) return saved
    context.say(`${called(input.subject)} saved`)
    if (typing) context.goOn()
    return issueOf(context.db, input.issueId)
  },

  'newsletter.arrange': async (context, input) => {
    const saved = await saveOver(context, input)
    if (!saved.ok) return saved
    context.say(arrangedSaid(called(input.subject), saved.value, input.blocks))
    return issueOf(context.db, input.issueId)
  },

  'newsletter.sent': async ({ db, now, say, formats }, { issueId }) => {
    const issue = await issueOf(db, issueId)
    if (!issue.ok) return issue
    const { subject, exportedAtMs, exportedTo, sentAtMs } = issue.value
    if (exportedAtMs === null)
      return fail('no-drafts', `${called(subject)} has no drafts yet. Nothing was changed. Write them first.`)
    if (sentAtMs !== null)
      return fail('sent-already', `${called(subject)} is marked as sent already. Nothing was changed.`)
    await db.updateTable('newsletterIssues').set({ sentAtMs: now }).where('id', '=', issueId).execute()
    say(`${called(subject)} sent (${formats.counted(exportedTo, 'mail', 'mails')})`)
    return ok(null)
  },

  'newsletter.remove': async ({ db, say }, { issueId }) => {
    const gone = await db
      .deleteFrom('newsletterIssues')
      .where('id', '=', issueId)
      .returning('subject')
      .executeTakeFirst()
    if (!gone) return noIssue
    say(`${called(gone.subject)} removed`)
    return ok(null)
  },

  'newsletter.issues': allIssues,

  'newsletter.one': ({ db }, { issueId }) => issueOf(db, issueId),
}

/** Saves the words of an issue; answers the blocks there were. */
async function saveOver(
  { db }: Context,
  { issueId, subject, blocks, over }: InputOf<(typeof newsletterCalls)['newsletter.arrange']>,
): Promise<Result<readonly Block[]>> {
  const before = await issueOf(db, issueId)
  if (!before.ok) return before
  if (over && !sameWords(over, before.value)) return changedMeanwhile
  await db
    .updateTable('newsletterIssues')
    .set({ subject, blocks: JSON.stringify(blocks) })
    .where('id', '=', issueId)
    .execute()
  return ok(before.value.blocks)
}

interface Wanted {
  readonly month?: string | undefined
  readonly subject?: string | undefined
  readonly blocks?: readonly Block[] | undefined
}

/** A new issue; what is not given is the starter's. */
async function begin(context: Context, wanted: Wanted) {
  const { db, shop, now, zone } = context
  if (!shop)
    return fail('no-shop', 'This file holds no shop yet. Nothing was changed. Set the shop up first.')
  const today = dayAt(now, zone)
  const month = wanted.month ?? (await nextMonth(db, today))
  const voice = await shopVoice(context)
  const hasHours = (await hoursFor(context, month, today, voice)).length > 0
  const starter = firstIssue(shop.name, month, hasHours, voice)
  const subject = wanted.subject ?? starter.subject
  const blocks: readonly Block[] = wanted.blocks ?? starter.blocks
  const { id } = await db
    .insertInto('newsletterIssues')
    .values({ month, subject, blocks: JSON.stringify(blocks), createdAtMs: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return ok({ id, month, subject, blocks })
}

/** The first month from this one on that has no issue. */
async function nextMonth(db: Context['db'], today: Day): Promise<string> {
  const taken = await db
    .selectFrom('newsletterIssues')
    .select('month')
    .where('month', '>=', today.slice(0, 7))
    .execute()
  const months = new Set(taken.map(({ month }) => month))
  let first = `${today.slice(0, 7)}-01`
  while (months.has(first.slice(0, 7)))
    first = addDays(first, daysInMonth(Number(first.slice(0, 4)), Number(first.slice(5, 7))))
  return first.slice(0, 7)
}
