import type { Cells, Kept } from '../../core/import/kind.ts'
import type { Mapping } from '../../core/import/mapping.ts'
import type { Readings } from '../../core/import/readings.ts'
import type { TableRow } from '../../core/import/records.ts'
import type { LineMessage, Outcome, ValueChange } from '../../core/import/report.ts'
import type { Sheet } from '../../core/import/sheet.ts'

/** A file as the machine has read it. */
export interface ImportFile<Field extends string> {
  readonly name: string
  readonly sheet: Sheet
  /** Which column fills which field: as it was guessed, and as the owner corrected it. */
  readonly guess: Mapping
  readonly mapping: Mapping
  readonly cell: Cells<Field>['cell']
  readonly readings: Readings<Field>
}

/** What becomes of a line, and what the owner is told of it. */
export interface PlannedLine<Sample, Change extends ValueChange = ValueChange> {
  readonly outcome: Outcome
  readonly messages: readonly string[]
  /** The owner is told of many such lines together, in `aboutFile`; each has its message where it is saved. */
  readonly isToldTogether?: boolean
  readonly changes: readonly Change[]
  /** The line as it would be kept, asked when every line was taken; null where it shows nothing of its own. */
  readonly sample: (() => Sample) | null
}

/** What the lines come to, for what a report says besides. */
export interface Told<Field extends string, Change extends ValueChange> {
  readonly changes: readonly (Change & { readonly line: number })[]
  readonly changeCount: number
  readonly readings: Readings<Field>
}

/** The import of one file in the making: nothing is written before `write`. */
export interface ImportPlan<
  Field extends string,
  Sample,
  Besides extends object,
  Change extends ValueChange = ValueChange,
> {
  /** Every line is heard before the first is taken. */
  hear?(row: TableRow, place: number): void
  /** After the last was heard: what of them is on file. */
  compare?(): Promise<void>
  take(row: TableRow, place: number): PlannedLine<Sample, Change>
  /** What the owner is told of the file, when every line was taken. */
  aboutFile?(): readonly LineMessage[]
  /** What the report says more than that of every import. */
  besides(told: Told<Field, Change>): Besides
  /** Keeps what was planned; answers what the act is to say. */
  write(): Promise<Kept>
}
