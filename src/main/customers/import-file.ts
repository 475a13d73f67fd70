import { basename } from 'node:path'
import { ok, fail, type Result } from '../../core/result.ts'
import type { InputOf } from '../../core/call.ts'
import type { CustomerReport, customersCalls, CustomerSample } from '../../core/customers/calls.ts'
import {
  broughtBy,
  mailAnswer,
  mailColumns,
  passedOver,
  type MailColumn,
} from '../../core/customers/consent-column.ts'
import type { Consent } from '../../core/customers/consent.ts'
import { customerCells, type CustomerCells } from '../../core/customers/import-cells.ts'
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
import type { Known } from '../../core/customers/known.ts'
import { correctMapping, type Mapping } from '../../core/table/mapping.ts'
import { examplesOf, mostChanges, mostErrors, type LineMessage } from '../../core/table/report.ts'
import type { TableRow } from '../../core/table/records.ts'
import { readTable } from '../table-file.ts'
import type { Context } from '../store/context.ts'
import { writePlan } from './import-write.ts'
import { planColumns, valuesForPlan } from './rows.ts'
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
  const guess = guessCustomerMapping(header, blankColumns(header, rows))
  const corrected = correctMapping(header, guess, input.mapping)
  const left = columnsLeft(guess, input)
  const mapping = withoutMail(corrected.mapping, left)
  const unknown = [...corrected.unknown, ...[...left].filter((column) => !header.includes(column))]
  const refused = mappingProblem(mapping, unknown)
  if (refused) return refused
  const noes = await allNoes(context)
  const plan = importPlan(noes)
  await readExisting(context, plan)
  const isChosen = mapping['consent'] !== undefined && mapping['consent'] === input.mapping?.['consent']
  const aboutMail = mailColumns(header, mapping, isChosen, (column) => cellsOf(rows, column))
  const mail = aboutMail.filter((column) => !left.has(column.header))
  const planned = await planRows(context, plan, { header, rows, mapping, mail })
  if (commit) await writePlan(context, plan, noes, basename(path))
  const used = new Set([...Object.values(mapping), ...aboutMail.map((column) => column.header), ...left])
  const unread = passedOver(header, (column) => used.has(column), rows)
  const errors = [...problems, ...unread, ...planned.errors].toSorted((a, b) => a.line - b.line)
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
    mailColumns: mail.map((column) => column.header),
    mailBrought: aboutMail.map((column) => ({
      column: column.header,
      isRead: !left.has(column.header),
      ...broughtBy(column, cellsOf(rows, header.indexOf(column.header))),
    })),
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

/** The columns about mail that the owner took out: any by its name, the two guessed ones also by their field. */
function columnsLeft(guess: Mapping, { mapping = {}, notAboutMail = [] }: Input): ReadonlySet<string> {
  const fields = ['consent', 'refusal'].flatMap((field) =>
    mapping[field] === '' && guess[field] !== undefined ? [guess[field]] : [],
  )
  const chosen = new Set(Object.values(mapping))
  return new Set([...fields.filter((column) => !chosen.has(column)), ...notAboutMail])
}

/** A column that is left out may fill another field, and is then no answer. */
const withoutMail = (mapping: Mapping, left: ReadonlySet<string>): Mapping =>
  Object.fromEntries(
    Object.entries(mapping).filter(
      ([field, column]) => (field !== 'consent' && field !== 'refusal') || !left.has(column),
    ),
  )

function* cellsOf(rows: readonly TableRow[], column: number): Generator<string, void, undefined> {
  for (const { cells } of rows) yield cells[column] ?? ''
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
      .select(planColumns)
      .where('id', '>', after)
      .orderBy('id')
      .limit(500)
      .execute()
    for (const row of page) plan.onFile(row.id, valuesForPlan(row))
    const last = page.at(-1)
    if (!last) return
    after = last.id
    await step(0, 1, 'Comparing with the customers on file')
  }
}

interface Table {
  readonly header: readonly string[]
  readonly rows: readonly TableRow[]
  readonly mapping: Mapping
  readonly mail: readonly MailColumn[]
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
  { header, rows, mapping, mail }: Table,
): Promise<Planned> {
  const { cell, leftOut }: CustomerCells = customerCells(header, mapping)
  const places = mail.map((column) => header.indexOf(column.header))
  const counts = { added: 0, updated: 0, unchanged: 0, skipped: 0 }
  const errors: LineMessage[] = []
  const sample: (Omit<CustomerSample, 'mailConsent' | 'mailWhy'> & { known: Known })[] = []
  const changes: CustomerReport['changes'][number][] = []
  const people = new Set<Known>()
  let changeCount = 0
  for (const { cells } of rows) plan.foretell((field) => cell(cells, field))
  for (const [i, { line, cells }] of rows.entries()) {
    const planned = plan.take(
      line,
      (field) => cell(cells, field),
      (field) => mapping[field],
      mailAnswer(
        mail,
        places.map((place) => cells[place] ?? ''),
      ),
    )
    counts[planned.outcome]++
    for (const message of [...leftOut(cells), ...planned.messages]) errors.push({ line, message })
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
  for (const known of people) consents[plan.held(known).consent]++
  return {
    counts,
    errors,
    // A no in a later line holds for the earlier ones too.
    sample: sample.map(({ known, ...row }) => {
      const { consent, why } = plan.held(known)
      return { ...row, mailConsent: consent, mailWhy: why }
    }),
    changes,
    changeCount,
    consents,
  }
}

function sampleOf(line: number, { outcome }: PlannedLine, known: Known) {
  const { name, company, email, phone, city, country } = known.details
  return { line, outcome, name, company, email, phone, city, country, known }
}
