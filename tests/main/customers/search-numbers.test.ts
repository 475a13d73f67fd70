import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { numberParts } from '../../../src/core/customers/numbers.ts'
import { numbersIn } from '../../../src/core/customers/phones.ts'
import { fold } from '../../../src/core/fold.ts'
import { dispatch } from '../../../src/main/store/dispatch.ts'
import { openShop } from '../../../src/main/store/open.ts'
import { runs } from '../../support/runs.ts'
import { testShop, type TestShop } from '../../support/shop.ts'
import { olderShop } from '../../support/older-shop.ts'

const found = async (t: TestShop, text: string) =>
  (await t.call('customers.search', { text })).rows.map(({ name }) => name)

async function shopWith(people: Readonly<Record<string, string>>): Promise<TestShop> {
  const t = await testShop()
  for (const [name, phone] of Object.entries(people)) await t.call('customers.save', { name, phone })
  return t
}

test('half a phone number finds its customer, however it is spaced, at home or from abroad', async () => {
  const t = await shopWith({
    Ana: '(5) 555-4729',
    Camille: '+33612345678',
    Denis: '06 98 76 54 32',
    Erik: '+49 (0)30 123-456',
    Fay: '(222) 333-0100, (222) 333-0199',
    Gus: '0171 2340056 / 0221 7650043',
    Hal: '614 77 21 09',
  })
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['5554729', ['Ana']],
    ['555-4729', ['Ana']],
    ['(5) 555', ['Ana']],
    ['4729', ['Ana']],
    ['54729', ['Ana']],
    ['06 12 34 56 78', ['Camille']],
    ['0612345678', ['Camille']],
    ['0612 34', ['Camille']],
    ['612345678', ['Camille']],
    ['345678', ['Camille']],
    ['0033 6 12 34 56 78', ['Camille']],
    ['+33 6 12 34 56 78', ['Camille']],
    ['+33698765432', ['Denis']],
    ['0033698765432', ['Denis']],
    ['6 98 76', ['Denis']],
    ['+4930123456', ['Erik']],
    ['030 123 456', ['Erik']],
    ['030/123456', ['Erik']],
    ['0199', ['Fay']],
    ['333 0100', ['Fay']],
    ['+49 171 2340056', ['Gus']],
    ['+49 221 7650043', ['Gus']],
    ['+49 171 234', ['Gus']],
    ['+49 171', ['Gus']],
    ['0049 (0)171 23', ['Gus']],
    ['0171 2340056 / 0221 7650043', ['Gus']],
    ['+49 171 235', []],
    ['0560 221', []],
    ['+33 6 12', ['Camille']],
    ['+33 6 98', ['Denis']],
    ['+34 614 772', ['Hal']],
    ['+353 614 772', ['Hal']],
    ['Camille 0612', ['Camille']],
    ['cam 34 56 78', ['Camille']],
    ['Ana 0612', []],
    ['72', []],
    ['999999', []],
  ]
  for (const [text, names] of cases) expect([text, await found(t, text)]).toEqual([text, names])
})

test('a customer is found by their number, whole or in part, and follows every change and undo', async () => {
  const t = await shopWith({})
  const file = 'Customer ID,Name,Phone\nALFKI,Maria,030 1\nK-10023,Ben,\n2000417,Cleo,\n'
  const path = `${t.folder}/list.csv`
  writeFileSync(path, file)
  await t.call('customers.importFile', { path, commit: true })
  for (const [text, names] of [
    ['alfki', ['Maria']],
    ['ALF', ['Maria']],
    ['K-10023', ['Ben']],
    ['k10023', ['Ben']],
    ['0023', ['Ben']],
    ['2000417', ['Cleo']],
    ['0417', ['Cleo']],
  ] as const)
    expect([text, await found(t, text)]).toEqual([text, names])
  const { id } = (await t.call('customers.search', { text: 'cleo' })).rows[0]!
  await t.call('customers.save', { customerId: id, phone: '0171 555 777' })
  expect(await found(t, '555777')).toEqual(['Cleo'])
  await t.call('customers.save', { customerId: id, phone: '0171 555 888' })
  expect([await found(t, '555777'), await found(t, '555888')]).toEqual([[], ['Cleo']])
  await t.call('shop.undo', {})
  expect([await found(t, '555777'), await found(t, '555888')]).toEqual([['Cleo'], []])
  for (let n = 0; n < 2; n++) await t.call('shop.undo', {})
  expect(await found(t, '0417')).toEqual([])
})

const digits = (min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: min, maxLength: max })
const spaced = (number: string, marks: readonly string[]) =>
  [...number].map((digit, i) => digit + (marks[i % marks.length] ?? '')).join('')
const marks = fc.array(fc.constantFrom('', '', '', ' ', '-', '.', ' / ', ') '), {
  minLength: 1,
  maxLength: 5,
})
const count = runs(6)

test(`any three digits in a row of any number find it, as search and a plain look agree (${count.numRuns} runs)`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(digits(3, 14), marks), { minLength: 1, maxLength: 8 }),
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 3, max: 8 }), marks), { maxLength: 12 }),
      async (numbers, parts) => {
        // Two whole numbers with a slash between are two.
        fc.pre(numbers.every(([number, how]) => numbersIn(spaced(number, how)).length === 1))
        const t = await shopWith(
          Object.fromEntries(numbers.map(([number, how], i) => [`N${i}`, spaced(number, how)])),
        )
        for (const [which, from, length, how] of parts) {
          const [number] = numbers[which % numbers.length]!
          const at = from % (number.length - 2)
          const part = number.slice(at, at + length)
          const names = await found(t, spaced(part, how).trim())
          const plain = numbers.flatMap(([all], i) => (all.includes(part) ? [`N${i}`] : []))
          expect(names).toEqual(expect.arrayContaining(plain))
          // What else is found has the number without its zeros or its country, has each of its parts, or begins a word so.
          const runs = fold(spaced(part, how)).split(' ')
          for (const name of names) {
            const [all, itsMarks] = numbers[Number(name.slice(1))]!
            const isFromAbroad = part.startsWith('00')
            const isMeant = all.includes(part.replace(/^0+/, '')) || runs.every((run) => all.includes(run))
            expect(isMeant || isFromAbroad || spaced(all, itsMarks) !== all).toBe(true)
          }
        }
      },
    ),
    count,
  )
})

test(`a number at home finds the same from abroad, and the other way round (${count.numRuns} runs)`, async () => {
  const national = fc.tuple(fc.constantFrom(...'123456789'), digits(7, 10)).map((parts) => parts.join(''))
  await fc.assert(
    fc.asyncProperty(
      national,
      fc.constantFrom('1', '33', '49', '353', '420'),
      marks,
      async (number, code, how) => {
        const atHome = spaced(`0${number}`, how)
        const abroad = `+${spaced(`${code}${number}`, how)}`
        fc.pre([atHome, abroad].every((text) => numbersIn(text).length === 1))
        const t = await shopWith({ Home: atHome, Abroad: abroad })
        for (const text of [atHome, abroad, `00${code}${number}`, number])
          expect([text, await found(t, text)]).toEqual([text, ['Abroad', 'Home']])
      },
    ),
    count,
  )
})

test('no field fills the index of numbers beyond its bounds', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 500 }), fc.string({ maxLength: 500 }), (phone, sourceId) => {
      expect(numberParts(phone, sourceId).length).toBeLessThan(8000)
    }),
    runs(200),
  )
  expect(numberParts('7'.repeat(500), '8'.repeat(500)).length).toBeLessThan(4000)
})

test(`whatever is added, changed, taken off and undone, the index is that of the customers (${count.numRuns} runs)`, async () => {
  const step = fc.tuple(fc.constantFrom('add', 'change', 'many', 'undo'), fc.nat(20), digits(3, 8))
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const t = await testShop()
      for (const [what, which, phone] of steps) {
        const ids = (await t.call('customers.search', { limit: 500 })).rows.map(({ id }) => id)
        const customerId = ids[which % Math.max(1, ids.length)]
        if (what === 'add') await t.call('customers.save', { name: 'A', phone })
        else if (what === 'undo') await t.answer('shop.undo', {})
        else if (what === 'change' && customerId !== undefined)
          await t.call('customers.save', { customerId, phone })
        else if (what === 'many') {
          const path = join(t.folder, 'many.csv')
          const lines = Array.from({ length: 120 }, (_, i) => `${phone}-${i},B${i},${phone}${i}`)
          writeFileSync(path, ['Customer ID,Name,Phone', ...lines].join('\n'))
          await t.call('customers.importFile', { path, commit: true })
        }
      }
      const kept = await t.shop.reader.selectFrom('customers').select(['id', 'phone', 'sourceId']).execute()
      const rowsOf = t.shop.connection.prepare(
        `SELECT rowid FROM customersNumberSearch WHERE customersNumberSearch MATCH ? ORDER BY rowid`,
      )
      for (let digit = 0; digit < 10; digit++) {
        const plain = kept.filter(({ phone, sourceId }) =>
          numberParts(phone, sourceId)
            .split(' ')
            .some((part) => part.startsWith(String(digit))),
        )
        expect(rowsOf.pluck().all(`"${digit}"*`)).toEqual(plain.map(({ id }) => id).toSorted((a, b) => a - b))
      }
    }),
    count,
  )
})

test('customers of an older file are found by their numbers once it is opened', async () => {
  const { path, older } = olderShop(120)
  older.exec(`INSERT INTO customers (id, name, phone, sourceId, createdAtMs, folded)
    VALUES (7, 'Ana', '(5) 555-4729', 'ANATR', 0, 'ana 5 555 4729');
    INSERT INTO customerContact (customerId) VALUES (7)`)
  older.close()
  const opened = await openShop(path)
  if (!opened.ok) throw new Error(opened.problem.message)
  onTestFinished(() => opened.value.close())
  for (const text of ['5554729', 'anatr', '54729']) {
    const { result } = await dispatch(opened.value, 'customers.search', { text }, { now: 0 })
    expect(result).toMatchObject({ ok: true, value: { total: 1, rows: [{ name: 'Ana' }] } })
  }
})

test('phones parted by a slash in an older file are found each by itself, and let go of whole', async () => {
  const { path, older } = olderShop(170)
  older.exec(`INSERT INTO customers (id, name, phone, createdAtMs, folded)
    VALUES (7, 'Gus', '0171 2340056 / 0221 7650043', 0, 'gus');
    INSERT INTO customerContact (customerId) VALUES (7);
    INSERT INTO customersNumberSearch (rowid, parts) VALUES (7, '017123400560221 6022176')`)
  older.close()
  const opened = await openShop(path)
  if (!opened.ok) throw new Error(opened.problem.message)
  onTestFinished(() => opened.value.close())
  const total = async (text: string) => {
    const { result } = await dispatch(opened.value, 'customers.search', { text }, { now: 0 })
    return (result as { value: { total: number } }).value.total
  }
  expect([await total('+49 171 234'), await total('+49 221 7650043'), await total('6022176')]).toEqual([
    1, 1, 0,
  ])
  const saved = await dispatch(opened.value, 'customers.save', { customerId: 7, phone: '' }, { now: 0 })
  expect(saved.result).toMatchObject({ ok: true })
  expect(await total('+49 171 234')).toBe(0)
})
