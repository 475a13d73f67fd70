import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { columnCells } from '../../../src/core/import/sheet.ts'
import { readTable } from '../../../src/main/import/table-file.ts'
import { oddTables, ownTables } from '../../support/odd-tables.ts'
import { guesses, oddTablesFile, oddTablesPage } from '../../support/odd-tables-report.ts'
import { temporaryFolder, testShop } from '../../support/shop.ts'

const require = createRequire(import.meta.url)

/** What a person sees at once and no plain rule tells, by its name. */
const known = ['total']

test('of odd tables, 95 in 100 are guessed right, and the wrong ones are known', async () => {
  const all = await guesses()
  expect(ownTables.length).toBeGreaterThanOrEqual(60)
  const wrong = all.filter(({ isRight }) => !isRight)
  const told = wrong.map(({ table, guessed }) => ({ name: table.name, guessed, right: table.right }))
  expect(told.filter(({ name }) => !known.includes(name))).toEqual([])
  console.log(
    `${all.length - wrong.length} of ${all.length} tables guessed right; wrong: ${wrong.map(({ table }) => table.name).join(', ')}`,
  )
  expect((all.length - wrong.length) / all.length).toBeGreaterThanOrEqual(0.95)
})

/** But for one, whose own answer has another telephone than its table. */
const spectrum = oddTables.filter(
  ({ call, name }) => call === null && name !== 'csv-spectrum/location_coordinates',
)

test('the cells of csv-spectrum are those of its own answers', async () => {
  const folder = dirname(require.resolve('csv-spectrum'))
  for (const { name, bytes } of spectrum) {
    const path = join(temporaryFolder(), 'table.csv')
    writeFileSync(path, bytes)
    const read = await readTable(path)
    if (!read.ok) throw new Error(read.problem.message)
    const { header, rows } = read.value
    const found = rows.map((row) =>
      Object.fromEntries(
        header.map((column) => [column, [...columnCells({ header, rows: [row] }, column)][0]!]),
      ),
    )
    const answers = JSON.parse(
      readFileSync(join(folder, 'json', `${name.split('/')[1]!}.json`), 'utf8'),
    ) as unknown
    expect(found).toEqual(answers)
  }
})

test('nothing comes in on a guess alone: what can be read in two ways is refused until it is said', async () => {
  const asking = oddTables.filter(({ right }) => typeof right !== 'string' && right.asks)
  expect(asking.length).toBe(3)
  for (const { call, bytes, right } of asking) {
    const t = await testShop()
    const path = join(t.folder, 'table.csv')
    writeFileSync(path, bytes)
    const { asks } = right as { asks: string }
    expect((await t.problem(call!, { path, commit: true })).code).toBe(`open-${asks}`)
  }
})

test('the window keeps a file in one place, and only the bytes whose preview it shows', () => {
  const keeping = globSync('src/renderer/**/*.{ts,tsx}').filter((file) =>
    /commit: true/.test(readFileSync(file, 'utf8')),
  )
  expect(keeping).toEqual(['src/renderer/import/import-preview.tsx'])
  const source = readFileSync(keeping[0]!, 'utf8')
  expect(source.match(/commit: true/g)).toHaveLength(1)
  expect(source).toContain('commit: true, digest, ...choices')
})

test('the page about them is as they are read', async () => {
  expect(readFileSync(oddTablesFile, 'utf8')).toBe(await oddTablesPage())
})
