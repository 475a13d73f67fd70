import { basename } from 'node:path'
import { ok, fail, type Result } from '../../core/result.ts'
import type { InputOf } from '../../core/call.ts'
import type { customersCalls, CustomerSample } from '../../core/customers/calls.ts'
import {
  customerFields,
  customerFormat,
  guessCustomerMapping,
  knownColumns,
} from '../../core/customers/import-fields.ts'
import {
  importPlan,
  type ImportPlan,
  type Outcome,
  type PlannedLine,
} from '../../core/customers/import-plan.ts'
import type { Known } from '../../core/customers/match.ts'
import { detailNames } from '../../core/customers/person.ts'
import { cellReader, correctMapping } from '../../core/table/mapping.ts'
import {
  examplesOf,
  mostErrors,
  sampleSize,
  type ImportReport,
  type LineMessage,
} from '../../core/table/report.ts'
import type { TableRow } from '../../core/table/records.ts'
import { readTable } from '../table-file.ts'
import type { Context } from '../store/context.ts'
import { writePlan } from './import-write.ts'

type Input = InputOf<(typeof customersCalls)['customers.importFile']>

const slice = 100

/** Reads a table of customers, and keeps it when `commit` is set: one act, one undo. */
export async function importFile(
  context: Context,
  input: Input,
): Promise<Result<ImportReport<CustomerSample>>> {
  const { path, commit, encoding, delimiter } = input
  const table = await readTable(path, { encoding, delimiter, known: knownColumns, step: context.step })
  if (!table.ok) return table
  const { header, rows, problems } = table.value
  const guess = guessCustomerMapping(header, blankColumns(header, rows))
  const { mapping, unknown } = correctMapping(header, guess, input.mapping)
  const refused = mappingProblem(mapping, unknown)
  if (refused) return refused
  const plan = importPlan()
  await readExisting(context, plan)
  const planned = await planRows(context, plan, rows, cellReader(header, mapping), mapping)
  if (commit) await writePlan(context, plan, basename(path))
  const errors = [...problems, ...planned.errors].toSorted((a, b) => a.line - b.line)
  return ok({
    format: customerFormat(header),
    encoding: table.value.encoding,
    delimiter: table.value.delimiter,
    header,
    examples: examplesOf(header, rows),
    mapping,
    ...planned.counts,
    errors: errors.slice(0, mostErrors),
    errorCount: errors.length,
    sample: planned.sample,
  })
}

/** Lines that tell whether a column is used at all. */
const lookedAt = 2000

/** Tells of a column whether the first lines have nothing in it. */
function blankColumns(header: readonly string[], rows: readonly TableRow[]): (column: string) => boolean {
  const blank = new Set(header)
  const first = rows.slice(0, lookedAt)
  for (const [i, column] of header.entries())
    if (first.some(({ cells }) => (cells[i] ?? '').trim() !== '')) blank.delete(column)
  return (column) => blank.has(column)
}

function mappingProblem(
  mapping: Readonly<Record<string, string>>,
  unknown: readonly string[],
): Result<never> | null {
  if (unknown.length > 0)
    return fail('no-column', `The file has no column “${unknown[0]}”. Nothing was changed.`, 'mapping')
  const field = Object.keys(mapping).find((name) => !customerFields.some((known) => known.name === name))
  if (field !== undefined)
    return fail('no-field', `Customers have no field “${field}”. Nothing was changed.`, 'mapping')
  if (['name', 'firstName', 'lastName', 'company', 'email'].some((name) => name in mapping)) return null
  return fail(
    'no-names',
    'No column with names, companies or mail addresses was recognised. Nothing was changed. Choose the columns yourself.',
    'mapping',
  )
}

async function readExisting({ db, step }: Context, plan: ImportPlan): Promise<void> {
  for (let after = 0; ;) {
    const page = await db
      .selectFrom('customers')
      .select(['id', 'sourceId', 'mailConsent', ...detailNames])
      .where('id', '>', after)
      .orderBy('id')
      .limit(500)
      .execute()
    for (const { id, sourceId, mailConsent, ...details } of page)
      plan.onFile(id, { details, sourceId, consent: mailConsent })
    const last = page.at(-1)
    if (!last) return
    after = last.id
    await step(0, 1, 'Comparing with the customers on file')
  }
}

interface Planned {
  readonly counts: Readonly<Record<Outcome, number>>
  readonly errors: readonly LineMessage[]
  readonly sample: readonly CustomerSample[]
}

async function planRows(
  { step }: Context,
  plan: ImportPlan,
  rows: readonly TableRow[],
  read: ReturnType<typeof cellReader>,
  mapping: Readonly<Record<string, string>>,
): Promise<Planned> {
  const counts = { added: 0, updated: 0, unchanged: 0, skipped: 0 }
  const errors: LineMessage[] = []
  const sample: CustomerSample[] = []
  for (const [i, { line, cells }] of rows.entries()) {
    const planned = plan.take(
      line,
      (field) => read(cells, field),
      (field) => field in mapping,
    )
    counts[planned.outcome]++
    for (const message of planned.messages) errors.push({ line, message })
    if (sample.length < sampleSize && planned.known) sample.push(sampleOf(line, planned, planned.known))
    if (i % slice === 0) await step(i, rows.length, 'Reading the customers')
  }
  return { counts, errors, sample }
}

function sampleOf(line: number, { outcome }: PlannedLine, known: Known): CustomerSample {
  const { name, company, email, phone, city, country } = known.details
  return { line, outcome, name, company, email, phone, city, country, mailConsent: known.consent }
}
