import { dayAt } from '../../core/day.ts'
import type { Holiday, holidayCalls } from '../../core/hours/holidays/calls.ts'
import { hasHolidays } from '../../core/hours/holidays/countries.ts'
import type { HolidayDay } from '../../core/hours/holidays/days.ts'
import { type SpecialDay, specialOn } from '../../core/hours/special-day.ts'
import { checkDay } from '../../core/hours/week.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Context, Handler, HandlersOf } from '../store/context.ts'
import { holidaysIn, type Place, regionsOf } from './holiday-data.ts'
import { fromNowOn, isRestOf, saidOfToday } from './from-now.ts'
import { daysAsUsual, decide, type Decided, placeOf, rememberYear } from './holiday-store.ts'
import { readSpecialDays } from './read.ts'
import { overlapWith } from './special.ts'

type Asked = Pick<Context, 'db' | 'shop'>

/** Where the shop's holidays are those of, or why there are none. */
async function placeWithHolidays(context: Asked): Promise<Result<Place>> {
  const place = placeOf(context)
  if (!place) return fail('no-shop', 'This file holds no shop yet. Set the shop up first.')
  if (hasHolidays(place.country)) return ok(place)
  return fail(
    'no-holidays',
    `The public holidays of ${countryName(place.country)} are not on file. Enter each day you know as a special day.`,
  )
}

const countryName = (country: string): string =>
  new Intl.DisplayNames('en', { type: 'region' }).of(country) ?? country

async function holidaysOf(context: Asked, place: Place, year: number): Promise<readonly Holiday[]> {
  const specialDays = await readSpecialDays(context)
  const asUsual = await daysAsUsual(context, `${year}-01-01`, `${year}-12-31`)
  return (await holidaysIn(place, year)).map((holiday) => withDecision(holiday, specialDays, asUsual))
}

function withDecision(
  holiday: HolidayDay,
  specialDays: readonly SpecialDay[],
  asUsual: ReadonlySet<string>,
): Holiday {
  const special = specialOn(specialDays, holiday.day)
  if (!special) return { ...holiday, decision: asUsual.has(holiday.day) ? 'as usual' : 'undecided' }
  const { id, blocks } = special
  return blocks.length === 0
    ? { ...holiday, decision: 'closed', specialDayId: id }
    : { ...holiday, decision: 'hours', specialDayId: id, blocks }
}

/** The decided year, and those that Today asks after. */
async function rememberYears(context: Context, place: Place, decided: number): Promise<void> {
  const thisYear = Number(dayAt(context.now, context.zone).slice(0, 4))
  for (const year of new Set([decided, thisYear, thisYear + 1])) await rememberYear(context, place, year)
}

const newRule = {
  id: Number.MAX_SAFE_INTEGER,
  yearly: false,
  until: null,
  reason: '',
  source: 'holiday',
} as const satisfies Partial<SpecialDay>

function decisionWords(decided: Decided): string {
  if (decided === 'as usual') return 'as usual'
  return decided.length === 0 ? 'closed' : 'hours of its own'
}

/** Keeps what the shop does on a holiday. */
export const decideHoliday: Handler<'hours.decideHoliday'> = async (
  context,
  { day, name, decision, blocks },
) => {
  const place = await placeWithHolidays(context)
  if (!place.ok) return place
  const year = Number(day.slice(0, 4))
  const isMeant = (one: HolidayDay) => one.day === day && (one.name === name || one.localName === name)
  if (!(await holidaysIn(place.value, year)).some(isMeant))
    return fail(
      'no-holiday',
      `There is no holiday ${name} on ${context.formats.fullDay(day)}. Nothing was changed. Choose one of the year’s list.`,
      'day',
    )
  if (decision === 'hours' && !blocks?.length)
    return fail('no-hours', 'Say the hours, such as 10:00 to 14:00. Nothing was changed.', 'blocks')
  const checked = checkDay(decision === 'hours' ? blocks! : [])
  if (!checked.ok) return fail(checked.problem.code, checked.problem.message, 'blocks')
  const rules = (await readSpecialDays(context)).filter((rule) => !isRestOf(rule, day))
  const special = specialOn(rules, day)
  if (special && (special.source === 'owner' || special.from !== special.to || special.yearly))
    return fail(
      'own-day',
      `Your special day “${special.label}” already settles ${context.formats.fullDay(day)}. Nothing was changed. Change or remove that day.`,
      'day',
    )
  const rule = { ...newRule, from: day, to: day, blocks: checked.value, label: name }
  const overlap = await overlapWith(
    context,
    rules.filter((one) => one !== special),
    rule,
  )
  if (overlap) return overlap
  const decided = decision === 'as usual' ? decision : checked.value
  const keep = () => decide(context, { day, name }, decided)
  // What is decided of a day for the first time, or of one that is over, is said of the whole day.
  const today = dayAt(context.now, context.zone)
  const wasDecided = special !== null || (await daysAsUsual(context, day, day)).has(day)
  if (wasDecided && day >= today) await fromNowOn(context, { label: name }, keep)
  else await saidOfToday(context, name, keep)
  await rememberYears(context, place.value, year)
  context.say(`${name}, ${context.formats.fullDay(day)}: ${decisionWords(decided)}`)
  return ok((await holidaysOf(context, place.value, year)).find(isMeant)!)
}

export const holidays: HandlersOf<typeof holidayCalls> = {
  'hours.holidays': async (context, { year }) => {
    const place = await placeWithHolidays(context)
    return place.ok ? ok(await holidaysOf(context, place.value, year)) : place
  },

  'hours.decideHoliday': decideHoliday,

  'hours.decideHolidays': async (context, { year, decision }) => {
    const place = await placeWithHolidays(context)
    if (!place.ok) return place
    const today = dayAt(context.now, context.zone)
    const undecided = (await holidaysOf(context, place.value, year)).filter(
      (one) => one.type === 'public' && one.decision === 'undecided' && one.day >= today,
    )
    const decided = decision === 'closed' ? [] : decision
    await saidOfToday(context, 'Public holidays', async () => {
      for (const holiday of undecided) await decide(context, holiday, decided)
    })
    await rememberYears(context, place.value, year)
    context.say(
      `${context.formats.counted(undecided.length, 'public holiday', 'public holidays')} of ${year}: ${decisionWords(decided)}`,
    )
    return ok({ decided: undecided.length })
  },

  'hours.regions': async (context, input) => {
    const country = input.country ?? placeOf(context)?.country
    if (!country) return fail('no-shop', 'This file holds no shop yet. Name a country.', 'country')
    return ok(await regionsOf(country))
  },
}
