import { z } from 'zod'
import { limit, line, rowId } from '../inputs.ts'
import { read, write } from '../call.ts'
import { isZone } from '../day.ts'
import { currencies } from '../money.ts'
import { week } from '../hours/inputs.ts'
import { languages, type Language } from '../out/languages.ts'
import type { ActState } from './act-states.ts'
import { sampleChoice } from './sample-choice.ts'
import { undoable } from './undoable.ts'

/** The shop as it calls itself. */
export interface ShopDetails {
  readonly name: string
  readonly country: string
  /** The part of the country whose public holidays hold: `BY`, `LA.NO`; '' for those of the whole country. */
  readonly region: string
  /** ISO 4217, such as `EUR`; '' where none was chosen yet. */
  readonly currency: string
  /** In which it speaks to its customers; '' where its country has several and none was chosen. */
  readonly language: Language | ''
  readonly zone: string
  readonly address: string
  readonly email: string
  readonly phone: string
  readonly cadenceDays: number
  readonly toleranceMinutes: number
  /** Whether a newsletter, or a bill, starts the days of the cadence anew as a strong contact does. */
  readonly newsletterResets: boolean
  readonly billResets: boolean
  /** So many contacts with one person in 30 days are enough. */
  readonly mostContacts: number
}

/** One write that can be undone. */
export interface PastAct {
  readonly id: number
  readonly atMs: number
  readonly who: string
  readonly says: string
  readonly undone: boolean
  readonly state: ActState
}

const name = line(200).min(1, 'Give the shop a name.')
const country = z.string().regex(/^[A-Z]{2}$/, 'Choose a country.')
const region = z
  .string()
  .max(40, 'Choose a region.')
  .regex(/^(\w+(\.\w+)?)?$/, 'Choose a region.')
const currency = z.string().refine((code) => currencies.includes(code), 'Choose a currency.')
const language = z.enum(languages, 'Choose a language.')
const zone = z.string().refine(isZone, 'Choose a time zone, such as Europe/Berlin.')

const setUp = z.strictObject({
  name,
  country,
  region: region.default(''),
  zone,
  address: line().default(''),
  /** Without one that of the country, where it has but one. */
  language: language.optional(),
})

export const shopCalls = {
  'shop.details': read<ShopDetails | null>()({ topics: ['shop'], input: z.strictObject({}) }),
  'shop.setUp': write<ShopDetails>()({ topics: ['shop'], input: setUp }),
  /** The shop and its hours from this week on; a week without an hour sets the shop up alone. */
  'shop.begin': write<ShopDetails>()({ topics: ['shop', 'hours'], input: setUp.extend({ week }) }),
  'shop.change': write<ShopDetails>()({
    topics: ['shop', 'promises'],
    input: z.strictObject({
      name: name.optional(),
      country: country.optional(),
      /** Another country without a region leaves the region empty. */
      region: region.optional(),
      /**
       * Every price stays as it is written. Without one it stays as it is, or goes with the country as long as no price is on
       * file. Problem: no-such-decimals (a price on file has decimals that the currency has not).
       */
      currency: currency.optional(),
      /** Without one it stays as it is, or goes with the country where it was that country's only one. */
      language: language.optional(),
      zone: zone.optional(),
      address: line().optional(),
      email: line().optional(),
      phone: line().optional(),
      cadenceDays: z.int().min(1, 'Use at least 1 day.').max(3660, 'Use at most 3660 days.').optional(),
      newsletterResets: z.boolean().optional(),
      billResets: z.boolean().optional(),
      mostContacts: z
        .int()
        .min(1, 'Use at least 1 contact.')
        .max(100, 'Use at most 100 contacts.')
        .optional(),
      toleranceMinutes: z
        .int()
        .min(0, 'Use at least 0 minutes.')
        .max(240, 'Use at most 240 minutes.')
        .optional(),
    }),
  }),
  /** Fills an empty file with a sample shop, the delicatessen unless another is chosen; `folder` is the program's resources. */
  'shop.fillSample': write<null>()({
    topics: ['shop', 'hours', 'stock', 'promises', 'customers', 'newsletter', 'checklists'],
    paths: ['folder'],
    input: z.strictObject({ folder: z.string().min(1, 'Choose a folder.'), of: sampleChoice.optional() }),
  }),
  'shop.acts': read<readonly PastAct[]>()({
    topics: undoable,
    input: z.strictObject({ limit: limit(500) }),
  }),
  /** Without an id the newest act of this PC; the id of an undo turns that round. */
  'shop.undo': write<{ says: string }>()({
    topics: undoable,
    input: z.strictObject({ actId: rowId().optional() }),
  }),
  /** Without an id the act that this PC undid last, as long as nothing new was done since. */
  'shop.redo': write<{ says: string }>()({
    topics: undoable,
    input: z.strictObject({ actId: rowId().optional() }),
  }),
}
