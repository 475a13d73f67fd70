import { mailAnswer, type MailAnswer } from './consent-column.ts'
import { customerMemory } from './import-memory.ts'
import { mailPlan, type MailPlan, type Noes } from './import-mail-plan.ts'
import type { CustomerField } from './import-fields.ts'
import { heldWords, keptWords } from './import-words.ts'
import { customerRow, namedIn, type CustomerRow, type LineReading } from './import-row.ts'
import { mailsOfLine } from './import-ways.ts'
import { heardOf, type Known } from './known.ts'
import { register } from './match.ts'
import { mergeRow, type FieldChange } from './merge.ts'
import type { Outcome } from '../import/report.ts'

export interface PlannedLine {
  readonly outcome: Outcome
  readonly known: Known | null
  readonly changes: readonly FieldChange[]
  readonly messages: readonly string[]
}

type OnFile = Known & { readonly id: number }
const isOnFile = (known: Known): known is OnFile => known.id !== null

/** What the plan is told of a customer on file. */
export type OnFileValues = Pick<
  Known,
  'details' | 'memory' | 'sourceId' | 'consent' | 'isTakenBack' | 'consentSource'
>

export type FormerValues = Pick<Known, 'details' | 'memory' | 'sourceId'>

/** An import in the making: nothing is written, everything is known. */
export interface ImportPlan extends Pick<MailPlan, 'refusing' | 'returned' | 'held'> {
  /** Tells the plan of a customer on file, or whom the owner just added; all of them before the first line. */
  onFile(id: number, values: OnFileValues, isAdded?: boolean): Known
  /** Tells the plan of somebody who was merged into a customer on file: a line about them is about the one who was kept. */
  onFormer(kept: Known, id: number, values: FormerValues): void
  /** Those of them of whom the file says something new. */
  formers(): readonly OnFile[]
  /** Tells the plan whom a line of the file will name; all lines before the first is taken. */
  foretell(cell: (field: CustomerField) => string, column: (field: CustomerField) => string | undefined): void
  take(
    line: number,
    cell: (field: CustomerField) => string,
    column: (field: CustomerField) => string | undefined,
    reading: LineReading,
  ): PlannedLine
  /** What the noes mean for a customer on file, as with a line that says nothing new: answered or changed by the owner. */
  beside(known: Known): readonly string[]
  readonly added: readonly Known[]
  /** Customers on file that this import changes. */
  changed(): readonly OnFile[]
  /** Customers on file that lines of this file are about. */
  touched(): readonly OnFile[]
}

/** Plans an import of customers line by line; a no that is known beats every yes of the file. */
export function importPlan(noes: Noes): ImportPlan {
  const people = register()
  const added: Known[] = []
  const touched = new Set<Known>()
  // Who was merged, and into whom: for knowing a line again they are on file as they were.
  const keptOf = new Map<Known, Known>()
  const said = mailPlan(noes, (known) => void touched.add(known))

  function add(line: number, row: CustomerRow, messages: readonly string[]): PlannedLine {
    const { sourceId, mail, details } = row
    const known: Known = {
      id: null,
      isAdded: true,
      details,
      memory: customerMemory.broughtAlong(details),
      sourceId,
      consent: 'unasked',
      isTakenBack: false,
      consentSource: '',
      answeredBy: '',
      why: mail.why,
      here: heardOf(null, line, row),
      changed: false,
      answered: false,
    }
    const noted = said.answer(known, row)
    people.enter(known)
    added.push(known)
    return { outcome: 'added', known, changes: [], messages: [...messages, ...noted.messages] }
  }

  function update(
    line: number,
    known: Known,
    row: CustomerRow,
    messages: readonly string[],
    sayer = known,
  ): PlannedLine {
    const again = known.here ? [`This is the same customer as in line ${known.here.line}.`] : []
    const before = known.changed
    known.changed = false
    const changes = [...mergeRow(known, row)]
    known.here = heardOf(known.here, line, row)
    const noted = said.answer(known, row, sayer)
    if (noted.change) {
      changes.push(noted.change)
      known.changed = true
    }
    const outcome = known.changed ? 'updated' : 'unchanged'
    known.changed ||= before
    touched.add(known)
    if (outcome === 'updated') people.enter(known)
    const told = [...again, ...keptWords(changes), ...noted.messages]
    return { outcome, known, changes, messages: [...messages, ...told] }
  }

  /** The line is about who was kept; what the file says of the two apart stays apart. */
  function updateFormer(line: number, former: Known, row: CustomerRow, messages: readonly string[]) {
    const kept = keptOf.get(former)!
    const { here } = kept
    kept.here = former.here
    // A number that the owner did not choose is not theirs for being named once more.
    const isNumberNews = former.sourceId === '' || former.sourceId !== row.sourceId
    mergeRow(former, row)
    const planned = update(line, kept, isNumberNews ? row : { ...row, sourceId: '' }, messages, former)
    former.here = kept.here
    kept.here = here
    if (former.changed) people.enter(former, kept)
    return planned
  }

  const updateOne = (line: number, known: Known, row: CustomerRow, messages: readonly string[]) =>
    keptOf.has(known) ? updateFormer(line, known, row, messages) : update(line, known, row, messages)

  return {
    formers: () => [...keptOf.keys()].filter(isOnFile).filter(({ changed }) => changed),
    added,
    refusing: said.refusing,
    returned: said.returned,
    held: said.held,
    touched: () => [...touched].filter(isOnFile),
    changed: () => [...touched].filter(isOnFile).filter(({ changed }) => changed),
    onFile(id, values, isAdded = false) {
      const known: Known = {
        id,
        isAdded,
        ...values,
        answeredBy: '',
        why: '',
        here: null,
        changed: false,
        answered: false,
      }
      people.enter(known)
      said.onFile(known)
      return known
    },
    onFormer(kept, id, values) {
      const former: Known = { ...kept, id, ...values, here: null, changed: false, answered: false }
      keptOf.set(former, kept)
      people.enter(former, kept)
    },
    beside(known) {
      const isTold =
        known.consent === 'yes' || (known.consent === 'unasked' && said.returned(known).length > 0)
      const refusal = isTold ? said.refusalOf(known) : undefined
      const noted = said.answer(known, { mail: nothingSaid, email: '', otherMails: '' })
      if (noted.change) known.changed = true
      touched.add(known)
      return refusal ? [`${heldWords(known, refusal)}. That holds.`, ...noted.messages] : noted.messages
    },
    foretell(cell, column) {
      const { name, number } = namedIn(cell, column)
      people.foretell(name, number, {
        ...mailsOfLine(cell('email'), cell('otherMails')),
        phones: `${cell('phone')}\n${cell('otherPhones')}`,
      })
    },
    take(line, cell, column, reading) {
      const { row, messages } = customerRow(cell, column, reading)
      if (!row) return { outcome: 'skipped', known: null, changes: [], messages }
      const match = people.find(row)
      if (match.known) {
        const of = (one: Known) => keptOf.get(one) ?? one
        const sharing = new Set(match.sharing?.map(of))
        sharing.delete(of(match.known))
        return sharing.size > 0 && row.mail.consent === 'yes'
          ? updateOne(line, match.known, { ...row, mail: nobodys(row.mail) }, [
              ...messages,
              `${row.email} is the address of ${sharing.size + 1} customers, and the line names none. Its yes was left out.`,
            ])
          : updateOne(line, match.known, row, messages)
      }
      return add(line, row, match.message ? [...messages, match.message] : messages)
    },
  }
}

const nothingSaid = mailAnswer([], [])

const nobodys = (mail: MailAnswer): MailAnswer => ({ ...mail, consent: 'unasked' })
