import { expect, test } from 'vitest'
import { testShop, type TestShop } from '../../support/shop.ts'

const text = (words: string) => [{ kind: 'text' as const, text: words }]

async function newsletter(t: TestShop, month = '2026-12'): Promise<number> {
  return (await t.call('newsletter.create', { month, subject: '', blocks: text('first') })).id
}

const type = (t: TestShop, issueId: number, words: string) =>
  t.answer('newsletter.save', { issueId, subject: '', blocks: text(words), typing: true })

const arrange = (t: TestShop, issueId: number, ...words: string[]) =>
  t.answer('newsletter.arrange', { issueId, subject: '', blocks: words.flatMap(text) })

const wordsOf = async (t: TestShop, issueId: number) =>
  JSON.stringify((await t.call('newsletter.one', { issueId })).blocks)

test('what is saved while it is typed is one act: told once, undone as one, brought back as one', async () => {
  const t = await testShop()
  const issueId = await newsletter(t)
  const before = (await t.call('shop.acts', {})).length
  const answers = []
  for (let n = 1; n <= 40; n++) {
    t.now += 1500
    answers.push(await type(t, issueId, `words ${n}`))
  }
  expect(answers.map(({ act }) => act !== undefined)).toEqual([
    true,
    ...Array.from({ length: 39 }, () => false),
  ])
  // The screens read again each time.
  expect(answers.every(({ stale }) => stale.includes('newsletter.one'))).toBe(true)
  expect(await t.call('shop.acts', {})).toHaveLength(before + 1)
  const log = t.shop.connection.prepare(`SELECT count(*) FROM changes WHERE actId = ?`).pluck()
  expect(log.get(answers[0]!.act!.id)).toBe(1)

  await t.call('shop.undo', {})
  expect(await wordsOf(t, issueId)).toContain('first')
  await t.call('shop.redo', {})
  expect(await wordsOf(t, issueId)).toContain('words 40')
})

test.each<[string, (t: TestShop, issueId: number) => Promise<unknown>]>([
  ['a block was added in between', (t, issueId) => arrange(t, issueId, 'one', 'new')],
  ['another act came between', (t) => t.call('shop.change', { phone: '1' })],
  ['the one before was undone', (t) => t.call('shop.undo', {})],
  ['it is another newsletter', async (t) => type(t, await newsletter(t, '2027-01'), 'other')],
  ['five minutes went by', (t) => Promise.resolve((t.now += 5 * 60_000 + 1))],
])('a save is an act of its own when %s', async (_when, between) => {
  const t = await testShop()
  const issueId = await newsletter(t)
  await type(t, issueId, 'one')
  await between(t, issueId)
  const before = await wordsOf(t, issueId)
  const { act } = await t.answer('newsletter.save', {
    issueId,
    subject: 'x',
    blocks: text('two'),
    typing: true,
  })
  expect(act).toBeDefined()
  await t.call('shop.undo', {})
  expect(await wordsOf(t, issueId)).toBe(before)
})

test('a block that is removed is an act of its own: one undo brings it back as it stood, one redo removes it again', async () => {
  const t = await testShop()
  const issueId = await newsletter(t)
  await arrange(t, issueId, 'first', 'second')
  await t.answer('newsletter.save', {
    issueId,
    subject: '',
    blocks: [...text('first'), ...text('second, and more')],
    typing: true,
  })
  t.now += 3000
  const before = await wordsOf(t, issueId)
  const { act } = await arrange(t, issueId, 'first')
  expect(act?.says).toBe('Newsletter without a subject: Text removed')
  await t.call('shop.undo', {})
  expect(await wordsOf(t, issueId)).toBe(before)
  await t.call('shop.redo', {})
  expect(await wordsOf(t, issueId)).toBe(JSON.stringify(text('first')))
})
