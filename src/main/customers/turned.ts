import { sql } from 'kysely'
import type { Day } from '../../core/day.ts'
import { fail, type Result } from '../../core/result.ts'
import type { Turn } from '../../core/shop/act-states.ts'
import { rowsTakenAway, rowsTurned } from '../store/changes.ts'
import type { Context } from '../store/context.ts'
import type { Guard } from '../store/undo.ts'
import { yesesBesideNoes } from './beside.ts'
import { keptNow } from './former.ts'
import { refusalFor } from './suppression.ts'

const aSlice = 500

/** What a turn may change of what somebody answered, and of what they are known again by. */
interface Told {
  readonly name: string
  readonly email: string
  readonly otherMails: string
  readonly phone: string
  readonly sourceId: string
  readonly mailConsent: 'yes' | 'no' | 'unasked'
}

/**
 * Bringing rows back as they were must not bring a yes beside a no that was said since. Such a turn is refused, not mended: what
 * it wrote besides its own rows, the next turn of another act would take back unseen.
 */
export const noYesBesideNoes: Guard = async (context, taking, turn) => {
  const before = await rowsBefore(context, taking)
  const noes = turn === 'redo' ? await noesTakenAway(context, taking) : []
  return async () => {
    const left = noes.length === 0 ? [] : await noesLeft(context, [...before.keys()])
    const early = await yesesBefore(context, [...noes, ...left], [...before.keys()])
    if (early.length > 0) return refusedFor(early)
    if (before.size === 0 || !(await anyNo(context))) return undefined
    const met: number[] = []
    for await (const [id, now] of rowsNow(context, [...before.keys()]))
      if (isMet(turn, now, before.get(id)!)) met.push(id)
    return met.length === 0 ? undefined : refusedFor(await yesesBesideNoes(context, met))
  }
}

/** Whether a row of now has to be compared with the noes. The yes that an undo gives back is as old as the act. */
function isMet(turn: Turn, now: Told, before: Told | null): boolean {
  if (now.mailConsent === 'unasked') return false
  if (before === null) return true
  if (now.mailConsent !== before.mailConsent) return turn === 'redo' || now.mailConsent === 'no'
  return (
    now.name !== before.name ||
    now.email !== before.email ||
    now.otherMails !== before.otherMails ||
    now.phone !== before.phone ||
    now.sourceId !== before.sourceId
  )
}

function refusedFor([first, ...more]: Awaited<ReturnType<typeof yesesBesideNoes>>):
  Result<never> | undefined {
  if (first === undefined) return undefined
  const others = more.length === 0 ? '' : ` (and ${more.length} more)`
  return fail(
    'said-no',
    `${first.name} would be sent mail${others}, but ${first.why}. Nothing was changed. Enter or import it anew instead: then the no is kept.`,
  )
}

interface TakenNo {
  readonly customerId: number
  readonly emailKey: string
  readonly day: Day
}

/** The noes that asking somebody again took back, and a redo of it takes back again; a file may have said them anew meanwhile. */
async function noesTakenAway(context: Context, taking: number): Promise<TakenNo[]> {
  const noes: TakenNo[] = []
  for (const { rowId, lastRowId } of await rowsTakenAway(context, taking, 'suppressions'))
    noes.push(
      ...(await context.db
        .selectFrom('suppressions')
        .select(['emailKey', 'day'])
        .select((eb) => keptNow(eb.ref('suppressions.customerId')).as('customerId'))
        .where('id', '>=', rowId)
        .where('id', '<=', lastRowId)
        .orderBy('id')
        .execute()),
    )
  return noes
}

/** The noes that hold for customers all the same: said since by the code of who was gone and is they. */
async function noesLeft({ db }: Context, ids: readonly number[]): Promise<TakenNo[]> {
  const noes: TakenNo[] = []
  for (const customerId of ids) {
    const refusal = await refusalFor(db, customerId)
    if (refusal) noes.push({ customerId, emailKey: '', day: refusal.day })
  }
  return noes
}

/**
 * The yeses that are older than one of the noes the turn took away, each with why. A no that was kept for who was gone is of the one
 * customer who was asked, or of whoever has its address.
 */
async function yesesBefore({ db, formats }: Context, noes: readonly TakenNo[], turned: readonly number[]) {
  const found: { name: string; why: string }[] = []
  for (const { customerId, emailKey, day } of noes) {
    const asked = await db
      .selectFrom('customers')
      .select('name')
      .where((eb) =>
        eb.or([
          eb('id', 'in', turned.length === 1 ? [customerId, ...turned] : [customerId]),
          ...(emailKey === '' ? [] : [eb('emailKey', '=', emailKey)]),
        ]),
      )
      .where('mailConsent', '=', 'yes')
      .where('mailConsentDay', '<', day)
      .orderBy('id')
      .executeTakeFirst()
    if (asked) found.push({ name: asked.name, why: `said no on ${formats.date(day)}` })
  }
  return found
}

const anyNo = ({ db }: Context) =>
  db
    .selectFrom('suppressions')
    .select('id')
    .unionAll(db.selectFrom('customers').select('id').where('mailConsent', '=', sql.lit('no')))
    .limit(1)
    .executeTakeFirst()

/** The customers whose rows the turn will write; null for who is not on file. */
async function rowsBefore(context: Context, taking: number): Promise<Map<number, Told | null>> {
  const ids = await rowsTurned(context, taking, 'customers')
  const rows = new Map<number, Told | null>(ids.map((id) => [id, null]))
  for await (const [id, told] of rowsNow(context, ids)) rows.set(id, told)
  return rows
}

/** Those of the customers that are on file. */
async function* rowsNow({ db }: Context, ids: readonly number[]): AsyncGenerator<[number, Told]> {
  for (let at = 0; at < ids.length; at += aSlice) {
    const some = await db
      .selectFrom('customers')
      .select(['id', 'name', 'email', 'otherMails', 'phone', 'sourceId', 'mailConsent'])
      .where('id', 'in', ids.slice(at, at + aSlice))
      .execute()
    for (const { id, ...told } of some) yield [id, told]
  }
}
