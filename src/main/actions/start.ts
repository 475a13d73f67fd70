import type { About } from '../../core/about/about.ts'
import type { AfterSale } from '../../core/actions/after-sale.ts'
import type { Day } from '../../core/day.ts'
import type { Context } from '../store/context.ts'

/** Something to do, as a feature starts it. */
export interface NewAction {
  readonly what: string
  /** With the name of the thing, which stays when that is gone. */
  readonly about?: (About & { readonly name: string }) | undefined
  readonly dueDay: Day
  readonly staffId?: number | undefined
  readonly source?: AfterSale | ''
  readonly referralId?: number
}

/** Writes down something to do, as a part of the act under way: one undo takes both back. */
export const startAction = (
  { db, now }: Context,
  { what, about, dueDay, staffId, source = '', referralId }: NewAction,
): Promise<{ id: number }> =>
  db
    .insertInto('actions')
    .values({
      what,
      aboutKind: about?.kind ?? null,
      aboutId: about?.id ?? null,
      aboutName: about?.name ?? '',
      dueDay,
      staffId: staffId ?? null,
      source,
      referralId: referralId ?? null,
      createdAtMs: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
