import type { customersCalls } from '../../core/customers/calls.ts'
import { alike } from './alike.ts'
import { asideCalls } from './aside.ts'
import { setConsent } from './consent.ts'
import { importFile } from './import.ts'
import { keep } from './keep.ts'
import { merge } from './merge.ts'
import { one } from './one.ts'
import { pairs, twoPeople } from './pairs.ts'
import { search } from './search.ts'
import { whoToday } from './who-today.ts'
import type { HandlersOf } from '../store/context.ts'

export const customers: HandlersOf<typeof customersCalls, 'customers.importFile'> = {
  ...search,
  ...one,
  'customers.whoToday': whoToday,
  ...keep,
  ...asideCalls,
  'customers.alike': alike,
  'customers.merge': merge,
  'customers.pairs': pairs,
  'customers.twoPeople': twoPeople,
  'customers.setConsent': setConsent,
  'customers.importFile': importFile,
}
