import type { customersCalls } from '../core/customers/calls.ts'
import { setConsent } from './customers/consent.ts'
import { importFile } from './customers/import-file.ts'
import { keep } from './customers/keep.ts'
import { one } from './customers/one.ts'
import { search } from './customers/search.ts'
import { whoToday } from './customers/who-today.ts'
import type { HandlersOf } from './store/context.ts'

export const customers: HandlersOf<typeof customersCalls> = {
  ...search,
  ...one,
  'customers.whoToday': whoToday,
  ...keep,
  'customers.setConsent': setConsent,
  'customers.importFile': importFile,
}
