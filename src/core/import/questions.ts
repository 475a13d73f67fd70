import type { Mapping } from './mapping.ts'

/** A cell that can be read in two ways while no other of its column decides. */
export interface OpenCell {
  /** 1-based line of the file. */
  readonly line: number
  readonly text: string
}

/** What the owner is asked about a column that stays open. */
export interface Question<Reading extends string, Shown> extends OpenCell {
  readonly field: string
  /** The column's header. */
  readonly column: string
  /** What the cell says in each reading. */
  readonly readings: Readonly<Record<Reading, Shown>>
  readonly proposed: Reading
  readonly answer: Reading | null
}

/** A column as far as its own cells, or the file, decide how it is read. */
interface Column<Reading, Field> {
  readonly field: Field
  readonly decided: Reading | null
  readonly open: OpenCell | null
}

/** What is known besides of how the columns are read. */
interface Known<Reading extends string, Shown, Field> {
  readonly mapping: Mapping
  readonly proposed: Reading
  readonly answers: Readonly<Partial<Record<string, Reading>>> | undefined
  readonly readingsOf: (field: Field, text: string) => Readonly<Record<Reading, Shown>>
}

/** How each column is read: as it decides, else as the owner answered, else as proposed; and what is to be asked. */
export function readingsOfColumns<Reading extends string, Shown, Field extends string>(
  columns: readonly Column<Reading, Field>[],
  { mapping, proposed, answers, readingsOf }: Known<Reading, Shown, Field>,
) {
  const readings: { [F in Field]?: Reading } = {}
  const questions: Question<Reading, Shown>[] = []
  for (const { field, decided, open } of columns) {
    const answer = answers?.[field] ?? null
    const used = decided ?? (open ? (answer ?? proposed) : null)
    if (used !== null) readings[field] = used
    if (!open || decided) continue
    const [column, both] = [mapping[field]!, readingsOf(field, open.text)]
    questions.push({ ...open, field, column, readings: both, proposed, answer })
  }
  return { readings, questions }
}
