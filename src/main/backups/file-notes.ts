import type Database from 'better-sqlite3'
import { z } from 'zod'
import type { backupsCalls } from '../../core/backups/calls.ts'
import { ok } from '../../core/result.ts'
import { stillErased } from '../customers/edge.ts'
import type { Context, HandlersOf } from '../store/context.ts'
import { stored } from '../store/stored.ts'

const restored = z.object({
  fromMs: z.number(),
  before: z.string(),
  fromFile: z.boolean().optional(),
  oneLine: z.boolean().optional(),
  erasedBack: z.array(z.number()).optional(),
  standing: z.number().nullable().optional(),
})

/** What is noted of a restore: the instant it is as of, the backup of what was there before, whether both are of one line, who had been erased, and of how many what stood there came along. */
export type RestoredNote = Readonly<z.infer<typeof restored>>

const noteIn = stored(restored)

/** Notes in a closed shop file that it was restored; it belongs to this PC again. */
export function noteRestored(connection: Database.Database, atMs: number, what: RestoredNote): void {
  connection.transaction(() => {
    connection.exec(`DELETE FROM fileNotes WHERE kind IN ('restored', 'moved-out')`)
    note(connection, 'restored', atMs, JSON.stringify(what))
  })()
}

/** What is noted of the last restore; undefined where there was none. */
export function restoredNote(connection: Database.Database): RestoredNote | undefined {
  if (!hasNotes(connection)) return undefined
  const note = connection.prepare(
    `SELECT what FROM fileNotes WHERE kind = 'restored' ORDER BY id DESC LIMIT 1`,
  )
  const what = note.pluck().get() as string | undefined
  return what === undefined ? undefined : noteIn(what)
}

/** A file of an older schema has no notes yet. */
const hasNotes = (connection: Database.Database): boolean =>
  connection.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'fileNotes'`).get() !== undefined

/** Notes in a copy that it is packed for another PC; `settings` go along with it. */
export function noteMovedOut(connection: Database.Database, atMs: number, settings: object): void {
  connection.transaction(() => {
    connection.exec(`DELETE FROM fileNotes WHERE kind = 'moved-out'`)
    note(connection, 'moved-out', atMs, JSON.stringify(settings))
  })()
}

function note(connection: Database.Database, kind: string, atMs: number, what: string): void {
  connection.prepare('INSERT INTO fileNotes (kind, atMs, what) VALUES (?, ?, ?)').run(kind, atMs, what)
}

/** The shop belongs to this PC; answers what was packed along with it. What could be restored stayed on the other. */
export function takeMovedIn(connection: Database.Database): unknown {
  const gone = connection
    .prepare(`DELETE FROM fileNotes WHERE kind IN ('restored', 'moved-out') RETURNING kind, what`)
    .all() as { kind: string; what: string }[]
  const packed = gone.find(({ kind }) => kind === 'moved-out')
  return packed && JSON.parse(packed.what)
}

/** The shop was packed, and goes on here all the same. */
export function goOnHere(connection: Database.Database): void {
  connection.exec(`DELETE FROM fileNotes WHERE kind = 'moved-out'`)
}

/** When the shop was packed for another PC, epoch ms. */
export function movedOutAt(connection: Database.Database): number | undefined {
  if (!hasNotes(connection)) return undefined
  const note = connection.prepare(`SELECT atMs FROM fileNotes WHERE kind = 'moved-out'`)
  return note.pluck().get() as number | undefined
}

function restoredIn({ atMs, what }: { readonly atMs: number; readonly what: string }) {
  const { fromMs, before, fromFile = false, standing } = noteIn(what)
  return { atMs, fromMs, before, fromFile, ...(standing !== undefined && { standing }) }
}

/** Whom the last restore brought back, who had been erased and still is to be; and when that was, epoch ms. */
export async function erasedAndBack(context: Pick<Context, 'db'>) {
  const last = await context.db
    .selectFrom('fileNotes')
    .select(['atMs', 'what'])
    .where('kind', '=', 'restored')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  const ids = last ? (noteIn(last.what).erasedBack ?? []) : []
  return { atMs: last?.atMs ?? 0, people: await stillErased(context, ids) }
}

export const fileNotes: HandlersOf<
  Pick<typeof backupsCalls, 'backups.notes' | 'backups.erasedBack' | 'shop.noteMovedOut'>
> = {
  'backups.erasedBack': async (context) => ok((await erasedAndBack(context)).people),

  'backups.notes': async ({ db }) => {
    const notes = await db.selectFrom('fileNotes').select(['kind', 'atMs', 'what']).orderBy('id').execute()
    const last = notes.findLast(({ kind }) => kind === 'restored')
    return ok({
      restored: last ? restoredIn(last) : null,
      movedOutAtMs: notes.find(({ kind }) => kind === 'moved-out')?.atMs ?? null,
    })
  },
  'shop.noteMovedOut': async ({ db, now }) => {
    await db.deleteFrom('fileNotes').where('kind', '=', 'moved-out').execute()
    await db.insertInto('fileNotes').values({ kind: 'moved-out', atMs: now, what: '{}' }).execute()
    return ok(null)
  },
}
