import { isoWeekday, type Day } from '../day.ts'
import { formatsOf, type Formats } from '../formats.ts'
import type { Language } from './languages.ts'
import { spokenMonths } from './month-names.ts'

/** Days and times as customers read them. */
export type OutFormats = Pick<
  Formats,
  'longDay' | 'fullDay' | 'longDate' | 'month' | 'spoken' | 'spokenDays' | 'time'
>

/** The names of a language, Monday and January first, as they stand within a sentence. */
export const dayNames: Readonly<Record<Language, readonly string[]>> = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  de: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  es: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
  it: ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'],
  nl: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'],
}

type Spoken = Exclude<Language, 'en'>

/** How a language puts its dates together. */
interface DateCustoms {
  readonly afterWeekday: string
  /** What stands between a date and its month, and between a month and its year. */
  readonly of: string
  first?(date: number): string
}

const dateCustoms: Readonly<Record<Spoken, DateCustoms>> = {
  de: { afterWeekday: ', ', of: ' ', first: (date) => `${date}.` },
  fr: { afterWeekday: ' ', of: ' ', first: (date) => (date === 1 ? '1er' : String(date)) },
  es: { afterWeekday: ' ', of: ' de ' },
  it: { afterWeekday: ' ', of: ' ', first: (date) => (date === 1 ? '1º' : String(date)) },
  nl: { afterWeekday: ' ', of: ' ' },
}

/** Days and times in a language, by the customs of a country: English in Germany has the day first. */
export function outFormatsOf(language: Language, country: string): OutFormats {
  const formats = formatsOf(country)
  if (language === 'en') return formats
  const { afterWeekday, of, first = String } = dateCustoms[language]
  const joint = language === 'es' ? of : ' '
  const monthOf = (day: string) => monthIn(language, country, Number(day.slice(5, 7)))
  const yearOf = (day: string) => day.slice(0, 4)
  const weekdayOf = (day: Day) => dayNames[language][isoWeekday(day) - 1]!
  const date = (day: Day) => `${first(Number(day.slice(8)))}${of}${monthOf(day)}`
  const longDate = (day: Day) => `${date(day)}${joint}${yearOf(day)}`
  const longDay = (day: Day) => `${weekdayOf(day)}${afterWeekday}${date(day)}`
  const fullDay = (day: Day) => `${weekdayOf(day)}${afterWeekday}${longDate(day)}`
  const spoken = (day: Day, today: Day) => (yearOf(day) === yearOf(today) ? longDay(day) : fullDay(day))
  return {
    longDate,
    longDay,
    fullDay,
    spoken,
    month: (month) => `${monthOf(month)}${joint}${yearOf(month)}`,
    spokenDays: (from, to, today) =>
      from === to ? spoken(from, today) : `${spoken(from, today)} – ${spoken(to, today)}`,
    time: (wall) => timeIn(language, country, wall),
  }
}

function monthIn(language: Spoken, country: string, month: number): string {
  if (language === 'de' && country === 'AT' && month === 1) return 'Jänner'
  return spokenMonths[language][month - 1]!
}

function timeIn(language: Spoken, country: string, wall: string): string {
  const hours = Number(wall.slice(0, 2))
  const minutes = wall.slice(3)
  if (language === 'fr') {
    const gap = country === 'CA' ? '\u00a0' : ''
    return minutes === '00' ? `${hours}${gap}h` : `${hours}${gap}h${gap}${minutes}`
  }
  if (language !== 'es') return wall
  if (!formatsOf(country).halfDays) return `${hours}:${minutes}`
  const half = hours % 24 < 12 ? 'a.\u00a0m.' : 'p.\u00a0m.'
  return `${hours % 12 || 12}:${minutes}\u00a0${half}`
}
