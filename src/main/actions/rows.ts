import type { About } from '../../core/about/about.ts'
import type { ShopAction } from '../../core/actions/calls.ts'
import { dueWords } from '../../core/actions/words.ts'
import { dayAt } from '../../core/day.ts'
import { shownAbout } from '../about/edge.ts'
import { staffNameNow } from '../staff/edge.ts'
import type { Context } from '../store/context.ts'
import type { Row } from '../store/schema.ts'

/** All that is to be done, or was, with who is to do it. */
export const actionRows = ({ db }: Pick<Context, 'db'>) =>
  db
    .selectFrom('actions')
    .selectAll('actions')
    .select((eb) => staffNameNow(eb.ref('actions.staffId')).as('who'))

type ActionRow = Row<'actions'> & { readonly who: string | null }

const aboutOf = ({ aboutKind: kind, aboutId: id }: Row<'actions'>): About | null =>
  kind === null || id === null ? null : { kind, id }

/** Rows as the contract tells them, with what they are about as it is called now. */
export async function actionsOf(
  context: Context,
  rows: readonly ActionRow[],
): Promise<readonly ShopAction[]> {
  const today = dayAt(context.now, context.zone)
  const shown = await shownAbout(
    context,
    rows.map(aboutOf).filter((link) => link !== null),
  )
  return rows.map((row) => {
    const link = aboutOf(row)
    const about = link && shown(link, row.aboutName)
    const { id, what, dueDay, staffId, state, closedAtMs, result } = row
    return {
      id,
      what,
      about,
      dueDay,
      reason: dueWords({ dueDay, who: row.who ?? '' }, today, context.formats),
      isLate: dueDay < today,
      staffId,
      state,
      closedAtMs,
      result,
    }
  })
}
