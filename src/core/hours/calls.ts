import { z } from 'zod'
import { read, write } from '../call.ts'
import { type Day, isDay, type WallTime } from '../day.ts'
import { day, isMoment, line, moment, nearDay, rowId } from '../inputs.ts'
import type { DayAdherence } from './adherence.ts'
import type { Adherence } from './figures.ts'
import { closingCalls } from './closing/calls.ts'
import { holidayCalls } from './holidays/calls.ts'
import { blocks, week } from './inputs.ts'
import type { HoursEvent } from './log.ts'
import type { LastMonths } from './months.ts'
import type { OpenAt } from './open-time.ts'
import type { SchedulePreview } from './preview.ts'
import type { Schedule } from './schedule.ts'
import type { SpecialDay, SpecialOccurrence } from './special-day.ts'
import type { HoursStatus } from './status.ts'
import { toldCalls } from './told/calls.ts'
import type { Block, Week, Weekday } from './week.ts'

/** The weekly hours valid on a day, and from when each version is valid. */
export interface ScheduleAnswer {
  readonly validFrom: Day
  readonly week: Week
  readonly versions: readonly Day[]
}

/** An opening or closing as logged. `due` and `minutesLate` (negative is early) are null where nothing was scheduled. */
export interface LoggedEntry {
  readonly id: number
  readonly event: HoursEvent
  readonly day: Day
  readonly at: string
  readonly atMs: number
  readonly reason: string
  readonly who: string
  readonly reconstructed: boolean
  readonly told: boolean
  readonly due: WallTime | null
  readonly minutesLate: number | null
}

/** An entry as it was before a correction took its place: its time, when and by whom it was logged. */
export interface EarlierEntry {
  readonly id: number
  readonly at: string
  readonly atMs: number
  readonly loggedAtMs: number
  readonly who: string
}

/** An entry of the log with all it was before, the first one first. `correction` says why it took their place. */
export interface LogRow extends EarlierEntry {
  readonly event: HoursEvent
  readonly day: Day
  readonly reason: string
  readonly reconstructed: boolean
  /** The PC was not on yet: told once it was. */
  readonly told: boolean
  readonly correction: string
  readonly earlier: readonly EarlierEntry[]
}

/** A day of a week with the hours that hold on it; `blocks` is null before the first version of the weekly hours. */
export interface WeekDay {
  readonly day: Day
  readonly weekday: Weekday
  readonly blocks: readonly Block[] | null
  readonly special: Pick<SpecialDay, 'id' | 'label' | 'reason' | 'source'> | null
}

export interface WeekAnswer {
  /** ISO 8601, `2026-W48`. */
  readonly week: string
  readonly days: readonly WeekDay[]
}

/** A pause; `from` and `until` are local, `YYYY-MM-DDTHH:MM`. */
export interface PauseAnswer {
  readonly id: number
  readonly from: string
  readonly until: string
  readonly endedAtMs: number | null
  readonly note: string
}

const isInstant = (text: string): boolean =>
  isDay(text.slice(0, 10)) &&
  text < '9000' &&
  /^.{10}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)$/.test(text)
const instant = z.string().refine(isInstant, 'Write an instant as 2026-11-23T06:00:00Z.')
const momentOrInstant = z
  .string()
  .refine(
    (text) => isMoment(text) || isInstant(text),
    'Write day and time as 2026-11-23T07:00, or an instant as 2026-11-23T06:00:00Z.',
  )
const timeAsked = {
  event: z.enum(['open', 'close']),
  /** `forMs` as the time is asked. */
  forMs: z.int(),
}
const answer = z.discriminatedUnion('answer', [
  z.strictObject({ ...timeAsked, answer: z.literal('other time'), at: moment }),
  z.strictObject({ ...timeAsked, answer: z.enum(['as scheduled', 'did not', 'not known']) }),
])
const label = line(100).min(1, 'Give it a name, such as Christmas Eve.')
const span = { from: nearDay, to: nearDay }
const importedDays = z
  .array(z.strictObject({ ...span, yearly: z.boolean(), blocks, label }))
  .max(400)
  .readonly()
const why = line().min(1, 'Say why.')

export const hoursCalls = {
  ...toldCalls,
  ...holidayCalls,
  ...closingCalls,
  /** Missing days are closed; a closing at or before its opening is on the next day. */
  'hours.setSchedule': write<Schedule>()({
    topics: ['hours'],
    input: z.strictObject({ validFrom: nearDay, week }),
  }),
  /** Weekly hours and special days as another program has them, together or not at all; what is the same is left as it is. */
  'hours.takeOver': write<Schedule>()({
    topics: ['hours'],
    input: z.strictObject({
      validFrom: nearDay,
      week,
      specialDays: importedDays,
    }),
  }),
  'hours.removeSchedule': write<Schedule>()({
    topics: ['hours'],
    input: z.strictObject({ validFrom: day }),
  }),
  /** What saving these weekly hours would change, or taking them over with these special days. */
  'hours.previewSchedule': read<SchedulePreview>()({
    topics: ['hours', 'shop'],
    input: z.strictObject({ validFrom: nearDay, week, specialDays: importedDays.optional() }),
  }),
  'hours.schedule': read<ScheduleAnswer | null>()({
    topics: ['hours', 'shop'],
    input: z.strictObject({ day: day.optional() }),
  }),
  /** The seven days, Monday to Sunday, of the ISO week a day lies in. */
  'hours.week': read<WeekAnswer>()({
    topics: ['hours', 'shop'],
    input: z.strictObject({ day: nearDay }),
  }),
  /** Makes a special day, or with its id changes one. A yearly one that has already come is ended, not changed. */
  'hours.setSpecialDay': write<{ id: number }>()({
    topics: ['hours'],
    input: z.strictObject({
      day: nearDay,
      to: nearDay.optional(),
      yearly: z.boolean().default(false),
      closed: z.literal(true).optional(),
      blocks: blocks.optional(),
      label,
      reason: line().default(''),
      specialDayId: rowId().optional(),
    }),
  }),
  'hours.removeSpecialDay': write<{ id: number }>()({
    topics: ['hours'],
    input: z.strictObject({ specialDayId: rowId() }),
  }),
  /** Which days of a range would open by a special day with hours of its own though they are closed otherwise. */
  'hours.opensToo': read<readonly Day[]>()({
    topics: ['hours', 'shop'],
    input: z.strictObject({ ...span, yearly: z.boolean(), specialDayId: rowId().optional() }),
  }),
  'hours.specialDays': read<readonly SpecialOccurrence[]>()({
    topics: ['hours', 'shop'],
    input: z.strictObject(span),
  }),
  /** By the scheduled hours, less pauses; the log has no say. */
  'hours.isOpen': read<OpenAt>()({ topics: ['hours', 'shop'], input: z.strictObject({ at: instant }) }),
  /** Scheduled minutes, less pauses, from one moment up to another. */
  'hours.openMinutes': read<{ minutes: number }>()({
    topics: ['hours', 'shop'],
    input: z.strictObject({ from: momentOrInstant, to: momentOrInstant }),
  }),
  /**
   * `at` is for what happened earlier; before the tolerance it needs a reason. Another time for what is logged already is
   * its correction, and needs one too. `pcOff`: the PC was not on yet, which is a reason of its own.
   */
  'hours.log': write<LoggedEntry>()({
    topics: ['hours'],
    input: z.strictObject({
      event: z.enum(['open', 'close'], 'Say whether the shop opens or closes.'),
      at: moment.optional(),
      reason: line().default(''),
      pcOff: z.boolean().default(false),
    }),
  }),
  /** Says why an opening or closing was early or late. */
  'hours.explain': write<LoggedEntry>()({
    topics: ['hours'],
    input: z.strictObject({ entryId: rowId(), reason: why }),
  }),
  /** Puts another time in an entry's place; the first one is kept. */
  'hours.correct': write<LoggedEntry>()({
    topics: ['hours'],
    input: z.strictObject({
      entryId: rowId(),
      at: moment,
      reason: line().default(''),
      pcOff: z.boolean().default(false),
    }),
  }),
  /** Answers a forgotten closing, at the scheduled time unless another is given. */
  'hours.reconstructClose': write<LoggedEntry>()({
    topics: ['hours'],
    input: z.strictObject({ day: nearDay, at: moment.optional() }),
  }),
  /** What the owner says about times of a day of which nothing is known; what is said at a time is reconstructed. */
  'hours.answerDay': write<DayAdherence>()({
    topics: ['hours'],
    input: z.strictObject({
      day: nearDay,
      answers: z.array(answer).min(1, 'Answer at least one time.').max(60),
    }),
  }),
  /** Leaves every time that would be asked as it is: nobody knows, and it is not asked again. */
  'hours.leaveAsked': write<{ days: number }>()({ topics: ['hours'], input: z.strictObject({}) }),
  /** What was logged on each trading day, with what it was before corrections. */
  'hours.entries': read<readonly LogRow[]>()({
    topics: ['hours', 'shop'],
    input: z.strictObject(span),
  }),
  /** Closed from now until a time of day, or a moment, within today's hours. */
  'hours.pause': write<PauseAnswer>()({
    topics: ['hours'],
    input: z.strictObject({
      until: z
        .string()
        .refine(
          (text) => isMoment(text) || /^([01]\d|2[0-3]):[0-5]\d$/.test(text),
          'Write a time as 14:30, or day and time as 2026-11-23T14:30.',
        ),
      note: line(200).default(''),
    }),
  }),
  'hours.endPause': write<PauseAnswer>()({ topics: ['hours'], input: z.strictObject({}) }),
  'hours.status': read<HoursStatus>()({ topics: ['hours', 'shop'], input: z.strictObject({}) }),
  'hours.adherence': read<Adherence>()({
    topics: ['hours', 'shop'],
    input: z.strictObject(span),
  }),
  /** The last twelve months, and from when to when anything is logged at all. */
  'hours.lastMonths': read<LastMonths>()({ topics: ['hours', 'shop'], input: z.strictObject({}) }),
}
