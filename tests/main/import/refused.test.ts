import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutMark } from '../../../src/core/import/mapping.ts'
import { records } from '../../../src/core/import/records.ts'
import { refusedTable, whyColumn } from '../../../src/core/import/refused.ts'
import { readTable } from '../../../src/main/import/table-file.ts'
import { runs } from '../../support/runs.ts'
import { temporaryFolder, testShop, type TestShop } from '../../support/shop.ts'

type Import =
  'customers.importFile' | 'customers.importVisits' | 'stock.importProducts' | 'promises.importFile'

const saving = {
  'customers.importFile': 'customers.saveRefused',
  'customers.importVisits': 'customers.saveRefusedVisits',
  'stock.importProducts': 'stock.saveRefused',
  'promises.importFile': 'promises.saveRefused',
} as const

function file(t: TestShop, name: string, text: string): string {
  const path = join(t.folder, name)
  writeFileSync(path, text)
  return path
}

async function saved(t: TestShop, call: Import, path: string, to = join(t.folder, 'refused.csv')) {
  const { rows } = await t.call(saving[call], { path, to })
  return { rows, path: to, text: readFileSync(to, 'utf8') }
}

/** A list with lines that are left out: why, and what an owner writes in the place of what in their file. */
interface List {
  readonly call: Import
  readonly lines: readonly string[]
  readonly why: readonly string[]
  readonly mend: readonly (readonly [wrong: string, right: string])[]
}

const nobody = 'This line has neither a name, a company nor a mail address. It was left out.'

const lists: readonly List[] = [
  {
    call: 'customers.importFile',
    lines: [
      'Name;Mail;Notes',
      'Anna;anna@x.example;=1+1',
      ';;-nobody',
      'Ben;ben@x.example;',
      ';;"two\nlines; ""said"""',
    ],
    why: [`Line 3: ${nobody}`, `Line 5: ${nobody}`],
    mend: [
      ['"";"";"\'-nobody"', '"Cleo";"";"\'-nobody"'],
      ['"";"";"two', '"";"dora@x.example";"two'],
    ],
  },
  {
    call: 'customers.importVisits',
    lines: [
      'Order,Customer,Date,Total',
      '1,Zoe Lind,2026-11-20,5.00',
      '2,Zoe Lind,someday,6.00',
      '3,Nobody Here,2026-11-20,7.00',
    ],
    why: [
      'Line 3: “someday” is not a date. It does not say on which day it was. The line was left out.',
      'Line 4: Nobody on file is known by “Nobody Here”. The line was left out.',
    ],
    mend: [
      ['"someday"', '"2026-11-21"'],
      ['"Nobody Here"', '"Zoe Lind"'],
    ],
  },
  {
    call: 'stock.importProducts',
    lines: ['Name|Code|Price|Stock', 'Ham||1.00|5', '|+49|2.00|', 'Pie||2.50|1'],
    why: ['Line 3: This line has neither a name nor a code and was left out.'],
    mend: [['""|"\'+49"', '"Tart"|"4006381333931"']],
  },
  {
    call: 'promises.importFile',
    lines: ['Order no\tCustomer\tWhat\tDue', '1\tZoe Lind\tCake\t2026-11-20', '2\tZoe Lind\t@Pie\tsomeday'],
    why: ['Line 3: “someday” is not a date. The line was left out.'],
    mend: [['"someday"', '"2026-11-21"']],
  },
]

test.each(lists.map((list) => [list.call, list] as const))(
  '%s: what it leaves out comes as a file with why, and mended it takes exactly those',
  async (call, { lines, why, mend }) => {
    const t = await testShop()
    await t.call('customers.save', { name: 'Zoe Lind' })
    const path = file(t, 'list.csv', `${lines.join('\n')}\n`)
    const looked = await saved(t, call, path)
    const first = await t.call(call, { path, commit: true })
    const after = await saved(t, call, path)
    expect([looked.rows, after.rows, after.text]).toEqual([first.skipped, first.skipped, looked.text])
    expect(after.text.startsWith(`\ufeff"${whyColumn}"${first.delimiter}`)).toBe(true)
    const [, ...rows] = records(after.text.slice(1), first.delimiter)
    expect(rows.map(({ cells }) => cells[0])).toEqual(why)

    // As it is, it is left out again, and the column that says why is none of the file's.
    const again = await t.call(call, { path: after.path, commit: true })
    expect([again.added, again.updated, again.unchanged, again.skipped]).toEqual([0, 0, 0, why.length])
    for (const part of ['header', 'mapping', 'delimiter'] as const) expect(again[part]).toEqual(first[part])

    const mended = mend.reduce((text, [wrong, right]) => {
      expect(text).toContain(wrong)
      return text.replace(wrong, right)
    }, after.text)
    const kept = await t.call(call, { path: file(t, 'mended.csv', mended), commit: true })
    expect([kept.added, kept.updated, kept.unchanged, kept.skipped]).toEqual([why.length, 0, 0, 0])
  },
)

test('address cards that are left out come as cards, each with why, and mended they come in alone', async () => {
  const t = await testShop()
  const card = (...lines: readonly string[]) => ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD']
  const path = file(
    t,
    'cards.vcf',
    [
      ...card('FN:Anna Berg', 'TEL:030 1'),
      ...card('TEL:030 2', 'NOTE:a long note that is folded', ' over two lines'),
      // The file ends before it is closed.
      ...card('TEL:030 3').slice(0, -1),
    ].join('\n'),
  )
  const { added, skipped } = await t.call('customers.importFile', { path, commit: true })
  expect([added, skipped]).toEqual([1, 2])
  const { rows, text, path: to } = await saved(t, 'customers.importFile', path, join(t.folder, 'left.vcf'))
  expect(rows).toBe(2)
  expect(text.split('\r\n')).toEqual([
    'BEGIN:VCARD',
    'X-WELLKEPT-LEFT-OUT:Line 6: This line has neither a name\\, a company nor a ',
    ' mail address. It was left out.',
    'VERSION:3.0',
    'TEL:030 2',
    'NOTE:a long note that is folded',
    ' over two lines',
    'END:VCARD',
    'BEGIN:VCARD',
    'X-WELLKEPT-LEFT-OUT:Line 12: This card is not closed. What stands in it was',
    '  read. This line has neither a name\\, a company nor a mail address. It was',
    '  left out.',
    'VERSION:3.0',
    'TEL:030 3',
    'END:VCARD',
    '',
  ])
  // Written once more it says why once.
  const twice = await saved(t, 'customers.importFile', to, join(t.folder, 'twice.vcf'))
  expect(twice.text.match(/X-WELLKEPT-LEFT-OUT/g)).toHaveLength(2)
  const mended = file(t, 'mended.vcf', twice.text.replaceAll('VERSION:3.0', 'VERSION:3.0\r\nFN:Ben Ost'))
  const kept = await t.call('customers.importFile', { path: mended, commit: true })
  expect([kept.added, kept.skipped]).toEqual([2, 0])
  const { rows: found } = await t.call('customers.search', { text: 'Ben' })
  const notes = await Promise.all(
    found.map(async ({ id }) => (await t.call('customers.one', { customerId: id })).notes),
  )
  expect(notes.toSorted()).toEqual(['', 'a long note that is foldedover two lines'])
})

test('it is written as it was looked at: choices hold, another file or none left are refused, the file itself is never written over', async () => {
  const t = await testShop()
  const text = 'First,Second\nAnna,\n,Ben\n'
  const path = file(t, 'list.csv', text)
  const to = join(t.folder, 'refused.csv')
  const { digest } = await t.call('customers.importFile', {
    path,
    commit: false,
    mapping: { name: 'Second' },
  })
  const mapping = { name: 'Second' }
  expect(await t.call('customers.saveRefused', { path, to, digest, mapping })).toEqual({ rows: 1 })
  expect(readFileSync(to, 'utf8')).toContain('"Anna",""')
  const none = await t.problem('customers.saveRefused', {
    path: file(t, 'good.csv', 'Name\nAnna\n'),
    to: join(t.folder, 'none.csv'),
  })
  expect(none.code).toBe('none-left')
  expect(
    (await t.problem('customers.saveRefused', { path, to: join(t.folder, 'x/../list.csv'), mapping })).code,
  ).toBe('same-file')
  mkdirSync(join(t.folder, 'a-folder'))
  for (const place of ['gone/refused.csv', 'a-folder'])
    expect(
      (await t.problem('customers.saveRefused', { path, to: join(t.folder, place), mapping })).code,
    ).toBe('not-written')
  writeFileSync(path, `${text}Cleo,\n`)
  expect((await t.problem('customers.saveRefused', { path, to, digest, mapping })).code).toBe('file-changed')
  expect(readdirSync(t.folder).filter((name) => /csv|partial/.test(name))).toEqual([
    'good.csv',
    'list.csv',
    'refused.csv',
  ])
  // It is no act.
  expect(await t.problem('shop.undo', {})).toMatchObject({ code: 'nothing-to-undo' })
})

const texts = fc.oneof(
  fc.constantFrom(
    '',
    '=1+1',
    '+49 30',
    '-',
    '@x',
    "'+49",
    "''=1",
    ' =2',
    '"',
    'a;b',
    'a,b',
    'x\ty',
    'a|b',
    'two\nlines',
    "'",
    'Ö',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }).filter((text) => !/[\0\r\n\ud800-\udfff]/.test(text)),
)
const names = fc.constantFrom('Name', 'Mail', '=Sum', "'+x", 'Ort', 'Phone', 'Column 3', 'a;b', 'x,y')

test('any cells come back as they were read, in the same columns, and none is a formula', async () => {
  const folder = temporaryFolder()
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(names, { minLength: 1, maxLength: 5 }),
      fc.array(fc.array(texts, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
      fc.constantFrom(',', ';', '\t', '|'),
      async (header, all, delimiter) => {
        const cellsOf = all.filter((cells) => cells.some((cell) => cell.trim() !== ''))
        const path = join(folder, 'refused.csv')
        const text = refusedTable(
          { header, delimiter },
          cellsOf.map((cells) => ({ cells, why: 'Line 7: It was left out; see, there.' })),
        )
        writeFileSync(path, text)
        for (const { cells } of records(text.slice(1), delimiter))
          for (const cell of cells) expect(cell.trim()).not.toMatch(/^[=+\-@]/)
        const read = await readTable(path)
        if (!read.ok) throw new Error(read.problem.message)
        expect([read.value.encoding, read.value.delimiter, read.value.header]).toEqual([
          'utf-8',
          delimiter,
          header,
        ])
        const asRead = (cell: string) => withoutMark(cell.trim())
        expect(read.value.rows.map(({ cells }) => cells.map(asRead))).toEqual(
          cellsOf.map((cells) => cells.map(asRead)),
        )
      },
    ),
    runs(150),
  )
})
