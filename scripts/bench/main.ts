import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sizeOf } from '../../tests/support/ten-year-shop.ts'
import { isMet, tableOf, type Figure } from './figures.ts'
import { importFigures } from './import.ts'
import { listFigures } from './lists.ts'
import { readFigures } from './reads.ts'
import { searchFigures } from './search.ts'
import { shopOf } from './shops.ts'
import { memoryFigures, startFigures } from './start.ts'
import { typingFigures } from './typing.ts'

const { values } = parseArgs({
  options: {
    years: { type: 'string', default: '10' },
    customers: { type: 'string' },
    /** Goals, such as `V3,V8`. */
    only: { type: 'string', default: 'V1,V2,V3,V4,V5,V8' },
  },
})
const years = Number(values.years)
const customers = values.customers === undefined ? undefined : Number(values.customers)
if (!(years > 0) || (customers !== undefined && !(customers > 0)))
  throw new Error('Give --years and --customers as numbers above 0.')

const size = sizeOf(years, customers)
const shop = await shopOf(size)
const folder = mkdtempSync(join(tmpdir(), 'wellkept-bench-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

const measures: Readonly<Record<string, readonly (() => Promise<Figure[]>)[]>> = {
  V1: [() => startFigures(shop)],
  V2: [() => memoryFigures(shop)],
  V3: [() => searchFigures(shop), () => typingFigures(shop)],
  V4: [() => listFigures(shop)],
  V5: [() => importFigures(shop, folder, size.customers)],
  V8: [() => readFigures(shop, years)],
}
const load = () =>
  loadavg()
    .map((value) => value.toFixed(1))
    .join(' ')
const began = load()
const figures: Figure[] = []
for (const goal of values.only.split(',')) {
  if (!Object.hasOwn(measures, goal))
    throw new Error(`There is no goal ${goal}: ${Object.keys(measures).join(', ')}.`)
  console.log(`Measuring ${goal}`)
  for (const measure of measures[goal]!) figures.push(...(await measure()))
}

const counted = ([what, count]: [string, number]) => `${count.toLocaleString('en')} ${what}`
const { years: _, ...counts } = size
console.log(`
Shop of ${years} years: ${Object.entries(counts).map(counted).join(', ')}.
${cpus().length} cores (${cpus()[0]?.model.trim()}), ${(totalmem() / 1024 ** 3).toFixed(0)} GB memory; load average before ${began}, after ${load()}.

${tableOf(figures)}

${figures.filter(isMet).length} of ${figures.length} met.`)
