import { z } from 'zod'
import { read, write } from '../call.ts'
import { isDay } from '../day.ts'
import { inFull } from '../price.ts'
import { day, isMoment, limit, line, moment, rowId, text } from '../inputs.ts'
import { dateAnswers, importCall, saveRefusedCall } from '../import/call.ts'
import type { DateQuestion } from '../import/readings.ts'
import type { ImportReport } from '../import/report.ts'
import { dateFields } from './promise-fields.ts'
import type { KeptRate, Moments, Outcome } from './outcome.ts'
import type { Standing } from './standing.ts'

/** A promise as it is kept in the shop. */
export interface ShopPromise extends Moments {
  readonly id: number
  /** Only the day it was done on is known: `doneAtMs` is its first moment. */
  readonly doneDayOnly: boolean
  readonly customerId: number | null
  readonly name: string
  readonly phone: string
  /** What must be known of the customer, such as an allergy; '' for nothing. */
  readonly mustKnow: string
  readonly what: string
  readonly kind: string
  readonly madeAtMs: number
  /** Ours, not later than the told moment. */
  readonly targetAtMs: number
  readonly priceCapMills: number | null
  /** The four-point check; null until it was made. `onTime` follows from the real finish. */
  readonly onTime: boolean | null
  readonly inBudget: boolean | null
  readonly fullScope: boolean | null
  readonly leftClean: boolean | null
  readonly note: string
  readonly outcome: Outcome
  /** Why it stands where it stands, in words: "told Fri 17:00, 2 h left". */
  readonly reason: string
}

/** The worst of one group, and how many there are in all. */
export interface PromiseGroup {
  readonly total: number
  readonly rows: readonly ShopPromise[]
}

/** Promises by harm; within a group the earliest told moment first. */
export type PromiseBoard = Readonly<Record<Standing, PromiseGroup>> & {
  /** Of these, how many are due tomorrow; they stand first. */
  readonly later: PromiseGroup & { readonly tomorrow: number }
  /** Done or broken in the last two weeks, newest first. */
  readonly doneRecently: PromiseGroup
}

/** A customer's promises; of the closed ones the newest, and how many there are in all. */
export interface PromisesOfCustomer {
  readonly open: readonly ShopPromise[]
  readonly closed: PromiseGroup
}

/** A row of a file of past promises as it would be kept; '' for what the file does not say. */
export interface ImportedPromise {
  readonly id: string
  readonly customer: string
  readonly what: string
  readonly made: string
  readonly told: string
  readonly done: string
}

/** An import of past promises; nothing is kept while a date could be another. */
export interface PromiseReport extends ImportReport<ImportedPromise> {
  readonly dates: readonly DateQuestion[]
}

/** `YYYY-MM-DDTHH:MM`; a plain day is the end of that day. */
const dayOrMoment = z
  .string()
  .refine(
    (text) => isMoment(text) || (isDay(text) && text < '9000'),
    'Give a date and time, such as 2026-11-27T17:00.',
  )
  .transform((text) => (text.length === 10 ? `${text}T23:59` : text))

/** `YYYY-MM-DDTHH:MM`, or the day where that is all that is known: no time is invented. */
const doneAt = z
  .string()
  .refine(
    (text) => isMoment(text) || (isDay(text) && text < '9000'),
    'Write day and time as 2026-11-23T07:00, or the day alone.',
  )

/** A price in words or as a number, read in the shop's money; empty is no price. */
const price = z
  .union([z.number(), z.string().max(40, 'Use at most 40 characters.')])
  .transform((sent) => (typeof sent === 'number' ? inFull(String(sent)) : sent))

const note = line(5000)
const promiseId = rowId()
const yesNo = (message: string) => z.boolean(message)

/** What the owner may say of a list of promises, besides its columns. */
const ofPromises = { dates: dateAnswers(dateFields) }

export const promisesCalls = {
  /** A name that exactly one customer has is that customer; with a phone, one that nobody has is added. */
  'promises.make': write<{ id: number }>()({
    topics: ['promises', 'customers'],
    input: z.strictObject({
      customerId: rowId().optional(),
      name: line().optional(),
      phone: line().optional(),
      what: line().min(1, 'Say what was promised.'),
      told: dayOrMoment,
      target: dayOrMoment.optional(),
      priceCap: price.optional(),
      kind: line().default(''),
      note: note.default(''),
    }),
  }),
  /** Only the given fields change; what the customer was told stays as it was said first. A phone is kept with the customer. */
  'promises.change': write<{ id: number }>()({
    topics: ['promises', 'customers'],
    input: z.strictObject({
      promiseId,
      customerId: rowId().optional(),
      name: line().optional(),
      phone: line().optional(),
      what: line().min(1, 'Say what was promised.').optional(),
      priceCap: price.optional(),
      kind: line().optional(),
      note: note.optional(),
    }),
  }),
  /**
   * The customer heard that it will be later, at `at` or now; `told` is by when instead, where they heard that. `seenToldAtMs` is by
   * when it was as the caller saw it: where another time was said meanwhile, nothing is changed.
   */
  'promises.warn': write<{ id: number }>()({
    topics: ['promises'],
    input: z.strictObject({
      promiseId,
      at: moment.optional(),
      told: dayOrMoment.optional(),
      seenToldAtMs: z.int().optional(),
    }),
  }),
  'promises.ready': write<{ id: number }>()({
    topics: ['promises'],
    input: z.strictObject({ promiseId, at: moment.optional() }),
  }),
  /** A known customer is asked some open days later whether they are satisfied: that is to be done from then on. */
  'promises.close': write<{ id: number; onTime: boolean; outcome: Outcome }>()({
    topics: ['promises', 'actions'],
    input: z.strictObject({
      promiseId,
      inBudget: yesNo('Say whether it stayed in budget.'),
      fullScope: yesNo('Say whether all that was promised was done.'),
      leftClean: yesNo('Say whether it was left clean.'),
      at: doneAt.optional(),
      note: note.optional(),
    }),
  }),
  'promises.break': write<{ id: number }>()({
    topics: ['promises'],
    input: z.strictObject({ promiseId, reason: line().min(1, 'Say why it could not be kept.') }),
  }),
  'promises.importFile': importCall<PromiseReport>()({
    list: { what: 'promises', choose: 'Choose a list of promises' },
    topics: ['promises'],
    besides: ofPromises,
  }),
  'promises.saveRefused': saveRefusedCall(ofPromises),
  'promises.board': read<PromiseBoard>()({
    topics: ['promises', 'customers', 'shop'],
    input: z.strictObject({
      text: text(200).default(''),
      limit: limit(1000),
    }),
  }),
  'promises.keptRate': read<KeptRate>()({
    topics: ['promises', 'shop'],
    input: z
      .strictObject({ from: day, to: day })
      .refine(({ from, to }) => from <= to, { message: 'The first day is after the last.', path: ['from'] }),
  }),
  /** What one customer was promised: all that is open by its told moment, then what was closed last. */
  'promises.ofCustomer': read<PromisesOfCustomer>()({
    topics: ['promises', 'customers', 'shop'],
    input: z.strictObject({ customerId: rowId(), limit: limit(200) }),
  }),
  'promises.one': read<ShopPromise>()({
    topics: ['promises', 'customers', 'shop'],
    input: z.strictObject({ promiseId }),
  }),
}
