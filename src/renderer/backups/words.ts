import { use } from 'react'
import type { Formats } from '../../core/formats.ts'
import type { BackupReason } from '../../core/backups/file.ts'
import type { CountedKind } from '../../core/backups/kinds.ts'
import { dayAt, daysBetween } from '../../core/day.ts'
import { ShopContext } from '../ui/shop-context.ts'

/** Why a backup was made. */
export const reasonWords: Readonly<Record<BackupReason, string>> = {
  daily: 'by itself',
  closing: 'when the shop was closed',
  asked: 'you asked for it',
  'before-restore': 'before a restore',
  'before-update': 'before an update',
}

/** What is counted before a restore. */
export const kindWords: Readonly<Record<CountedKind, string>> = {
  customers: 'Customers',
  touches: 'Contacts with them',
  promises: 'Promises',
  products: 'Products',
  batches: 'Batches',
  hoursLog: 'Openings and closings',
  newsletterIssues: 'Newsletters',
  checklistLines: 'Checklist lines',
}

/** The zone of the shop that is shown; of this PC where none is open. */
export const useZone = (): string =>
  use(ShopContext)?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone

/** "Wed 25 Nov 2026, 07:31". */
export const momentWords = (ms: number, zone: string, formats: Formats): string =>
  `${formats.dayAndYear(dayAt(ms, zone))}, ${formats.timeAt(ms, zone)}`

/** How long ago, in the largest whole unit: "today", "yesterday", "3 days ago", "5 weeks ago", "4 months ago". */
export function ageWords(ms: number, now: number, zone: string, { away }: Formats): string {
  const days = daysBetween(dayAt(ms, zone), dayAt(now, zone))
  if (days < 0) return 'dated in the future'
  if (days < 21) return away(-days)
  if (days < 70) return `${Math.round(days / 7)} weeks ago`
  return `${Math.round(days / 30.4)} months ago`
}

/** A file's size: "244 KB", "12.3 MB". */
export function sizeWords(bytes: number, { number }: Formats): string {
  if (bytes < 1_000_000) return `${number(Math.ceil(bytes / 1000))} KB`
  if (bytes < 1_000_000_000) return `${number(bytes / 1_000_000, 1)} MB`
  return `${number(bytes / 1_000_000_000, 1)} GB`
}
