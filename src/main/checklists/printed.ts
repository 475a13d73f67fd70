import type { checklistsCalls } from '../../core/checklists/calls.ts'
import { ok } from '../../core/result.ts'
import type { Context, HandlersOf } from '../store/context.ts'

/** When the sheet of a week was printed last; null where it was not. */
export async function printedAt({ db }: Pick<Context, 'db'>, week: string): Promise<number | null> {
  const row = await db
    .selectFrom('printedWeeks')
    .select('printedAtMs')
    .where('week', '=', week)
    .executeTakeFirst()
  return row?.printedAtMs ?? null
}

export const printed: Pick<HandlersOf<typeof checklistsCalls>, 'checklists.printed'> = {
  'checklists.printed': async (context, { week }) => {
    const { db, now, say, formats } = context
    if ((await printedAt(context, week)) === null)
      await db.insertInto('printedWeeks').values({ week, printedAtMs: now }).execute()
    else await db.updateTable('printedWeeks').set({ printedAtMs: now }).where('week', '=', week).execute()
    say(`${formats.week(week)}, sheet marked as printed`)
    return ok(null)
  },
}
