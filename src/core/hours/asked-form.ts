import type { Day } from '../day.ts'

/** The name of the form in which the times of a day are answered. */
export const askedForm = (day: Day): string => `asked:${day}`
