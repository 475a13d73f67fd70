import type { VisitReport, VisitSample } from '../../core/customers/answers.ts'
import type { VisitField } from '../../core/customers/visit-fields.ts'
import { noDays, visitImport } from '../../core/customers/visit-import.ts'
import { readVisitLine } from '../../core/customers/visit-line.ts'
import type { ImportReport } from '../../core/import/report.ts'
import { importer } from '../import/importer.ts'
import type { ImportFile, ImportPlan } from '../import/plan.ts'
import type { Context } from '../store/context.ts'
import { comparedVisits, type HeardLine } from './compared-visits.ts'
import { keepVisits } from './kept-visits.ts'
import { readVisitors } from './visitors.ts'

/** Reads a list of purchases, and keeps the visits that they are when `commit` is set. */
export const importVisits = importer(visitImport, planOf)

type Besides = Omit<VisitReport, keyof ImportReport<unknown>>

/** So many lines that name nobody on file are told one by one. */
const mostUnknown = 5

async function planOf(
  context: Context,
  file: ImportFile<VisitField>,
): Promise<ImportPlan<VisitField, VisitSample, Besides>> {
  const { zone, formats } = context
  const { cell, readings } = file
  const reading = { order: readings.orderOf('day'), marks: readings.marks, zone, formats }
  const onFile = await readVisitors(context)
  const heard: HeardLine[] = []
  const hasDays = file.mapping['day'] !== undefined
  let compared: Awaited<ReturnType<typeof comparedVisits>>
  let together: ReadonlySet<number> = new Set()
  return {
    hear({ line, cells }) {
      heard.push({ line, said: readVisitLine((field) => cell(cells, field), reading) })
    },
    async compare() {
      compared = await comparedVisits(context, heard, onFile)
      const places = compared.unknown.map(({ place }) => place)
      if (places.length > mostUnknown) together = new Set(places)
    },
    take(_, place) {
      const one = compared.lines.get(place)!
      if (one.outcome !== 'skipped') return one
      const messages = hasDays ? [[...one.messages, 'The line was left out.'].join(' ')] : []
      return { ...one, messages, isToldTogether: together.has(place) }
    },
    aboutFile() {
      if (!hasDays) return [{ line: 1, message: noDays }]
      const [first] = compared.unknown
      if (together.size === 0 || !first) return []
      const lines = formats.counted(together.size, 'line', 'lines')
      return [
        {
          line: 1,
          message: `${lines} name nobody who is on file, such as ${first.names}, and were left out. Import your customers first, or choose the columns that say whose each purchase was.`,
        },
      ]
    },
    besides: ({ readings: { numbers, dates } }) => ({ numbers, dates, moreLines: compared.moreLines }),
    write: () => keepVisits(context, compared),
  }
}
