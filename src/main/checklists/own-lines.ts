import type { checklistsCalls, OwnLine } from '../../core/checklists/calls.ts'
import { starterLines, type Part } from '../../core/checklists/own-line.ts'
import { fail, ok } from '../../core/result.ts'
import type { Context, Handler, HandlersOf } from '../store/context.ts'

const columns = ['id as lineId', 'part', 'weekday', 'text'] as const
const gone = fail('no-line', 'That line is not on the list any more. Nothing was changed.', 'lineId')

const noWords = fail(
  'bad-input',
  'Write what is to be done, and at which part of the day. Nothing was changed.',
  'text',
)

/** All own lines, by part in the order of the day and by their place within it. */
export async function linesInOrder(db: Context['db']): Promise<OwnLine[]> {
  const lines = await db
    .selectFrom('checklistLines')
    .select(columns)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return (['opening', 'day', 'closing'] as const).flatMap((part) =>
    lines.filter((line) => line.part === part),
  )
}

const lastPosition = async (db: Context['db'], part: Part): Promise<number> => {
  const row = await db
    .selectFrom('checklistLines')
    .select((eb) => eb.fn.max('position').as('position'))
    .where('part', '=', part)
    .executeTakeFirst()
  return row?.position ?? 0
}

/** Adds a line of the owner’s, or changes one. */
export const saveLine: Handler<'checklists.saveLine'> = async ({ db, say }, { lineId, ...given }) => {
  if (lineId === undefined) {
    const { part, text, weekday = null } = given
    if (part === undefined || text === undefined) return noWords
    const added = await db
      .insertInto('checklistLines')
      .values({ part, text, weekday, position: (await lastPosition(db, part)) + 1 })
      .returning(columns)
      .executeTakeFirstOrThrow()
    say(`Checklist line “${text}” added`)
    return ok(added)
  }
  const old = await db
    .selectFrom('checklistLines')
    .select(['part', 'text', 'weekday', 'position'])
    .where('id', '=', lineId)
    .executeTakeFirst()
  if (!old) return gone
  const { part = old.part, text = old.text, weekday = old.weekday } = given
  const position = old.part === part ? old.position : (await lastPosition(db, part)) + 1
  const saved = await db
    .updateTable('checklistLines')
    .set({ part, text, weekday, position })
    .where('id', '=', lineId)
    .returning(columns)
    .executeTakeFirstOrThrow()
  say(`Checklist line “${text}” changed`)
  return ok(saved)
}

/** Adds the starter lines of a trade. */
export const addStarter: Handler<'checklists.addStarter'> = async ({ db, say, formats }, { trade }) => {
  const lines = await linesInOrder(db)
  const known = new Set(lines.map(({ text }) => text))
  const wanted = starterLines(trade).filter(({ text }) => !known.has(text))
  for (const { part, weekday = null, text } of wanted)
    await db
      .insertInto('checklistLines')
      .values({ part, weekday, text, position: (await lastPosition(db, part)) + 1 })
      .execute()
  say(`${formats.counted(wanted.length, 'checklist line', 'checklist lines')} added`)
  return ok({ added: wanted.length })
}

export const ownLines: HandlersOf<Omit<typeof checklistsCalls, 'checklists.week' | 'checklists.printed'>> = {
  'checklists.ownLines': async ({ db }) => ok({ lines: await linesInOrder(db) }),

  'checklists.saveLine': saveLine,

  'checklists.removeLine': async ({ db, say }, { lineId }) => {
    const removed = await db
      .deleteFrom('checklistLines')
      .where('id', '=', lineId)
      .returning('text')
      .executeTakeFirst()
    if (!removed) return gone
    say(`Checklist line “${removed.text}” removed`)
    return ok(null)
  },

  'checklists.moveLine': async ({ db, say }, { lineId, up }) => {
    const lines = await linesInOrder(db)
    const line = lines.find((one) => one.lineId === lineId)
    if (!line) return gone
    const group = lines.filter(({ part }) => part === line.part)
    const from = group.indexOf(line)
    const to = up ? from - 1 : from + 1
    if (to < 0 || to >= group.length) return ok(null)
    group.splice(from, 1)
    group.splice(to, 0, line)
    for (const [i, { lineId: id }] of group.entries())
      await db
        .updateTable('checklistLines')
        .set({ position: i + 1 })
        .where('id', '=', id)
        .where('position', '<>', i + 1)
        .execute()
    say(`Checklist line “${line.text}” moved`)
    return ok(null)
  },

  'checklists.addStarter': addStarter,
}
