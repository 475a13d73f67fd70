import { isDay } from '../day.ts'
import type { Formats } from '../formats.ts'
import type { FieldKind } from './history-calls.ts'

/** A stored value as the screens write it; null for nothing. */
export function fieldWords(
  value: string | number | null,
  kind: FieldKind,
  zone: string,
  formats: Formats,
): string | null {
  if (value === null) return null
  switch (kind) {
    case 'text':
      return String(value)
    case 'day':
      return dayWords(String(value), formats)
    case 'instant':
      return formats.instant(Number(value), zone)
    case 'yesNo':
      return value === 1 ? 'yes' : 'no'
    case 'money':
      return formats.price(Number(value))
    case 'number':
      return formats.number(Number(value))
  }
}

/** A day; a birthday may have no year. */
function dayWords(text: string, formats: Formats): string {
  if (isDay(text)) return formats.date(text)
  return /^--\d\d-\d\d$/.test(text) ? formats.dateAndMonth(`2000${text.slice(1)}`) : text
}
