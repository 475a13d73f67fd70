import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Day } from '../../core/day.ts'
import { searchTerms } from '../../core/fold.ts'
import { fail, ok } from '../../core/result.ts'
import type { ProductInStock } from '../../core/stock/calls.ts'
import type { ProductOrder } from '../../core/stock/orders.ts'
import { codeKey, notACode } from '../../core/stock/gtin.ts'
import { productMemory } from '../../core/stock/product-memory.ts'
import { productPage } from '../../core/stock/page.ts'
import type { Context, Handler } from '../store/context.ts'
import type { Row, Schema } from '../store/schema.ts'
import { derivedOf } from './computed.ts'
import { batchColumns, productColumns, toBatch, toProduct } from './rows.ts'

/** A product page shows this many batches, those in stock first. */
const mostBatches = 200

export const saveProduct: Handler<'stock.saveProduct'> = async ({ db, say }, { productId, ...given }) => {
  const before =
    productId === undefined
      ? undefined
      : await db.selectFrom('products').selectAll().where('id', '=', productId).executeTakeFirst()
  if (productId !== undefined && !before) return noSuchProduct
  if (!before && given.name === undefined)
    return fail('name-missing', 'Give the product a name. Nothing was changed.', 'name')
  const gtin = given.gtin ?? before?.gtin ?? ''
  const noCode = notACode(gtin)
  if (noCode && gtin !== before?.gtin)
    return fail('no-code', `${noCode} Nothing was changed. Leave the code empty where there is none.`, 'gtin')
  const gtinKey = codeKey(gtin)
  const other = gtinKey ? await productByCode(db, gtinKey).executeTakeFirst() : undefined
  if (other && other.id !== productId)
    return fail('code-taken', `“${other.name}” already has the code ${gtin}. Nothing was changed.`, 'gtin')
  const row = {
    gtin,
    name: given.name ?? before?.name ?? '',
    category: given.category ?? before?.category ?? '',
    shelf: given.shelf ?? before?.shelf ?? '',
    supplier: given.supplier ?? before?.supplier ?? '',
    unit: given.unit ?? before?.unit ?? '',
    leadDays: given.leadDays ?? before?.leadDays ?? 0,
  }
  const memory = before
    ? productMemory.afterEdit(productMemory.read(before), before, row)
    : productMemory.none
  const values = { ...row, ...derivedOf(row), ...productMemory.write(memory) }
  const saved = before
    ? await db
        .updateTable('products')
        .set(values)
        .where('id', '=', before.id)
        .returning(productColumns)
        .executeTakeFirstOrThrow()
    : await db.insertInto('products').values(values).returning(productColumns).executeTakeFirstOrThrow()
  say(`${saved.name} ${before ? 'changed' : 'added'}`, productPage(saved.id))
  return ok(toProduct(saved))
}

export const products: Handler<'stock.products'> = async (
  { db, engine },
  { text, by, down, limit, offset },
) => {
  const byCode = /^[\d\s-]{8,}$/.test(text.trim())
    ? await productByCode(db, codeKey(text)).executeTakeFirst()
    : undefined
  const terms = searchTerms(text)
  if (byCode) return ok({ total: 1, rows: offset === 0 ? [await withStock(db, byCode)] : [] })
  if (terms.length === 0 && text.trim() !== '') return ok({ total: 0, rows: [] })
  const found = db
    .selectFrom('products')
    .$if(terms.length > 0, (all) =>
      all.where('id', 'in', sql<number>`(${engine.search.withWords('products', terms)})`),
    )
  const direction = down ? 'desc' : 'asc'
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .select(productColumns)
    .$if(by === 'name', (all) => all.orderBy('folded', direction).orderBy('id'))
    // What has nothing in the column comes last, whichever way.
    .$if(by !== 'name', (all) =>
      all
        .orderBy(sql`${orderedBy[by]} IS NULL`)
        .orderBy(orderedBy[by], direction)
        .orderBy('folded')
        .orderBy('id'),
    )
    .limit(limit)
    .offset(offset)
    .execute()
  return ok({ total, rows: await Promise.all(rows.map((row) => withStock(db, row))) })
}

const ofBatches = (what: RawBuilder<unknown>) =>
  sql`(SELECT ${what} FROM batches WHERE batches."productId" = products.id AND batches.remaining > 0)`

/** The columns of the list; the name decides by its own index. */
const orderedBy: Readonly<Record<ProductOrder, RawBuilder<unknown>>> = {
  name: sql`products.folded`,
  category: sql`nullif(lower(products.category), '')`,
  shelf: sql`nullif(lower(products.shelf), '')`,
  nextDate: ofBatches(sql`min(nullif(batches."date", ''))`),
  inStock: ofBatches(sql`sum(batches.remaining)`),
}

/** Every product by its id, with its code and category. */
export const everyProduct = ({ db }: Pick<Context, 'db'>) =>
  db.selectFrom('products').select(['id', 'gtin', 'category']).orderBy('id').execute()

export const product: Handler<'stock.product'> = async ({ db }, { productId }) => {
  const row = await db
    .selectFrom('products')
    .select(productColumns)
    .where('id', '=', productId)
    .executeTakeFirst()
  if (!row) return noSuchProduct
  const batches = await db
    .selectFrom('batches')
    .select(batchColumns)
    .where('productId', '=', productId)
    .orderBy((eb) => eb.case().when('remaining', '>', 0).then(0).else(1).end())
    .orderBy((eb) => eb.case().when('pullDay', '=', '').then('9999-12-31').else(eb.ref('pullDay')).end())
    .orderBy('id', 'desc')
    .limit(mostBatches)
    .execute()
  return ok({ product: await withStock(db, row), batches: batches.map(toBatch) })
}

/** The product with a code, compared by its key as of `codeKey`. */
export const productByCode = (db: Kysely<Schema>, gtinKey: string) =>
  db
    .selectFrom('products')
    .select(productColumns)
    .where('gtinKey', '=', gtinKey)
    // A literal: SQLite uses a partial index only when it sees the index's own condition.
    .where('gtinKey', '<>', sql.lit(''))

export const noSuchProduct = fail(
  'no-product',
  'This product is not there any more. Nothing was changed. Look for it again.',
  'productId',
)

async function withStock(db: Kysely<Schema>, row: Pick<Row<'products'>, (typeof productColumns)[number]>) {
  const { inStock, nextDate, lastDateKind } = await db
    .selectFrom('batches')
    .select((eb) => [
      eb.fn.coalesce(eb.fn.sum<number>('remaining'), sql<number>`0`).as('inStock'),
      sql<Day | null>`min(nullif("date", ''))`.as('nextDate'),
      sql<ProductInStock['lastDateKind'] | null>`(SELECT newest."dateKind" FROM batches AS newest
        WHERE newest."productId" = ${row.id} AND newest."dateKind" <> 'none' ORDER BY newest.id DESC LIMIT 1)`.as(
        'lastDateKind',
      ),
    ])
    .where('productId', '=', row.id)
    .where('remaining', '>', 0)
    .executeTakeFirstOrThrow()
  return {
    ...toProduct(row),
    inStock: Math.round(inStock * 1000) / 1000,
    nextDate: nextDate ?? '',
    lastDateKind: lastDateKind ?? '',
  }
}
