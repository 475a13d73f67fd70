/** What other features may ask of the hours. */
export { answerDay } from './asked.ts'
export { logEntry } from './entries.ts'
export { holidaysIn, type Place, regionsOf } from './holiday-data.ts'
export { decideHoliday } from './holidays.ts'
export { readPlan, readSchedules } from './read.ts'
export { specialDaysIn } from './special-days-in.ts'
export { keepWeek } from './weekly.ts'
export { hoursToday } from './today.ts'
