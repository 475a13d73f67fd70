import type { ImportedChange, ProductReport, ProductSample } from '../../core/stock/calls.ts'
import { productImport } from '../../core/stock/import.ts'
import { productPlan, type ProductOnFile, type ProductPlan } from '../../core/stock/import-plan.ts'
import { readProductLine, type ProductField } from '../../core/stock/product-file.ts'
import { productMemory } from '../../core/stock/product-memory.ts'
import type { ImportReport } from '../../core/import/report.ts'
import { importer } from '../import/importer.ts'
import type { ImportFile, ImportPlan } from '../import/plan.ts'
import type { Context } from '../store/context.ts'
import { carryOut } from './import-write.ts'
import { stockOf } from './rows.ts'

/** Reads a table of products, and keeps it when `commit` is set. */
export const importProducts = importer(productImport, planOf)

type Besides = Omit<ProductReport, keyof ImportReport<unknown>>
type Change = Omit<ImportedChange, 'line'>

async function planOf(
  context: Context,
  { cell, readings }: ImportFile<ProductField>,
): Promise<ImportPlan<ProductField, ProductSample, Besides, Change>> {
  const lines: { line: number; read: ReturnType<typeof readProductLine> }[] = []
  let plan: ProductPlan
  return {
    hear({ line, cells }) {
      lines.push({
        line,
        read: readProductLine((field) => cell(cells, field), readings.marks, context.formats),
      })
    },
    async compare() {
      plan = productPlan(await onFile(context), lines, context.formats)
    },
    take(_, place) {
      const { sample, ...planned } = plan.take(place)
      return { ...planned, sample: sample && (() => sample) }
    },
    besides: ({ changes, changeCount, readings: { numbers } }) => ({
      numbers,
      changes,
      changeCount,
      stockStays: plan.stockStays(),
    }),
    write: () => carryOut(context, plan),
  }
}

async function onFile({ db }: Context): Promise<readonly ProductOnFile[]> {
  const rows = await db.selectFrom('products').selectAll().orderBy('id').execute()
  const inStock = await stockOf(db)
  return rows.map((row) => ({ ...row, memory: productMemory.read(row), inStock: inStock.get(row.id) ?? 0 }))
}
