import { expect, test } from 'vitest'
import { testShop } from '../support/shop.ts'

const day = 24 * 3_600_000
const draft = (what: string) => ({ base: { what: '' }, typed: { what } })

test('a draft is kept in the place of the one before, and dropped', async () => {
  const t = await testShop()
  await t.call('drafts.keep', { form: 'promise', ...draft('Bre') })
  t.now += 2000
  await t.call('drafts.keep', { form: 'promise', ...draft('Bread') })
  await t.call('drafts.keep', { form: 'customer:12', ...draft('Anna') })
  expect(await t.call('drafts.all', {})).toEqual([
    { form: 'customer:12', ...draft('Anna'), savedAtMs: t.now },
    { form: 'promise', ...draft('Bread'), savedAtMs: t.now },
  ])
  await t.call('drafts.drop', { form: 'promise' })
  await t.call('drafts.drop', { form: 'never there' })
  expect((await t.call('drafts.all', {})).map(({ form }) => form)).toEqual(['customer:12'])
})

test('when a field was typed in is kept with it', async () => {
  const t = await testShop()
  await t.call('drafts.keep', { form: 'promise', ...draft('Bread'), atMs: { what: 5 } })
  expect(await t.call('drafts.all', {})).toMatchObject([{ atMs: { what: 5 } }])
})

test('a draft is no change: no act, nothing to undo, nothing to read again', async () => {
  const t = await testShop()
  const acts = await t.call('shop.acts', {})
  const kept = await t.answer('drafts.keep', { form: 'promise', ...draft('Bread') })
  expect(kept).toEqual({ result: { ok: true, value: null }, stale: [] })
  expect(await t.answer('drafts.drop', { form: 'promise' })).toMatchObject({ stale: [] })
  expect(await t.call('shop.acts', {})).toEqual(acts)
  const log = await t.shop.reader.selectFrom('changes').select('tableName').execute()
  expect(log.map(({ tableName }) => tableName)).not.toContain('drafts')
})

test('undo takes back what was saved, and brings no draft of it', async () => {
  const t = await testShop()
  await t.call('drafts.keep', { form: 'promise', ...draft('Bread') })
  await t.call('promises.make', { name: 'Anna', what: 'Bread', told: '2026-11-25T10:00' })
  await t.call('drafts.drop', { form: 'promise' })
  await t.call('shop.undo', {})
  expect(await t.call('drafts.all', {})).toEqual([])
  await t.call('customers.save', { name: 'Anna' })
  await t.call('drafts.keep', { form: 'promise', ...draft('Cake') })
  await t.call('shop.undo', {})
  expect(await t.call('drafts.all', {})).toMatchObject([{ typed: { what: 'Cake' } }])
})

test('what nobody came back to for thirty days fades, and at most 200 are kept', async () => {
  const t = await testShop()
  await t.call('drafts.keep', { form: 'old', ...draft('old') })
  t.now += 30 * day - 1
  expect(await t.call('drafts.all', {})).toHaveLength(1)
  t.now += 1
  expect(await t.call('drafts.all', {})).toEqual([])
  for (let n = 0; n < 205; n++) {
    t.now += 1000
    await t.call('drafts.keep', { form: `form:${n}`, ...draft(String(n)) })
  }
  const kept = await t.call('drafts.all', {})
  expect(kept).toHaveLength(200)
  expect(kept.at(-1)?.form).toBe('form:5')
  expect(t.shop.connection.prepare('SELECT count(*) FROM drafts').pluck().get()).toBe(200)
})

test('a draft that is too long, and one without a name, are refused in words', async () => {
  const t = await testShop()
  const long = 'x'.repeat(600_000)
  expect(await t.problem('drafts.keep', { form: 'issue:1', base: {}, typed: { long } })).toMatchObject({
    message: 'This is too long to be kept while it is typed. Save it, or make it shorter.',
  })
  expect(await t.problem('drafts.keep', { form: '', ...draft('') })).toMatchObject({ field: 'form' })
})
