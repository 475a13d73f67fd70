import type { Day } from '../../core/day.ts'
import type { SpecialDay } from '../../core/hours/special-day.ts'
import { languages, type Language } from '../../core/out/languages.ts'
import type { Context } from '../store/context.ts'
import { holidaysIn, type Place } from './holiday-data.ts'
import { placeOf } from './holiday-store.ts'
import { readSpecialDays } from './read.ts'

/**
 * Every special day as customers read it: a holiday to come that was decided from the list is called by its name in the language,
 * whichever name it was written down by; the owner's own words stay.
 */
export async function specialDaysIn(
  context: Pick<Context, 'db' | 'shop'>,
  language: Language,
  today: Day,
): Promise<readonly SpecialDay[]> {
  const specialDays = await readSpecialDays(context)
  const place = placeOf(context)
  if (!place) return specialDays
  const all: SpecialDay[] = []
  for (const special of specialDays)
    all.push(
      special.source === 'holiday' && special.from >= today
        ? { ...special, label: await holidayName(place, special, language) }
        : special,
    )
  return all
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
