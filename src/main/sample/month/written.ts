import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { parts } from '../../../core/checklists/own-line.ts'
import { languages } from '../../../core/out/languages.ts'
import type { SampleChoice } from '../../../core/shop/sample.ts'
import { dateKinds } from '../../../core/stock/expiry.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import { diskSays } from '../../disk-codes.ts'

const text = z.string().min(1)

/** One thing said in each language, in the order of `languages`. */
const said = z.array(text).length(6)
/** The hours of a week from Monday: `08:00-12:30, 15:00-19:00`, or '' for closed. */
const week = z.array(z.string().regex(/^(\d\d:\d\d-\d\d:\d\d(, |$))*$/)).length(7)

const product = z.strictObject({
  is: said,
  /** Its category and its supplier, by their places. */
  in: z.int(),
  from: z.int(),
  shelf: text,
  /** In euro, before the country's own prices. */
  price: z.number().positive(),
  unit: z.string(),
  lead: z.int(),
  /** Without one it has no date. */
  kind: z.enum(dateKinds).optional(),
  /** The date in days from today, and how many. */
  batches: z.array(z.tuple([z.int(), z.int().positive()])).min(1),
})

const trade = z.strictObject({
  shop: said,
  /** The hours of the trade, and where a country keeps others. */
  week: z.record(z.string(), week),
  categories: z.array(said),
  suppliers: z.array(said),
  products: z.array(product),
  /** From what is due first to what is far off. */
  promises: z.array(z.strictObject({ what: said, kind: text, cap: z.number().optional() })).length(9),
  notes: z.array(said),
  complaint: said,
  lines: z.array(z.tuple([z.enum(parts), z.int().nullable(), said])),
  letter: z.strictObject({ text: said, offer: said, code: said }),
})

const common = z.strictObject({
  languages: z.array(z.enum(languages)).length(languages.length),
  kinds: z.record(z.string(), said),
  asked: said,
  greeting: said,
  hours: said,
  /** Why it was opened late. */
  late: z.array(said).length(3),
  binned: said,
  returned: said,
  broken: said,
})

const country = z.strictObject({
  language: z.enum(languages),
  zone: text,
  region: z.string(),
  owner: text,
  address: text,
  street: text,
  postcode: text,
  town: text,
  /** Numbers that nobody has, `#` for a digit. */
  phones: z.array(text).min(1),
  phoneSource: text,
  /** How its prices are to those in euro, to which step they are rounded, and how far below it they end. */
  price: z.strictObject({ rate: z.number(), step: z.number(), off: z.number().optional() }),
  /** Words of the language that this country says otherwise. */
  says: z.record(z.string(), z.string()),
  units: z.record(z.string(), z.string()),
  /** Public holidays on which shops are open as usual. */
  opensOn: z.array(text).optional(),
  given: z.array(text),
  family: z.array(text),
  streets: z.array(text),
  towns: z.array(z.tuple([text, text])),
  companies: z.array(text),
})

export type Said = z.infer<typeof said>
export type SampleProduct = z.infer<typeof product>
export type Country = z.infer<typeof country>

/** What a sample shop is made of, as it is written in `sample-shop`. */
export interface Written {
  readonly of: SampleChoice
  readonly trade: z.infer<typeof trade>
  readonly common: z.infer<typeof common>
  readonly country: Country
}

/** Reads what a sample shop is made of. Problem: no-file. */
export async function readWritten(folder: string, of: SampleChoice): Promise<Result<Written>> {
  const read = async (...path: string[]): Promise<unknown> =>
    JSON.parse(await readFile(join(folder, 'sample-shop', ...path), 'utf8'))
  try {
    return ok({
      of,
      trade: trade.parse(await read('trades', `${of.trade}.json`)),
      common: common.parse(await read('trades', 'common.json')),
      country: country.parse(await read('countries', `${of.country}.json`)),
    })
  } catch (error) {
    if (diskSays(error) === undefined) throw error
    return fail(
      'no-file',
      'What the sample shop is made of could not be read. Nothing was changed. Install Wellkept again, then try once more.',
    )
  }
}
