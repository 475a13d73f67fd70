import { daysInMonth } from '../../day.ts'
import {
  isSign,
  peek,
  refuse,
  took,
  type Cursor,
  type DateSpan,
  type MonthDay,
  type OsmRule,
} from './rule.ts'
import { osmMonths } from './tokens.ts'

type Dated = Pick<OsmRule, 'years' | 'dates'>

const isYear = (cursor: Cursor, ahead = 0): boolean => {
  const token = peek(cursor, ahead)
  return token?.kind === 'number' && token.text.length === 4 && token.value >= 1900 && token.value <= 2200
}

/** The years, months and dates at the head of a rule. */
export function readDates(cursor: Cursor): Dated {
  const none = { years: null, dates: null }
  const word = peek(cursor)?.text
  if (peek(cursor)?.kind === 'number' && peek(cursor, 1)?.kind === 'month')
    if (!isYear(cursor)) {
      refuse(cursor, `Write the month first, “${osmMonths[peek(cursor, 1)!.value - 1]} ${word}”.`)
      return none
    }
  if (isYear(cursor) && peek(cursor, 1)?.kind !== 'month') {
    const years = readYears(cursor)
    took(cursor, ':')
    return { years, dates: peek(cursor)?.kind === 'month' ? readSpans(cursor) : null }
  }
  if (isYear(cursor) || peek(cursor)?.kind === 'month') return { years: null, dates: readSpans(cursor) }
  if (word === 'week') refuse(cursor, 'Numbered weeks are not understood.')
  if (word === 'easter') refuse(cursor, 'Easter is not understood. Write the dates of each year.')
  return none
}

function readYears(cursor: Cursor): (readonly [number, number])[] | null {
  const years: (readonly [number, number])[] = []
  do {
    if (!isYear(cursor)) return refuse(cursor, 'A year is missing.')
    const from = peek(cursor)!.value
    cursor.at += 1
    if (isSign(peek(cursor), '+')) return refuse(cursor, 'Years without an end are not understood.')
    let to = from
    if (isSign(peek(cursor), '-') && isYear(cursor, 1)) {
      to = peek(cursor, 1)!.value
      cursor.at += 2
    }
    if (isSign(peek(cursor), '/')) return refuse(cursor, 'Years that recur are not understood.')
    if (to < from) return refuse(cursor, `${from}-${to} ends before it begins.`)
    years.push([from, to])
  } while (took(cursor, ','))
  return years
}

function readSpans(cursor: Cursor): DateSpan[] | null {
  const spans: DateSpan[] = []
  let month = 0
  do {
    const year = isYear(cursor) ? peek(cursor)!.value : null
    if (year !== null) cursor.at += 1
    const span = readSpan(cursor, year, month)
    if (!span) return null
    spans.push(span.span)
    month = span.month
    const [comma, next] = [isSign(peek(cursor), ','), peek(cursor, 1)]
    const more = next?.kind === 'month' || (next?.kind === 'number' && (isYear(cursor, 1) || month > 0))
    if (!comma || !more) break
    cursor.at += 1
  } while (cursor.reason === null)
  if (spans.some(({ years }) => years !== null) && spans.some(({ years }) => years === null))
    return refuse(cursor, 'Write the year and the month with every date, as “2026 Dec 24,2026 Dec 31”.')
  return spans
}

/** One span; `month` is that of the dates that follow without one, 0 where none can. */
function readSpan(
  cursor: Cursor,
  year: number | null,
  lastMonth: number,
): { span: DateSpan; month: number } | null {
  const named = peek(cursor)?.kind === 'month'
  const month = named ? peek(cursor)!.value : lastMonth
  if (named) cursor.at += 1
  if (month === 0) return refuse(cursor, 'A month is missing.')
  const date = readDate(cursor, month, year)
  if (cursor.reason !== null) return null
  if (isYear(cursor) && date !== null && !named) return refuse(cursor, 'A month is missing.')
  if (isYear(cursor))
    return refuse(
      cursor,
      `Write the year first, “${peek(cursor)!.text} ${osmMonths[month - 1]} ${date ?? ''}”.`,
    )
  const from = month * 100 + (date ?? 1)
  const end = isSign(peek(cursor), '-') ? readEnd(cursor, month, date, year) : { to: null, toYear: null }
  if (!end) return null
  const to = end.to ?? month * 100 + (date ?? 31)
  const after = peek(cursor)
  if (isSign(after, '+') || isSign(after, '[') || after?.text === 'days')
    return refuse(cursor, 'Dates counted from another date are not understood.')
  if (year === null) return { span: { from, to, years: null }, month: date === null ? 0 : (to / 100) | 0 }
  const toYear = end.toYear ?? year
  if (toYear * 10_000 + to < year * 10_000 + from)
    return refuse(cursor, `The end is before the beginning. Write the year of the end as well.`)
  return { span: { from, to, years: [year, toYear] }, month: date === null ? 0 : (to / 100) | 0 }
}

function readEnd(
  cursor: Cursor,
  month: number,
  date: number | null,
  year: number | null,
): { to: MonthDay; toYear: number | null } | null {
  cursor.at += 1
  const toYear = isYear(cursor) ? peek(cursor)!.value : null
  if (toYear !== null) cursor.at += 1
  if (toYear !== null && year === null) return refuse(cursor, 'The year of the beginning is missing.')
  const named = peek(cursor)?.kind === 'month'
  const toMonth = named ? peek(cursor)!.value : month
  if (named) cursor.at += 1
  const toDate = readDate(cursor, toMonth, toYear ?? year)
  if (cursor.reason !== null) return null
  if ((date === null) !== (toDate === null) || (!named && toDate === null))
    return refuse(cursor, 'The end of the dates is not understood.')
  if (!named && toDate! < date!)
    return refuse(cursor, `The end is before the beginning. Write the month of the end as well.`)
  return { to: toMonth * 100 + (toDate ?? 31), toYear }
}

/** A date without a year may be in any. */
const leapYear = 2024

function readDate(cursor: Cursor, month: number, year: number | null): number | null {
  const token = peek(cursor)
  if (token?.kind !== 'number' || token.text.length > 2) return null
  // Hours without minutes come after the date: “Dec 24 8-12”.
  if (token.value < 1 || token.value > daysInMonth(leapYear, month))
    return refuse(cursor, `${osmMonths[month - 1]} has no ${token.text}.`)
  if (year !== null && token.value > daysInMonth(year, month))
    return refuse(cursor, `${osmMonths[month - 1]} ${year} has no ${token.text}.`)
  cursor.at += 1
  return token.value
}

/** The weekdays of a rule, and whether it names public holidays. */
export function readWeekdays(cursor: Cursor): Pick<OsmRule, 'weekdays' | 'holidays'> {
  const found: number[] = []
  let holidays = false
  const isDay = (ahead: number) => {
    const token = peek(cursor, ahead)
    return token?.kind === 'weekday' || token?.text === 'ph' || token?.text === 'sh'
  }
  const none = { weekdays: null, holidays: false }
  if (!isDay(0)) return none
  for (;;) {
    const { text, kind, value } = peek(cursor)!
    cursor.at += 1
    if (text === 'sh') refuse(cursor, 'School holidays (SH) are not known here. Write their dates.')
    else if (kind === 'weekday') found.push(...weekdaysFrom(cursor, value))
    else {
      holidays = true
      if (isSign(peek(cursor), '-') || isSign(peek(cursor), '+'))
        refuse(cursor, 'Days before or after a public holiday are not understood.')
    }
    if (isSign(peek(cursor), '['))
      refuse(cursor, 'Numbered weekdays, such as the first Sunday of a month, are not understood.')
    if (isDay(0) && (holidays || text === 'ph' || peek(cursor)?.text === 'ph'))
      refuse(cursor, 'Public holidays on certain weekdays are not understood.')
    if (cursor.reason !== null) return none
    if (!isSign(peek(cursor), ',') || !isDay(1)) break
    cursor.at += 1
  }
  return { weekdays: found, holidays }
}

function weekdaysFrom(cursor: Cursor, from: number): number[] {
  const to = peek(cursor, 1)
  if (!isSign(peek(cursor), '-')) return [from]
  if (to?.kind !== 'weekday') {
    refuse(cursor, `After “-” a weekday is missing.`)
    return []
  }
  cursor.at += 2
  return Array.from({ length: ((to.value - from + 7) % 7) + 1 }, (_, n) => ((from - 1 + n) % 7) + 1)
}
