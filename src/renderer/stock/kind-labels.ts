import type { DateKind } from '../../core/stock/expiry.ts'

/** How a form calls each kind of date. */
export const kindLabels: Readonly<Record<DateKind, string>> = {
  'best-before': 'Best before',
  'use-by': 'Use by',
  'after-opening': 'After opening',
  none: 'No date',
}
