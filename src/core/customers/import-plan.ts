import { customerRow } from './import-row.ts'
import { register, type Known } from './match.ts'
import { mergeRow } from './merge.ts'

/** What becomes of a line. */
export type Outcome = 'added' | 'updated' | 'unchanged' | 'skipped'

export interface PlannedLine {
  readonly outcome: Outcome
  readonly known: Known | null
  readonly messages: readonly string[]
}

type OnFile = Known & { readonly id: number }

/** An import in the making: nothing is written, everything is known. */
export interface ImportPlan {
  /** Tells the plan of a customer on file; all of them before the first line. */
  onFile(id: number, values: Pick<Known, 'details' | 'sourceId' | 'consent'>): void
  take(line: number, cell: (field: string) => string, mapped: (field: string) => boolean): PlannedLine
  readonly added: readonly Known[]
  /** Customers on file that this import changes. */
  changed(): readonly OnFile[]
}

/** Plans an import of customers line by line. */
export function importPlan(): ImportPlan {
  const people = register()
  const added: Known[] = []
  const touched = new Set<Known>()
  return {
    added,
    changed: () => [...touched].filter((known): known is OnFile => known.id !== null && known.changed),
    onFile(id, values) {
      people.enter({ id, ...values, line: null, changed: false, answered: false })
    },
    take(line, cell, mapped) {
      const { row, messages } = customerRow(cell, mapped)
      if (!row) return { outcome: 'skipped', known: null, messages }
      const match = people.find(row)
      if (!match.known) {
        const { sourceId, consent, namesPerson: _, ...details } = row
        const known = {
          id: null,
          details,
          sourceId,
          consent,
          line,
          changed: false,
          answered: consent !== 'unasked',
        }
        people.enter(known)
        added.push(known)
        return { outcome: 'added', known, messages: match.message ? [...messages, match.message] : messages }
      }
      const { known } = match
      const again = known.line === null ? [] : [`This is the same customer as in line ${known.line}.`]
      const before = known.changed
      known.changed = false
      const told = mergeRow(known, row)
      const outcome = known.changed ? 'updated' : 'unchanged'
      known.changed ||= before
      known.line = line
      touched.add(known)
      if (outcome === 'updated') people.enter(known)
      return { outcome, known, messages: [...messages, ...again, ...told] }
    },
  }
}
