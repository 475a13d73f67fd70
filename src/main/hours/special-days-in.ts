import { addDays, type Day, startOfDay } from '../../core/day.ts'
import { openWindows } from '../../core/hours/open-time.ts'
import { planOf } from '../../core/hours/schedule.ts'
import type { SpecialDay } from '../../core/hours/special-day.ts'
import { usualLabel } from '../../core/hours/closing/entry.ts'
import { languages, type Language } from '../../core/out/languages.ts'
import type { Voice } from '../../core/out/voice.ts'
import type { Context } from '../store/context.ts'
import { holidaysIn, type Place } from './holiday-data.ts'
import { placeOf } from './holiday-store.ts'
import { isRestOf } from './from-now.ts'
import { readSchedules, readSpecialDays } from './read.ts'

/**
 * Every special day as customers read it: a holiday to come that was decided from the list is called by its name in the language,
 * whichever name it was written down by; the owner's own words stay, and a closing for which none were given has some.
 */
export async function specialDaysIn(
  context: Pick<Context, 'db' | 'shop' | 'now' | 'zone'>,
  voice: Voice,
  today: Day,
): Promise<readonly SpecialDay[]> {
  const specialDays = await toBeTold(context, today)
  const place = placeOf(context)
  const all: SpecialDay[] = []
  for (const special of specialDays) {
    const { source, from, label } = special
    if (place && source === 'holiday' && from >= today)
      all.push({ ...special, label: await holidayName(place, special, voice.language) })
    else all.push(label === usualLabel ? { ...special, label: voice.say('door.away') } : special)
  }
  return all
}

/** A row that says what held today is of interest to nobody outside where the rules say the same of what is left of the day. */
async function toBeTold(
  context: Pick<Context, 'db' | 'now' | 'zone'>,
  today: Day,
): Promise<readonly SpecialDay[]> {
  const specialDays = await readSpecialDays(context)
  const others = specialDays.filter((rule) => !isRestOf(rule, today))
  if (others.length === specialDays.length) return specialDays
  const schedules = await readSchedules(context)
  // Hours of a night that began today end tomorrow.
  const until = startOfDay(addDays(today, 2), context.zone)
  const left = (rules: readonly SpecialDay[]) =>
    JSON.stringify(openWindows(planOf({ schedules, specialDays: rules }, context.zone), context.now, until))
  if (left(others) === left(specialDays)) return others
  // Why it was is over.
  return specialDays.map((rule) => (isRestOf(rule, today) ? { ...rule, label: '' } : rule))
}

async function holidayName(place: Place, { from, label }: SpecialDay, language: Language): Promise<string> {
  const year = Number(from.slice(0, 4))
  const on = async (spoken: Language) =>
    (await holidaysIn(place, year, spoken)).find(({ day }) => day === from)
  const here = await on(language)
  if (!here) return label
  for (const spoken of languages) {
    const known = await on(spoken)
    if (label === known?.name || label === known?.localName) return here.name
  }
  return label
}
