import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testShop, type TestShop } from '../../support/shop.ts'

const head = 'Name,Email,Phone,Newsletter,Customer ID'

let files = 0

async function importLines(t: TestShop, lines: readonly string[]) {
  const path = join(t.folder, `again-${files++}.csv`)
  writeFileSync(path, `${[head, ...lines].join('\n')}\n`)
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
