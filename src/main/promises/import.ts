import type { ImportedPromise, PromiseReport } from '../../core/promises/calls.ts'
import { noTold, promiseImport } from '../../core/promises/import.ts'
import type { PromiseField } from '../../core/promises/promise-fields.ts'
import type { ImportReport } from '../../core/import/report.ts'
import { importer } from '../import/importer.ts'
import type { ImportFile, ImportPlan } from '../import/plan.ts'
import type { Context } from '../store/context.ts'
import { promisesKeeper } from './import-keep.ts'
import { lineReader, type Line } from './import-lines.ts'
import { placesOf, type Places } from './import-places.ts'
import { numbersUnder } from './numbered.ts'

/** Reads a table of past promises, and keeps it when `commit` is set. */
export const importPromises = importer(promiseImport, planOf)

type Besides = Omit<PromiseReport, keyof ImportReport<unknown>>

const linesOf = (heard: readonly { readonly promise: Line | null }[]): readonly Line[] =>
  heard.flatMap(({ promise }) => (promise ? [promise] : []))

async function planOf(
  context: Context,
  file: ImportFile<PromiseField>,
): Promise<ImportPlan<PromiseField, ImportedPromise, Besides>> {
  const read = lineReader(context, file, await numbersUnder(context, file))
  const keeper = promisesKeeper(context)
  let heard: ReturnType<typeof read>[] = []
  const isTold = file.mapping['told'] !== undefined
  let places: Places
  return {
    hear: (row) => heard.push(read(row)),
    async compare() {
      await keeper.meet(linesOf(heard))
      heard = heard.map((one) => ({ ...one, promise: one.promise && keeper.met(one.promise) }))
      places = await placesOf(context, linesOf(heard))
    },
    take(_, i) {
      const { promise, messages } = heard[i]!
      if (!promise) return { outcome: 'skipped', messages: isTold ? messages : [], changes: [], sample: null }
      const { outcome, told, sample } = keeper.take(promise, places.get(promise)!)
      return { outcome, messages: [...messages, ...told], changes: [], sample }
    },
    aboutFile: () => (isTold ? [] : [{ line: 1, message: noTold }]),
    besides: ({ readings: { dates } }) => ({ dates }),
    write: keeper.write,
  }
}
