import type { InputOf } from '../core/call.ts'
import { dayAt, isoWeek, mondayOfWeek } from '../core/day.ts'
import type { ShopDetails, shopCalls } from '../core/shop/calls.ts'
import type { historyCalls } from '../core/shop/history-calls.ts'
import { actState } from '../core/shop/act-states.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { actChanges } from './history/changes.ts'
import { listHistory } from './history/list.ts'
import { type Place, regionsOf } from './hours/holiday-data.ts'
import { keepWeek } from './hours/weekly.ts'
import { fillSample } from './sample.ts'
import type { Context, HandlersOf } from './store/context.ts'
import { redo, undo } from './store/undo.ts'
import { usableZone } from './store/zone.ts'

const shopColumns = [
  'name',
  'country',
  'region',
  'zone',
  'address',
  'email',
  'phone',
  'cadenceDays',
  'toleranceMinutes',
] as const

/** The zone is one that every screen can reckon with. */
async function details({ db }: Pick<Context, 'db'>) {
  const row = await db.selectFrom('shop').select(shopColumns).where('id', '=', 1).executeTakeFirst()
  return row ? { ...row, zone: usableZone(row.zone) } : null
}

/** The problem of a region that its country has not; null where it has, or where none is given. */
async function wrongRegion({ country, region }: Place): Promise<Result<never> | null> {
  if (region === '' || (await regionsOf(country)).some((one) => one.region === region)) return null
  return fail(
    'no-region',
    `There is no region ${region} in ${country} with public holidays of its own. Nothing was changed. Choose one of the list, or none.`,
    'region',
  )
}

async function setUp(
  { db, say }: Context,
  input: InputOf<(typeof shopCalls)['shop.setUp']>,
): Promise<Result<ShopDetails>> {
  const before = await details({ db })
  if (before)
    return fail(
      'set-up-already',
      `This file holds a shop already: ${before.name}. Nothing was changed. Its details are changed in Settings; for another shop begin a new file.`,
    )
  const wrong = await wrongRegion(input)
  if (wrong) return wrong
  const row = await db
    .insertInto('shop')
    .values({ id: 1, ...input })
    .returning(shopColumns)
    .executeTakeFirstOrThrow()
  say(`${row.name} set up`)
  return ok(row)
}

export const shop: HandlersOf<typeof shopCalls & typeof historyCalls> = {
  'shop.details': async (context) => ok(await details(context)),

  'shop.setUp': setUp,

  'shop.begin': async (context, { week, ...input }) => {
    const made = await setUp(context, input)
    if (!made.ok) return made
    const isOpenAtAll = Object.values(week).some((blocks) => blocks.length > 0)
    if (!isOpenAtAll) return made
    // The context's zone is still that of the machine: the shop had none.
    const today = dayAt(context.now, input.zone)
    const kept = await keepWeek(context, { validFrom: mondayOfWeek(isoWeek(today))!, week })
    return kept.ok ? made : kept
  },

  'shop.change': async (context, input) => {
    const { db, say } = context
    if (Object.values(input).every((value) => value === undefined))
      return fail('nothing-to-change', 'Nothing was given to change.')
    const before = await details(context)
    if (!before)
      return fail('no-shop', 'This file holds no shop yet. Nothing was changed. Set the shop up first.')
    const country = input.country ?? before.country
    const region = input.region ?? (country === before.country ? before.region : '')
    const isSame = country === before.country && region === before.region
    const wrong = isSame ? null : await wrongRegion({ country, region })
    if (wrong) return wrong
    const row = await db
      .updateTable('shop')
      .set({ ...input, region })
      .where('id', '=', 1)
      .returning(shopColumns)
      .executeTakeFirstOrThrow()
    say('Shop details changed')
    return ok({ ...row, zone: usableZone(row.zone) })
  },

  'shop.fillSample': fillSample,

  'shop.acts': async ({ db }, { limit }) => {
    const acts = await db
      .selectFrom('acts')
      .select(['id', 'atMs', 'who', 'says', 'state', 'beginning', 'kept'])
      .where('ofAct', 'is', null)
      .orderBy('id', 'desc')
      .limit(limit)
      .execute()
    return ok(
      acts.map(({ id, atMs, who, says, ...stored }) => ({
        id,
        atMs,
        who,
        says,
        undone: stored.state === 'undone',
        state: actState(stored),
      })),
    )
  },

  'shop.history': listHistory,

  'shop.actChanges': actChanges,

  'shop.undo': (context, { actId }) => undo(context, actId),

  'shop.redo': (context, { actId }) => redo(context, actId),
}
