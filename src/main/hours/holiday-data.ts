import type Holidays from 'date-holidays'
import type { HolidaysTypes } from 'date-holidays'
import type { Region } from '../../core/hours/holidays/calls.ts'
import {
  type HolidayDay,
  holidayDays,
  holidayTypes,
  type ToldHoliday,
} from '../../core/hours/holidays/days.ts'
import { betterName, substituteName } from '../../core/hours/holidays/names.ts'
import type { Language } from '../../core/out/languages.ts'

/** A country by its ISO 3166-1 code, and a part of it such as `BY`, `BY.A`; '' for the whole. */
export interface Place {
  readonly country: string
  readonly region: string
}

/** Names by language; the rules of a few holidays have one name only. */
interface Named {
  readonly name?: string | Readonly<Record<string, string>>
}

// Loaded when first asked: it is large, and most days nobody asks.
const library = async (): Promise<typeof Holidays> => (await import('date-holidays')).default

const known = new Map<string, readonly HolidayDay[]>()

/**
 * The holidays of a place in a year, a row a day; none where no holidays of the country are on file. `language` is that of
 * `name`: where a holiday has none in it, it is called as its country calls it.
 */
export async function holidaysIn(
  place: Place,
  year: number,
  language: Language = 'en',
): Promise<readonly HolidayDay[]> {
  const key = `${place.country}.${place.region} ${year} ${language}`
  const found = known.get(key) ?? holidayDays(tell(await library(), place, year, language), year)
  known.set(key, found)
  return found
}

/** The parts of a country that have holidays of their own, by name. */
export async function regionsOf(country: string): Promise<readonly Region[]> {
  const Library = await library()
  const holidays = new Library()
  const states = Object.entries(holidays.getStates(country, 'en') ?? {})
  return states
    .flatMap(([state, name]): Region[] => [
      { region: state, name },
      ...Object.entries(holidays.getRegions(country, state, 'en') ?? {}).map(([region, part]) => ({
        region: `${state}.${region}`,
        name: `${name}: ${part}`,
      })),
    ])
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}

function tell(
  Library: typeof Holidays,
  { country, region }: Place,
  year: number,
  language: Language,
): ToldHoliday[] {
  const [state = '', part = ''] = region.split('.')
  const options = { types: [...holidayTypes].toReversed() }
  const holidays = new Library({ country, state, region: part }, options)
  const spoken = holidays.getLanguages()
  // The year before: its last holidays may go on into this one.
  return [year - 1, year].flatMap((asked) =>
    holidays.getHolidays(asked).map((holiday): ToldHoliday => {
      const { name } = holidays.getRule(holiday.rule) as Named
      return {
        date: holiday.date,
        hours: (holiday.end.getTime() - holiday.start.getTime()) / 3_600_000,
        name: nameIn(language, holiday, name, spoken),
        localName: holiday.name,
        type: holidayTypes.find((type) => type === holiday.type) ?? 'optional',
      }
    }),
  )
}

/** A holiday's name in a language: as the country's own speakers of it say, else as others do, else the country's own. */
function nameIn(
  language: Language,
  holiday: HolidaysTypes.Holiday,
  names: Named['name'],
  spoken: readonly string[],
): string {
  const isOurs = (one: string) => one.split('-')[0] === language
  if (spoken[0] !== undefined && isOurs(spoken[0])) return betterName(language, holiday.name)
  const ways = [...spoken.filter(isOurs), language]
  const found = typeof names === 'object' && ways.map((one) => names[one]).find((one) => one !== undefined)
  if (!found) return holiday.name
  const name = betterName(language, found)
  return holiday.substitute ? substituteName(language, name) : name
}
