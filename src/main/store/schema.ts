import type { Generated, Insertable, Selectable } from 'kysely'

/*
 * The tables as Kysely sees them. Instants are epoch ms (`…Ms`), days are 'YYYY-MM-DD' (`…Day`, `validFrom`),
 * yes/no is 1/0, money is in the currency's minor unit (`…Minor`). Columns that default in SQL are Generated.
 */

export interface ShopTable {
  id: Generated<number>
  name: string
  country: string
  zone: string
  address: Generated<string>
  email: Generated<string>
  phone: Generated<string>
  cadenceDays: Generated<number>
  toleranceMinutes: Generated<number>
  /** The part of the country whose public holidays hold, as date-holidays names it: 'BY', 'CA', 'BY.A'; '' for the whole. */
  region: Generated<string>
}

/** One write call: what undo takes back as one. An undo or a redo is an act of its own, a turn of the owner's. */
export interface ActsTable {
  id: Generated<number>
  atMs: number
  who: string
  /** The key of the PC it was made at; '' where that was not noted yet. */
  madeAt: Generated<string>
  call: string
  says: string
  /** What it says, folded for search. */
  folded: Generated<string>
  /** The owner's act that this one is a turn of; null where it is the owner's own. */
  ofAct: Generated<number | null>
  /** The newest turn of the owner's act. */
  turnId: Generated<number | null>
  /** How the owner's act stands; of a turn, how it left it. */
  state: Generated<'standing' | 'undone' | 'redone'>
  /** 1 for what the shop began with. */
  beginning: Generated<0 | 1>
  /** Whole, with what was before; that is going, in slices; gone, so that only the line of it is left. */
  kept: Generated<'whole' | 'going' | 'line'>
}

/** A row as it was before the change; null where it was added, '' where it is not kept any more. */
export interface ChangesTable {
  id: Generated<number>
  actId: number
  tableName: string
  rowId: number
  /** Rows added one after the other are one change: the last of them. */
  lastRowId: number
  before: string | null
}

export interface SchedulesTable {
  id: Generated<number>
  validFrom: string
  week: string
}

export interface HoursLogTable {
  id: Generated<number>
  event: 'open' | 'close'
  tradingDay: string
  atMs: number
  loggedAtMs: number
  reason: Generated<string>
  who: Generated<string>
  /** 1 when it was asked for later and not seen: it counts neither as kept nor as missed. */
  reconstructed: Generated<0 | 1>
  /** Why this entry took the place of an earlier one. */
  correction: Generated<string>
  /** The entry that corrects this one, which stays as it was first logged. */
  replacedBy: Generated<number | null>
  /** 1 when the PC was not on yet, and it was told once it was. */
  told: Generated<0 | 1>
}

/** What the owner said about a due time without an entry: it was not kept, or nobody knows. */
export interface HoursAnswersTable {
  id: Generated<number>
  tradingDay: string
  event: 'open' | 'close'
  /** The scheduled time; of a closing that none was scheduled for, its opening. */
  forMs: number
  answer: 'missed' | 'unknown'
  answeredAtMs: number
  who: Generated<string>
}

export interface SpecialDaysTable {
  id: Generated<number>
  fromDay: string
  toDay: string
  yearly: Generated<0 | 1>
  /** The last day on which a yearly one holds. */
  untilDay: Generated<string | null>
  blocks: string
  label: string
  reason: Generated<string>
  source: Generated<'owner' | 'holiday'>
}

/** "Back at 14:30": closed for a while within the hours. `endedAtMs` where the end was told. */
export interface PausesTable {
  id: Generated<number>
  fromMs: number
  untilMs: number
  endedAtMs: Generated<number | null>
  note: Generated<string>
  who: Generated<string>
}

/** A public holiday on which the shop keeps its usual hours; other decisions are special days of source 'holiday'. */
export interface HolidaysAsUsualTable {
  id: Generated<number>
  day: string
  name: string
}

/** A year's public holidays as they were when one of them was last decided: what Today asks after. */
export interface HolidayYearsTable {
  id: Generated<number>
  country: string
  region: string
  year: number
  /** JSON: [{ day, name }]. */
  holidays: string
}

export interface CustomersTable {
  id: Generated<number>
  name: string
  company: Generated<string>
  title: Generated<string>
  email: Generated<string>
  phone: Generated<string>
  street: Generated<string>
  city: Generated<string>
  region: Generated<string>
  postcode: Generated<string>
  country: Generated<string>
  notes: Generated<string>
  /** The id the customer had where it came from, such as ALFKI. */
  sourceId: Generated<string>
  mailConsent: Generated<'yes' | 'no' | 'unasked'>
  mailConsentDay: Generated<string>
  mailConsentSource: Generated<string>
  snoozedUntil: Generated<string>
  createdAtMs: number
  /** Name, company, mail, phone, city and notes, folded for search. */
  folded: string
  /** The mail address as it is compared, in ASCII (see mailKey), or ''. */
  emailKey: Generated<string>
  /** Fields whose present value a file brought, as bits, and JSON of what fields said before (see ImportMemory). */
  broughtFields: Generated<number>
  earlierValues: Generated<string>
}

/** A no to mail: for the address it was said for, and for the one who said it, wherever they go and also when they are gone. */
export interface SuppressionsTable {
  id: Generated<number>
  /** '' where no address was known. */
  emailKey: string
  customerId: number
  day: string
  source: string
  /** Tells who said it from others of the address when they are gone, without their name: core/customers/whose.ts; '' unknown. */
  whose: Generated<string>
  /** 1 where a file said it: it stays when the import is undone. */
  fromFile: Generated<0 | 1>
}

/** The numbers in opt-out codes, each given once, to one person. Never in the change log: what is in a mail cannot be undone. */
export interface OptOutCodesTable {
  id: Generated<number>
  code: number
  customerId: number
  /** The address it was last written to. */
  emailKey: string
}

export interface TouchesTable {
  id: Generated<number>
  customerId: number
  kind: 'visit' | 'call' | 'note' | 'mail' | 'letter' | 'delivery' | 'billing' | 'newsletter'
  strong: 0 | 1
  atMs: number
  note: Generated<string>
}

/** Derived from customers and touches by triggers; never written by hand, never in the change log. */
export interface CustomerContactTable {
  customerId: number
  lastStrongMs: number | null
  lastAnyMs: number | null
  /** The last strong touch, else when the customer was put on file; null without mail, phone and street. */
  silentSinceMs: number | null
}

export interface ProductsTable {
  id: Generated<number>
  /** As written. */
  gtin: Generated<string>
  /** As compared: digits filled up to 14, or '' – one product a code. */
  gtinKey: Generated<string>
  gtinValid: Generated<0 | 1>
  sourceId: Generated<string>
  name: string
  category: Generated<string>
  shelf: Generated<string>
  supplier: Generated<string>
  unit: Generated<string>
  priceMinor: Generated<number | null>
  /** Days before its date that a batch leaves the shelf. */
  leadDays: Generated<number>
  /** Name, category, supplier, shelf and code, folded for search. */
  folded: string
  /** What of it came from a file, and what the owner changed: see core/stock/product-memory.ts. */
  broughtFields: Generated<number>
  earlierValues: Generated<string>
}

export interface BatchesTable {
  id: Generated<number>
  productId: number
  lot: Generated<string>
  dateKind: 'use-by' | 'best-before' | 'after-opening' | 'none'
  date: Generated<string>
  pullDay: Generated<string>
  /** 1 when an action moved the pull day: a new lead time leaves it where it is. */
  pullDayMoved: Generated<0 | 1>
  /** 1 when its price was reduced. */
  reduced: Generated<0 | 1>
  received: number
  /** What is still on the shelf or in store; 0 when all is sold, pulled, binned or returned. */
  remaining: number
  receivedDay: string
}

export interface StockActionsTable {
  id: Generated<number>
  batchId: number
  action: 'pull' | 'reduce' | 'return' | 'bin' | 'sold' | 'still-fine'
  quantity: number
  reason: Generated<string>
  atMs: number
}

export interface PromisesTable {
  id: Generated<number>
  customerId: Generated<number | null>
  name: string
  what: string
  kind: Generated<string>
  /** The number it had in a file, or all that its line said; other programs count as well. */
  sourceId: Generated<string>
  /** The customer as that file named them. */
  sourceCustomer: Generated<string>
  madeAtMs: number
  /** What the customer heard; frozen. */
  toldAtMs: number
  /** Ours, not later than the told date. */
  targetAtMs: number
  priceCapMinor: Generated<number | null>
  warnedAtMs: Generated<number | null>
  readyAtMs: Generated<number | null>
  doneAtMs: Generated<number | null>
  /** 1 where only the day is known, and `doneAtMs` is its first moment. */
  doneDayOnly: Generated<0 | 1>
  brokenAtMs: Generated<number | null>
  onTime: Generated<0 | 1 | null>
  inBudget: Generated<0 | 1 | null>
  fullScope: Generated<0 | 1 | null>
  leftClean: Generated<0 | 1 | null>
  note: Generated<string>
}

export interface NewsletterIssuesTable {
  id: Generated<number>
  month: string
  subject: string
  blocks: string
  createdAtMs: number
  exportedAtMs: Generated<number | null>
  exportedTo: Generated<number>
}

export interface ChecklistLinesTable {
  id: Generated<number>
  part: 'opening' | 'closing' | 'day'
  /** ISO weekday 1-7, or null for every trading day. */
  weekday: Generated<number | null>
  text: string
  position: number
}

/** What happened to the file as a whole; never in the change log, and no undo takes it back. */
export interface FileNotesTable {
  id: Generated<number>
  kind: 'code' | 'restored' | 'moved-out'
  atMs: number
  /** The code, or JSON. */
  what: string
}

/** What was typed into a form and not saved; no act, and not in the change log. */
export interface DraftsTable {
  id: Generated<number>
  form: string
  /** JSON: { base, typed }. */
  value: string
  savedAtMs: number
}

export interface Schema {
  shop: ShopTable
  acts: ActsTable
  changes: ChangesTable
  schedules: SchedulesTable
  hoursLog: HoursLogTable
  hoursAnswers: HoursAnswersTable
  specialDays: SpecialDaysTable
  pauses: PausesTable
  holidaysAsUsual: HolidaysAsUsualTable
  holidayYears: HolidayYearsTable
  customers: CustomersTable
  suppressions: SuppressionsTable
  optOutCodes: OptOutCodesTable
  touches: TouchesTable
  customerContact: CustomerContactTable
  products: ProductsTable
  batches: BatchesTable
  stockActions: StockActionsTable
  promises: PromisesTable
  newsletterIssues: NewsletterIssuesTable
  checklistLines: ChecklistLinesTable
  fileNotes: FileNotesTable
  drafts: DraftsTable
}

export type Row<T extends keyof Schema> = Selectable<Schema[T]>
export type NewRow<T extends keyof Schema> = Insertable<Schema[T]>

/** Tables whose every change is logged and can be undone. */
export const loggedTables = [
  'shop',
  'schedules',
  'hoursLog',
  'hoursAnswers',
  'specialDays',
  'pauses',
  'holidaysAsUsual',
  'holidayYears',
  'customers',
  'suppressions',
  'touches',
  'products',
  'batches',
  'stockActions',
  'promises',
  'newsletterIssues',
  'checklistLines',
] as const satisfies readonly (keyof Schema)[]
