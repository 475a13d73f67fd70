import { addDays, type Day, dayNumber, isoWeekday } from '../../day.ts'
import type { MonthDay, OsmRule } from './rule.ts'

/** A calendar day to be judged by rules: `year` is null for the day of any year without rules of its own. */
export interface OsmDay {
  readonly year: number | null
  readonly date: MonthDay
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number
}

/** Minutes of a day, the second one not included. */
export type Span = readonly [number, number]

export const osmDay = (day: Day): OsmDay => ({
  year: Number(day.slice(0, 4)),
  date: Number(day.slice(5, 7)) * 100 + Number(day.slice(8)),
  weekday: isoWeekday(day),
})

const leapDay = dayNumber('2024-01-01')

/** The n-th day of a leap year and its weekday, counted on from either end: 0 is 1 January, 365 is 31 December. */
export function dayOfAnyYear(n: number, weekday: number): OsmDay {
  const day = addDays('2024-01-01', ((n % 366) + 366) % 366)
  return { year: null, date: osmDay(day).date, weekday: ((((weekday - 1) % 7) + 7) % 7) + 1 }
}

/** The place in a leap year of a calendar day, 0-365. */
export const placeInYear = (day: Day): number => dayNumber(`2024${day.slice(4)}`) - leapDay

/** Whether a rule names days of certain years only. */
export const hasYears = ({ years, dates }: OsmRule): boolean =>
  years !== null || (dates?.some((span) => span.years !== null) ?? false)

/** Whether a rule is for this day. */
export function selects({ years, dates, weekdays }: OsmRule, { year, date, weekday }: OsmDay): boolean {
  if (weekdays !== null && !weekdays.includes(weekday)) return false
  if (years !== null && (year === null || !years.some(([from, to]) => from <= year && year <= to)))
    return false
  if (dates === null) return true
  return dates.some((span) => {
    if (span.years === null)
      return span.from <= span.to
        ? span.from <= date && date <= span.to
        : date >= span.from || date <= span.to
    if (year === null) return false
    const at = year * 10_000 + date
    return span.years[0] * 10_000 + span.from <= at && at <= span.years[1] * 10_000 + span.to
  })
}

const always = ({ years, dates, weekdays }: OsmRule) => years === null && dates === null && weekdays === null

/**
 * The open minutes of a calendar day as programs that read `opening_hours` work them out: a rule takes the place of those
 * before it on the whole calendar day, also of the hours after midnight of the evening before.
 */
export function openByDate(rules: readonly OsmRule[], day: OsmDay, before: OsmDay): readonly Span[] {
  let matching: { readonly open: boolean; readonly times: readonly Span[] }[] = []
  for (const [i, rule] of rules.entries()) {
    if (selects(rule, day)) {
      const dated = !always(rule) || (i > 0 && always(rules[i - 1]!))
      if (dated && rule.open && !rule.additional) matching = []
      matching.push({
        open: rule.open,
        times: rule.times?.map(([from, to]): Span => [from, Math.min(to, 1440)]) ?? [[0, 1440]],
      })
    }
    const wrapped = rule.times?.filter(([, to]) => to > 1440) ?? []
    if (wrapped.length > 0 && selects(rule, before))
      matching.push({ open: rule.open, times: wrapped.map(([, to]): Span => [0, to - 1440]) })
  }
  return painted(matching)
}

/** The open minutes of a calendar day as people mean them: each evening belongs to the day on which it begins. */
export function openByEvening(rules: readonly OsmRule[], day: OsmDay, before: OsmDay): readonly Span[] {
  const own = evening(rules, day).flatMap(([from, to]): Span[] =>
    from < 1440 ? [[from, Math.min(to, 1440)]] : [],
  )
  const late = evening(rules, before).flatMap(([from, to]): Span[] =>
    to > 1440 ? [[Math.max(from - 1440, 0), to - 1440]] : [],
  )
  return painted([{ open: true, times: [...late, ...own] }])
}

function evening(rules: readonly OsmRule[], day: OsmDay): readonly Span[] {
  let matching: { readonly open: boolean; readonly times: readonly Span[] }[] = []
  for (const [i, rule] of rules.entries()) {
    if (!selects(rule, day)) continue
    const dated = !always(rule) || (i > 0 && always(rules[i - 1]!))
    if (dated && rule.open && !rule.additional) matching = []
    matching.push({ open: rule.open, times: rule.times ?? [rule.open ? [0, 1440] : [0, 2880]] })
  }
  return painted(matching)
}

/** What is open after each layer has opened or closed its minutes, in order and joined. */
function painted(
  layers: readonly { readonly open: boolean; readonly times: readonly Span[] }[],
): readonly Span[] {
  let open: Span[] = []
  for (const layer of layers)
    for (const [from, to] of layer.times) {
      const kept = open.flatMap(([a, b]): Span[] => [
        ...(a < from ? [[a, Math.min(b, from)] as const] : []),
        ...(b > to ? [[Math.max(a, to), b] as const] : []),
      ])
      if (layer.open) {
        const [first, last] = [
          open.find(([a, b]) => a < from && b >= from),
          open.find(([a, b]) => a <= to && b > to),
        ]
        const joined: Span = [first?.[0] ?? from, last?.[1] ?? to]
        open = [...kept.filter(([a, b]) => b < joined[0] || a > joined[1]), joined].toSorted(
          (x, y) => x[0] - y[0],
        )
      } else open = kept
    }
  return open
}
