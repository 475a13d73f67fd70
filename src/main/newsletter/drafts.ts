import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { newsletterCalls } from '../../core/newsletter/calls.ts'
import { draftFileName } from '../../core/newsletter/file-name.ts'
import { fill } from '../../core/newsletter/merge.ts'
import { draftWriter } from '../../core/newsletter/message.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Context, HandlersOf } from '../store/context.ts'
import { consenting, countAudience } from './audience.ts'
import { setIssue } from './edition.ts'
import { called, issueOf } from './issues.ts'

/**
 * Writes one `.eml` draft a recipient into a new folder inside the chosen one: under another name until all are written, so
 * that a folder of that name is always whole. Nothing that is there already is touched.
 */
export const exportMail: HandlersOf<typeof newsletterCalls>['newsletter.exportMail'] = async (
  context,
  { issueId, folder },
) => {
  const { db, now, zone, say } = context
  const found = await issueOf(db, issueId)
  if (!found.ok) return found
  const issue = found.value
  const set = await setIssue(context, issue.month, issue.subject, issue.blocks)
  const { recipients } = await countAudience(context)
  const problems = set.obstacles(recipients)
  if (problems.length > 0)
    return fail(problems[0]!.code, `No drafts were written. ${problems.map((p) => p.message).join(' ')}`)
  const parent = resolve(folder)
  if (!statSync(parent, { throwIfNoEntry: false })?.isDirectory())
    return fail(
      'no-folder',
      'The chosen folder is not there. No drafts were written. Choose another one.',
      'folder',
    )

  const unique = `${now.toString(36)}.${randomBytes(8).toString('hex')}`
  const write = draftWriter({ ...set, now, zone, unique })
  const written = await intoNewFolder(parent, `${issue.month} newsletter`, (inside) =>
    writeAll(context, inside, write, recipients),
  )
  if (!written.ok) return written
  await db
    .updateTable('newsletterIssues')
    .set({ exportedAtMs: now, exportedTo: recipients })
    .where('id', '=', issueId)
    .execute()
  say(
    `${called(fill(set.subject, { firstName: '', optOutCode: '' }))} marked as exported (${recipients} drafts)`,
  )
  return ok({ files: recipients, recipients, folder: written.value })
}

async function writeAll(
  { db, step }: Context,
  inside: string,
  write: ReturnType<typeof draftWriter>,
  total: number,
): Promise<void> {
  let place = 0
  for await (const people of consenting(db))
    for (const person of people) {
      if (typeof person === 'string') continue
      place++
      writeFileSync(join(inside, draftFileName(place, total, person.name)), write(person), {
        encoding: 'latin1',
        flag: 'wx',
      })
      await step(place, total, 'Writing drafts')
    }
}

async function intoNewFolder(
  parent: string,
  name: string,
  fillFolder: (inside: string) => Promise<void>,
): Promise<Result<string>> {
  let unfinished: string | undefined
  try {
    unfinished = mkdtempSync(join(parent, `${name} (unfinished) `))
    await fillFolder(unfinished)
    for (let n = 1; ; n++) {
      const free = n === 1 ? name : `${name} (${n})`
      if (existsSync(join(parent, free))) continue
      renameSync(unfinished, join(parent, free))
      unfinished = undefined
      return ok(free)
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
      return fail(
        'folder-closed',
        'Wellkept may not write into this folder. No drafts were written. Choose another one.',
        'folder',
      )
    throw error
  } finally {
    if (unfinished) rmSync(unfinished, { recursive: true, force: true })
  }
}
