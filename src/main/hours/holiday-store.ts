import { type Day, dayAt } from '../../core/day.ts'
import { hasHolidays } from '../../core/hours/holidays/countries.ts'
import {
  holidaysWaiting,
  type HolidaysWaiting,
  type KnownHoliday,
  storedHolidays,
} from '../../core/hours/holidays/undecided.ts'
import type { Plan } from '../../core/hours/schedule.ts'
import { specialOn } from '../../core/hours/special-day.ts'
import type { Block } from '../../core/hours/week.ts'
import type { Context } from '../store/context.ts'
import { stored } from '../store/stored.ts'
import { holidaysIn, type Place } from './holiday-data.ts'
import { readSpecialDays } from './read.ts'

type Asked = Pick<Context, 'db'>

const publicIn = stored(storedHolidays)

/** What is decided about a day: the hours of a special day, none for closed, or no special day at all. */
export type Decided = readonly Block[] | 'as usual'

/** Where the shop's holidays are those of; nothing before the shop is set up. */
export const placeOf = ({ shop }: Pick<Context, 'shop'>): Place | null => shop

/** The holidays from a day to another on which the shop keeps its usual hours. */
export async function daysAsUsual({ db }: Asked, from: Day, to: Day): Promise<ReadonlySet<Day>> {
  const rows = await db
    .selectFrom('holidaysAsUsual')
    .select('day')
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute()
  return new Set(rows.map(({ day }) => day))
}

/** Puts a decision in the place of the one before; the same once more changes nothing. */
export async function decide({ db }: Asked, { day, name }: KnownHoliday, decided: Decided): Promise<void> {
  const before = await db
    .selectFrom('specialDays')
    .select(['id', 'blocks', 'label'])
    .where('source', '=', 'holiday')
    .where('fromDay', '=', day)
    .where('toDay', '=', day)
    .where('yearly', '=', 0)
    .executeTakeFirst()
  if (decided === 'as usual') {
    if (before) await db.deleteFrom('specialDays').where('id', '=', before.id).execute()
    await db
      .insertInto('holidaysAsUsual')
      .values({ day, name })
      .onConflict((conflict) => conflict.column('day').doNothing())
      .execute()
    return
  }
  await db.deleteFrom('holidaysAsUsual').where('day', '=', day).execute()
  const values = { blocks: JSON.stringify(decided), label: name }
  if (!before)
    await db
      .insertInto('specialDays')
      .values({ fromDay: day, toDay: day, source: 'holiday', ...values })
      .execute()
  else if (before.blocks !== values.blocks || before.label !== name)
    await db.updateTable('specialDays').set(values).where('id', '=', before.id).execute()
}

/** Writes down the public holidays of a year, so that Today can ask after them without loading them. */
export async function rememberYear({ db }: Asked, place: Place, year: number): Promise<void> {
  const isPublic = (await holidaysIn(place, year)).filter(({ type }) => type === 'public')
  const holidays = JSON.stringify(isPublic.map(({ day, name }): KnownHoliday => ({ day, name })))
  const known = await db
    .selectFrom('holidayYears')
    .select(['id', 'holidays'])
    .where('country', '=', place.country)
    .where('region', '=', place.region)
    .where('year', '=', year)
    .executeTakeFirst()
  const { country, region } = place
  if (!known) await db.insertInto('holidayYears').values({ country, region, year, holidays }).execute()
  else if (known.holidays !== holidays)
    await db.updateTable('holidayYears').set({ holidays }).where('id', '=', known.id).execute()
}

/** What Today has to ask about public holidays. */
export async function holidaysToDecide(
  context: Pick<Context, 'db' | 'shop' | 'now' | 'zone'>,
  plan: Plan,
): Promise<HolidaysWaiting> {
  const place = placeOf(context)
  if (!place || !hasHolidays(place.country)) return { first: null, count: 0, years: [] }
  const rows = await context.db
    .selectFrom('holidayYears')
    .select(['year', 'holidays'])
    .where('country', '=', place.country)
    .where('region', '=', place.region)
    .execute()
  const years = new Map(rows.map(({ year, holidays }) => [year, publicIn(holidays)]))
  const today = dayAt(context.now, context.zone)
  const asUsual = await daysAsUsual(context, today, '9999-12-31')
  const specialDays = await readSpecialDays(context)
  return holidaysWaiting(
    today,
    (year) => years.get(year) ?? null,
    (day) => asUsual.has(day) || specialOn(specialDays, day) !== null,
    (day) => (plan.blocks(day)?.length ?? 0) > 0,
  )
}
