import { fail } from '../../core/result.ts'

/** The customer was erased, or never was. */
export const noCustomer = fail(
  'no-customer',
  'This customer is not on file. Nothing was changed.',
  'customerId',
)
