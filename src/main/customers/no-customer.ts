import { fail } from '../../core/result.ts'

/** The customer was erased, or never was. */
export const noCustomer = fail(
  'no-customer',
  'This customer is not on file. Nothing was changed.',
  'customerId',
)

/** A name short enough for a toast. */
export const called = (name: string): string => (name.length > 60 ? `${name.slice(0, 59)}…` : name)
