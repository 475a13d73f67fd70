import { basename } from 'node:path'
import { ok, type Result } from '../../core/result.ts'
import type { ImportInput, SavedRefused } from '../../core/import/call.ts'
import { cellsFor, formOf, mappingFor, type Cells, type ImportKind } from '../../core/import/kind.ts'
import { readingsFor, refusedOpen } from '../../core/import/readings.ts'
import type { TableRow } from '../../core/import/records.ts'
import type { RefusedRow } from '../../core/import/refused.ts'
import {
  examplesOf,
  mostChanges,
  mostErrors,
  sampleSize,
  type ImportReport,
  type LineMessage,
  type ValueChange,
} from '../../core/import/report.ts'
import type { Context } from '../store/context.ts'
import type { ImportFile, ImportPlan } from './plan.ts'
import { sameFile, writeRefused } from './refused.ts'
import { readTable, type TableFile } from './table-file.ts'

/** A file that was read: what it comes to where it was only looked at, and keeping it. */
export interface ReadImport<Report> {
  readonly report?: Report
  keep(context: Context): Promise<Result<Report>>
}

/** The handler of a list's import: the file is read while other writes go on. */
export interface ImportHandler<Input, Report> {
  prepare(context: Context, input: Input): Promise<Result<ReadImport<Report>>>
  answer(read: ReadImport<Report>): Report | undefined
  write(context: Context, input: Input, read: ReadImport<Report>): Promise<Result<Report>>
  discard(): Promise<void>
  /** Writes the rows that it leaves out to a file of their own. */
  readonly saveRefused: SavesRefused<Input>
  /** Keeps rows that lie in no file, under a name. */
  keepRows(context: Context, rows: RowsToKeep): Promise<Result<Report>>
}

/** The handler that writes what an import leaves out, planned anew: who was added meanwhile may make some of it readable. */
interface SavesRefused<Input> {
  prepare(context: Context, input: ToSave<Input>): Promise<Result<SavedRefused>>
  answer(saved: SavedRefused): SavedRefused
  write(context: Context, input: ToSave<Input>, saved: SavedRefused): Promise<Result<SavedRefused>>
  discard(): Promise<void>
}

type ToSave<Input> = Omit<Input, 'commit'> & { readonly path: string; readonly to: string }

/** A list that was never a file: its header names the fields, its numbers are written with a point. */
export interface RowsToKeep {
  readonly name: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/**
 * The handler of a list's import: reads the file, plans it line by line, and keeps it when `commit` is set: one act, one undo.
 * Without, it only looks, and no write waits for it. `planOf` begins the plan of one file.
 */
export function importer<
  Field extends string,
  Input extends ImportInput,
  Sample,
  Besides extends object,
  Change extends ValueChange = ValueChange,
>(
  kind: ImportKind<Field, Input>,
  planOf: (
    context: Context,
    file: ImportFile<Field>,
    input: Input,
  ) => Promise<ImportPlan<Field, Sample, Besides, Change>>,
): ImportHandler<Input, ImportReport<Sample> & Besides> {
  const planned = async (context: Context, input: Input, table: TableFile) => {
    const { commit, path } = input
    const { digest, header, rows, problems, encoding, delimiter } = table
    const sheet = { header, rows }
    const mapped = mappingFor(kind, sheet, input)
    if (!mapped.ok) return mapped
    const { guess, mapping } = mapped.value
    const cells = cellsFor(kind, sheet, mapping)
    const readings = readingsFor(kind, { sheet, mapping, cell: cells.cell }, input, customsOf(context))
    const open = commit ? refusedOpen(readings) : null
    if (open) return open
    const name = basename(path)
    const plan = await planOf(context, { name, sheet, guess, mapping, cell: cells.cell, readings }, input)
    const { counts, messages, sample, refused, ...told } = await takeLines(context, kind, plan, cells, rows)
    const aboutColumns = (kind.aboutColumns?.(sheet, mapping) ?? []).map((message) => ({ line: 1, message }))
    const aboutFile = plan.aboutFile?.() ?? []
    const errors = [...aboutColumns, ...problems, ...aboutFile, ...messages].toSorted(
      (a, b) => a.line - b.line,
    )
    const report = {
      format: table.format === 'cards' ? 'vcard' : formOf(kind, header),
      digest,
      encoding,
      delimiter,
      header,
      examples: examplesOf(header, rows),
      mapping,
      guess,
      ...counts,
      errors: errors.slice(0, mostErrors),
      errorCount: errors.length,
      sample,
      ...plan.besides({ ...told, readings }),
    }
    if (commit) context.say(kind.says(await plan.write(), name, context.formats))
    return ok({ report, refused, aboutFile })
  }
  const reported = async (context: Context, input: Input, table: TableFile) => {
    const done = await planned(context, input, table)
    return done.ok ? ok(done.value.report) : done
  }
  const read = ({ step, formats }: Context, { path, digest, encoding, delimiter }: Input) =>
    readTable(path, { digest, encoding, delimiter, known: kind.isHeader, cards: kind.cards, step, formats })
  return {
    async prepare(context, input) {
      const file = await read(context, input)
      if (!file.ok) return file
      const table = file.value
      const keep = (writing: Context) => reported(writing, input, table)
      if (input.commit) return ok({ keep })
      const looked = await reported(context, input, table)
      return looked.ok ? ok({ keep, report: looked.value }) : looked
    },
    answer: ({ report }) => report,
    write: (context, _, { keep }) => keep(context),
    discard: () => Promise.resolve(),
    saveRefused: {
      async prepare(context, { to, ...given }) {
        const same = sameFile(given.path, to)
        if (same) return same
        const input = { ...given, commit: false } as unknown as Input
        const file = await read(context, input)
        if (!file.ok) return file
        const looked = await planned(context, input, file.value)
        if (!looked.ok) return looked
        return writeRefused(context, to, { table: file.value, cards: kind.cards, ...looked.value })
      },
      answer: (saved) => saved,
      write: (_context, _input, saved) => Promise.resolve(ok(saved)),
      discard: () => Promise.resolve(),
    },
    keepRows: (context, given) =>
      reported(context, answersAbout(kind, given) as Input, {
        format: 'csv',
        // Of no bytes.
        digest: '',
        encoding: 'utf-8',
        delimiter: ',',
        header: given.header,
        rows: given.rows.map((cells, i) => ({ line: i + 2, cells })),
        problems: [],
      }),
  }
}

/** What the owner would answer about rows whose header names the fields themselves. */
function answersAbout({ numbers }: ImportKind, { name, header }: RowsToKeep): ImportInput {
  const written = (numbers?.fields ?? []).filter((field) => header.includes(field))
  return {
    path: name,
    commit: true,
    mapping: Object.fromEntries(header.map((field) => [field, field])),
    numbers: Object.fromEntries(written.map((field) => [field, '.'])),
  }
}

/** How the shop's country writes. */
const customsOf = ({ shop, zone, formats }: Context) => {
  const country = shop?.country ?? ''
  const order = ['US', 'PH', 'PR', 'GU'].includes(country) ? ('month-first' as const) : ('day-first' as const)
  return { money: formats.money, order, zone }
}

const rowsASlice = 100

/** What would become of every line; changes nothing. */
async function takeLines<Field extends string, Sample, Change extends ValueChange>(
  { step }: Context,
  { doing, sampleSize: mostShown = sampleSize }: ImportKind<Field>,
  plan: Pick<ImportPlan<Field, Sample, object, Change>, 'hear' | 'compare' | 'take'>,
  { leftOut }: Cells<Field>,
  rows: readonly TableRow[],
) {
  const total = plan.hear ? 2 * rows.length : rows.length
  for (const [place, row] of plan.hear ? rows.entries() : []) {
    plan.hear?.(row, place)
    if (place % rowsASlice === 0) await step(place, total, doing.reading)
  }
  await plan.compare?.()
  const counts = { added: 0, updated: 0, unchanged: 0, skipped: 0 }
  const messages: LineMessage[] = []
  const refused: RefusedRow[] = []
  const shown: (() => Sample)[] = []
  const changes: (Change & { readonly line: number })[] = []
  let changeCount = 0
  for (const [place, row] of rows.entries()) {
    const { line } = row
    const planned = plan.take(row, place)
    counts[planned.outcome]++
    const ofCells = leftOut?.(row.cells) ?? []
    const ofLine = [...ofCells, ...planned.messages]
    for (const message of planned.isToldTogether ? ofCells : ofLine) messages.push({ line, message })
    if (planned.outcome === 'skipped') refused.push({ row, messages: ofLine })
    if (planned.sample && shown.length < mostShown) shown.push(planned.sample)
    changeCount += planned.changes.length
    for (const change of planned.changes) if (changes.length < mostChanges) changes.push({ line, ...change })
    if (place % rowsASlice === 0) await step(total - rows.length + place, total, doing.reading)
  }
  return { counts, messages, sample: shown.map((sampled) => sampled()), refused, changes, changeCount }
}
