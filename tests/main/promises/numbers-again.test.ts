import { expect, test } from 'vitest'
import { testShop, type TestShop } from '../../support/shop.ts'
import { importPromises as promises, keptPromises as kept, tableFile } from '../../support/table-file.ts'

const close = (t: TestShop, promiseId: number) =>
  t.call('promises.close', { promiseId, inBudget: true, fullScope: true, leftClean: true })

const at = (day: string) => Date.parse(`${day}T08:00:00Z`)
const week = (day: string) => ['Nr.;Kunde;Artikel;Termin', `1;Anna Berg;Brot;${day}`, `2;Bo Ek;Torte;${day}`]

test.each([true, false])(
  'a weekly list that is numbered from 1 again brings new promises, whether those of before were closed: %s',
  async (isClosed) => {
    const t = await testShop({ now: '2026-11-23T08:00:00Z' })
    await promises(t, ...week('28.11.2026'))
    if (isClosed) for (const id of [1, 2]) await close(t, id)
    t.now = at(isClosed ? '2026-11-27' : '2026-11-30')
    for (const day of ['28.11.2026', '05.12.2026'])
      for (const added of [day === '28.11.2026' ? 0 : 2, 0])
        expect(await promises(t, ...week(day))).toMatchObject({ added, updated: 0, unchanged: 2 - added })
    const done = isClosed ? ' done' : ''
    expect(await kept(t)).toEqual([
      `Anna Berg 2026-11-28${done}`,
      `Bo Ek 2026-11-28${done}`,
      'Anna Berg 2026-12-05',
      'Bo Ek 2026-12-05',
    ])
  },
)

const line = (told: string, done = '') => [
  'Nr;Kunde;Artikel;Termin;Erledigt',
  `1;Anna Berg;Brot;${told};${done}`,
]

test('what was done of the next week’s order closes none of the week before', async () => {
  const t = await testShop({ now: '2026-11-20T08:00:00Z' })
  await promises(t, ...line('21.11.2026'))
  t.now = at('2026-11-30')
  expect(await promises(t, ...line('28.11.2026', '28.11.2026'))).toMatchObject({ added: 1, updated: 0 })
  expect(await kept(t)).toEqual(['Anna Berg 2026-11-21', 'Anna Berg 2026-11-28 done'])
})

test('a line of the same number that was done on the same day is the same promise, its told day corrected', async () => {
  const t = await testShop({ now: '2026-11-30T08:00:00Z' })
  await promises(t, ...line('21.11.2026', '20.11.2026'))
  expect(await promises(t, ...line('22.11.2026', '20.11.2026'))).toMatchObject({ added: 0, unchanged: 1 })
  expect(await promises(t, ...line('22.11.2026', '19.11.2026'))).toMatchObject({ added: 0, unchanged: 1 })
  expect(await promises(t, ...line('29.11.2026', '29.11.2026'))).toMatchObject({ added: 1 })
})

test('a promise that was broken is not moved by the next list', async () => {
  const t = await testShop()
  await promises(t, ...line('28.11.2026'))
  await t.call('promises.break', { promiseId: 1, reason: 'ill' })
  expect(await promises(t, ...line('05.12.2026'))).toMatchObject({ added: 1 })
})

test('what only another told date of a file is kept for says so, and can be undone', async () => {
  const t = await testShop()
  await promises(t, ...line('28.11.2026'))
  const path = tableFile(t, line('30.11.2026'))
  const read = async () => (await t.answer('promises.importFile', { path, commit: true })).act
  const first = await read()
  const again = await read()
  expect(first!.says).toMatch(/^Other told dates read from table-\d+\.csv$/)
  expect(again).toBeUndefined()
  await t.call('shop.undo', { actId: first!.id })
  expect(await kept(t)).toEqual(['Anna Berg 2026-11-28'])
})

test('a file that moved an open promise adds none later, though it is over, closed or moved by the owner as well', async () => {
  for (const closed of [false, true]) {
    const t = await testShop({ now: '2026-11-23T08:00:00Z' })
    await promises(t, ...line('28.11.2026'))
    t.now = at('2026-11-28')
    for (const day of ['30.11.2026', '02.12.2026', '30.11.2026'])
      expect(await promises(t, ...line(day))).toMatchObject({
        added: 0,
        unchanged: 1,
        errors: [{ line: 2, message: 'The file has another told date. The first one was kept.' }],
      })
    if (closed) await close(t, 1)
    t.now = at('2026-12-03')
    for (const day of ['28.11.2026', '30.11.2026', '02.12.2026'])
      expect(await promises(t, ...line(day))).toMatchObject({ added: 0, updated: 0, unchanged: 1 })
    expect(await promises(t, ...line('05.12.2026'))).toMatchObject({ added: 1 })
  }
  const t = await testShop({ now: '2026-11-23T08:00:00Z' })
  await promises(t, ...line('28.11.2026'))
  await t.call('promises.warn', { promiseId: 1, told: '2026-12-02T10:00' })
  t.now = at('2026-12-03')
  expect(await promises(t, ...line('02.12.2026'))).toMatchObject({ added: 0, unchanged: 1 })
  expect(await kept(t)).toEqual(['Anna Berg 2026-11-28'])
})

test('walk-ins whose orders are numbered from 1 each day are as many promises as people', async () => {
  const t = await testShop({ now: '2026-12-01T08:00:00Z' })
  const head = 'Order Number;Customer ID;Customer Name;Item;Order Date;Due;Done'
  const monday = [
    '1;999;Anna Berg;Bread;2026-11-30;2026-12-05;',
    '2;999;Cara Dahl;Cake;2026-11-30;2026-12-05;',
  ]
  const tuesday = [
    '1;999;Bo Ek;Bread;2026-12-01;2026-12-05;',
    '2;999;Dan Frost;Cake;2026-12-01;2026-12-05;2026-12-01',
  ]
  await promises(t, head, ...monday)
  expect(await promises(t, head, ...tuesday)).toMatchObject({ added: 2, updated: 0 })
  for (const lines of [monday, tuesday])
    expect(await promises(t, head, ...lines)).toMatchObject({ added: 0, updated: 0, unchanged: 2 })
  expect(await kept(t)).toEqual(
    ['Anna Berg', 'Cara Dahl', 'Bo Ek', 'Dan Frost'].map(
      (name) => `${name} 2026-12-05${name === 'Dan Frost' ? ' done' : ''}`,
    ),
  )
  const named = '1;999;Anna Roth;Bread;2026-11-30 09:15;2026-12-05;'
  expect(await promises(t, head, named)).toMatchObject({ added: 0, unchanged: 1 })
})

test.each([
  ['Berg', 'Anna Berg', 'Bo Berg'],
  ['H. Berg', 'Hans Berg', 'Herta Berg'],
])('a known “%s” takes no line of %s or %s whose own promise is known', async (vague, one, two) => {
  const t = await testShop()
  const head = 'Order Number;Customer ID;Customer Name;Item;Due;Done'
  const lines = [`1;1;${one};Cake;2026-12-05;`, `1;1;${two};Cake;2026-12-05;2026-11-20`]
  await promises(t, head, `1;1;${vague};Cake;2026-12-05;`)
  await promises(t, head, ...lines)
  for (const file of [lines.toReversed(), lines])
    expect(await promises(t, head, ...file)).toMatchObject({ added: 0, updated: 0, unchanged: 2 })
  expect(await kept(t)).toEqual([`${vague} 2026-12-05`, `${two} 2026-12-05 done`])
})

test('a name with its last word first is the same under one order number, also without a number of the customer', async () => {
  const t = await testShop()
  const head = 'Order Number;Customer Name;Item;Due;Done'
  await promises(t, head, '1;Bernd Müller;Cake;2026-12-05;')
  expect(await promises(t, head, '1;Müller Bernd;Cake;2026-12-05;2026-11-20')).toMatchObject({ added: 0 })
  expect(await promises(t, head, '1;B. Müller;Cake;2026-12-05;')).toMatchObject({ added: 1 })
  expect(await kept(t)).toEqual(['Bernd Müller 2026-12-05 done', 'B. Müller 2026-12-05'])
})
