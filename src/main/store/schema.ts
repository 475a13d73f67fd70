import type { Insertable, Selectable } from 'kysely'
import { actionsLogged, type ActionsTables } from '../actions/tables.ts'
import type { BackupsTables } from '../backups/tables.ts'
import { checklistsLogged, type ChecklistsTables } from '../checklists/tables.ts'
import { customersComputed } from '../customers/computed.ts'
import { customersLogged, type CustomersTables } from '../customers/tables.ts'
import type { DraftsTables } from '../drafts/tables.ts'
import { historyComputed } from '../history/computed.ts'
import type { HistoryTables } from '../history/tables.ts'
import { hoursLogged, type HoursTables } from '../hours/tables.ts'
import { lettersLogged, type LettersTables } from '../letters/tables.ts'
import { newsletterComputed } from '../newsletter/computed.ts'
import { newsletterLogged, type NewsletterTables } from '../newsletter/tables.ts'
import { promisesLogged, type PromisesTables } from '../promises/tables.ts'
import { referralsLogged, type ReferralsTables } from '../referrals/tables.ts'
import { shopLogged, type ShopTables } from '../shop/tables.ts'
import { staffLogged, type StaffTables } from '../staff/tables.ts'
import { stockComputed } from '../stock/computed.ts'
import { stockLogged, type StockTables } from '../stock/tables.ts'
import type { Computed } from './computed.ts'

/**
 * All tables as Kysely sees them; each stands in the `tables.ts` of its feature. Instants are epoch ms (`…Ms`), days are
 * 'YYYY-MM-DD' (`…Day`, `validFrom`), yes/no is 1/0, money is in thousandths of the shop's currency (`…Mills`). Columns that default in
 * SQL are Generated.
 */
export interface Schema
  extends
    ShopTables,
    HistoryTables,
    HoursTables,
    CustomersTables,
    StockTables,
    PromisesTables,
    NewsletterTables,
    ChecklistsTables,
    BackupsTables,
    DraftsTables,
    StaffTables,
    ActionsTables,
    ReferralsTables,
    LettersTables {}

export type Row<T extends keyof Schema> = Selectable<Schema[T]>
export type NewRow<T extends keyof Schema> = Insertable<Schema[T]>

/** The tables whose every change is logged and can be undone, in the words of their screens. */
export const things = {
  ...shopLogged,
  ...hoursLogged,
  ...customersLogged,
  ...stockLogged,
  ...promisesLogged,
  ...newsletterLogged,
  ...checklistsLogged,
  ...staffLogged,
  ...actionsLogged,
  ...referralsLogged,
  ...lettersLogged,
}

export type LoggedTable = keyof typeof things

export const loggedTables = Object.keys(things) as readonly LoggedTable[]

/** Columns that follow from others by a rule of ours. */
export const computedColumns: readonly Computed[] = [
  ...historyComputed,
  ...customersComputed,
  ...stockComputed,
  ...newsletterComputed,
]
