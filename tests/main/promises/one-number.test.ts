import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../../support/runs.ts'
import { testShop } from '../../support/shop.ts'
import { importPromises as promises, keptPromises as kept } from '../../support/table-file.ts'

const head = 'Customer ID;Customer Name;Item;Due;Done'
const headOf = {
  whole: head,
  parts: 'Customer ID;First Name;Last Name;Item;Due;Done',
  firms: 'Customer ID;First Name;Last Name;Company;Item;Due;Done',
}
const day = '2026-11-20'

test('walk-ins under one number are each somebody: a file of another one is another promise, and is said', async () => {
  const t = await testShop()
  await promises(t, head, `9999;Anna Berg;Cake;${day};`)
  expect(await promises(t, head, `9999;Cara Dahl;Cake;${day};`)).toMatchObject({
    added: 1,
    errors: [
      { line: 2, message: 'The same is promised to Anna Berg under the number 9999. Both were kept.' },
    ],
  })
  expect(await promises(t, head, `9999;Cara Dahl;Cake;${day};`)).toMatchObject({ added: 0, unchanged: 1 })
  expect(await kept(t)).toEqual([`Anna Berg ${day}`, `Cara Dahl ${day}`])
})

test.each([
  ['whole', '9999;Anna Berg', '9999;Bo Ek'],
  ['parts', '9999;Anna;Berg', '9999;Bo;Ek'],
  ['parts', '17;Anna;Meier', '17;Bernd;Meier'],
  ['firms', '17;Anna;Berg;Ek Bau', '17;Bo;Ek;Ek Bau'],
  ['firms', '9999;Anna;Berg;', '9999;;;Ek Bau'],
] as const)('%s: what is done of %s and %s is theirs, in any order and alone', async (columns, one, two) => {
  const open = [one, two].map((who) => `${who};Cake;${day};`)
  for (const done of [0, 1]) {
    const closing = `${[one, two][done]};Cake;${day};${day}`
    for (const file of [[closing], [closing, open[1 - done]!], [open[1 - done]!, closing]]) {
      const t = await testShop()
      expect(await promises(t, headOf[columns], ...open)).toMatchObject({ added: 2, errors: [] })
      expect(await promises(t, headOf[columns], ...file)).toMatchObject({ added: 0, updated: 1 })
      expect((await kept(t)).map((line) => line.endsWith('done'))).toEqual([done === 0, done === 1])
      expect(await promises(t, headOf[columns], ...file)).toMatchObject({ added: 0, updated: 0 })
    }
  }
})

test('a program that counts jobs and customers from 1 again drops no promise against what was done before', async () => {
  const t = await testShop()
  const old = ['1;1;Bo Ek;2025-03-04;2025-03-04', '2;2;Anna Berg;2025-03-05;2025-03-05']
  await promises(t, 'Job;Customer ID;Customer Name;Due Date;Completed', ...old)
  const now = ['1;1;Vera Yilmaz;2026-12-01', '2;2;Tom Xu;2026-12-02']
  const header = 'Job;Customer ID;Customer Name;Due Date'
  expect(await promises(t, header, ...now)).toMatchObject({ added: 2 })
  expect(await promises(t, header, ...now)).toMatchObject({ added: 0, updated: 0, unchanged: 2 })
  expect((await kept(t)).slice(2)).toEqual(['Vera Yilmaz 2026-12-01', 'Tom Xu 2026-12-02'])
})

test('two walk-ins under one order number are two promises', async () => {
  const t = await testShop()
  const lines = [`Order Number;${head}`, `7;0;Anna Berg;Cake;${day};`, `7;0;Bo Ek;Cake;${day};`]
  expect(await promises(t, ...lines)).toMatchObject({ added: 2, skipped: 0 })
  expect(await promises(t, ...lines)).toMatchObject({ added: 0, updated: 0, unchanged: 2 })
  expect(await promises(t, ...lines, `7;0;BERG, Anna;Cake;${day};`)).toMatchObject({ added: 0, skipped: 1 })
  const closing = [`Order Number;${head}`, `7;0;Bo Ek;Cake;${day};${day}`]
  expect(await promises(t, ...closing)).toMatchObject({ added: 0, updated: 1, errors: [] })
  expect(await kept(t)).toEqual([`Anna Berg ${day}`, `Bo Ek ${day} done`])
})

test.each([
  'Anna Meyer',
  'Anna Meire',
  'Meier, Anna',
  'Meier Anna',
  'ANNA MEIER',
  'Frau Dr. Anna Meier',
  'Meier',
  'A. Meier',
  'Anna Maria Meier',
])('a customer written as “%s” by now has no second promise, in any columns', async (name) => {
  for (const order of ['', 'Order Number'])
    for (const more of ['', 'Ordered']) {
      const t = await testShop()
      const [before, after] = [order && 'X1;', more && ';2026-11-02']
      const header = `${order && 'Order Number;'}${head}`
      await promises(t, header, `${before}17;Anna Meier;Cake;${day};`)
      const lines = [`${header}${more && ';Ordered'}`, `${before}17;${name};Cake;${day};${after}`]
      expect(await promises(t, ...lines)).toMatchObject({ added: 0, unchanged: 1 })
      expect(await kept(t)).toEqual([`Anna Meier ${day}`])
    }
})

test('a corrected letter is a correction only where nobody else is written like that', async () => {
  const t = await testShop()
  const lines = [head, `17;Anna Meier;Cake;${day};`, `17;Anna Meyer;Cake;${day};`]
  expect(await promises(t, ...lines)).toMatchObject({ added: 2, errors: [] })
  await promises(t, head, `17;Anna Meyer;Cake;${day};${day}`)
  expect(await kept(t)).toEqual([`Anna Meier ${day}`, `Anna Meyer ${day} done`])
})

test('a customer with a new name is one under the same order number, unless thing or day differ too; else both are kept', async () => {
  const t = await testShop()
  const header = `Order Number;${head}`
  await promises(t, header, `1;17;Anna Berg;Cake;${day};`)
  expect(await promises(t, header, `1;17;Anna Roth;Cake;${day};`)).toMatchObject({
    added: 0,
    unchanged: 1,
    errors: [
      { line: 2, message: 'The file names Anna Roth. It is the promise that was kept for Anna Berg.' },
    ],
  })
  expect(await promises(t, header, `1;17;Anna Roth;Cake;2026-12-04;`)).toMatchObject({ added: 1 })
  expect(await promises(t, header, `1;17;Bo Ek;Bread;${day};`)).toMatchObject({ added: 1 })
})

test('a customer whose name the owner changed on file is known by it', async () => {
  const t = await testShop()
  await t.call('customers.save', { name: 'Anna Berg' })
  await promises(t, head, `17;Anna Berg;Cake;${day};`)
  await t.call('promises.change', { promiseId: 1, customerId: 1 })
  await t.call('customers.save', { customerId: 1, name: 'Anna Roth' })
  expect(await promises(t, head, `17;Anna Roth;Cake;${day};`)).toMatchObject({ added: 0, errors: [] })
})

test('a list of nothing but walk-ins takes no longer for their names', async () => {
  const t = await testShop()
  const named = (from: string) =>
    Array.from({ length: 1500 }, (_, i) => `9999;${from}${i} ${from}o${i};Cake;${day};`)
  await promises(t, head, ...named('An'))
  const start = performance.now()
  expect(await promises(t, head, ...named('Be'))).toMatchObject({ added: 1500 })
  expect(performance.now() - start).toBeLessThan(20_000)
})

const walkIns = ['Anna Berg', 'Bo Ek', 'Cara Dahl', 'Bo Berg']
const line = fc.record({
  who: fc.constantFrom(...walkIns),
  what: fc.constantFrom('Cake', 'Bread'),
  isDone: fc.boolean(),
})
const ordinary = runs(15)

test(`whatever files bring of walk-ins, everybody has all of theirs and nobody’s is closed by another’s (${ordinary.numRuns} runs)`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(line, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
      async (files) => {
        const t = await testShop()
        const most = new Map<string, number>()
        const closed = new Set<string>()
        for (const file of files) {
          const counted = new Map<string, number>()
          for (const { who, what, isDone } of file) {
            const key = `${who} ${what}`
            counted.set(key, (counted.get(key) ?? 0) + 1)
            if (isDone) closed.add(key)
          }
          for (const [key, n] of counted) most.set(key, Math.max(n, most.get(key) ?? 0))
          const cells = file.map(({ who, what, isDone }) => `9999;${who};${what};${day};${isDone ? day : ''}`)
          await promises(t, head, ...cells)
          expect(await promises(t, head, ...cells)).toMatchObject({ added: 0, updated: 0 })
          const rows = await t.shop.reader
            .selectFrom('promises')
            .select(['name', 'what', 'doneAtMs'])
            .execute()
          const found = new Map<string, number>()
          for (const { name, what, doneAtMs } of rows) {
            const key = `${name} ${what}`
            found.set(key, (found.get(key) ?? 0) + 1)
            if (doneAtMs !== null) expect([...closed]).toContain(key)
          }
          expect(found).toEqual(most)
        }
      },
    ),
    ordinary,
  )
})
