import type { Params } from '../../core/customers/silence/bg-nbd.ts'
import { enoughIn, fitting, type Enough, type Group } from '../../core/customers/silence/fit.ts'
import type { Rhythm } from '../../core/customers/silence/rhythm.ts'
import { groupsOf, weeksAhead } from '../../core/customers/silence/seen.ts'
import type { Context } from '../store/context.ts'
import type { Engine } from '../store/engines/engine.ts'
import { inSlices } from '../import/slices.ts'
import { looking, rhythms } from './visit-days.ts'

/** What the shop's own visits say of how its customers come and stay away. */
export interface Model extends Enough {
  /** Null where there is not enough data. */
  readonly params: Params | null
  /** So many weeks are looked ahead. */
  readonly weeks: number
}

/** As of a day, and whether visits of later days are to be left out. */
export interface AsOf {
  readonly dayNo: number
  readonly isPast: boolean
}

interface Fitted {
  readonly asOf: AsOf
  readonly changes: number
  readonly model: Model
}

/** The last fits of each open shop, of today and of a day in the past: one takes a second in a large shop, and is asked for with every customer looked at. */
const fitted = { today: new WeakMap<Engine, Fitted>(), past: new WeakMap<Engine, Fitted>() }

/**
 * The model fitted to the shop's visits. A fit of today holds for a week, or until a hundredth of the visits is another: it moves by
 * less than what is shown of it. `all`: everybody's rhythm as of the day, where it is known already.
 */
export async function modelOf(context: Context, asOf: AsOf, all?: readonly Rhythm[]): Promise<Model> {
  const { changes } = await context.db
    .selectFrom('visitChanges')
    .select('changes')
    .where('id', '=', 1)
    .executeTakeFirstOrThrow()
  const fits = asOf.isPast ? fitted.past : fitted.today
  const known = fits.get(context.engine)
  if (known && holds(known, asOf, changes)) return known.model
  const model = await fit(context, asOf, all)
  fits.set(context.engine, { asOf, changes, model })
  return model
}

function holds({ asOf: then, changes: before, model }: Fitted, asOf: AsOf, changes: number): boolean {
  if (asOf.isPast) return then.dayNo === asOf.dayNo && before === changes
  const visits = model.customers + model.repeats
  return Math.abs(then.dayNo - asOf.dayNo) < 7 && (changes - before) * 100 <= visits
}

async function fit(context: Context, { dayNo, isPast }: AsOf, all?: readonly Rhythm[]): Promise<Model> {
  const counted = groupsOf(dayNo)
  if (all) {
    const count = (some: readonly Rhythm[]) => some.forEach(counted.add)
    await inSlices(context, all, looking, count, { size: 2000 })
  } else for await (const page of rhythms(context, isPast ? dayNo : undefined)) page.forEach(counted.add)
  const groups = counted.groups()
  return { ...enoughIn(groups), params: await fittedTo(context, groups), weeks: weeksAhead(groups) }
}

/** So many groups are looked at in a few ms. */
const aSlice = 20_000

async function fittedTo({ step }: Context, groups: readonly Group[]): Promise<Params | null> {
  const search = fitting(groups)
  for (let looked = 0; ;) {
    const { done, value } = search.next()
    if (done) return value
    looked += value
    if (looked < aSlice) continue
    looked = 0
    await step(0, 1, 'Fitting to the visits')
  }
}
