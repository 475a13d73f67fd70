import type { Generated } from 'kysely'

interface SchedulesTable {
  id: Generated<number>
  validFrom: string
  week: string
}

interface HoursLogTable {
  id: Generated<number>
  event: 'open' | 'close'
  tradingDay: string
  atMs: number
  loggedAtMs: number
  reason: Generated<string>
  who: Generated<string>
  /** 1 when it was asked for later and not seen: it counts neither as kept nor as missed. */
  reconstructed: Generated<0 | 1>
  /** Why this entry took the place of an earlier one. */
  correction: Generated<string>
  /** The entry that corrects this one, which stays as it was first logged. */
  replacedBy: Generated<number | null>
  /** 1 when the PC was not on yet, and it was told once it was. */
  told: Generated<0 | 1>
}

/** What the owner said about a due time without an entry: it was not kept, or nobody knows. */
interface HoursAnswersTable {
  id: Generated<number>
  tradingDay: string
  event: 'open' | 'close'
  /** The scheduled time; of a closing that none was scheduled for, its opening. */
  forMs: number
  answer: 'missed' | 'unknown'
  answeredAtMs: number
  who: Generated<string>
}

interface SpecialDaysTable {
  id: Generated<number>
  fromDay: string
  toDay: string
  yearly: Generated<0 | 1>
  /** The last day on which a yearly one holds. */
  untilDay: Generated<string | null>
  blocks: string
  label: string
  reason: Generated<string>
  source: Generated<'owner' | 'holiday'>
}

/** "Back at 14:30": closed for a while within the hours. `endedAtMs` where the end was told. */
interface PausesTable {
  id: Generated<number>
  fromMs: number
  untilMs: number
  endedAtMs: Generated<number | null>
  note: Generated<string>
  who: Generated<string>
}

/** A public holiday on which the shop keeps its usual hours; other decisions are special days of source 'holiday'. */
interface HolidaysAsUsualTable {
  id: Generated<number>
  day: string
  name: string
}

/** A year's public holidays as they were when one of them was last decided: what Today asks after. */
interface HolidayYearsTable {
  id: Generated<number>
  country: string
  region: string
  year: number
  /** JSON: [{ day, name }]. */
  holidays: string
}

export interface HoursTables {
  schedules: SchedulesTable
  hoursLog: HoursLogTable
  hoursAnswers: HoursAnswersTable
  specialDays: SpecialDaysTable
  pauses: PausesTable
  holidaysAsUsual: HolidaysAsUsualTable
  holidayYears: HolidayYearsTable
}

/** Those whose every change is logged and can be undone. */
export const hoursLogged = [
  'schedules',
  'hoursLog',
  'hoursAnswers',
  'specialDays',
  'pauses',
  'holidaysAsUsual',
  'holidayYears',
] as const satisfies readonly (keyof HoursTables)[]
