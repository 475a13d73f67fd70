import { sql, type ExpressionBuilder } from 'kysely'
import type { About } from '../../core/about/about.ts'
import { questions } from '../../core/actions/after-sale.ts'
import type { ShopAction } from '../../core/actions/calls.ts'
import { dueWords } from '../../core/actions/words.ts'
import { dayAt } from '../../core/day.ts'
import { shownAbout } from '../about/edge.ts'
import { pausedUntilOf } from '../customers/edge.ts'
import { staffNameNow } from '../staff/edge.ts'
import type { Context } from '../store/context.ts'
import type { Row, Schema } from '../store/schema.ts'

/** All that is to be done, or was, with who is to do it. */
export const actionRows = ({ db }: Pick<Context, 'db'>) =>
  db
    .selectFrom('actions')
    .selectAll('actions')
    .select((eb) => [
      staffNameNow(eb.ref('actions.staffId')).as('who'),
      isHeld().as('isHeld'),
      pausedUntil(eb).as('pausedUntil'),
    ])

type ActionRow = Row<'actions'> & {
  readonly who: string | null
  readonly isHeld: 0 | 1
  readonly pausedUntil: string
}

/** The end of a customer's pause, before which no question is put to them; '' for none. */
export const pausedUntil = (eb: ExpressionBuilder<Schema, 'actions'>) =>
  sql<string>`CASE WHEN actions.source IN (${sql.join(questions)}) AND actions."aboutKind" = 'customer'
    THEN ${pausedUntilOf(eb.ref('actions.aboutId'))} ELSE '' END`

/** A question to a customer waits as long as one of their complaints is open. */
export const isHeld = () => sql<0 | 1>`CASE WHEN actions.source IN (${sql.join(questions)}) AND EXISTS (
  SELECT 1 FROM actions AS complaint WHERE complaint."aboutKind" = actions."aboutKind" AND complaint."aboutId" = actions."aboutId"
    AND complaint.state = 'open' AND complaint.source = 'complaint') THEN 1 ELSE 0 END`

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
    const { id, what, dueDay, staffId, state, closedAtMs, result, source, satisfied } = row
    const isOpen = state === 'open'
    const pauseEnds = isOpen && row.pausedUntil > today ? row.pausedUntil : ''
    const due = { dueDay, who: row.who ?? '', isHeld: row.isHeld === 1 && isOpen, pauseEnds }
    return {
      id,
      what,
      about,
      dueDay,
      reason: dueWords(due, today, context.formats),
      isLate: dueDay < today && !due.isHeld && pauseEnds === '',
      staffId,
      state,
      closedAtMs,
      result,
      source,
      satisfied,
    }
  })
}
