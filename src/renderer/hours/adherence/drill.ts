import type { Day } from '../../../core/day.ts'
import type { Formats } from '../../../core/formats.ts'
import {
  type DayAdherence,
  type DayState,
  isDue,
  isTimed,
  type Judged,
} from '../../../core/hours/adherence.ts'
import type { Adherence } from '../../../core/hours/figures.ts'
import { enoughToCompare } from '../../../core/hours/months.ts'
import { type Weekday, weekdayNames, weekdayOf } from '../../../core/hours/week.ts'

export type Side = 'opened' | 'closed'

/**
 * What is counted of openings or closings: all that were due and are known, the ones on time, the others, those late or
 * early at all, those told because the PC was not on yet; and those of which nothing is known.
 */
export type Counted = 'due' | 'met' | 'off' | 'late' | 'early' | 'unknown' | 'told'

/** A figure that was chosen; the table below then shows the rows it counts. */
export type Drill =
  | { readonly kind: 'judged'; readonly side: Side; readonly which: Counted }
  | { readonly kind: 'weekday'; readonly weekday: Weekday }
  | { readonly kind: 'reconstructed' }
  | { readonly kind: 'streak' | 'paused' }
  | { readonly kind: 'state'; readonly state: DayState }
  | { readonly kind: 'reason'; readonly reason: string }
  | { readonly kind: 'day'; readonly day: Day }

/** One scheduled opening or closing of a day. */
export interface JudgedRow {
  readonly day: DayAdherence
  readonly side: Side
  readonly judged: Judged
}

/** What a figure counts: openings and closings, or whole days. */
export type Rows =
  | { readonly of: 'judged'; readonly rows: readonly JudgedRow[] }
  | { readonly of: 'days'; readonly rows: readonly DayAdherence[] }

const countedAs: Readonly<Record<Counted, (judged: Judged) => boolean>> = {
  due: ({ verdict }) => isDue(verdict),
  met: ({ verdict }) => verdict === 'met',
  off: ({ verdict }) => isDue(verdict) && verdict !== 'met',
  late: ({ verdict, minutesLate }) => isTimed(verdict) && minutesLate !== null && minutesLate > 0,
  early: ({ verdict, minutesLate }) => isTimed(verdict) && minutesLate !== null && minutesLate < 0,
  unknown: ({ verdict }) => verdict === 'no data',
  told: ({ verdict, told }) => isDue(verdict) && told,
}

/** The rows a figure counts, out of the days of its range. */
export function rowsOf(days: readonly DayAdherence[], drill: Drill): Rows {
  switch (drill.kind) {
    case 'judged':
      return { of: 'judged', rows: judgedRows(days, drill.side, countedAs[drill.which]) }
    case 'weekday': {
      const own = days.filter(({ day }) => weekdayOf(day) === drill.weekday)
      return { of: 'judged', rows: judgedRows(own, null, countedAs.due) }
    }
    case 'reconstructed':
      return { of: 'judged', rows: judgedRows(days, null, ({ verdict }) => verdict === 'reconstructed') }
    case 'streak':
      return { of: 'days', rows: days.filter(({ state }) => state === 'kept') }
    case 'paused':
      return { of: 'days', rows: days.filter(({ pausedMinutes }) => pausedMinutes > 0) }
    case 'state':
      return { of: 'days', rows: days.filter(({ state }) => state === drill.state) }
    case 'reason':
      return { of: 'days', rows: days.filter(({ reasons }) => reasons.includes(drill.reason)) }
    case 'day':
      return { of: 'days', rows: days.filter(({ day }) => day === drill.day) }
  }
}

/** Of one side, or with null of both. */
const judgedRows = (
  days: readonly DayAdherence[],
  of: Side | null,
  counted: (judged: Judged) => boolean,
): readonly JudgedRow[] =>
  days.flatMap((day) =>
    day.blocks.flatMap((block) =>
      (of ? [of] : (['opened', 'closed'] as const)).flatMap((side) => {
        const judged = block[side]
        return judged && counted(judged) ? [{ day, side, judged }] : []
      }),
    ),
  )

const countedWords: Readonly<Record<Counted, string>> = {
  due: 'that were due',
  met: 'on time',
  off: 'not on time',
  late: 'after the scheduled time',
  early: 'before the scheduled time',
  unknown: 'not known',
  told: 'told: the PC was not on yet',
}

/** What a figure counts, as the table's heading: `3 openings not on time`. */
export function drillWords(drill: Drill, count: number, { counted }: Formats): string {
  const n = (one: string, many: string) => counted(count, one, many)
  switch (drill.kind) {
    case 'judged': {
      const what = drill.side === 'opened' ? n('opening', 'openings') : n('closing', 'closings')
      return `${what} ${countedWords[drill.which]}`
    }
    case 'weekday':
      return `${n('opening or closing', 'openings and closings')} ${countedWords.due}, ${weekdayNames[drill.weekday]}s`
    case 'reconstructed':
      return `${n('opening or closing', 'openings and closings')} reconstructed`
    case 'streak':
      return `${n('day', 'days')} kept in a row`
    case 'paused':
      return `${n('day', 'days')} with a pause`
    case 'state':
      return `${n('day', 'days')}: ${stateWords[drill.state]}`
    case 'reason':
      return `${n('day', 'days')}: “${drill.reason}”`
    case 'day':
      return 'One day'
  }
}

export const stateWords = {
  kept: 'kept',
  missed: 'missed',
  reconstructed: 'reconstructed',
  'partly known': 'not all known',
  'under way': 'kept so far',
  'closed early': 'closed early',
  'no data': 'no data',
  'to come': 'to come',
  closed: 'closed',
  extra: 'opened though not scheduled',
  'around the clock': 'open all day',
  'no schedule': 'no hours set',
} as const satisfies Record<DayState, string>

/** How much of what was due on a weekday was met; null where nothing was due. */
export interface WeakestWeekday {
  readonly weekday: Weekday
  readonly met: number
  readonly due: number
}

/**
 * The weekday with the lowest share among those of which enough is known; `kept` where every weekday was kept, and undefined where too
 * little is known to say either.
 */
export function weakestWeekday({
  weekdays,
}: Pick<Adherence, 'weekdays'>): WeakestWeekday | 'kept' | undefined {
  const known = weekdays
    .map(({ weekday, opened, closed }) => ({
      weekday,
      met: opened.met + closed.met,
      due: opened.due + closed.due,
    }))
    .filter(({ due }) => due > 0)
  let worst: WeakestWeekday | null = null
  for (const one of known.filter(({ due }) => due >= enoughToCompare))
    if (!worst || one.met * worst.due < worst.met * one.due) worst = one
  if (worst && worst.met < worst.due) return worst
  return known.length > 0 && known.every(({ due, met }) => due >= enoughToCompare && met === due)
    ? 'kept'
    : undefined
}
