import { z } from 'zod'
import { isDay } from './day.ts'

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
