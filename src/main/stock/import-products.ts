import type { InputOf } from '../../core/call.ts'
import { decimalMarkOf, type DecimalMark } from '../../core/numbers.ts'
import { parsePrice, parseQuantity } from '../../core/price.ts'
import { fail, ok } from '../../core/result.ts'
import type { ImportedChange, ProductSample, stockCalls } from '../../core/stock/calls.ts'
import { productPlan, type ProductOnFile, type ProductPlan } from '../../core/stock/import-plan.ts'
import {
  numberFields,
  ofSeveralPlaces,
  guessProductMapping,
  readProductLine,
  type Marks,
  type NumberField,
} from '../../core/stock/product-file.ts'
import { productMemory } from '../../core/stock/product-memory.ts'
import { withVariants } from '../../core/stock/variants.ts'
import { cellReader, correctMapping, type Mapping } from '../../core/table/mapping.ts'
import { columnNumbers, type NumberQuestion } from '../../core/table/numbers.ts'
import { examplesOf, mostChanges, mostErrors, sampleSize, type LineMessage } from '../../core/table/report.ts'
import type { Context, Handler } from '../store/context.ts'
import { readTable, type TableFile } from '../table-file.ts'
import { countryOf } from './country.ts'
import { carryOut } from './import-write.ts'
import { stockOf } from './rows.ts'

type Input = InputOf<(typeof stockCalls)['stock.importProducts']>
type CellOf = ReturnType<typeof withVariants>

const slice = 200

export const importProducts: Handler<'stock.importProducts'> = async (context, input) => {
  const { step, say } = context
  const read = await readTable(input.path, { encoding: input.encoding, delimiter: input.delimiter, step })
  if (!read.ok) return read
  const table = read.value
  const { mapping, unknown } = correctMapping(
    table.header,
    guessProductMapping(table.header, (column) => {
      const place = table.header.indexOf(column)
      return table.rows.map(({ cells }) => cells[place] ?? '')
    }),
    input.mapping,
  )
  if (unknown.length > 0)
    return fail('no-column', `The file has no column “${unknown[0]}”. Nothing was changed.`, 'mapping')
  if (input.commit && !mapping.name && !mapping.gtin)
    return fail(
      'no-columns',
      'No column of this file is known to hold product names or codes. Nothing was changed. Say which one does.',
      'mapping',
    )
  const cellOf = withVariants(
    table.rows.map(({ cells }) => cells),
    cellReader(table.header, mapping),
  )
  const { marks, questions } = numbersOf(table, cellOf, mapping, input, decimalMarkOf(countryOf(context)))
  const open = questions.find(({ answer }) => answer === null)
  if (input.commit && open) return openNumber(open)
  const lines = await readLines(context, table, cellOf, marks)
  const plan = productPlan(await onFile(context), lines)
  const planned = await planLines(context, plan, table)
  if (input.commit) {
    await carryOut(context, plan)
    say(importWords(plan.added.length, plan.changed().length))
  }
  const several = ofSeveralPlaces(table.header, mapping).map((message) => ({ line: 1, message }))
  const messages = [...several, ...table.problems, ...planned.messages].toSorted((a, b) => a.line - b.line)
  return ok({
    format: table.format,
    encoding: table.encoding,
    delimiter: table.delimiter,
    header: table.header,
    examples: examplesOf(table.header, table.rows),
    mapping,
    ...planned.counts,
    errors: messages.slice(0, mostErrors),
    errorCount: messages.length,
    sample: planned.sample,
    numbers: questions,
    changes: planned.changes,
    changeCount: planned.changeCount,
  })
}

/** Nothing is kept while a number could be a thousand times another. */
const openNumber = ({ column, text, field }: NumberQuestion) =>
  fail(
    'open-number',
    `In the column “${column}”, ${text} can be read in two ways. Nothing was changed. Say which one is meant.`,
    `numbers.${field}`,
  )

/** How the numbers of each column are read; what nothing in its column decides is asked. */
function numbersOf(
  table: TableFile,
  cellOf: CellOf,
  mapping: Mapping,
  { numbers }: Input,
  ofCountry: DecimalMark,
) {
  const columns = numberFields
    .filter((field) => mapping[field] !== undefined)
    .map((field) => {
      const cells = table.rows.map(({ line, cells: row }) => ({ line, text: cellOf(row, field) }))
      return { field, ...columnNumbers(cells) }
    })
  // One program wrote the file: where another column shows its mark, that is likelier than the country's.
  const proposed = columns.find(({ mark }) => mark !== null)?.mark ?? ofCountry
  const marks: { [F in NumberField]?: DecimalMark } = {}
  const questions: NumberQuestion[] = []
  for (const { field, mark, open } of columns) {
    const answer = numbers?.[field] ?? null
    const used = mark ?? (open ? (answer ?? proposed) : null)
    if (used !== null) marks[field] = used
    if (open)
      questions.push({
        ...open,
        field,
        column: mapping[field]!,
        readings: readingsIn(field, open.text),
        proposed,
        answer,
      })
  }
  return { marks, questions }
}

function readingsIn(field: NumberField, text: string): NumberQuestion['readings'] {
  const valueOf = (mark: DecimalMark) => {
    if (field === 'price') {
      const price = parsePrice(text, mark)
      return 'minor' in price ? price.minor : 0
    }
    const quantity = parseQuantity(text, mark)
    return 'quantity' in quantity ? quantity.quantity : 0
  }
  return { '.': valueOf('.'), ',': valueOf(',') }
}

async function onFile({ db }: Context): Promise<readonly ProductOnFile[]> {
  const rows = await db.selectFrom('products').selectAll().orderBy('id').execute()
  const inStock = await stockOf(db)
  return rows.map((row) => ({ ...row, memory: productMemory.read(row), inStock: inStock.get(row.id) ?? 0 }))
}

async function readLines({ step }: Context, { rows }: TableFile, cellOf: CellOf, marks: Marks) {
  const lines: { line: number; read: ReturnType<typeof readProductLine> }[] = []
  for (const [i, { line, cells }] of rows.entries()) {
    if (i % slice === 0) await step(i, 2 * rows.length, 'Reading products')
    lines.push({ line, read: readProductLine((field) => cellOf(cells, field), marks) })
  }
  return lines
}

/** What an import would do, line by line; changes nothing. */
async function planLines({ step }: Context, plan: ProductPlan, { rows }: TableFile) {
  const counts = { added: 0, updated: 0, unchanged: 0, skipped: 0 }
  const messages: LineMessage[] = []
  const sample: ProductSample[] = []
  const changes: ImportedChange[] = []
  let changeCount = 0
  for (const [i, { line }] of rows.entries()) {
    if (i % slice === 0) await step(rows.length + i, 2 * rows.length, 'Reading products')
    const planned = plan.take(i)
    counts[planned.outcome]++
    for (const message of planned.messages) messages.push({ line, message })
    if (planned.sample && sample.length < sampleSize) sample.push(planned.sample)
    changeCount += planned.changes.length
    for (const change of planned.changes) if (changes.length < mostChanges) changes.push({ line, ...change })
  }
  return { counts, messages, sample, changes, changeCount }
}

function importWords(added: number, updated: number): string {
  const products = (n: number) => (n === 1 ? '1 product' : `${n} products`)
  if (updated === 0) return `${products(added)} imported`
  return added === 0 ? `${products(updated)} updated` : `${products(added)} imported, ${updated} updated`
}
