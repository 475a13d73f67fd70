import { isInThousandths } from '../price.ts'
import { productOrders } from './orders.ts'
import { z } from 'zod'
import { read, write } from '../call.ts'
import type { Day } from '../day.ts'
import { day, limit, line, offset, rowId, text } from '../inputs.ts'
import { importCall, numberAnswers, saveRefusedCall } from '../import/call.ts'
import type { NumberQuestion } from '../import/readings.ts'
import type { ImportReport } from '../import/report.ts'
import { dateKinds, stockActs, type DateKind } from './expiry.ts'
import { longestOfProduct } from './text-lengths.ts'
import { numberFields } from './product-file.ts'

/** A product as it is kept. */
export interface Product {
  readonly id: number
  readonly name: string
  /** As written; '' without one. */
  readonly gtin: string
  /** false when the code is no sound GTIN: kept, and told. */
  readonly gtinValid: boolean
  readonly category: string
  readonly shelf: string
  readonly supplier: string
  readonly unit: string
  /** Thousandths of the currency; null when unknown. */
  readonly priceMills: number | null
  /** Days before its date that a batch leaves the shelf. */
  readonly leadDays: number
}

export interface ProductInStock extends Product {
  /** What all batches have left together. */
  readonly inStock: number
  /** The first date of what is in stock; '' where nothing in stock has one. */
  readonly nextDate: Day | ''
  /** The kind of date of its newest batch that has one; '' where none has. */
  readonly lastDateKind: Exclude<DateKind, 'none'> | ''
}

/** One delivery or lot of a product. */
export interface Batch {
  readonly batchId: number
  readonly productId: number
  readonly lot: string
  readonly dateKind: DateKind
  /** '' when it never goes off. */
  readonly date: Day | ''
  readonly pullDay: Day | ''
  readonly reduced: boolean
  readonly received: number
  readonly remaining: number
  readonly receivedDay: Day
}

/** A line of the expiry list. */
export interface ExpiryRow {
  readonly batchId: number
  readonly productId: number
  readonly name: string
  readonly lot: string
  readonly dateKind: Exclude<DateKind, 'none'>
  readonly date: Day
  readonly pullDay: Day
  readonly reduced: boolean
  readonly remaining: number
  readonly unit: string
  readonly shelf: string
  /** Days until its date; negative when it has passed. */
  readonly daysLeft: number
  /** Why it is on the list: "use-by passed 2 days ago". */
  readonly reason: string
}

/** What leaves the shelf, worst first; of each group at most 500 rows, `totals` counts them all. */
export interface ExpiryList {
  readonly today: Day
  readonly expired: readonly ExpiryRow[]
  readonly pullToday: readonly ExpiryRow[]
  readonly soon: readonly ExpiryRow[]
  readonly totals: {
    readonly expired: number
    /** Of these, how many are past a use-by or after-opening date; they come first. */
    readonly expiredHard: number
    readonly pullToday: number
    readonly soon: number
  }
}

/** A row of a product file as it would be kept. */
export interface ProductSample {
  readonly line: number
  readonly gtin: string
  readonly gtinValid: boolean
  readonly name: string
  readonly category: string
  readonly shelf: string
  readonly supplier: string
  readonly unit: string
  readonly priceMills: number | null
  /** Of a new product what becomes one batch without a date, null where the file says nothing; of one on file what is left. */
  readonly inStock: number | null
}

/** A value of a product on file and the other one that a file gives for it. */
export interface ImportedChange {
  readonly line: number
  /** The product's name. */
  readonly name: string
  readonly field:
    'name' | 'gtin' | 'category' | 'shelf' | 'supplier' | 'unit' | 'leadDays' | 'price' | 'sourceId'
  readonly before: string
  readonly after: string
  /** 'owner' where the present value stays, as the owner has chosen it; null where the file's is taken. */
  readonly kept: 'owner' | null
}

/** What an import of products did, or would do. */
export interface ProductReport extends ImportReport<ProductSample> {
  /** Columns of numbers that can be read in two ways: nothing is kept before they are answered. */
  readonly numbers: readonly NumberQuestion[]
  /** The first of them, in the order of the file. */
  readonly changes: readonly ImportedChange[]
  readonly changeCount: number
  /** That the file's stock of products on file is not taken over, as a sentence; '' where it says no other. */
  readonly stockStays: string
}

const detail = line(longestOfProduct.category)
const name = line(longestOfProduct.name).min(1, 'Give the product a name.')
const code = line(longestOfProduct.gtin)
const finerWords = 'Write the quantity with at most 3 decimals.'
const quantity = z
  .number('Write the quantity as a number.')
  .min(0.001, 'Use a quantity of at least 0.001.')
  .max(1e6, 'Use a quantity of at most a million.')
  .refine(isInThousandths, finerWords)

/** What the owner may say of a list of products, besides its columns. */
const ofProducts = { numbers: numberAnswers(numberFields) }

export const stockCalls = {
  'stock.importProducts': importCall<ProductReport>()({
    list: { what: 'products', choose: 'Choose a product list' },
    topics: ['stock'],
    besides: ofProducts,
  }),
  'stock.saveRefused': saveRefusedCall(ofProducts),
  'stock.saveProduct': write<Product>()({
    topics: ['stock'],
    input: z.strictObject({
      /** Without it a new product is made; with it only the given fields change. */
      productId: rowId().optional(),
      name: name.optional(),
      gtin: code.optional(),
      category: detail.optional(),
      shelf: detail.optional(),
      supplier: detail.optional(),
      unit: detail.optional(),
      leadDays: z
        .int('Write the lead time in whole days.')
        .min(0, 'Use at least 0 days.')
        .max(3660, 'Use at most 3660 days.')
        .optional(),
    }),
  }),
  'stock.products': read<{ readonly total: number; readonly rows: readonly ProductInStock[] }>()({
    topics: ['stock'],
    input: z.strictObject({
      /** Beginnings of words, or a code; '' lists everything. */
      text: text(200).default(''),
      /** The column that decides the order, then the name; what has nothing in it comes last. */
      by: z.enum(productOrders).default('name'),
      down: z.boolean().default(false),
      limit: limit(500),
      offset,
    }),
  }),
  'stock.product': read<{ readonly product: ProductInStock; readonly batches: readonly Batch[] }>()({
    topics: ['stock'],
    input: z.strictObject({ productId: rowId() }),
  }),
  'stock.addBatch': write<Batch>()({
    topics: ['stock'],
    input: z.strictObject({
      productId: rowId().optional(),
      gtin: code.optional(),
      lot: detail.default(''),
      /** `YYYY-MM-DD` or shorthand as of `parseDateEntry`; left out or '' when there is none. */
      date: text(50).default(''),
      dateKind: z.enum(dateKinds).optional(),
      quantity: quantity.default(1),
      received: day.optional(),
    }),
  }),
  /** Only the given fields change; what was done with the batch stays. */
  'stock.correctBatch': write<Batch>()({
    topics: ['stock'],
    input: z.strictObject({
      batchId: rowId(),
      lot: detail.optional(),
      /** As of `stock.addBatch`; '' or never takes the date away. */
      date: text(50).optional(),
      dateKind: z.enum(dateKinds).optional(),
      /** How many came. Without `remaining`, what is left moves by as many. */
      received: quantity.optional(),
      /** How many are left, as counted. */
      remaining: z
        .number('Write the quantity as a number.')
        .min(0, 'Use a quantity of at least 0.')
        .max(1e6, 'Use a quantity of at most a million.')
        .refine(isInThousandths, finerWords)
        .optional(),
      receivedDay: day.optional(),
    }),
  }),
  'stock.expiring': read<ExpiryList>()({
    topics: ['stock', 'shop'],
    input: z.strictObject({
      soonDays: z.int().min(0, 'Use at least 0 days.').max(3660, 'Use at most 3660 days.').default(7),
    }),
  }),
  'stock.act': write<Batch>()({
    topics: ['stock'],
    input: z.strictObject({
      batchId: rowId(),
      action: z.enum(stockActs),
      /** Everything that is left when not given. */
      quantity: quantity.optional(),
      reason: detail.default(''),
    }),
  }),
}
