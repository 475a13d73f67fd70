import { addDays, type Day } from '../../day.ts'
import { comingDays } from '../coming-days.ts'
import type { Schedule } from '../schedule.ts'
import type { SpecialDay } from '../special-day.ts'
import { type Block, weekdayNames, weekdays } from '../week.ts'

/** What search engines may know of the shop; empty lines are left out. */
export interface PublicShop {
  readonly name: string
  readonly address: string
  readonly email: string
  readonly phone: string
}

/** Yearly special days are written out for a year and a little more. */
const daysAhead = 400

/**
 * The shop and its hours as JSON-LD of schema.org (OpeningHoursSpecification): every version of the weekly hours from
 * today on, and the special days. A closing before its opening is on the next day; hours around the clock end a second
 * before midnight; closed opens and closes at midnight. It can stand in a page's script element as it is.
 */
export function jsonLd(
  shop: PublicShop,
  schedules: readonly Schedule[],
  specialDays: readonly SpecialDay[],
  today: Day,
): string {
  // What began yesterday can end after midnight today.
  const first = addDays(today, -1)
  const last = specialDays.reduce(
    (day, { yearly, to }) => (!yearly && to > day ? to : day),
    addDays(today, daysAhead),
  )
  const value = {
    '@context': 'https://schema.org',
    '@type': 'LocalBusiness',
    name: shop.name,
    ...(shop.address !== '' && { address: shop.address }),
    ...(shop.phone !== '' && { telephone: shop.phone }),
    ...(shop.email !== '' && { email: shop.email }),
    openingHoursSpecification: versions(schedules, first).flatMap(weekSpecifications),
    specialOpeningHoursSpecification: comingDays(specialDays, first, last).flatMap(({ from, to, special }) =>
      specifications(special.blocks, { validFrom: from, validThrough: to }),
    ),
  }
  // Names cannot end the script element of a page.
  return JSON.stringify(value, null, 2).replaceAll('<', '\\u003c')
}

interface Version extends Schedule {
  readonly validThrough: Day | null
}

/** The versions valid on a day and later, each with its last day. */
function versions(schedules: readonly Schedule[], from: Day): readonly Version[] {
  const sorted = schedules.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  return sorted
    .map((schedule, i) => {
      const next = sorted[i + 1]
      return { ...schedule, validThrough: next ? addDays(next.validFrom, -1) : null }
    })
    .filter(({ validThrough }) => validThrough === null || validThrough >= from)
}

function weekSpecifications({ validFrom, validThrough, week }: Version): readonly object[] {
  const groups: { readonly days: string[]; readonly blocks: readonly Block[] }[] = []
  for (const day of weekdays) {
    const name = `https://schema.org/${weekdayNames[day]}`
    const same = groups.find(({ blocks }) => String(blocks) === String(week[day]))
    if (same) same.days.push(name)
    else groups.push({ days: [name], blocks: week[day] })
  }
  return groups.flatMap(({ days, blocks }) =>
    specifications(blocks, { dayOfWeek: days, validFrom, ...(validThrough && { validThrough }) }),
  )
}

const specifications = (blocks: readonly Block[], when: object): readonly object[] =>
  (blocks.length === 0 ? [['00:00:00', '00:00:00'] as const] : blocks.map(timesOf)).map(
    ([opens, closes]) => ({
      '@type': 'OpeningHoursSpecification',
      ...when,
      opens,
      closes,
    }),
  )

const timesOf = ([opens, closes]: Block): readonly [string, string] =>
  opens === closes ? [`${opens}:00`, '23:59:59'] : [`${opens}:00`, `${closes}:00`]
