import { z } from 'zod'
import { read, write } from '../../call.ts'
import { day, line } from '../../inputs.ts'
import type { HolidayDay } from './days.ts'
import { blocks } from '../inputs.ts'
import type { Block } from '../week.ts'

/** `closed` and `hours` are told by the special day that holds, the owner's own as well. */
export type HolidayDecision = 'undecided' | 'closed' | 'hours' | 'as usual'

/** A holiday of the shop's country and region, and what the shop does on it. */
export interface Holiday extends HolidayDay {
  readonly decision: HolidayDecision
  /** The special day that holds; missing where none does. */
  readonly specialDayId?: number
  /** The hours decided; missing unless the decision is `hours`. */
  readonly blocks?: readonly Block[]
}

/** A part of a country with holidays of its own: `BY`, `BY.A`. */
export interface Region {
  readonly region: string
  readonly name: string
}

/** A day of a year whose holidays are known. */
const holiday = day.refine((text) => text >= '2000' && text < '2101', 'Use a year from 2000 to 2100.')
const year = z
  .int('Write a year as 2027.')
  .min(2000, 'Use a year from 2000.')
  .max(2100, 'Use a year up to 2100.')

/** The public holidays of the shop's country and region, and what the owner decides about each. */
export const holidayCalls = {
  /** One row a day; `bank` and `optional` days are told as such. A country without data is a problem in words. */
  'hours.holidays': read<readonly Holiday[]>()({
    topics: ['hours', 'shop'],
    input: z.strictObject({ year }),
  }),
  /** `name` is the holiday's in either language, and becomes the special day's label. `hours` needs `blocks`. */
  'hours.decideHoliday': write<Holiday>()({
    topics: ['hours'],
    input: z.strictObject({
      day: holiday,
      name: line(200).min(1, 'Name the holiday.'),
      decision: z.enum(['closed', 'as usual', 'hours'], 'Decide: closed, as usual or hours.'),
      blocks: blocks.optional(),
    }),
  }),
  /** Decides every public holiday of a year that is still to come and undecided. */
  'hours.decideHolidays': write<{ readonly decided: number }>()({
    topics: ['hours'],
    input: z.strictObject({
      year,
      decision: z.enum(['closed', 'as usual'], 'Decide: closed or as usual.'),
    }),
  }),
  /** The shop's country unless another is asked for; none where the whole country has the same holidays. */
  'hours.regions': read<readonly Region[]>()({
    topics: ['shop'],
    input: z.strictObject({
      country: z
        .string()
        .regex(/^[A-Z]{2}$/, 'Choose a country.')
        .optional(),
    }),
  }),
}
