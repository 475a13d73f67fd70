import { touchWords } from '../../core/customers/touch.ts'
import { formatBlocks, weekTexts } from '../../core/hours/blocks-text.ts'
import type { Block } from '../../core/hours/week.ts'
import type { FieldKind } from '../../core/shop/history-calls.ts'
import type { loggedTables, Row } from '../store/schema.ts'

type Stored = string | number

/** A column as the screens name it; null for what the owner never sees. */
export interface Field {
  readonly name: string
  readonly kind: FieldKind
  /** Says in words what is stored as a code. */
  readonly words?: (value: Stored) => string
  /** The table whose row it points at, which is shown by its name. */
  readonly of?: 'customers' | 'products' | 'batches'
}

export type LoggedTable = (typeof loggedTables)[number]

interface Thing<T extends LoggedTable> {
  /** "Customer". */
  readonly thing: string
  /** What a row is called, from the row alone. */
  readonly named: (row: Row<T>) => string
  readonly fields: { readonly [C in Exclude<keyof Row<T>, 'id'>]: Field | null }
}

const as =
  (kind: FieldKind) =>
  (name: string): Field => ({ name, kind })
const text = as('text')
const day = as('day')
const instant = as('instant')
const yesNo = as('yesNo')
const money = as('money')
const number = as('number')

const coded = (name: string, words: Readonly<Record<string, string>>): Field => ({
  name,
  kind: 'text',
  words: (value) => words[value] ?? String(value),
})

/** JSON of ours; one that cannot be read is shown as it is. */
const written = (name: string, words: (parsed: never) => string): Field => ({
  name,
  kind: 'text',
  words(value) {
    try {
      return words(JSON.parse(String(value)) as never)
    } catch {
      return String(value)
    }
  },
})

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const weekInWords = (week: Parameters<typeof weekTexts>[0]): string =>
  Object.entries(weekTexts(week))
    .filter(([, hours]) => hours !== '')
    .map(([name, hours]) => `${name[0]!.toUpperCase()}${name.slice(1)} ${hours}`)
    .join('; ')

const blocksInWords = (blocks: readonly Block[]): string =>
  blocks.length === 0 ? 'closed' : formatBlocks(blocks)

const letterInWords = (blocks: readonly { kind: string; text?: string; title?: string }[]): string =>
  blocks
    .map((block) =>
      block.kind === 'hours' ? 'Opening hours' : [block.title, block.text].filter(Boolean).join(': '),
    )
    .join('\n\n')

const answers = { yes: 'yes', no: 'no', unasked: 'not asked' }
const dateKinds = {
  'use-by': 'use by',
  'best-before': 'best before',
  'after-opening': 'after opening',
  none: 'no date',
}
const stockActs = {
  pull: 'pulled',
  reduce: 'reduced',
  return: 'returned',
  bin: 'binned',
  sold: 'sold',
  'still-fine': 'still fine',
}
const parts = { opening: 'at opening', day: 'through the day', closing: 'at closing' }
const events = { open: 'opened', close: 'closed' }

/** Every logged table in the words of its screens; the compiler sees that no column is forgotten. */
export const things: { readonly [T in LoggedTable]: Thing<T> } = {
  shop: {
    thing: 'Shop',
    named: ({ name }) => name,
    fields: {
      name: text('Name'),
      country: text('Country'),
      zone: text('Time zone'),
      address: text('Postal address'),
      email: text('E-mail'),
      phone: text('Phone'),
      cadenceDays: number('Customers hear from us every … days'),
      toleranceMinutes: number('Opening counts as on time within … minutes'),
      region: text('Region'),
    },
  },
  schedules: {
    thing: 'Weekly hours',
    named: () => '',
    fields: { validFrom: day('Valid from'), week: written('Hours', weekInWords) },
  },
  hoursLog: {
    thing: 'Opening or closing',
    named: ({ event }) => events[event],
    fields: {
      event: coded('What', events),
      tradingDay: day('Day'),
      atMs: instant('When'),
      loggedAtMs: instant('Entered'),
      reason: text('Reason'),
      who: text('Who'),
      reconstructed: yesNo('Reconstructed'),
      correction: text('Why it was corrected'),
      replacedBy: null,
      told: yesNo('The PC was not on yet'),
    },
  },
  hoursAnswers: {
    thing: 'Answer about the hours',
    named: ({ event }) => events[event],
    fields: {
      tradingDay: day('Day'),
      event: coded('What', events),
      forMs: instant('Due'),
      answer: coded('Answer', { missed: 'Did not happen', unknown: 'Not known' }),
      answeredAtMs: instant('Entered'),
      who: text('Who'),
    },
  },
  specialDays: {
    thing: 'Special day',
    named: ({ label }) => label,
    fields: {
      fromDay: day('Day'),
      toDay: day('Last day'),
      yearly: yesNo('Every year on this date'),
      untilDay: day('Until'),
      blocks: written('Hours', blocksInWords),
      label: text('What it is'),
      reason: text('Reason'),
      source: coded('From', { owner: 'entered', holiday: 'public holiday' }),
    },
  },
  pauses: {
    thing: 'Pause',
    named: ({ note }) => note,
    fields: {
      fromMs: instant('From'),
      untilMs: instant('Back at'),
      endedAtMs: instant('Really back'),
      note: text('Note'),
      who: text('Who'),
    },
  },
  holidaysAsUsual: {
    thing: 'Holiday with usual hours',
    named: ({ name }) => name,
    fields: { day: day('Day'), name: text('Name') },
  },
  holidayYears: {
    thing: 'Public holidays of a year',
    named: ({ country, region, year }) => `${region || country} ${year}`,
    fields: { country: text('Country'), region: text('Region'), year: number('Year'), holidays: null },
  },
  customers: {
    thing: 'Customer',
    named: ({ name }) => name,
    fields: {
      name: text('Name'),
      company: text('Company'),
      title: text('Title'),
      email: text('Mail address'),
      phone: text('Phone'),
      street: text('Street'),
      city: text('City'),
      region: text('Region'),
      postcode: text('Postcode'),
      country: text('Country'),
      notes: text('Notes'),
      sourceId: text('Number'),
      mailConsent: coded('Mail', answers),
      mailConsentDay: day('Answered on'),
      mailConsentSource: text('Where the answer comes from'),
      snoozedUntil: day('Put off until'),
      createdAtMs: instant('Put on file'),
      folded: null,
      emailKey: null,
      broughtFields: null,
      earlierValues: null,
    },
  },
  suppressions: {
    thing: 'No to mail',
    named: ({ emailKey }) => emailKey,
    fields: {
      emailKey: text('Mail address'),
      customerId: { name: 'Customer', kind: 'text', of: 'customers' },
      day: day('Day'),
      source: text('Where it comes from'),
      whose: null,
      fromFile: yesNo('Stays whatever is undone'),
    },
  },
  touches: {
    thing: 'Contact',
    named: ({ kind }) => touchWords[kind],
    fields: {
      customerId: { name: 'Customer', kind: 'text', of: 'customers' },
      kind: coded('Kind', touchWords),
      strong: null,
      atMs: instant('When'),
      note: text('Note'),
    },
  },
  products: {
    thing: 'Product',
    named: ({ name }) => name,
    fields: {
      gtin: text('Code'),
      gtinKey: null,
      gtinValid: null,
      sourceId: text('Number'),
      name: text('Name'),
      category: text('Category'),
      shelf: text('Shelf'),
      supplier: text('Supplier'),
      unit: text('Unit'),
      priceMinor: money('Price'),
      leadDays: number('Days before its date'),
      folded: null,
      broughtFields: null,
      earlierValues: null,
    },
  },
  batches: {
    thing: 'Batch',
    named: ({ lot }) => (lot === '' ? '' : `lot ${lot}`),
    fields: {
      productId: { name: 'Product', kind: 'text', of: 'products' },
      lot: text('Lot'),
      dateKind: coded('Kind of date', dateKinds),
      date: day('Date'),
      pullDay: day('Leaves the shelf'),
      pullDayMoved: null,
      reduced: yesNo('Reduced'),
      received: number('Quantity'),
      remaining: number('Left'),
      receivedDay: day('Came'),
    },
  },
  stockActions: {
    thing: 'Act on a batch',
    named: ({ action }) => stockActs[action],
    fields: {
      batchId: { name: 'Batch', kind: 'text', of: 'batches' },
      action: coded('What', stockActs),
      quantity: number('Quantity'),
      reason: text('Reason'),
      atMs: instant('When'),
    },
  },
  promises: {
    thing: 'Promise',
    named: ({ what, name }) => (name === '' ? what : `${what}, ${name}`),
    fields: {
      customerId: { name: 'Customer', kind: 'text', of: 'customers' },
      name: text('Who'),
      what: text('What'),
      kind: text('Kind'),
      sourceId: text('Number'),
      sourceCustomer: null,
      madeAtMs: instant('Promised'),
      toldAtMs: instant('By when, as the customer heard'),
      targetAtMs: instant('Our own date'),
      priceCapMinor: money('At most, in money'),
      warnedAtMs: instant('Customer told'),
      readyAtMs: instant('Ready'),
      doneAtMs: instant('Really finished'),
      doneDayOnly: yesNo('Only the day is known'),
      brokenAtMs: instant('Broken'),
      onTime: yesNo('On time'),
      inBudget: yesNo('In budget'),
      fullScope: yesNo('Full scope'),
      leftClean: yesNo('Left clean'),
      note: text('Note'),
    },
  },
  newsletterIssues: {
    thing: 'Newsletter',
    named: ({ subject }) => subject,
    fields: {
      month: text('Month'),
      subject: text('Subject'),
      blocks: written('Text', letterInWords),
      createdAtMs: instant('Begun'),
      exportedAtMs: instant('Drafts written'),
      exportedTo: number('Readers'),
    },
  },
  checklistLines: {
    thing: 'Checklist line',
    named: ({ text: words }) => words,
    fields: {
      part: coded('Part of the day', parts),
      weekday: { name: 'Weekday', kind: 'text', words: (n) => weekdays[Number(n) - 1] ?? String(n) },
      text: text('Text'),
      position: number('Place in the list'),
    },
  },
}
