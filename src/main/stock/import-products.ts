import { dayAt } from '../../core/day.ts'
import { fail, ok } from '../../core/result.ts'
import type { ProductSample } from '../../core/stock/calls.ts'
import { codeKey, plainCode } from '../../core/stock/gtin.ts'
import { productFields, readProductLine, type ProductLine } from '../../core/stock/product-file.ts'
import { nameKey, productFolded, productIndex } from '../../core/stock/product-match.ts'
import { cellReader, correctMapping, guessMapping } from '../../core/table/mapping.ts'
import { examplesOf, mostErrors, sampleSize, type LineMessage } from '../../core/table/report.ts'
import type { Context, Handler } from '../store/context.ts'
import type { NewRow, Row } from '../store/schema.ts'
import { readTable, type TableFile } from '../table-file.ts'
import { moveBatches } from './rows.ts'

const slice = 200

export const importProducts: Handler<'stock.importProducts'> = async (context, input) => {
  const { step, say } = context
  const read = await readTable(input.path, { encoding: input.encoding, delimiter: input.delimiter, step })
  if (!read.ok) return read
  const table = read.value
  const { mapping, unknown } = correctMapping(
    table.header,
    guessMapping(table.header, productFields),
    input.mapping,
  )
  if (unknown.length > 0)
    return fail('no-such-column', `The file has no column “${unknown[0]}”. Nothing was changed.`, 'mapping')
  if (input.commit && !mapping.name && !mapping.gtin)
    return fail(
      'no-columns',
      'No column of this file is known to hold product names or codes. Nothing was changed. Say which one does.',
      'mapping',
    )
  const plan = await planOf(context, table, cellReader(table.header, mapping))
  if (input.commit) {
    await carryOut(context, plan)
    say(importWords(plan.fresh.length, plan.changed.length))
  }
  const messages = [...table.problems, ...plan.messages].toSorted((a, b) => a.line - b.line)
  return ok({
    format: table.format,
    encoding: table.encoding,
    delimiter: table.delimiter,
    header: table.header,
    examples: examplesOf(table.header, table.rows),
    mapping,
    added: plan.fresh.length,
    updated: plan.changed.length,
    unchanged: plan.unchanged,
    skipped: plan.skipped,
    errors: messages.slice(0, mostErrors),
    errorCount: messages.length,
    sample: plan.sample,
  })
}

type Known = Row<'products'> & { seenOn?: number }
type Patch = Partial<Row<'products'>>

interface Plan {
  readonly fresh: { readonly row: NewRow<'products'>; readonly inStock: number }[]
  readonly changed: { readonly id: number; readonly patch: Patch }[]
  readonly messages: LineMessage[]
  readonly sample: ProductSample[]
  unchanged: number
  skipped: number
}

/** What an import would do, line by line; changes nothing. */
async function planOf(
  { db, step }: Context,
  table: TableFile,
  cellOf: ReturnType<typeof cellReader>,
): Promise<Plan> {
  const index = productIndex<Known>(await db.selectFrom('products').selectAll().execute())
  const plan: Plan = { fresh: [], changed: [], messages: [], sample: [], unchanged: 0, skipped: 0 }
  for (const [i, { line, cells }] of table.rows.entries()) {
    if (i % slice === 0) await step(i, table.rows.length, 'Reading products')
    const { product, messages } = readProductLine((field) => cellOf(cells, field))
    const known = product ? index.find(product) : undefined
    const twin = known?.seenOn
    const told =
      twin === undefined
        ? messages
        : [`This is the same product as on line ${twin}, which was kept; this line was left out.`]
    for (const message of told) plan.messages.push({ line, message })
    if (product && plan.sample.length < sampleSize) plan.sample.push(sampleOf(line, product))
    if (!product || twin !== undefined) plan.skipped++
    else if (known) {
      known.seenOn = line
      const patch = patchOf(known, product)
      if (patch.name !== undefined && nameKey(patch.name) !== nameKey(known.name))
        plan.messages.push({ line, message: `“${known.name}” is renamed “${patch.name}”.` })
      if (Object.keys(patch).length === 0) plan.unchanged++
      else plan.changed.push({ id: known.id, patch })
    } else {
      const row = newRow(product)
      plan.fresh.push({ row, inStock: product.inStock ?? 0 })
      index.add({ ...row, id: 0, seenOn: line })
    }
  }
  return plan
}

async function carryOut(
  { db, now, zone, step, insertMany }: Context,
  { fresh, changed }: Plan,
): Promise<void> {
  const { last } = await db
    .selectFrom('products')
    .select((eb) => eb.fn.max('id').as('last'))
    .executeTakeFirstOrThrow()
  const receivedDay = dayAt(now, zone)
  const total = fresh.length + changed.length
  // The new products' numbers are given here, so that their batches can name them without asking back.
  const numbered = fresh.map(({ row, inStock }, i) => ({ row: { id: (last ?? 0) + 1 + i, ...row }, inStock }))
  for (let at = 0; at < numbered.length; at += slice) {
    await step(at, total, 'Saving products')
    const some = numbered.slice(at, at + slice)
    insertMany(
      'products',
      some.map(({ row }) => row),
    )
    insertMany(
      'batches',
      some
        .filter(({ inStock }) => inStock > 0)
        .map(({ row, inStock }) => ({
          productId: row.id,
          dateKind: 'none' as const,
          received: inStock,
          remaining: inStock,
          receivedDay,
        })),
    )
  }
  for (const [i, { id, patch }] of changed.entries()) {
    if (i % slice === 0) await step(fresh.length + i, total, 'Saving products')
    await db.updateTable('products').set(patch).where('id', '=', id).execute()
    if (patch.leadDays !== undefined) await moveBatches(db, id, patch.leadDays)
  }
}

const nameOf = (line: ProductLine): string => line.name || plainCode(line.gtin)

function newRow(line: ProductLine): Omit<Row<'products'>, 'id'> {
  const { inStock: _, leadDays, gtinValid, ...texts } = line
  const name = nameOf(line)
  return {
    ...texts,
    name,
    gtinKey: codeKey(line.gtin),
    gtinValid: gtinValid ? 1 : 0,
    leadDays: leadDays ?? 0,
    folded: productFolded({ ...texts, name }),
  }
}

/** What a line changes in a known product: what it leaves empty stays, and so does a code only spelled otherwise. */
function patchOf(known: Row<'products'>, line: ProductLine): Patch {
  const patch: Patch = {}
  for (const field of ['name', 'sourceId', 'category', 'shelf', 'supplier', 'unit'] as const)
    if (line[field] !== '' && line[field] !== known[field]) patch[field] = line[field]
  for (const field of ['priceMinor', 'leadDays'] as const)
    if (line[field] !== null && line[field] !== known[field]) patch[field] = line[field]
  if (codeKey(line.gtin) && codeKey(line.gtin) !== known.gtinKey) {
    patch.gtin = line.gtin
    patch.gtinKey = codeKey(line.gtin)
    patch.gtinValid = line.gtinValid ? 1 : 0
  }
  const folded = productFolded({ ...known, ...patch })
  if (folded !== known.folded) patch.folded = folded
  return patch
}

const sampleOf = (line: number, product: ProductLine): ProductSample => {
  const { sourceId: _, leadDays: __, ...shown } = product
  return { line, ...shown, name: nameOf(product) }
}

function importWords(added: number, updated: number): string {
  const products = (n: number) => (n === 1 ? '1 product' : `${n} products`)
  if (updated === 0) return `${products(added)} imported`
  return added === 0 ? `${products(updated)} updated` : `${products(added)} imported, ${updated} updated`
}
