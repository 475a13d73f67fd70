import { sql } from 'kysely'
import type { Caller } from '../../core/customers/answers.ts'
import { callerFit, callerTyped } from '../../core/customers/caller.ts'
import { numberQueries } from '../../core/customers/numbers.ts'
import { ok } from '../../core/result.ts'
import { openPromisesOf } from '../promises/edge.ts'
import type { Context, Handler } from '../store/context.ts'
import { channelsOf, reachRow } from './consent-file.ts'
import { consentHeld } from './suppression.ts'

/** Numbers looked at: of digits that are in more nobody is meant yet, and to compare them would hold the key that is typed. */
const mostLookedAt = 150
/** Whoever may call, as far as there is a card to look at. */
const mostCallers = 20
const mostPromises = 5

/** Who may be calling, the best match first, and the card of one of them. */
export const byPhone: Handler<'customers.byPhone'> = async (context, { digits, customerId }) => {
  const typed = callerTyped(digits)
  const { found, isCut } = typed === '' ? nobody : await callers(context, typed)
  const shown = found.find(({ id }) => id === customerId) ?? found[0]
  return ok({
    total: found.length,
    isCut,
    callers: found.slice(0, mostCallers).map(({ id, name, company }) => ({ id, name, company })),
    card: shown ? await cardOf(context, shown.id) : null,
  })
}

/** Whole numbers before their ends, and these before any part; behind them who is put aside, and last who died. */
async function callers({ db, engine }: Context, typed: string) {
  // Each cut short by itself: to be united, all that a short piece finds would have to be read.
  const byNumber = numberQueries(typed).map(
    ({ numbers }) =>
      sql`SELECT id FROM (SELECT id FROM (${engine.search.withNumbers(numbers)}) AS found LIMIT ${mostLookedAt}) AS cut`,
  )
  const matches = sql.join(byNumber, sql` UNION `)
  const rows = await db
    .selectFrom('customers')
    .select(['id', 'name', 'company', 'phone', 'asideSinceMs', 'deceasedDay'])
    .where('id', 'in', sql<number>`(SELECT id FROM (${matches}) AS found)`)
    .execute()
  const fits = callerFit(typed)
  const found = rows
    .flatMap((row) => {
      const fit = fits(row.phone)
      return fit === null ? [] : [{ ...row, place: fit + standing(row) }]
    })
    .toSorted((a, b) => a.place - b.place || a.id - b.id)
  return { found, isCut: rows.length >= mostLookedAt }
}

/** How many places somebody stands behind who may well be calling, in steps of all the ways that a number fits. */
const standing = ({ asideSinceMs, deceasedDay }: Pick<Caller, 'asideSinceMs' | 'deceasedDay'>): number =>
  deceasedDay !== '' ? 6 : asideSinceMs === null ? 0 : 3

const nobody = { found: [], isCut: false }

/** All that is to be known while somebody is on the telephone. */
async function cardOf(context: Context, id: number): Promise<Caller> {
  const { db } = context
  const customer = await db
    .selectFrom('customers')
    .select(['id', 'name', 'company', 'phone', 'mustKnow', 'asideSinceMs', 'deceasedDay'])
    .select((eb) => consentHeld(eb).as('mailConsent'))
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const touches = db
    .selectFrom('touches')
    .select(['kind', 'atMs', 'note'])
    .where('customerId', '=', id)
    .orderBy('atMs', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
  const last = (await touches.executeTakeFirst()) ?? null
  const lastWords =
    last === null || last.note !== ''
      ? last
      : ((await touches.where('note', '<>', '').executeTakeFirst()) ?? null)
  const { total, rows } = await openPromisesOf(context, id, mostPromises)
  const row = await reachRow(context, id)
  const calls = (await channelsOf(context, row!)).find(({ channel }) => channel === 'phone')!
  const own = {
    phoneConsent: calls.answer,
    noCalls: calls.may ? '' : calls.isOthers && calls.beside !== '' ? calls.beside : calls.why,
  }
  return { ...customer, ...own, last, lastWords, promises: rows, openCount: total }
}
