import { basename } from 'node:path'
import { ok, fail, type Result } from '../../core/result.ts'
import type { InputOf } from '../../core/call.ts'
import type { CustomerReport, customersCalls, CustomerSample } from '../../core/customers/calls.ts'
import { tellsRefusals } from '../../core/customers/consent-column.ts'
import type { Consent } from '../../core/customers/consent.ts'
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
import { customerMemory } from '../../core/customers/import-memory.ts'
import type { Known } from '../../core/customers/match.ts'
import { detailNames } from '../../core/customers/person.ts'
import { cellReader, correctMapping, type Mapping } from '../../core/table/mapping.ts'
import { examplesOf, mostChanges, mostErrors, type LineMessage } from '../../core/table/report.ts'
import type { TableRow } from '../../core/table/records.ts'
import { readTable } from '../table-file.ts'
import type { Context } from '../store/context.ts'
import { writePlan } from './import-write.ts'
import { allNoes } from './suppression.ts'

type Input = InputOf<(typeof customersCalls)['customers.importFile']>

const slice = 100

/** Lines whose answer about mail a preview shows; more are only counted. */
const sampleSize = 100

/** Reads a table of customers, and keeps it when `commit` is set: one act, one undo. */
export async function importFile(context: Context, input: Input): Promise<Result<CustomerReport>> {
  const { path, commit, encoding, delimiter } = input
  const table = await readTable(path, { encoding, delimiter, known: knownColumns, step: context.step })
  if (!table.ok) return table
  const { header, rows, problems } = table.value
  const guess = withStatus(guessCustomerMapping(header, blankColumns(header, rows)), header, rows)
  const { mapping, unknown } = correctMapping(header, guess, input.mapping)
  const refused = mappingProblem(mapping, unknown)
  if (refused) return refused
  const noes = await allNoes(context)
  const plan = importPlan(noes)
  await readExisting(context, plan)
  const planned = await planRows(context, plan, rows, cellReader(header, mapping), mapping)
  if (commit) await writePlan(context, plan, noes, basename(path))
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
    changes: planned.changes,
    changeCount: planned.changeCount,
    consents: planned.consents,
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

/** Where no column is about mail, one that tells who unsubscribed is read for its noes alone. */
function withStatus(guess: Mapping, header: readonly string[], rows: readonly TableRow[]): Mapping {
  if ('consent' in guess || 'refusal' in guess) return guess
  const taken = new Set(Object.values(guess))
  const refusal = header.find(
    (column, i) => !taken.has(column) && tellsRefusals(column, () => rows.map(({ cells }) => cells[i] ?? '')),
  )
  return refusal === undefined ? guess : { ...guess, refusal }
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
      .select([
        'id',
        'sourceId',
        'mailConsent',
        'mailConsentDay',
        'broughtFields',
        'earlierValues',
        ...detailNames,
      ])
      .where('id', '>', after)
      .orderBy('id')
      .limit(500)
      .execute()
    for (const {
      id,
      sourceId,
      mailConsent,
      mailConsentDay,
      broughtFields,
      earlierValues,
      ...details
    } of page) {
      const memory = customerMemory.read({ broughtFields, earlierValues })
      const isTakenBack = mailConsent === 'unasked' && mailConsentDay !== ''
      plan.onFile(id, { details, memory, sourceId, consent: mailConsent, isTakenBack })
    }
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
  readonly changes: CustomerReport['changes']
  readonly changeCount: number
  readonly consents: Readonly<Record<Consent, number>>
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
  const sample: (Omit<CustomerSample, 'mailConsent' | 'mailWhy'> & { known: Known })[] = []
  const changes: CustomerReport['changes'][number][] = []
  const people = new Set<Known>()
  let changeCount = 0
  for (const { cells } of rows) plan.foretell((field) => read(cells, field))
  for (const [i, { line, cells }] of rows.entries()) {
    const planned = plan.take(
      line,
      (field) => read(cells, field),
      (field) => mapping[field],
    )
    counts[planned.outcome]++
    for (const message of planned.messages) errors.push({ line, message })
    const { known } = planned
    if (known) {
      people.add(known)
      if (sample.length < sampleSize) sample.push(sampleOf(line, planned, known))
      changeCount += planned.changes.length
      for (const change of planned.changes)
        if (changes.length < mostChanges) changes.push({ line, name: known.details.name, ...change })
    }
    if (i % slice === 0) await step(i, rows.length, 'Reading the customers')
  }
  const consents = { yes: 0, no: 0, unasked: 0 }
  for (const known of people) consents[heldConsent(plan, known)]++
  return {
    counts,
    errors,
    // A no in a later line holds for the earlier ones too.
    sample: sample.map(({ known, ...row }) => ({
      ...row,
      mailConsent: heldConsent(plan, known),
      mailWhy: known.why,
    })),
    changes,
    changeCount,
    consents,
  }
}

const heldConsent = (plan: ImportPlan, known: Known): Consent =>
  known.consent === 'no' || plan.refusalOf(known) ? 'no' : known.consent

function sampleOf(line: number, { outcome }: PlannedLine, known: Known) {
  const { name, company, email, phone, city, country } = known.details
  return { line, outcome, name, company, email, phone, city, country, known }
}
