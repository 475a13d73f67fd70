import { z } from 'zod'

const opens = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time as 07:00, from 00:00 to 23:59.')
const closes = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'Write a time as 19:00, from 00:00 to 24:00.')

/** One block: when it opens, and when it closes. */
export const block = z.tuple([opens, closes]).readonly()

/** The blocks of a day as they are sent; `checkDay` says whether they can be. */
export const blocks = z.array(block).max(12, 'Use at most 12 blocks a day.').readonly()

/** The blocks of a week as they are sent; a day that is missing is closed. */
export const week = z.strictObject({
  mon: blocks.optional(),
  tue: blocks.optional(),
  wed: blocks.optional(),
  thu: blocks.optional(),
  fri: blocks.optional(),
  sat: blocks.optional(),
  sun: blocks.optional(),
})
