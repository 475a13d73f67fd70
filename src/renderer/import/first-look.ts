import type { Output } from '../../core/calls.ts'
import type { ImportName } from '../../core/feature-calls.ts'
import type { Result } from '../../core/result.ts'
import type { Choices } from './choices.ts'

type Report = Output<ImportName>

export interface FirstLook {
  readonly result: Result<Report>
  /** What of the choices fits the file. */
  readonly choices: Choices
  /** What was let go, as a sentence; '' where all of it fits. */
  readonly letGo: string
}

/**
 * Looks at a file with what the owner chose for the last one of its name, or before it was read in other letters; what does not fit
 * is let go. Letters that were chosen just now and in which nothing can be read are refused (`again`), and all stays.
 */
export async function firstLook(
  look: (choices: Choices) => Promise<Result<Report>>,
  left: Choices,
  when: 'first' | 'again' = 'first',
): Promise<FirstLook> {
  const asLeft: FirstLook = { result: await look(left), choices: left, letGo: '' }
  const { result } = asLeft
  if (!result.ok && (result.problem.code === 'cancelled' || Object.keys(left).length === 0)) return asLeft
  const { encoding, delimiter } = left
  const reading = { ...(encoding && { encoding }), ...(delimiter && { delimiter }) }
  const read = result.ok ? result : await look(reading)
  const missing = read.ok ? columnsIn(left).filter((column) => !read.value.header.includes(column)) : []
  if (missing.length > 0) {
    const choices = lessColumns(left, missing)
    const fitting = await look(choices)
    if (fitting.ok) return { result: fitting, choices, letGo: withoutWords(missing) }
  }
  if (result.ok) return asLeft
  if (read.ok) return { result: read, choices: reading, letGo: nothingFits }
  if (when === 'again') return asLeft
  const plain = await look({})
  return plain.ok ? { result: plain, choices: {}, letGo: nothingFits } : asLeft
}

const columnsIn = ({ mapping = {}, notAboutMail = [] }: Choices): readonly string[] => [
  ...new Set([...Object.values(mapping).filter((column) => column !== ''), ...notAboutMail]),
]

/** The choices without some columns, and without the answers about what stood in them. */
function lessColumns(choices: Choices, missing: readonly string[]): Choices {
  const { mapping = {}, notAboutMail, numbers, dates, ...reading } = choices
  const isKept = (field: string) => !missing.includes(mapping[field] ?? '')
  const kept = <T>(byField: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(byField).filter(([field]) => isKept(field)))
  return {
    ...reading,
    mapping: kept(mapping),
    ...(numbers && { numbers: kept(numbers) }),
    ...(dates && { dates: kept(dates) }),
    ...(notAboutMail && { notAboutMail: notAboutMail.filter((column) => !missing.includes(column)) }),
  }
}

const withoutWords = (columns: readonly string[]): string =>
  columns.length === 1
    ? `This file has no column “${columns[0]}”. What you chose for it was let go.`
    : `This file has no columns ${columns.map((column) => `“${column}”`).join(', ')}. What you chose for them was let go.`

const nothingFits = 'What you chose before does not fit this file as it is read now. It was let go.'
