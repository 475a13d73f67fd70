import { storedDraft, type draftsCalls } from '../../core/drafts/calls.ts'
import { ok } from '../../core/result.ts'
import type { Context, HandlersOf } from '../store/context.ts'
import { stored } from '../store/stored.ts'

/** What nobody has come back to for so long fades. */
const keptMs = 30 * 24 * 3_600_000
const mostDrafts = 200

const draftIn = stored(storedDraft)

export const drafts: HandlersOf<typeof draftsCalls> = {
  'drafts.all': async ({ db, now }) => {
    const rows = await db
      .selectFrom('drafts')
      .select(['form', 'value', 'savedAtMs'])
      .where('savedAtMs', '>', now - keptMs)
      .orderBy('savedAtMs', 'desc')
      .orderBy('id', 'desc')
      .limit(mostDrafts)
      .execute()
    return ok(rows.map(({ value, ...row }) => ({ ...row, ...draftIn(value) })))
  },

  'drafts.keep': async (context, { form, base, typed, atMs }) => {
    const kept = { value: JSON.stringify({ base, typed, atMs }), savedAtMs: context.now }
    await context.db
      .insertInto('drafts')
      .values({ form, ...kept })
      .onConflict((conflict) => conflict.column('form').doUpdateSet(kept))
      .execute()
    await fade(context)
    return ok(null)
  },

  'drafts.drop': async ({ db }, { form }) => {
    await db.deleteFrom('drafts').where('form', '=', form).execute()
    return ok(null)
  },
}

async function fade({ db, now }: Context): Promise<void> {
  const last = await db
    .selectFrom('drafts')
    .select('savedAtMs')
    .orderBy('savedAtMs', 'desc')
    .orderBy('id', 'desc')
    .offset(mostDrafts)
    .limit(1)
    .executeTakeFirst()
  await db
    .deleteFrom('drafts')
    .where('savedAtMs', '<=', Math.max(now - keptMs, last?.savedAtMs ?? -Infinity))
    .execute()
}
