import type { Formats } from '../../core/formats.ts'
import { fail } from '../../core/result.ts'

/** The customer was erased, or never was. */
export const noCustomer = fail(
  'no-customer',
  'This customer is not on file. Nothing was changed.',
  'customerId',
)

/** A name short enough for a toast. */
export const called = (name: string): string => (name.length > 60 ? `${name.slice(0, 59)}…` : name)

/** So many were asked for, and so many found. */
export const someGone = (asked: number, found: number, { number, counted }: Formats) =>
  found === 0 && asked === 1
    ? noCustomer
    : fail(
        'no-customer',
        `${number(asked - found)} of the ${counted(asked, 'customer', 'customers')} are not on file. Nothing was changed.`,
        'customerIds',
      )
