import { createHash, randomBytes, type Hash } from 'node:crypto'
import { mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { dayAt } from '../../core/day.ts'
import type { Issue } from '../../core/newsletter/calls.ts'
import { draftFileName } from '../../core/newsletter/file-name.ts'
import { fill } from '../../core/newsletter/merge.ts'
import { draftWriter } from '../../core/newsletter/message.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { diskSays } from '../disk-codes.ts'
import { freeName } from '../write-whole.ts'
import { newestAct, otherActsSince } from '../store/acts.ts'
import type { Context, FilingHandler } from '../store/context.ts'
import { consenting, countAudience } from './audience.ts'
import { codesInTheMaking, keepCodes, type CodesInTheMaking } from './codes.ts'
import { setIssue, type SetIssue } from './edition.ts'
import { called, issueOf, wordsNow } from './issues.ts'

/** Drafts that were written and not yet marked as exported. */
interface Drafts {
  readonly parent: string
  /** What their folder is to be called, unless something of that name is there. */
  readonly name: string
  /** The folder they lie in: with `(unfinished)` in its name until it is marked. */
  folder: string
  readonly recipients: number
  /** The last act before they were written. */
  readonly lastAct: number
  /** A digest of the issue and its readers, as they were written. */
  readonly digest: string
  /** The codes in them, for those who had none. */
  readonly codes: CodesInTheMaking
  readonly says: string
}

/**
 * Writes one `.eml` draft a recipient into a new folder inside the chosen one: under another name until all are written and the
 * issue is marked, so that a folder of that name is always whole. Nothing that is there already is touched.
 */
export const exportMail: FilingHandler<'newsletter.exportMail', Drafts> = {
  async prepare(context, { issueId, folder, again }) {
    const { db, now, zone } = context
    const lastAct = await newestAct(db)
    const found = await issueOf(db, issueId)
    if (!found.ok) return found
    const issue = found.value
    if (issue.exportedAtMs !== null && !again) return writtenAlready(issue, context)
    const set = await setIssue(context, issue.month, issue.subject, issue.blocks)
    const audience = await countAudience(context)
    const { recipients } = audience
    const problems = set.obstacles(audience)
    if (problems.length > 0)
      return fail(problems[0]!.code, `No drafts were written. ${problems.map((p) => p.message).join(' ')}`)
    const parent = resolve(folder)
    if (!statSync(parent, { throwIfNoEntry: false })?.isDirectory())
      return fail(
        'no-folder',
        'The chosen folder is not there. No drafts were written. Choose another one.',
        'folder',
      )
    const codes = codesInTheMaking()
    const unique = `${now.toString(36)}.${randomBytes(8).toString('hex')}`
    const written = await inNewFolder(parent, `${issue.month} newsletter`, (inside) =>
      writeAll(context, inside, {
        write: draftWriter({ ...set, now, zone, unique }),
        total: recipients,
        digest: digestOf(set),
        codes,
      }),
    )
    if (!written.ok) return written
    const words = called(fill(set.subject, { firstName: '', optOutCode: '' }))
    const says = `${words} marked as exported (${context.formats.counted(recipients, 'draft', 'drafts')})`
    const name = `${issue.month} newsletter`
    return ok({ parent, name, recipients, lastAct, says, codes, ...written.value })
  },

  async write(context, { issueId }, drafts) {
    const { db, now, say } = context
    if (await otherActsSince(db, drafts.lastAct)) {
      const found = await issueOf(db, issueId)
      if (!found.ok) return found
      if ((await digestNow(context, found.value, drafts.codes)) !== drafts.digest) return changedMeanwhile
    }
    // Before the mails can leave: a code that comes back must be known.
    if (!(await keepCodes(context, drafts.codes))) return changedMeanwhile
    const { recipients } = drafts
    await db
      .updateTable('newsletterIssues')
      .set({
        exportedAtMs: now,
        exportedTo: recipients,
        exportedWords: await wordsNow(db, issueId),
        sentAtMs: null,
      })
      .where('id', '=', issueId)
      .execute()
    say(drafts.says)
    const name = freeName(drafts.parent, drafts.name)
    renameSync(drafts.folder, join(drafts.parent, name))
    drafts.folder = join(drafts.parent, name)
    return ok({ files: recipients, recipients, folder: name })
  },

  async discard({ folder }) {
    rmSync(folder, { recursive: true, force: true })
  },
}

/** Whoever got a draft of before would get a second one: that is said, and done only when it is meant. */
function writtenAlready(
  { exportedAtMs, exportedTo, changedSince, sentAtMs }: Issue,
  { formats, zone }: Context,
): Result<never> {
  const drafts = `${formats.counted(exportedTo, 'draft', 'drafts')} of this newsletter ${exportedTo === 1 ? 'was' : 'were'} written ${formats.instant(exportedAtMs!, zone)}`
  const fate = [
    drafts,
    ...(sentAtMs === null ? [] : ['sent']),
    ...(changedSince ? ['and the text has changed since'] : []),
  ]
  return fail(
    'written-already',
    `${fate.join(', ')}. No drafts were written. Whoever got one would get a second: write them again only if that is meant.`,
  )
}

const changedMeanwhile = fail(
  'changed-meanwhile',
  'The newsletter or its readers changed while the drafts were being written. No drafts were kept. Write them again.',
)

/** Begins a digest with all that is the same in each draft. */
const digestOf = ({ shopName, shopAddress, subject, text, html }: SetIssue): Hash =>
  createHash('sha256').update(JSON.stringify([shopName, shopAddress, subject, text, html]))

async function digestNow(
  context: Context,
  { month, subject, blocks }: Issue,
  codes: CodesInTheMaking,
): Promise<string> {
  const digest = digestOf(await setIssue(context, month, subject, blocks))
  for await (const people of consenting(context.db, dayAt(context.now, context.zone), codes.codeFor))
    for (const person of people) if (typeof person !== 'string') digest.update(JSON.stringify(person))
  return digest.digest('hex')
}

/** Writes the drafts and answers their digest. */
async function writeAll(
  { db, step, now, zone }: Context,
  inside: string,
  {
    write,
    total,
    digest,
    codes,
  }: {
    readonly write: ReturnType<typeof draftWriter>
    readonly total: number
    readonly digest: Hash
    readonly codes: CodesInTheMaking
  },
): Promise<string> {
  const today = dayAt(now, zone)
  let place = 0
  for await (const people of consenting(db, today, codes.codeFor))
    for (const person of people) {
      if (typeof person === 'string') continue
      place++
      digest.update(JSON.stringify(person))
      writeFileSync(join(inside, draftFileName(place, total, person.name)), write(person), {
        encoding: 'latin1',
        flag: 'wx',
      })
      await step(place, total, 'Writing drafts')
    }
  return digest.digest('hex')
}

/** Fills a new folder; one that could not be filled is taken away. */
async function inNewFolder(
  parent: string,
  name: string,
  fillFolder: (inside: string) => Promise<string>,
): Promise<Result<{ folder: string; digest: string }>> {
  let folder: string | undefined
  try {
    folder = mkdtempSync(join(parent, `${name} (unfinished) `))
    return ok({ folder, digest: await fillFolder(folder) })
  } catch (error) {
    if (folder) rmSync(folder, { recursive: true, force: true })
    if (diskSays(error) === 'no-access')
      return fail(
        'folder-closed',
        'Wellkept may not write into this folder. No drafts were written. Choose another one.',
        'folder',
      )
    throw error
  }
}
