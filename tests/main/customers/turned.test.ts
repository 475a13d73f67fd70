import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testShop, type TestShop } from '../../support/shop.ts'

const source = 'asked at the counter'
const emil = 'Emil Eck,e1@x.example,030 1234567,yes\n'
const again = 'Emil Eck,e2@x.example,030 1234567,yes\n'

async function importText(t: TestShop, lines: string) {
  const path = join(t.folder, 'list.csv')
  writeFileSync(path, `Name,Email,Phone,Newsletter\n${lines}`)
  return t.call('customers.importFile', { path, commit: true })
}

/** Each customer with what holds for them. */
const answers = async (t: TestShop) =>
  Object.fromEntries((await t.call('customers.search', {})).rows.map((row) => [row.email, row.mailConsent]))

const newest = async (t: TestShop) => (await t.call('shop.acts', {}))[0]!.id

const sayNo = async (t: TestShop, email: string) => {
  const { id } = (await t.call('customers.search', {})).rows.find((row) => row.email === email)!
  await t.call('customers.setConsent', { customerIds: [id], answer: 'no', source })
}

const refused = {
  ok: false,
  problem: {
    code: 'said-no',
    message:
      'Emil Eck would be sent mail, but Emil Eck may be the same person, and said no to mail. Nothing was changed. Enter or import it anew instead: then the no is kept.',
  },
}

test.each(['owner', 'file', 'gone'] as const)(
  'an import that is brought back brings no yes beside a no that was said since (%s)',
  async (how) => {
    const t = await testShop()
    await importText(t, emil)
    const actId = await newest(t)
    await t.call('shop.undo', {})
    await importText(t, again)
    if (how === 'owner') await sayNo(t, 'e2@x.example')
    else await importText(t, again.replace('yes', 'no'))
    if (how === 'gone') {
      await t.call('shop.undo', {})
      await t.call('shop.undo', {})
    }
    const before = await answers(t)
    const gone = {
      code: 'said-no',
      message: expect.stringContaining('but said no to it. Nothing was changed.'),
    }
    expect((await t.answer('shop.redo', { actId })).result).toMatchObject(
      how === 'gone' ? { ok: false, problem: gone } : refused,
    )
    expect(await answers(t)).toEqual(before)
    // The file itself is welcome.
    await importText(t, emil)
    expect(Object.values(await answers(t))).toEqual(['no'])
  },
)

test('what holds no mail back comes back as it was: a yes without a no beside it, or under the address of one', async () => {
  const t = await testShop()
  await importText(t, emil + 'Cora Cold,c@x.example,040 1234567,yes\n')
  const actId = await newest(t)
  await t.call('shop.undo', {})
  await importText(t, emil)
  await sayNo(t, 'e1@x.example')
  await t.call('shop.redo', { actId })
  expect(await answers(t)).toEqual({ 'e1@x.example': 'no', 'c@x.example': 'yes' })
  await t.call('shop.undo', { actId })
  expect(await answers(t)).toEqual({ 'e1@x.example': 'no' })
})

test('a changed phone that is brought back brings no yes beside a no that was said since', async () => {
  const t = await testShop()
  await importText(t, emil)
  await t.call('customers.save', { customerId: 1, phone: '040 7654321' })
  await t.call('shop.undo', {})
  const actId = await newest(t)
  await importText(t, 'Emil Eck-Ott,e2@x.example,040 7654321,no\n')
  expect((await t.answer('shop.redo', { actId })).result).toMatchObject({
    ok: false,
    problem: { code: 'said-no', message: expect.stringContaining('Emil Eck-Ott may be the same person') },
  })
  expect(await answers(t)).toEqual({ 'e1@x.example': 'yes', 'e2@x.example': 'no' })
})

test('a no that is brought back does not stand beside a yes that a file brought since', async () => {
  const t = await testShop()
  await importText(t, emil)
  await sayNo(t, 'e1@x.example')
  const actId = await newest(t)
  await t.call('shop.undo', {})
  await importText(t, again.replace('Emil Eck', 'Emil Eck-Ott'))
  expect((await t.answer('shop.redo', { actId })).result).toMatchObject({
    ok: false,
    problem: { code: 'said-no' },
  })
  await sayNo(t, 'e1@x.example')
  expect(await answers(t)).toEqual({ 'e1@x.example': 'no', 'e2@x.example': 'unasked' })
})

test('asking again that is brought back does not outlast a no that a file said since', async () => {
  const t = await testShop()
  const anna = 'Anna Lang,a@x.example,030 1234567,no\n'
  const day = 86_400_000
  await importText(t, anna)
  t.now += day
  await t.call('customers.setConsent', {
    customerIds: [1],
    answer: 'yes',
    source,
    day: new Date(t.now).toISOString().slice(0, 10),
  })
  await t.call('shop.undo', {})
  t.now += day
  await importText(t, anna)
  expect((await t.answer('shop.redo', {})).result).toMatchObject({
    ok: false,
    problem: { code: 'said-no', message: expect.stringContaining('but said no on') },
  })
  expect(await answers(t)).toEqual({ 'a@x.example': 'no' })
  // Without a no since, it comes back.
  await t.call('customers.setConsent', {
    customerIds: [1],
    answer: 'yes',
    source,
    day: new Date(t.now).toISOString().slice(0, 10),
  })
  await t.call('shop.undo', {})
  await t.call('shop.redo', {})
  expect(await answers(t)).toEqual({ 'a@x.example': 'yes' })
})

test('a number that is brought back brings no yes beside a no that was said under it since', async () => {
  const t = await testShop()
  const numbered = (line: string) => {
    const path = join(t.folder, 'numbered.csv')
    writeFileSync(path, `Name,Email,Phone,Newsletter,Customer number\n${line}\n`)
    return t.call('customers.importFile', { path, commit: true })
  }
  await numbered('Anna Lang,a@x.example,,yes,')
  await numbered('Anna Lang,a@x.example,,,7')
  await t.call('shop.undo', {})
  const actId = await newest(t)
  await numbered('Anna Lang,z@x.example,,no,7')
  expect((await t.answer('shop.redo', { actId })).result).toMatchObject({
    ok: false,
    problem: { code: 'said-no' },
  })
})

test('asking somebody again is not brought back over a later no by the code of who had gone under their name', async () => {
  for (const phone of ['', '030 1234567']) {
    const t = await testShop()
    await t.call('shop.change', { address: 'Market Street 1', email: 'shop@x.example' })
    await importText(t, `Anna Lang,a@x.example,${phone},yes\n`)
    const imported = await newest(t)
    const { id: issueId } = await t.call('newsletter.create', { month: '2026-11' })
    const { folder } = await t.call('newsletter.exportMail', { issueId, folder: t.folder, as: 'eml-each' })
    const [draft] = readdirSync(join(t.folder, folder))
    const mail = readFileSync(join(t.folder, folder, draft!), 'utf8').replaceAll('=\r\n', '')
    const [text] = /NL-\w{8}-\w\w/.exec(mail)!
    await t.call('shop.undo', { actId: imported })
    await t.call('newsletter.optOut', { text })
    const { id } = await t.call('customers.save', { name: 'Anna Lang', email: 'a@x.example', phone })
    t.now = Date.parse('2026-11-28T10:00:00Z')
    await t.call('customers.setConsent', { customerIds: [id], answer: 'yes', source, day: '2026-11-28' })
    const asked = await newest(t)
    await t.call('shop.undo', { actId: asked })
    t.now = Date.parse('2026-12-02T10:00:00Z')
    await t.call('newsletter.optOut', { text })
    expect((await t.answer('shop.redo', { actId: asked })).result).toMatchObject({
      ok: false,
      problem: { code: 'said-no', message: expect.stringContaining('said no on 2 Dec 2026') },
    })
    expect(await answers(t)).toEqual({ 'a@x.example': 'no' })
    expect((await t.call('newsletter.audience', {})).recipients).toBe(0)
  }
})
