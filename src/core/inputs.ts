import { z } from 'zod'
import { isDay } from './day.ts'
import { noFormats } from './formats.ts'
import { longestLine } from './text-length.ts'

/** A day as it is sent. */
export const day = z.string().refine(isDay, 'Write a day as 2026-11-23.')

/** A day that is reckoned with, and so needs days after it. */
export const nearDay = day.refine((text) => text < '9000', 'Use a day before the year 9000.')

/** Whether text is a local day and time, `YYYY-MM-DDTHH:MM`, before the year 9000. */
export function isMoment(text: string): boolean {
  const [date = '', time = ''] = text.split('T')
  return isDay(date) && date < '9000' && /^([01]\d|2[0-3]):[0-5]\d$/.test(time) && text.length === 16
}

/** A local day and time as it is sent. `momentAt` and `pastMomentAt` say whether it is one, and has come. */
export const moment = z.string().refine(isMoment, 'Write day and time as 2026-11-23T07:00.')

/** A text as it was typed, of at most so many UTF-16 units. */
export const text = (most: number) => z.string().max(most, atMost(most))

/** A text without the spaces around it. */
export const line = (most = longestLine) => z.string().trim().max(most, atMost(most))

const atMost = (most: number): string => `Use at most ${noFormats.number(most)} characters.`

/** The id of a row. */
export const rowId = (message = 'Choose one from the list.') => z.int(message).positive(message)

/** How many rows are asked for. */
export const limit = (most: number, usual = 50) =>
  z
    .int()
    .min(1, 'Ask for at least 1 row.')
    .max(most, `Ask for at most ${noFormats.number(most)} rows.`)
    .default(usual)

/** How many rows are passed over. */
export const offset = z.int().min(0, 'Start at row 0 or later.').default(0)
