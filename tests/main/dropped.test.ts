import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lookAtDropped } from '../../src/main/dropped.ts'
import { temporaryFolder } from '../support/shop.ts'

const files = { give: (path: string) => ({ handle: 'h', name: path.split('/').at(-1)! }) }
const northwind = join(import.meta.dirname, '../data/northwind')
const data = join(import.meta.dirname, '../data')

test.each([
  [join(northwind, 'customers.csv'), 'customers'],
  [join(northwind, 'customers-google.csv'), 'customers'],
  [join(northwind, 'customers-outlook.csv'), 'customers'],
  [join(northwind, 'customers-excel-de.csv'), 'customers'],
  [join(northwind, 'products.csv'), 'products'],
  [join(northwind, 'promises.csv'), 'promises'],
  [join(data, 'grocery/products.csv'), 'products'],
  [join(data, 'cdnow/visits.csv'), 'visits'],
  [join(data, 'vcards/outlook-2007.vcf'), 'customers'],
])('%s is told to be of %s by its header', async (path, what) => {
  const looked = await lookAtDropped(path, files)
  if ('refused' in looked) throw new Error(looked.refused)
  expect(looked.fits[0]?.what).toBe(what)
  expect(looked.fits.length).toBe(path.endsWith('.vcf') ? 1 : 4)
  expect(looked).not.toHaveProperty('path')
})

test('only the head of a long file is read, and its endings are known in capitals too', async () => {
  const path = join(temporaryFolder(), 'LIST.CSV')
  writeFileSync(path, `Name,Mail\n${'Anna,a@x.example\n'.repeat(200_000)}`)
  const started = performance.now()
  expect(await lookAtDropped(path, files)).toMatchObject({
    columns: 2,
    fits: [{ what: 'customers', known: 2 }, {}, {}, {}],
  })
  expect(performance.now() - started).toBeLessThan(1500)
})

test('what is no list is refused in a sentence with its name', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'Pictures'))
  for (const name of ['logo.png', 'mail.eml', 'list.ods', 'empty.csv'])
    writeFileSync(join(folder, name), name === 'empty.csv' ? '' : 'x')
  // A workbook that somebody gave another ending is told by its bytes.
  writeFileSync(join(folder, 'renamed.csv'), 'PK\x03\x04\x14')
  const said = async (name: string) => {
    const looked = await lookAtDropped(join(folder, name), files)
    return 'refused' in looked ? looked.refused : 'taken'
  }
  expect(await said('Pictures')).toBe(
    '“Pictures” is a folder. Drop the file that lies in it. Nothing was changed.',
  )
  for (const name of ['logo.png', 'mail.eml'])
    expect(await said(name)).toBe(
      `“${name}” is no list. Wellkept reads tables (CSV, TSV, TXT) and address cards (VCF). Nothing was changed.`,
    )
  expect(await said('list.ods')).toMatch(/^“list.ods” is a workbook. Save it as CSV/)
  expect(await said('renamed.csv')).toMatch(/^“renamed.csv”: This is a workbook or a packed file/)
  expect(await said('empty.csv')).toMatch(/^“empty.csv”: The file is empty/)
  expect(await said('gone.csv')).toMatch(/^“gone.csv” is not there any more/)
})
