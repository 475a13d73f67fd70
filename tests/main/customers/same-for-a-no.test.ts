import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newsletterShop } from '../../support/newsletter-shop.ts'
import { runs } from '../../support/runs.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

let files = 0

async function importText(t: TestShop, text: string, commit = true) {
  const path = join(t.folder, `alike-${files++}.csv`)
  writeFileSync(path, text)
  return t.call('customers.importFile', { path, commit })
}

const answers = async (t: TestShop) =>
  (await t.call('customers.search', { limit: 500 })).rows
    .map(({ name, mailConsent }) => `${name}: ${mailConsent}`)
    .toSorted()

const head = 'Name,Email,Phone,Newsletter\n'
const no = 'Carla Gross,c@x.example,,no\n'
const phone = 'Carla Gross,c@x.example,030 1234569,\n'
const yes = 'GROSS Carla,d@x.example,030 1234569,yes\n'
const yesBare = 'GROSS Carla,d@x.example,,yes\n'
const yesPhone = 'GROSS Carla,d@x.example,030 1234569,\n'
const noPhone = 'Carla Gross,c@x.example,030 1234569,no\n'

test('in whatever line or file the phone stands that tells who is who, a yes beside a no is not asked', async () => {
  for (const list of [
    [no + phone + yes],
    [no + yes + phone],
    [yes + no + phone],
    [yesBare + yesPhone + noPhone],
    [yesBare + noPhone + yesPhone],
    [no + yes, phone],
    [no, yes, phone],
    [yesBare, noPhone, yesPhone],
  ]) {
    const t = await testShop()
    const told: string[] = []
    for (const lines of list)
      told.push(...(await importText(t, head + lines)).errors.map(({ message }) => message))
    expect([list, await answers(t)]).toEqual([list, ['Carla Gross: no', 'GROSS Carla: unasked']])
    expect(told.join(' ')).toContain('may be the same person')
    const again = await importText(t, head + list.join(''))
    expect([list, again.updated, await answers(t)]).toEqual([
      list,
      0,
      ['Carla Gross: no', 'GROSS Carla: unasked'],
    ])
  }
})

test('vowels written with two letters and titles leave a name the same for a no', async () => {
  const t = await testShop()
  await importText(t, `${head}Eva Müller,d@x.example,030 1234569,yes\n`)
  await importText(t, `${head}Frau Mueller Eva,,030 1234569,no\n`)
  expect(await answers(t)).toEqual(['Eva Müller: unasked', 'Frau Mueller Eva: no'])
})

test('a yes of the owner’s stays beside the no of who may be the same person, and that is said', async () => {
  const t = await testShop()
  const { id } = await t.call('customers.save', { name: 'Anna Gross', phone: '030 1234569' })
  await t.call('customers.setConsent', {
    customerIds: [id],
    answer: 'yes',
    source: 'Asked',
    day: '2026-11-23',
  })
  const said = await importText(t, `${head}GROSS Anna,,030 1234569,no\n`)
  expect(said.errors.map(({ message }) => message)).toEqual([
    'Anna Gross may be the same person, and said yes to you. That was kept.',
  ])
  expect(await answers(t)).toEqual(['Anna Gross: yes', 'GROSS Anna: no'])
})

test('the preview says whose no holds for a line before it', async () => {
  const t = await testShop()
  const list = `${head}Anna Smith,anna@x.example,,yes\nSmith Anna,anna@x.example,,no\n`
  const { sample } = await importText(t, list, false)
  expect(sample.map(({ mailConsent, mailWhy }) => [mailConsent, mailWhy])).toEqual([
    ['no', 'Smith Anna said no to mail under anna@x.example'],
    ['no', '“Newsletter” says “no”'],
  ])
  const phones = `${head}Bob Jones,b@x.example,030 1234569,yes\nJones Bob,b@x.example,030 1234569,no\n`
  const { errors } = await importText(t, phones, false)
  expect(errors.map(({ message }) => message).join(' ')).toContain(
    'Bob Jones has the same mail address: no holds for them too.',
  )
})

const linesOf = (...lines: string[]) => head + lines.map((line) => `${line}\n`).join('')
const stateOf = async (t: TestShop) =>
  Object.fromEntries(
    (await t.call('customers.search', { text: '' })).rows.map(({ name, mailConsent }) => [name, mailConsent]),
  )

test('a no reaches whoever may be the same person, in whatever order name, phone and answer become known', async () => {
  const lines = [
    'Carla Gross,c@x.example,,no',
    'Carla Gross,c@x.example,030 1234569,',
    'GROSS Carla,d@x.example,,yes',
    'GROSS Carla,d@x.example,030 1234569,',
  ]
  const expected = { 'Carla Gross': 'no', 'GROSS Carla': 'unasked' }
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(lines, { minLength: lines.length }),
      fc.array(fc.boolean(), { minLength: lines.length, maxLength: lines.length }),
      async (order, cuts) => {
        const t = await newsletterShop()
        const parts = order.reduce<string[][]>(
          (all, line, i) =>
            i === 0 || cuts[i] ? [...all, [line]] : [...all.slice(0, -1), [...all.at(-1)!, line]],
          [],
        )
        for (const part of parts) await importText(t, linesOf(...part))
        expect(await stateOf(t)).toEqual(expected)
        expect((await t.call('newsletter.audience', {})).recipients).toBe(0)
        await importText(t, linesOf(...order))
        expect(await stateOf(t)).toEqual(expected)
      },
    ),
    runs(12),
  )
})

test('so it does where an umlaut or a title is written otherwise; a yes that the owner noted stays, and that is said', async () => {
  const t = await newsletterShop()
  await importText(t, linesOf('Eva Müller,e@x.example,030 1234569,yes'))
  await importText(t, linesOf('Dr. Mueller Eva,f@x.example,030 1234569,no'))
  expect((await stateOf(t))['Eva Müller']).toBe('unasked')
  const { id } = await t.call('customers.save', {
    name: 'Ida Groß',
    email: 'i@x.example',
    phone: '030 7654321',
  })
  await t.call('customers.setConsent', { customerIds: [id], answer: 'yes', source: 'asked at the counter' })
  const { errors } = await importText(t, linesOf('Gross Ida,,030 7654321,no'))
  expect((await stateOf(t))['Ida Groß']).toBe('yes')
  expect(errors.map(({ message }) => message).join(' ')).toMatch(
    /Ida Groß may be the same person, and said yes to you/,
  )
})

test('a preview says whose no it is where a later line says it under the same address', async () => {
  const t = await newsletterShop()
  const { sample } = await importText(
    t,
    linesOf('Anna Smith,anna@x.example,,yes', 'Smith Anna,anna@x.example,,no'),
    false,
  )
  expect(sample.map(({ mailConsent, mailWhy }) => [mailConsent, mailWhy])).toEqual([
    ['no', 'Smith Anna said no to mail under anna@x.example'],
    ['no', expect.stringContaining('says “no”')],
  ])
})

test.each([
  ['in another line before it', 'Bernd Stolz,a@x.example,c@x.example,\nBernd Stolz,a@x.example,,no\n', ''],
  ['in another line, last', 'Bernd Stolz,a@x.example,,no\n', 'Bernd Stolz,a@x.example,c@x.example,\n'],
])('preview, report and shop say no for an address that who says no has %s', async (_, before, behind) => {
  const t = await testShop()
  const lines = `${before}Mehmet Voss,d@x.example,c@x.example,yes\n${behind}`
  for (const commit of [false, true])
    expect(await importText(t, `Name,Email,Email 2,Newsletter\n${lines}`, commit)).toMatchObject({
      consents: { yes: 0, no: 2, unasked: 0 },
      sample: expect.arrayContaining([expect.objectContaining({ name: 'Mehmet Voss', mailConsent: 'no' })]),
    })
  expect(await answers(t)).toEqual(['Bernd Stolz: no', 'Mehmet Voss: no'])
})

test('what a file says of the answers is what holds, whoever has which address in which line', async () => {
  const mails = fc.constantFrom('a@x.example', 'b@x.example', 'c@x.example', '')
  const line = fc.tuple(fc.nat(2), mails, mails, fc.constantFrom('yes', 'no', ''))
  const names = ['Bernd Stolz', 'Mehmet Voss', 'Clara Ohm']
  const lines = fc.array(line, { minLength: 2, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(lines, async (list) => {
      const t = await testShop()
      const text = list.map(([k, ...rest]) => [100 + k, names[k], ...rest].join(',')).join('\n')
      const { consents } = await importText(t, `Customer ID,Name,Email,Email 2,Newsletter\n${text}\n`)
      const held = { yes: 0, no: 0, unasked: 0 }
      for (const row of (await t.call('customers.search', { limit: 500 })).rows) held[row.mailConsent]++
      expect(consents).toEqual(held)
      await t.shop.close()
    }),
    runs(15),
  )
})

test('a no reaches them under every phone that was theirs, on either side, and however often a file says so', async () => {
  const moved = 'Carla Gross,c@x.example,030 7777777,\n'
  const yesMoved = 'GROSS Carla,d@x.example,030 7777777,\n'
  for (const list of [
    [noPhone, moved, yes],
    [yes, yesMoved, noPhone],
    [noPhone, moved, yesBare, yesPhone],
  ]) {
    const t = await testShop()
    for (const lines of list) await importText(t, head + lines)
    const expected = [list, ['Carla Gross: no', 'GROSS Carla: unasked']]
    expect([list, await answers(t)]).toEqual(expected)
    await importText(t, head + list.at(-1))
    expect([list, await answers(t)]).toEqual(expected)
  }
})

test('a phone that the owner changed by hand, and one that was not taken from the file, tell who is who as well', async () => {
  const t = await testShop()
  await importText(t, head + noPhone)
  await t.call('customers.save', { customerId: 1, phone: '030 7777777' })
  await importText(t, head + yes)
  expect(await answers(t)).toEqual(['Carla Gross: no', 'GROSS Carla: unasked'])
  const other = await testShop()
  await other.call('customers.save', { name: 'Carla Gross', email: 'c@x.example', phone: '030 7777777' })
  await importText(other, head + noPhone + yes)
  expect(await answers(other)).toEqual(['Carla Gross: no', 'GROSS Carla: unasked'])
})

test('a file that changes the phone of the one who said no gives the other no yes when it comes again', async () => {
  const t = await testShop()
  const header = 'No,Name,Email,Phone,Newsletter\n'
  await importText(t, `${header}07,Mueller Eva,,030 1111111,no\n`)
  const list = `${header}7,Eva Müller,,030 1111111,yes\n07,Mueller Eva,a@x.example,030 2222222,yes\n`
  for (let i = 0; i < 2; i++) {
    await importText(t, list)
    expect(await answers(t)).toEqual(['Eva Müller: unasked', 'Mueller Eva: no'])
  }
})

test('a no of a file that was undone reaches another spelling and order of the name under the same phone', async () => {
  for (const [said, back, expected] of [
    ['Eva Müller,,030 1234569,no\n', 'Eva Mueller,d@x.example,030 1234569,yes\n', 'Eva Mueller: no'],
    ['Eva Mueller,,030 1234569,no\n', 'Eva Müller,d@x.example,030 1234569,yes\n', 'Eva Müller: no'],
    ['Eva Müller,,,no\n', 'Eva Mueller,d@x.example,,yes\n', 'Eva Mueller: no'],
    ['Eva Müller,,030 1234569,no\n', 'Mueller Eva,d@x.example,030 1234569,yes\n', 'Mueller Eva: unasked'],
    [noPhone, yes, 'GROSS Carla: unasked'],
  ] as const) {
    const t = await newsletterShop()
    await importText(t, head + said)
    await t.call('shop.undo', {})
    for (let i = 0; i < 2; i++) {
      const { errors } = await importText(t, head + back)
      expect([back, await answers(t)]).toEqual([back, [expected]])
      if (expected.endsWith('unasked'))
        expect(errors.map(({ message }) => message)).toEqual([
          'Somebody who is no longer on file may be the same person, and said no to mail. It counts as not asked.',
        ])
    }
    expect((await t.call('newsletter.audience', {})).recipients).toBe(0)
  }
})

test('a yes on file that a file brought is not asked any more when the no of who may be the same is found', async () => {
  const t = await testShop()
  await importText(t, head + yes)
  await importText(t, head + noPhone)
  await t.call('shop.undo', {})
  await importText(t, head + yesPhone)
  expect(await answers(t)).toEqual(['GROSS Carla: unasked'])
})

test('a married, doubled or shortened name with the same phone may be the same person; Mr and Mrs are two', async () => {
  for (const [one, other, expected] of [
    ['Cora Lee', 'Cora Lee-Smith', 'unasked'],
    ['Cora Lee', 'Cora Smith', 'unasked'],
    ['Cora Lee', 'Lee-Smith Cora', 'unasked'],
    ['Cora Maria Lee', 'Lee Cora', 'unasked'],
    ['Cora', 'Cora Lee', 'unasked'],
    ['Anne-Marie Lévy', 'Levy Annemarie', 'unasked'],
    ['Jürgen Müller', 'Muller Juergen', 'unasked'],
    ['Maria Ana Beatriz Costa Dias Ferreira Silva', 'Silva Ferreira', 'unasked'],
    ['Cora Lee', 'Bob Lee', 'yes'],
    ['Mr Lang', 'Mrs Lang', 'yes'],
  ] as const)
    for (const reversed of [false, true]) {
      const t = await testShop()
      const lines = [`${one},cora@x.example,030 113113,no\n`, `${other},new@x.example,030113113,yes\n`]
      for (const line of reversed ? lines.toReversed() : lines) await importText(t, head + line)
      expect(await answers(t)).toEqual([`${one}: no`, `${other}: ${expected}`].toSorted())
    }
})

test('two of exactly one name, whom nothing but the mail address tells apart, are named where they answered otherwise', async () => {
  const told = async (...lists: string[]) => {
    const t = await testShop()
    let errors: readonly { readonly message: string }[] = []
    for (const lines of lists) errors = (await importText(t, head + lines)).errors
    return errors.map(({ message }) => message)
  }
  const isNo = 'Ivy Yew,team@y.example,030 119119,no\n'
  const isYes = 'Ivy Yew,ivy@x.example,,yes\n'
  expect(await told(isNo, isYes)).toEqual([
    'Another Ivy Yew (team@y.example) said no to mail, and nothing but the address tells them apart. Both were kept; ask whether they are one person.',
  ])
  expect(await told(isYes, isNo)).toEqual([
    'Another Ivy Yew (ivy@x.example) said yes to mail, and nothing but the address tells them apart. Both were kept; ask whether they are one person.',
  ])
  expect(await told(isNo, isYes, isYes)).toEqual([])
  expect(await told(isNo, 'Ivy Yew,ivy@x.example,030 555555,yes\n')).toEqual([])
})

test('a no said under a phone that an undo took away reaches who comes under it, also while its person is on file', async () => {
  const t = await testShop()
  await importText(t, `${head}Carla Gross,c@x.example,030 1234569,no\n`)
  await importText(t, `${head}Carla Gross,c@x.example,0171 7654321,no\n`)
  await t.call('shop.undo', {})
  const { errors } = await importText(t, `${head}GROSS Carla,d@x.example,0171 7654321,yes\n`)
  expect(errors.map(({ message }) => message)).toEqual([
    'Carla Gross may be the same person, and said no to mail. It counts as not asked.',
  ])
  expect(await answers(t)).toEqual(['Carla Gross: no', 'GROSS Carla: unasked'])
})

test('a no that comes again on the same day with a phone is known by it, when both files are undone', async () => {
  const t = await testShop()
  await importText(t, head + no)
  await importText(t, head + noPhone)
  for (let n = 0; n < 2; n++) await t.call('shop.undo', {})
  await importText(t, head + yes)
  expect(await answers(t)).toEqual(['GROSS Carla: unasked'])
})

test('whose no comes back to somebody on file again takes back the yes of who may be the same', async () => {
  const t = await testShop()
  await importText(t, `${head}Carla Gross,,,no\n`)
  await t.call('shop.undo', {})
  await importText(t, head + yes)
  expect(await answers(t)).toEqual(['GROSS Carla: yes'])
  const { errors } = await importText(t, `${head}Carla Gross,g@x.example,030 1234569,yes\n`)
  expect(errors.map(({ message }) => message).join(' ')).toContain(
    'GROSS Carla may be the same person: their yes counts as not asked now.',
  )
  expect(await answers(t)).toEqual(['Carla Gross: no', 'GROSS Carla: unasked'])
})

test('a number that lost its zero is the same for a no, under the same phone', async () => {
  const t = await testShop()
  await importText(t, 'Customer no,Name,Email,Phone,Newsletter\n07,Carla Gross,,030 1234569,no\n')
  await importText(t, 'Customer no,Name,Email,Phone,Newsletter\n7,C. Klein,e@x.example,030 1234569,yes\n')
  expect(await answers(t)).toEqual(['C. Klein: unasked', 'Carla Gross: no'])
})
