import { addDays, dayAt, daysBetween, isoWeekday, localAt, mondayOfWeek, type Day } from './day.ts'
import { digitsOf, millsAUnit, type Money } from './money.ts'
import { decimalMarkOf } from './numbers.ts'
import { monthNames, weekdayName } from './day-words.ts'

/** How a country writes days, times and numbers, by the Unicode CLDR. The words are English. */
interface Customs {
  readonly monthFirst: boolean
  readonly halfDays: boolean
  readonly numbers: string
}

/** The one home of every date, time, number and price that is shown, printed or said; words English, the rest by the country. */
export interface Formats {
  /** `Tue 24 Nov`, `Tue, Nov 24`. */
  day(day: Day): string
  /** `Tue 24 Nov 2026`. */
  dayAndYear(day: Day): string
  /** `Tuesday 24 November`. */
  longDay(day: Day): string
  /** `Tuesday 24 November 2026`. */
  fullDay(day: Day): string
  /** `24 November`. */
  dateAndMonth(day: Day): string
  /** `24 Nov`. */
  shortDate(day: Day): string
  /** `24 Nov 2026`. */
  date(day: Day): string
  /** As a pack of the country says it: `27/11`, `27.11.`, `11/27`; with the year when it is another than that of `today`. */
  onPack(day: Day, today: Day): string
  /** In figures with the year, as the country writes it: `27/11/2026`, `27.11.2026`, `11/27/2026`. */
  inFigures(day: Day): string
  /** `24 November 2026`. */
  longDate(day: Day): string
  /** `November 2026`, of `YYYY-MM`. */
  month(month: string): string
  /** `today`, `tomorrow`, `Fri` within six days, `Fri 4 Dec`, with the year when it is another. */
  near(day: Day, today: Day): string
  /** `Thursday 24 December`; with the year unless it is that of `today`. */
  spoken(day: Day, today: Day): string
  /** `Thursday 24 December – Wednesday 6 January 2027`. */
  spokenDays(from: Day, to: Day, today: Day): string
  /** `Week 48: Mon 23 – Sun 29 November 2026`; months and years that differ are both named. */
  week(week: string): string
  /** A wall time `HH:MM`, up to 24:00: `07:02`, `7:02 AM`. */
  time(wall: string): string
  /** The time of an instant in a zone. */
  timeAt(ms: number, zone: string): string
  /** The day and time of an instant in a zone: `Tue 24 Nov, 07:02`. */
  instant(ms: number, zone: string): string
  /** `12,345.5`; at most so many decimals. */
  number(n: number, decimals?: number): string
  /** How many of something: `1 day`, `12,345 days`. */
  counted(n: number, one: string, many: string): string
  /** So many days from today: `today`, `tomorrow`, `in 3 days`; before it `yesterday`, `3 days ago`. */
  away(days: number): string
  /** A share of 0-1: `93.4%`; `no data` where there is none. */
  share(share: number | null): string
  /** A price in thousandths, in the shop's currency: `12,50 €`, `$12.50`, `¥1,250`; without one `12.50`. */
  price(mills: number): string
  /** How money is written here, for who reads it again. */
  readonly money: Money
  /** Whether a day's hours are counted in two halves, AM and PM. */
  readonly halfDays: boolean
}

const known = new Map<string, Formats>()

/** The formats of a country (ISO 3166 code) and a currency (ISO 4217); of none, day before month and 24 hours. */
export function formatsOf(country: string, currency = ''): Formats {
  const key = `${country} ${currency}`
  const before = known.get(key)
  if (before) return before
  const customs = customsOf(country)
  const formats = { ...made(customs), ...pricesOf(country, customs.numbers, currency) }
  known.set(key, formats)
  return formats
}

/** Those of no country: for what is said of no shop, such as the limits in the calls' definitions. */
export const noFormats: Formats = formatsOf('')

/** Those of a locale such as that of the PC: for what is said before a shop is known. */
export const formatsOfLocale = (locale: string): Formats => formatsOf(new Intl.Locale(locale).region ?? '')

function customsOf(country: string): Customs {
  if (!/^[A-Z]{2}$/.test(country)) return { monthFirst: false, halfDays: false, numbers: 'en' }
  const locale = `${new Intl.Locale(`und-${country}`).maximize().language}-${country}-u-ca-gregory-nu-latn`
  const parts = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).formatToParts(0)
  const at = (type: string) => parts.findIndex((part) => part.type === type)
  const { hourCycle } = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions()
  return {
    monthFirst: at('month') < at('day'),
    halfDays: hourCycle === 'h12' || hourCycle === 'h11',
    numbers: locale,
  }
}

/** Money as a country writes it; its mark stands before decimals also where a currency's sign would (Cape Verde's `12$50`). */
function pricesOf(country: string, numbers: string, currency: string): Pick<Formats, 'price' | 'money'> {
  const digits = digitsOf(currency)
  const format = new Intl.NumberFormat(numbers, {
    ...(currency !== '' && { style: 'currency', currency }),
    minimumFractionDigits: digits,
    maximumFractionDigits: 3,
  })
  const mark = decimalMarkOf(country)
  const sign = format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? ''
  const price = (mills: number) =>
    format
      .formatToParts(mills / millsAUnit)
      .map(({ type, value }) => (type === 'decimal' ? mark : value))
      .join('')
  return { price, money: { currency, digits, sign, mark } }
}

function made({ monthFirst, halfDays, numbers }: Customs): Omit<Formats, 'price' | 'money'> {
  const dated = (day: Day, month: string) =>
    monthFirst ? `${month} ${dateOf(day)}` : `${dateOf(day)} ${month}`
  const withYear = (text: string, day: Day) => `${text}${monthFirst ? ', ' : ' '}${yearOf(day)}`
  const named = (weekday: string, text: string) => `${weekday}${monthFirst ? ', ' : ' '}${text}`
  const decimals = new Map<number, Intl.NumberFormat>()
  const percent = new Intl.NumberFormat(numbers, { style: 'percent', maximumFractionDigits: 1 })
  const number = (n: number, most = 3) => {
    // Lists say one for each of their rows: whole numbers without a group are digits in every country, and need no Intl.
    if (Number.isInteger(n) && n >= 0 && n < 1000 && !Object.is(n, -0)) return String(n)
    const format = decimals.get(most) ?? new Intl.NumberFormat(numbers, { maximumFractionDigits: most })
    decimals.set(most, format)
    return format.format(n)
  }
  const counted = (n: number, one: string, many: string) => `${number(n)} ${n === 1 ? one : many}`

  const dateAndMonth = (day: Day) => dated(day, monthOf(day))
  const longDate = (day: Day) => withYear(dateAndMonth(day), day)
  const shortDate = (day: Day) => dated(day, short(monthOf(day)))
  const date = (day: Day) => withYear(shortDate(day), day)
  const day = (it: Day) => named(short(weekdayOf(it)), shortDate(it))
  const dayAndYear = (it: Day) => withYear(day(it), it)
  const longDay = (it: Day) => named(weekdayOf(it), dateAndMonth(it))
  const fullDay = (it: Day) => withYear(longDay(it), it)
  const spoken = (it: Day, today: Day) => (yearOf(it) === yearOf(today) ? longDay(it) : fullDay(it))
  const time = (wall: string) => (halfDays ? halfDayTime(wall) : wall)
  const timeAt = (ms: number, zone: string) => time(localAt(ms, zone).slice(11))
  const onPack = packDates(numbers)
  return {
    day,
    dayAndYear,
    longDay,
    fullDay,
    dateAndMonth,
    shortDate,
    date,
    onPack,
    inFigures: (day) => onPack(day, ''),
    longDate,
    month: (month) => `${monthOf(month)} ${yearOf(month)}`,
    near(it, today) {
      const away = daysBetween(today, it)
      const word = nearest.get(away)
      if (word !== undefined) return word
      if (Math.abs(away) < 7) return short(weekdayOf(it))
      return yearOf(it) === yearOf(today) ? day(it) : dayAndYear(it)
    },
    spoken,
    spokenDays: (from, to, today) =>
      from === to ? spoken(from, today) : `${spoken(from, today)} – ${spoken(to, today)}`,
    week(week) {
      const monday = mondayOfWeek(week)!
      const sunday = addDays(monday, 6)
      const begins = short(weekdayOf(monday))
      const from =
        yearOf(monday) !== yearOf(sunday)
          ? named(begins, longDate(monday))
          : monthFirst || monthOf(monday) !== monthOf(sunday)
            ? named(begins, dateAndMonth(monday))
            : `${begins} ${dateOf(monday)}`
      return `Week ${Number(week.slice(6))}: ${from} – ${named(short(weekdayOf(sunday)), longDate(sunday))}`
    },
    time,
    timeAt,
    instant: (ms, zone) => `${day(dayAt(ms, zone))}, ${timeAt(ms, zone)}`,
    number,
    counted,
    away: (days) =>
      nearest.get(days) ??
      (days > 0 ? `in ${counted(days, 'day', 'days')}` : `${counted(-days, 'day', 'days')} ago`),
    share: (share) => (share === null ? 'no data' : percent.format(share)),
    halfDays,
  }
}

/** A day in figures, in the order and with the marks of a locale. */
function packDates(numbers: string): Formats['onPack'] {
  const figures = { day: '2-digit', month: '2-digit' } as const
  const locale = numbers === 'en' ? 'en-GB' : numbers
  const partsOf = (year: { readonly year?: 'numeric' }) =>
    new Intl.DateTimeFormat(locale, { ...figures, ...year, timeZone: 'UTC' }).formatToParts(0)
  let known: readonly [short: Intl.DateTimeFormatPart[], long: Intl.DateTimeFormatPart[]] | undefined
  const filled = (parts: readonly Intl.DateTimeFormatPart[], it: Day) =>
    parts
      .map(({ type, value }) => {
        if (type === 'day') return it.slice(8)
        if (type === 'month') return it.slice(5, 7)
        return type === 'year' ? yearOf(it) : value
      })
      .join('')
  return (it, today) => {
    // Not before it is asked: the first page is drawn without.
    const [short, long] = (known ??= [partsOf({}), partsOf({ year: 'numeric' })])
    return filled(yearOf(it) === yearOf(today) ? short : long, it)
  }
}

/** Days that have a word of their own, by how far from today. */
const nearest: ReadonlyMap<number, string> = new Map([
  [-1, 'yesterday'],
  [0, 'today'],
  [1, 'tomorrow'],
])

const weekdayOf = (day: Day): string => weekdayName(isoWeekday(day))
const monthOf = (day: string): string => monthNames[Number(day.slice(5, 7)) - 1]!
const yearOf = (day: string): string => day.slice(0, 4)
const dateOf = (day: Day): number => Number(day.slice(8))
const short = (word: string): string => word.slice(0, 3)

function halfDayTime(wall: string): string {
  const hours = Number(wall.slice(0, 2)) % 24
  return `${hours % 12 || 12}${wall.slice(2)} ${hours < 12 ? 'AM' : 'PM'}`
}
