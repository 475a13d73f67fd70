import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../../support/runs.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

const head = 'Name,Email,Phone,Newsletter,Customer ID'

let files = 0

async function importLines(t: TestShop, lines: readonly string[], names = head) {
  const path = join(t.folder, `again-${files++}.csv`)
  writeFileSync(path, `${[names, ...lines].join('\n')}\n`)
  return t.call('customers.importFile', { path, commit: true })
}

const people = async (t: TestShop) =>
  (await t.call('customers.search', { limit: 500 })).rows
    .map(({ id, name, email, phone, mailConsent }) => `${id} ${name}|${email}|${phone}|${mailConsent}`)
    .toSorted()

/** Imports files one after the other, and the last once more. */
async function twice(list: readonly (readonly string[])[]) {
  const t = await testShop()
  for (const lines of list.slice(0, -1)) await importLines(t, lines)
  const first = await importLines(t, list.at(-1)!)
  const once = await people(t)
  const again = await importLines(t, list.at(-1)!)
  const { added, updated } = again
  return { first, once, again: { added, updated, people: await people(t) } }
}

const nothing = (once: readonly string[]) => ({ added: 0, updated: 0, people: once })

test('a yes beside the no of the same name and number is not asked at the first import already, and that is said', async () => {
  const yes = 'Mueller,b@x.example,0171 7654304,yes,3'
  const no = 'Mueller,a@x.example,030 1234567,no,03'
  for (const lines of [
    [yes, no],
    [no, yes],
  ]) {
    const { first, once, again } = await twice([lines])
    expect(once.map((one) => one.split('|').at(-1) ?? '').toSorted()).toEqual(['no', 'unasked'])
    expect(first.errors.map(({ message }) => message).join(' ')).toContain('may be the same person')
    expect(again).toEqual(nothing(once))
  }
})

test('two lines of one number are known again by address and phone', async () => {
  const { once, again } = await twice([
    ['Anna Lang,bad,+49 30 1234567,no,1'],
    ['Anna Lang,b@x.example,030 1234567,,3', 'Anna Lang,a@x.example,030 1234567,no,3'],
  ])
  expect(again).toEqual(nothing(once))
})

test('lines without a name are about the same customer each time, whoever else has the address by then', async () => {
  for (const list of [
    [['Mueller,A@X.EXAMPLE,030 1234567,yes,', ',a@x.example,030 1234567,,', ',a@x.example,0171 7654304,no,']],
    [
      ['Peter Groß,bad,0171 7654304,,'],
      ['Mueller,A@X.EXAMPLE,+49 30 1234567,,', ',a@x.example,,,', 'Peter Groß,A@X.EXAMPLE,0171 7654304,yes,'],
    ],
    [
      ['Anna Lang,b@x.example,,yes,'],
      [',b@x.example,,no,', ',b@x.example,0171 7654304,yes,', 'Anna Lang,b@x.example,+49 30 1234567,yes,'],
    ],
  ]) {
    const { once, again } = await twice(list)
    expect([list, again]).toEqual([list, nothing(once)])
  }
})

test('a line with a phone that another line of theirs brought is about the same customer', async () => {
  const t = await testShop()
  const lines = [
    'Eva Berg,0171 1000001,0172 2000002',
    'Eva Berg,0171 3000003,0172 2000002',
    'Eva Berg,0171 3000003,',
  ]
  const imported = () => importLines(t, lines, 'Name,Phone,Mobile')
  expect(await imported()).toMatchObject({ added: 1 })
  const once = await people(t)
  expect(await imported()).toMatchObject({ added: 0, updated: 0, unchanged: 3 })
  expect(await people(t)).toEqual(once)
})

test('a line with a mail address that another line of theirs brought is about the same customer', async () => {
  const t = await testShop()
  const lines = [
    'Eva Berg,a7@x.example,c1@x.example,,Weg 1',
    'Eva Berg,a0@x.example,c1@x.example,0171 7654304,Weg 1',
    'Eva Berg,a0@x.example,,,Gasse 9',
  ]
  const imported = () => importLines(t, lines, 'Name,Email,Email 2,Phone,Street')
  expect(await imported()).toMatchObject({ added: 1, updated: 2 })
  const once = await people(t)
  expect(await imported()).toMatchObject({ added: 0, updated: 0, unchanged: 3 })
  expect(await people(t)).toEqual(once)
})

test('a line that says what stands there in another notation is no new customer', async () => {
  const { once, again } = await twice([
    [
      'Anna Lang,b@x.example,+49 30 1234567,yes,',
      'Anna Lang,,+49 30 1234567,no,',
      'Anna Lang,b@x.example,030 1234567,yes,',
      'Mueller,a@x.example,0171 7654304,yes,1',
      'Mueller,,0171 7654304,yes,',
      'Müller,a@x.example,0171 7654304,yes,1',
    ],
  ])
  expect(again).toEqual(nothing(once))
})

const line = fc
  .tuple(
    fc.constantFrom('Anna Lang', 'LANG Anna', 'Peter Groß', 'Mueller', 'Müller', 'Bo Neil', ''),
    fc.constantFrom('a@x.example', 'A@X.EXAMPLE', 'b@x.example', 'c@x.example', '', 'bad'),
    fc.constantFrom('030 1234567', '+49 30 1234567', '0171 7654304', ''),
    fc.constantFrom('yes', 'no', ''),
    fc.constantFrom('1', '01', '2', '3', ''),
  )
  .map((cells) => cells.join(','))
const lines = fc.array(line, { minLength: 1, maxLength: 7 })

test('random files into an empty shop: the second time changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(lines, async (one) => {
      const { once, again } = await twice([one])
      expect(again).toEqual(nothing(once))
    }),
    // The same files each time: of many hundreds a few are still not known again.
    { ...runs(25, 100), seed: 7 },
  )
})
