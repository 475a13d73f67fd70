import type { customersCalls } from '../../core/customers/calls.ts'
import { alike } from './alike.ts'
import { alive } from './alive.ts'
import { asideCalls } from './aside-calls.ts'
import { byCard } from './by-card.ts'
import { byPhone } from './by-phone.ts'
import { consentFile } from './consent-file.ts'
import { setConsent } from './consent.ts'
import { eraseCalls } from './erase.ts'
import { exportFile } from './export.ts'
import { exportPerson, personCalls } from './export-person.ts'
import { importFile } from './import.ts'
import { importVisits } from './import-visits.ts'
import { keep } from './keep.ts'
import { labels } from './labels.ts'
import { merge } from './merge.ts'
import { one } from './one.ts'
import { pauseCalls } from './pause.ts'
import { pairs, twoPeople } from './pairs.ts'
import { notToday } from './not-today.ts'
import { search } from './search.ts'
import { tierHandlers } from './tiers.ts'
import { visit } from './visit.ts'
import { wayLinks } from './way-link.ts'
import { whoToday } from './who-today.ts'
import type { HandlersOf } from '../store/context.ts'

/** The calls that read or write files. */
type Filing =
  | 'customers.importFile'
  | 'customers.importVisits'
  | 'customers.saveRefused'
  | 'customers.saveRefusedVisits'
  | 'customers.exportFile'
  | 'customers.exportPerson'

export const customers: HandlersOf<typeof customersCalls, Filing> = {
  ...search,
  'customers.byPhone': byPhone,
  'customers.byCard': byCard,
  ...one,
  'customers.whoToday': whoToday,
  ...keep,
  ...tierHandlers,
  'customers.notToday': notToday,
  ...asideCalls,
  ...eraseCalls,
  'customers.alike': alike,
  'customers.alive': alive,
  'customers.visit': visit,
  'customers.merge': merge,
  'customers.pairs': pairs,
  'customers.twoPeople': twoPeople,
  'customers.setConsent': setConsent,
  ...consentFile,
  ...pauseCalls,
  ...wayLinks,
  'customers.importFile': importFile,
  'customers.importVisits': importVisits,
  'customers.saveRefused': importFile.saveRefused,
  'customers.saveRefusedVisits': importVisits.saveRefused,
  'customers.exportFile': exportFile,
  'customers.labels': labels,
  ...personCalls,
  'customers.exportPerson': exportPerson,
}
