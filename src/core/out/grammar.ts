import { capital } from './capital.ts'
import { dayNames, type OutFormats } from './dates.ts'
import type { Language } from './languages.ts'

/** Hours from one time to another, both `HH:MM`; equal ones are the whole day, and 00:00 closes at midnight. */
type Span = readonly [opens: string, closes: string]

/** What a language says where a sentence is put together from days and hours. */
interface Rules {
  /** Weekdays within a sentence, by the names: one, two beside each other, from one to another. */
  one(day: string): string
  two(first: string, second: string): string
  many(first: string, last: string): string
  readonly and: string
  /** A span of hours within a sentence. */
  span(opens: string, closes: string): string
  readonly allDay: string
  readonly midnight?: string
  readonly colon?: string
}

const plural = (day: string): string => (day.endsWith('s') ? day : `${day}s`)
const elle = (day: string): boolean => day === 'domenica'

const rules: Readonly<Record<Language, Rules>> = {
  en: {
    one: (day) => day,
    two: (first, second) => `${first} and ${second}`,
    many: (first, last) => `${first} to ${last}`,
    and: 'and',
    span: (opens, closes) => `from ${opens} to ${closes}`,
    allDay: 'all day',
    midnight: 'midnight',
  },
  de: {
    one: (day) => `am ${day}`,
    two: (first, second) => `am ${first} und ${second}`,
    many: (first, last) => `von ${first} bis ${last}`,
    and: 'und',
    span: (opens, closes) => `von ${opens} bis ${closes} Uhr`,
    allDay: 'rund um die Uhr',
  },
  fr: {
    one: (day) => `le ${day}`,
    two: (first, second) => `le ${first} et le ${second}`,
    many: (first, last) => `du ${first} au ${last}`,
    and: 'et',
    span: (opens, closes) => `de ${opens} à ${closes}`,
    allDay: '24 heures sur 24',
    midnight: 'minuit',
    colon: '\u00a0:',
  },
  es: {
    one: (day) => `los ${plural(day)}`,
    two: (first, second) => `los ${plural(first)} y ${plural(second)}`,
    many: (first, last) => `de ${first} a ${last}`,
    and: 'y',
    span: (opens, closes) => `de ${opens} a ${closes}`,
    allDay: 'las 24 horas',
    midnight: 'medianoche',
  },
  it: {
    one: (day) => `${elle(day) ? 'la' : 'il'} ${day}`,
    two: (first, second) => `${rules.it.one(first)} e ${rules.it.one(second)}`,
    many: (first, last) => `dal ${first} ${elle(last) ? 'alla' : 'al'} ${last}`,
    and: 'e',
    span: (opens, closes) => `dalle ${opens} alle ${closes}`,
    allDay: '24 ore su 24',
  },
  nl: {
    one: (day) => `op ${day}`,
    two: (first, second) => `op ${first} en ${second}`,
    many: (first, last) => `van ${first} tot en met ${last}`,
    and: 'en',
    span: (opens, closes) => `van ${opens} tot ${closes} uur`,
    allDay: 'de hele dag',
  },
}

/** What is put together from days and hours, in one language; weekdays are numbered from 0, Monday. */
export interface Grammar {
  /** Weekdays at the beginning of a line: `Monday–Friday`. */
  weekdays(first: number, last: number): string
  /** Weekdays within a sentence: `Monday to Friday`, `du lundi au vendredi`. */
  spokenWeekdays(first: number, last: number): string
  /** A day's hours within a sentence: `from 7:00 to 12:00 and from 14:00 to 19:00`. */
  spokenSpans(spans: readonly Span[]): string
  /** `a, b and c`. */
  all(parts: readonly string[]): string
  readonly colon: string
}

/** The grammar of a language, with its times. */
export function grammarOf(language: Language, { time }: Pick<OutFormats, 'time'>): Grammar {
  const { one, two, many, and, span, allDay, midnight = time('24:00'), colon = ':' } = rules[language]
  const name = (day: number) => dayNames[language][day]!
  const all = (parts: readonly string[]) =>
    parts.length > 1 ? `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)!}` : parts.join('')
  return {
    weekdays: (first, last) =>
      capital(
        first === last ? name(first) : `${name(first)}${last - first > 1 ? '–' : ', '}${name(last)}`,
      ),
    spokenWeekdays: (first, last) =>
      first === last
        ? one(name(first))
        : last - first === 1
          ? two(name(first), name(last))
          : many(name(first), name(last)),
    spokenSpans: (spans) =>
      all(
        spans.map(([opens, closes]) =>
          opens === closes ? allDay : span(time(opens), closes === '00:00' ? midnight : time(closes)),
        ),
      ),
    all,
    colon,
  }
}
