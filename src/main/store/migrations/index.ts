import { shop } from './0010-shop.ts'
import { hours } from './0020-hours.ts'
import { customers } from './0030-customers.ts'
import { stock } from './0040-stock.ts'
import { promises } from './0050-promises.ts'
import { newsletter } from './0060-newsletter.ts'
import { checklists } from './0070-checklists.ts'
import { hoursWhole } from './0080-hours-whole.ts'
import { ids } from './0090-ids.ts'
import { noes } from './0100-noes.ts'
import { ownProducts } from './0110-own-products.ts'
import { wordsAndNumbers } from './0120-words-and-numbers.ts'
import { hoursAsked } from './0130-hours-asked.ts'
import { drafts } from './0150-drafts.ts'
import { fileNotes } from './0160-file-notes.ts'
import { partedPhones } from './0170-parted-phones.ts'
import { money } from './0180-money.ts'
import { whoseCodes } from './0190-whose-codes.ts'
import { pullDays } from './0200-pull-days.ts'
import { wordsToCustomers } from './0210-words-to-customers.ts'
import { firstTold } from './0220-first-told.ts'
import { saidByFiles } from './0240-said-by-files.ts'
import { closings } from './0250-closings.ts'
import { sentAndPrinted } from './0260-sent-and-printed.ts'
import { closingEnds } from './0270-closing-ends.ts'
import { putAside } from './0280-put-aside.ts'
import { indexesAlone } from './0290-indexes-alone.ts'
import { whoSomebodyIs } from './0300-who-somebody-is.ts'
import { staffAndActions } from './0320-staff-and-actions.ts'
import { pairs } from './0330-pairs.ts'
import { visits } from './0340-visits.ts'
import { referrals } from './0350-referrals.ts'
import { suppressedHashes } from './0360-suppressed-hashes.ts'
import { tiers } from './0370-tiers.ts'
import { formsOfAddress } from './0380-forms-of-address.ts'
import { letters } from './0390-letters.ts'
import { consent } from './0400-consent.ts'
import { thanksForReferrals } from './0410-thanks-for-referrals.ts'
import { unheard } from './0420-unheard.ts'
import { closedByDeath } from './0430-closed-by-death.ts'
import type { Migration } from './migration.ts'

export const migrations: readonly Migration[] = [
  shop,
  hours,
  customers,
  stock,
  promises,
  newsletter,
  checklists,
  hoursWhole,
  ids,
  noes,
  ownProducts,
  wordsAndNumbers,
  hoursAsked,
  drafts,
  fileNotes,
  partedPhones,
  money,
  whoseCodes,
  pullDays,
  wordsToCustomers,
  firstTold,
  saidByFiles,
  closings,
  sentAndPrinted,
  closingEnds,
  putAside,
  indexesAlone,
  whoSomebodyIs,
  staffAndActions,
  pairs,
  visits,
  referrals,
  suppressedHashes,
  tiers,
  formsOfAddress,
  letters,
  consent,
  thanksForReferrals,
  unheard,
  closedByDeath,
]

/** The schema this program writes. */
export const newest = migrations.at(-1)!.number
