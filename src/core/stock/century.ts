import type { Day } from '../day.ts'

/** The full year of a two-digit one (GS1 General Specifications 7.12): at most 50 years ahead, at most 49 back. */
export function fullYear(twoDigits: number, today: Day): number {
  const now = Number(today.slice(0, 4))
  const century = now - (now % 100)
  const ahead = twoDigits - (now % 100)
  if (ahead >= 51) return century - 100 + twoDigits
  return ahead <= -50 ? century + 100 + twoDigits : century + twoDigits
}
