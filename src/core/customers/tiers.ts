import type { Formats } from '../formats.ts'

/** How often some customers hear from the shop, in days. */
export interface Tier {
  /** '' for the usual one, of everybody who is in no other. */
  readonly name: string
  /** From so many days of silence on a contact is proposed. */
  readonly idealDays: number
  /** From so many on it is overdue. */
  readonly maxDays: number
}

/** More than a handful nobody keeps apart. */
export const mostTiers = 9

/** Contacts are counted over so many days, today among them. */
export const capDays = 30

/** Everybody who is in no other tier. */
export const usualTier = (cadenceDays: number): Tier => ({
  name: '',
  idealDays: cadenceDays,
  maxDays: cadenceDays,
})

/** How often somebody of a tier should hear from the shop, to whom it has not spoken for so many days. */
export function dueWords(days: number, { name, idealDays, maxDays }: Tier, formats: Formats): string {
  if (name === '') return `due every ${everyDays(maxDays, formats)}`
  return days >= maxDays
    ? `${name} hear from us every ${everyDays(maxDays, formats)} at most`
    : `${name} ideally hear from us every ${everyDays(idealDays, formats)}`
}

/** How often a tier hears from the shop, as the settings and a customer's page say it. */
export const tierWords = ({ idealDays, maxDays }: Omit<Tier, 'name'>, formats: Formats): string =>
  idealDays === maxDays
    ? `every ${everyDays(maxDays, formats)}`
    : `ideally every ${everyDays(idealDays, formats)}, every ${everyDays(maxDays, formats)} at most`

const everyDays = (days: number, { counted }: Formats): string =>
  days === 1 ? 'day' : counted(days, 'day', 'days')

/** That somebody has had as many contacts as the shop means to have; undefined for who has not. */
export const cappedWords = (contacts: number, most: number, { counted }: Formats): string | undefined =>
  contacts < most
    ? undefined
    : `Had ${counted(contacts, 'contact', 'contacts')} in ${capDays} days, and is not proposed for another`
