import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodings, type Encoding } from '../../../src/core/import/encoding.ts'
import { readTable } from '../../../src/main/import/table-file.ts'
import { upperHalf } from '../../support/code-pages.ts'
import { encode } from '../../support/encode.ts'
import { runs } from '../../support/runs.ts'
import { temporaryFolder, testShop } from '../../support/shop.ts'

function fileOf(bytes: Uint8Array | string): string {
  const path = join(temporaryFolder(), 'table.csv')
  writeFileSync(path, bytes)
  return path
}

const digestOf = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

async function readOk(bytes: Uint8Array | string, options = {}) {
  const result = await readTable(fileOf(bytes), options)
  if (!result.ok) throw new Error(result.problem.message)
  return result.value
}

const western = 'Name,Ort\nJosé Müller,Köln\nSøren Åkesson,Malmö\nFrançois Lefèvre,Orléans – Nord\n'
const polish = 'Imię,Miasto\nŁukasz Żółty,Kraków\nGrażyna Wiśniewska,Łódź\nZbigniew Dąbrowski,Gdańsk\n'
const czech = 'Jméno,Město\nJiří Dvořák,Plzeň\nLenka Šťastná,České Budějovice\nOndřej Růžička,Ústí\n'
const hungarian = 'Név,Város\nSzabó Győző,Győr\nKovács Ágnes,Székesfehérvár\nTóth Erzsébet,Gyöngyös\n'
const russian = 'Имя,Город\nИван Петров,Москва\nОльга Смирнова,Санкт-Петербург\n'

const samples: readonly (readonly [string, string, Encoding, boolean])[] = [
  ...[western, polish, russian].flatMap((text, i) =>
    (['utf-8', 'utf-16le', 'utf-16be'] as const).flatMap((encoding) =>
      [true, false].map((mark) => [`sample ${i}`, text, encoding, mark] as const),
    ),
  ),
  ['western', western, 'windows-1252', false],
  ['polish', polish, 'windows-1250', false],
  ['czech', czech, 'windows-1250', false],
  ['hungarian', hungarian, 'windows-1250', false],
  ['russian', russian, 'windows-1251', false],
]

test.each(samples)('%s %j is recognised as %s (mark: %s)', async (_, text, encoding, mark) => {
  const bytes = encode(text, encoding, mark)
  const table = await readOk(bytes)
  const [header, ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split(','))
  expect(table).toEqual({
    format: 'csv',
    digest: digestOf(bytes),
    encoding,
    delimiter: ',',
    header,
    rows: rows.map((cells, i) => ({ line: i + 2, cells })),
    problems: [],
  })
})

test.each(encodings)('%s is read as told', async (encoding) => {
  const table = await readOk(encode('a;b\n1,2;3\n', encoding), { encoding, delimiter: ',' })
  expect([table.encoding, table.header, table.rows[0]?.cells]).toEqual([encoding, ['a;b'], ['1', '2;3']])
})

const damaged = (text: string, at: number, byte: number): Uint8Array => {
  const bytes = Buffer.from(text, 'utf8')
  return Buffer.concat([bytes.subarray(0, at), Uint8Array.of(byte), bytes.subarray(at)])
}

test('one bad byte leaves a UTF-8 file UTF-8: the letter is marked, its line told', async () => {
  const text = 'Name,Ort\nJörg,Köln\nMax ,Bonn\n'
  const table = await readOk(damaged(text, Buffer.byteLength('Name,Ort\nJörg,Köln\nMax'), 0xe4))
  expect(table).toMatchObject({
    encoding: 'utf-8',
    rows: [
      { line: 2, cells: ['Jörg', 'Köln'] },
      { line: 3, cells: ['Max\ufffd ', 'Bonn'] },
    ],
    problems: [{ line: 3, message: '1 letter could not be read. It is shown as �.' }],
  })
})

test('a few bad bytes anywhere leave every other line as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(western, polish, czech, hungarian, russian),
      fc.array(fc.tuple(fc.nat(10_000), fc.integer({ min: 0x80, max: 0xff })), {
        minLength: 1,
        maxLength: 3,
      }),
      async (text, wounds) => {
        let bytes: Uint8Array = Buffer.from(text, 'utf8')
        for (const [place, byte] of wounds) {
          const at = place % bytes.length
          bytes = Buffer.concat([bytes.subarray(0, at), Uint8Array.of(byte), bytes.subarray(at)])
        }
        // A stray byte may by chance end a letter it stands before; only what stays broken can be told.
        const told = new TextDecoder().decode(bytes).split('\n')
        const table = await readOk(bytes, { delimiter: ',' })
        expect(table.encoding).toBe('utf-8')
        expect(table.rows.map(({ cells }) => cells.join())).toEqual(told.slice(1, -1))
        expect(table.problems.map(({ line }) => line)).toEqual(
          told.flatMap((line, i) => (line.includes('\ufffd') ? [i + 1] : [])),
        )
      },
    ),
    runs(60),
  )
})

test.each(Object.entries(upperHalf))('every character of %s is read', async (encoding, upper) => {
  const bytes = Buffer.concat([Buffer.from('Name\n'), Uint8Array.from(upper, (_, i) => 0x80 + i)])
  const { rows } = await readOk(bytes, { encoding })
  expect(rows.map(({ cells }) => cells)).toEqual([[upper]])
})

test('a file in a code page is not taken for a damaged UTF-8 one', async () => {
  for (const [sample, encoding] of [
    [western, 'windows-1252'],
    ['Name\nMüller\n', 'windows-1252'],
    ['Name\nCAFÉ® Müller Käse\n', 'windows-1252'],
    [polish, 'windows-1250'],
    ['Name;Miasto\nKról;Łódź\nPIÓŁKO;Łęg\n', 'windows-1250'],
    [russian, 'windows-1251'],
    ['Name\nВіктор Київ Кіра\n', 'windows-1251'],
  ] as const)
    expect((await readOk(encode(sample, encoding))).encoding).toBe(encoding)
})

test('NULs, extra cells and the sep line are dealt with and told', async () => {
  const bytes = 'sep=;\r\na;b\r\nx\0y;2;3\r\n'
  const table = await readOk(bytes)
  expect(table).toEqual({
    format: 'csv',
    digest: digestOf(bytes),
    encoding: 'utf-8',
    delimiter: ';',
    header: ['a', 'b'],
    rows: [{ line: 3, cells: ['xy', '2', '3'] }],
    problems: [
      { line: 1, message: '1 NUL character was left out.' },
      { line: 3, message: 'This line has 1 cell more than there are columns. It was left out.' },
    ],
  })
})

test('a file of several megabytes is known by all of its bytes, and one of others is not read', async () => {
  const text = `a,b\n${'x'.repeat(2_500_000)},1\n`
  const { digest } = await readOk(text)
  expect(digest).toBe(digestOf(text))
  expect(await readTable(fileOf(text), { digest })).toMatchObject({ ok: true })
  const other = `${text.slice(0, -2)}2\n`
  expect(await readTable(fileOf(other), { digest })).toMatchObject({ problem: { code: 'file-changed' } })
})

test('a cell of a megabyte is read', async () => {
  const long = 'x"y\n'.repeat(300_000)
  const table = await readOk(`a,b\n"${long.replaceAll('"', '""')}",2\nlast,3\n`)
  expect(table.rows.map(({ line, cells }) => [line, cells[0]?.length, cells[1]])).toEqual([
    [2, long.length, '2'],
    [300_003, 4, '3'],
  ])
})

test.each([
  ['', 'empty'],
  ['\ufeff \n\n', 'empty'],
])('%j is an empty file', async (text, code) => {
  const result = await readTable(fileOf(text))
  expect(result).toMatchObject({ ok: false, problem: { code } })
})

test('what is no file is said in words', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'inside'))
  const codeOf = async (path: string) => {
    const result = await readTable(path)
    return result.ok ? 'ok' : `${result.problem.code} of ${result.problem.field}`
  }
  expect(await codeOf(join(folder, 'none.csv'))).toBe('no-file of path')
  expect(await codeOf(join(folder, 'inside'))).toBe('a-folder of path')
  expect(await codeOf('bad\0name')).toBe('no-file of path')
  const closed = join(folder, 'closed.csv')
  writeFileSync(closed, 'a\n1\n')
  chmodSync(closed, 0)
  expect(await codeOf(closed)).toBe(process.getuid?.() === 0 ? 'ok' : 'no-access of path')
})

test('reading a long file lets others in between', async () => {
  let steps = 0
  const rows = Array.from({ length: 5_000 }, (_, i) => `name ${i},${i}`)
  await readOk(`a,b\n${rows.join('\n')}\n`, { step: () => Promise.resolve(void steps++) })
  expect(steps).toBeGreaterThan(10)
})

test('a workbook is told to be one by every import, and a list whose first column is called PK is none', async () => {
  const t = await testShop()
  const path = join(t.folder, 'list.xlsx')
  for (const bytes of [
    Buffer.concat([Buffer.from('PK\x03\x04\x14\0\x06\0\x08\0'), Buffer.from('[Content_Types].xml')]),
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
  ]) {
    writeFileSync(path, bytes)
    for (const name of ['customers.importFile', 'stock.importProducts', 'promises.importFile'] as const)
      for (const commit of [false, true])
        expect([name, await t.problem(name, { path, commit })]).toEqual([
          name,
          {
            code: 'a-workbook',
            message:
              'This is a workbook or a packed file, not a list as text. Nothing was changed. Open it in your spreadsheet program, save it as CSV, and choose that file.',
            field: 'path',
          },
        ])
  }
  writeFileSync(path, 'PK,Name\n1,Chai\n')
  expect(await t.call('stock.importProducts', { path, commit: true })).toMatchObject({ added: 1 })
})
