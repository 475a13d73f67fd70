import { expect, test } from 'vitest'
import { testShop } from '../../support/shop.ts'

const words = { kind: 'text', text: 'Tomorrow we open at 10:00.' } as const

test('a block goes to the end of the newsletter that goes out next, as one act', async () => {
  const t = await testShop()
  const later = await t.call('newsletter.create', { month: '2027-03' })
  const next = await t.call('newsletter.create', { month: '2026-12' })
  const older = await t.call('newsletter.create', { month: '2026-03' })
  const before = await t.call('newsletter.one', { issueId: next.id })
  expect(await t.call('newsletter.append', { block: words })).toEqual({
    issueId: next.id,
    month: '2026-12',
  })
  expect((await t.call('newsletter.one', { issueId: next.id })).blocks).toEqual([...before.blocks, words])
  for (const issueId of [later.id, older.id])
    expect((await t.call('newsletter.one', { issueId })).blocks).not.toContainEqual(words)
  await t.call('shop.undo', {})
  expect(await t.call('newsletter.one', { issueId: next.id })).toEqual(before)
})

test('one of a month far ahead waits: a new one goes out before', async () => {
  const t = await testShop()
  await t.call('newsletter.create', { month: '2027-03' })
  expect((await t.call('newsletter.append', { block: words })).month).toBe('2026-11')
})

test('where none is being written a new one is begun, and one undo takes both back', async () => {
  const t = await testShop()
  const { issueId, month } = await t.call('newsletter.append', { block: words })
  expect(month).toBe('2026-11')
  expect((await t.call('newsletter.one', { issueId })).blocks.at(-1)).toEqual(words)
  await t.call('shop.undo', {})
  expect(await t.call('newsletter.issues', {})).toEqual([])
})

test('a full newsletter takes no more, and stays as it was', async () => {
  const t = await testShop()
  const blocks = Array.from({ length: 50 }, () => words)
  const { id } = await t.call('newsletter.create', { blocks })
  expect((await t.problem('newsletter.append', { block: words })).code).toBe('full')
  expect((await t.call('newsletter.one', { issueId: id })).blocks).toEqual(blocks)
})

test('words that were typed over an issue as it was before are not saved over what was put in since', async () => {
  const t = await testShop()
  const { id: issueId } = await t.call('newsletter.create', {})
  const { subject, blocks } = await t.call('newsletter.one', { issueId })
  const over = { subject, blocks: [...blocks] }
  await t.call('newsletter.append', { block: words })
  const typed = { issueId, subject: 'Typed', blocks: over.blocks, over }
  expect((await t.problem('newsletter.save', typed)).code).toBe('changed-meanwhile')
  const now = await t.call('newsletter.one', { issueId })
  expect(now.blocks.at(-1)).toEqual(words)
  await t.call('newsletter.save', { ...typed, over: { subject, blocks: [...now.blocks] } })
  expect((await t.call('newsletter.one', { issueId })).subject).toBe('Typed')
})
