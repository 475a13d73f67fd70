import type { Generated } from 'kysely'
import type { Block } from '../../core/hours/week.ts'
import { formatBlocks, weekTexts } from '../../core/hours/blocks-text.ts'
import { coded, day, instant, number, text, written, yesNo, type Things } from '../store/thing.ts'

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
  /** From when on it closes the shop for a while, over all that was said of its days before; null where it is no such closing. */
  closedSinceMs: Generated<number | null>
  /** When the special day of this day was changed, of which these hours say what held; null where it is no such day. */
  closedUntilMs: Generated<number | null>
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

const events = { open: 'opened', close: 'closed' }

const weekInWords = (week: Parameters<typeof weekTexts>[0]): string =>
  Object.entries(weekTexts(week))
    .filter(([, hours]) => hours !== '')
    .map(([name, hours]) => `${name[0]!.toUpperCase()}${name.slice(1)} ${hours}`)
    .join('; ')

const blocksInWords = (blocks: readonly Block[]): string =>
  blocks.length === 0 ? 'closed' : formatBlocks(blocks)

/** Those whose every change is logged and can be undone, in the words of their screens. */
export const hoursLogged = {
  schedules: {
    thing: 'Weekly hours',
    named: () => '',
    fields: { validFrom: day('Valid from'), week: written('Hours', weekInWords) },
  },
  hoursLog: {
    thing: 'Opening or closing',
    named: ({ event }) => events[event],
    fields: {
      event: coded('What', events),
      tradingDay: day('Day'),
      atMs: instant('When'),
      loggedAtMs: instant('Entered'),
      reason: text('Reason'),
      who: text('Who'),
      reconstructed: yesNo('Reconstructed'),
      correction: text('Why it was corrected'),
      replacedBy: null,
      told: yesNo('The PC was not on yet'),
    },
  },
  hoursAnswers: {
    thing: 'Answer about the hours',
    named: ({ event }) => events[event],
    fields: {
      tradingDay: day('Day'),
      event: coded('What', events),
      forMs: instant('Due'),
      answer: coded('Answer', { missed: 'Did not happen', unknown: 'Not known' }),
      answeredAtMs: instant('Entered'),
      who: text('Who'),
    },
  },
  specialDays: {
    thing: 'Special day',
    named: ({ label }) => label,
    fields: {
      fromDay: day('Day'),
      toDay: day('Last day'),
      yearly: yesNo('Every year on this date'),
      untilDay: day('Until'),
      blocks: written('Hours', blocksInWords),
      label: text('What it is'),
      reason: text('Reason'),
      source: coded('From', { owner: 'entered', holiday: 'public holiday' }),
      closedSinceMs: instant('Closed for a while since'),
      closedUntilMs: instant('Hours of the day as changed at'),
    },
  },
  pauses: {
    thing: 'Pause',
    named: ({ note }) => note,
    fields: {
      fromMs: instant('From'),
      untilMs: instant('Back at'),
      endedAtMs: instant('Really back'),
      note: text('Note'),
      who: text('Who'),
    },
  },
  holidaysAsUsual: {
    thing: 'Holiday with usual hours',
    named: ({ name }) => name,
    fields: { day: day('Day'), name: text('Name') },
  },
  holidayYears: {
    thing: 'Public holidays of a year',
    named: ({ country, region, year }) => `${region || country} ${year}`,
    fields: { country: text('Country'), region: text('Region'), year: number('Year'), holidays: null },
  },
} satisfies Things<HoursTables>
