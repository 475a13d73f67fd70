import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { InputOf } from '../../../src/core/call.ts'
import type { Calls } from '../../../src/core/calls.ts'
import { expect, test } from 'vitest'
import { newsletterShop } from '../../support/newsletter-shop.ts'
import type { TestShop } from '../../support/shop.ts'

const toDos = (t: TestShop) => t.shop.connection.prepare('SELECT what FROM actions ORDER BY id').pluck().all()
const said = async (t: TestShop) => (await t.call('shop.acts', { limit: 50 })).map(({ says }) => says)
const add = (t: TestShop, what: string, id?: number) =>
  t.call('actions.add', {
    what,
    due: '2026-11-30',
    ...(id !== undefined && { about: { kind: 'customer', id } }),
  })
const draft = (t: TestShop, form: string, typed: InputOf<Calls['drafts.keep']>['typed']) =>
  t.call('drafts.keep', { form, base: {}, typed })

test('a to-do about others keeps a longer name, and the number and address that they have too', async () => {
  const t = await newsletterShop()
  await t.call('customers.save', { name: 'Anna Berg', email: 'f@x.example', phone: '030 111111' })
  await t.call('customers.save', { name: 'Anna Berg-Maier', phone: '030 222222' })
  await t.call('customers.save', { name: 'Otto Kurz', email: 'F@x.example', phone: '+49 30 111111' })
  await add(t, 'Call Anna Berg-Maier', 2)
  await add(t, 'Ring Otto on 030 111111, mail f@x.example', 3)
  await add(t, 'Give Otto the key of anna berg', 3)
  await t.call('customers.logTouch', { customerId: 2, kind: 'call' })
  await t.call('customers.erase', { customerId: 1 })
  expect(toDos(t)).toEqual([
    'Call Anna Berg-Maier',
    'Ring Otto on 030 111111, mail f@x.example',
    'Give Otto the key of a customer (erased)',
  ])
  expect(await said(t)).toEqual([
    'One customer erased',
    'Call with Anna Berg-Maier logged',
    'Give Otto the key of a customer (erased): to do by Mon 30 Nov',
    'Ring Otto on 030 111111, mail f@x.example: to do by Mon 30 Nov',
    'Call Anna Berg-Maier: to do by Mon 30 Nov',
    'Otto Kurz added',
    'Anna Berg-Maier added',
    'a customer (erased) added',
    ...(await said(t)).slice(8),
  ])
  // What was done about the others can be undone as before.
  await t.call('shop.undo', {})
  expect(await said(t)).toContain('Call with Anna Berg-Maier logged')
})

test('a name of one word is taken out of nothing that is about others', async () => {
  const t = await newsletterShop()
  await t.call('customers.save', { name: 'Rose' })
  await t.call('customers.save', { name: 'Max' })
  await t.call('customers.save', { name: 'Maximilian Huber', notes: 'Max. 3 cakes' })
  await add(t, 'Order Rose wine, Max. 12 bottles')
  await t.call('customers.save', { customerId: 3, notes: 'Max. 4 cakes' })
  await t.call('customers.erase', { customerId: 1 })
  await t.call('customers.erase', { customerId: 2 })
  expect(toDos(t)).toEqual(['Order Rose wine, Max. 12 bottles'])
  expect((await said(t)).slice(2, 4)).toEqual([
    'Maximilian Huber changed',
    'Order Rose wine, Max. 12 bottles: to do by Mon 30 Nov',
  ])
  await t.call('shop.undo', {})
  expect((await t.call('customers.one', { customerId: 3 })).notes).toBe('Max. 3 cakes')
})

test('a name that somebody else on file has, or had before a merge, stays in what is about others', async () => {
  const t = await newsletterShop()
  await t.call('customers.save', { name: 'Anna Berg', phone: '030 111111' })
  await t.call('customers.save', { name: 'anna berg', phone: '030 222222' })
  await t.call('customers.save', { name: 'Cleo Klein', phone: '030 333333' })
  await t.call('customers.save', { name: 'Cleo Groß', phone: '030 444444' })
  await t.call('customers.save', { name: 'Cleo Klein', phone: '030 555555' })
  await t.call('customers.merge', { keepId: 4, goneId: 5, fields: { name: 'keep' } })
  await add(t, 'Call Anna Berg and Cleo Klein')
  await t.call('customers.erase', { customerId: 1 })
  await t.call('customers.erase', { customerId: 3 })
  expect(toDos(t)).toEqual(['Call Anna Berg and Cleo Klein'])
  await t.call('customers.erase', { customerId: 2 })
  expect(toDos(t)).toEqual(['Call a customer (erased) and Cleo Klein'])
})

test('the history says nothing of what was to be done about somebody erased, whatever its words', async () => {
  const t = await newsletterShop()
  await t.call('customers.save', { name: 'Anna Berg' })
  await t.call('customers.save', { name: 'Otto Kurz' })
  const { id } = await add(t, 'ask after the divorce', 1)
  await add(t, 'gout medicine back to the pharmacy', 1)
  await t.call('shop.undo', {})
  await t.call('actions.finish', { actionId: id, result: 'all over' })
  await add(t, 'ask after the dog', 2)
  await t.call('customers.erase', { customerId: 1 })
  expect((await said(t)).slice(0, 5)).toEqual([
    'One customer erased',
    'ask after the dog: to do by Mon 30 Nov',
    'Something to do about a customer (erased)',
    'Something to do about a customer (erased)',
    'Something to do about a customer (erased)',
  ])
  const kept = t.shop.connection.serialize().toString('utf8')
  expect(['divorce', 'gout', 'all over'].filter((word) => kept.includes(word))).toEqual([])
})

test('the same number of another kind of thing is nobody: what is to be done about a product can still be undone', async () => {
  const t = await newsletterShop()
  await t.call('customers.save', { name: 'Anna Berg' })
  await t.call('stock.saveProduct', { name: 'Rye bread' })
  const { id } = await t.call('actions.add', {
    what: 'Order flour',
    due: '2026-11-30',
    about: { kind: 'product', id: 1 },
  })
  await t.call('actions.finish', { actionId: id })
  await t.call('customers.erase', { customerId: 1 })
  const done = (await t.call('shop.acts', { limit: 50 })).find(({ says }) => says === 'Done: Order flour')
  await t.call('shop.undo', { actId: done!.id })
  expect((await t.call('actions.list', {})).rows.map(({ what }) => what)).toEqual(['Order flour'])
})

test('what is half typed about others says it without them, and stays else as it is; what is theirs goes', async () => {
  const t = await newsletterShop()
  await t.call('customers.save', { name: 'Max' })
  await t.call('customers.save', { name: 'Maximilian Huber' })
  await t.call('customers.save', { name: 'Anna Berg', phone: '030 111111', email: 'anna@x.example' })
  const { id } = await add(t, 'call back', 3)
  const others = {
    'customer:2': { name: 'Maximilian Huber', notes: 'friend of Anna Berg and Max' },
    promise: { who: { name: '' }, what: 'Torte, Maximum 3 Stockwerke' },
    action: { what: 'Ring Anna Berg about the key' },
  }
  for (const [form, typed] of Object.entries(others)) await draft(t, form, typed)
  await draft(t, 'customer:3', { notes: 'about her' })
  await draft(t, `finish:${id}`, { result: 'she said' })
  await draft(t, 'consents:2', { who: [{ customerId: 3 }] })
  await draft(t, 'customer', { name: 'Berta', phone: '030 111111 ', street: 'Weg 1' })
  await t.call('customers.erase', { customerId: 1 })
  await t.call('customers.erase', { customerId: 3 })
  const left = (await t.call('drafts.all', {})).map(({ form, typed }) => [form, typed])
  expect(Object.fromEntries(left)).toEqual({
    ...others,
    'customer:2': { name: 'Maximilian Huber', notes: 'friend of a customer (erased) and Max' },
    action: { what: 'Ring a customer (erased) about the key' },
  })
})

test('what names somebody in the log of others is forgotten, where it surely means them', async () => {
  const t = await newsletterShop()
  await t.call('customers.save', { name: 'Anna Berg' })
  await t.call('customers.save', { name: 'Otto Kurz', notes: 'husband of\nAnna Berg' })
  await t.call('customers.save', { customerId: 2, notes: 'married' })
  const path = join(t.folder, 'list.csv')
  writeFileSync(path, 'Name,Phone\nIda Lund,030 777777\n')
  await t.call('customers.importFile', { path, commit: true })
  await t.call('customers.erase', { customerId: 1 })
  const kept = t.shop.connection.serialize().toString('latin1')
  expect(kept.match(/.{0,30}anna berg.{0,30}/gi)).toEqual(null)
  await t.call('shop.undo', {})
  expect((await t.call('customers.search', { text: 'Lund' })).total).toBe(0)
})

const fill = async (t: TestShop) => {
  await t.call('customers.save', { name: 'Max Klein', street: 'Weg 1', city: 'Ulm' })
  await t.call('customers.save', { name: 'Annabella Bergström' })
  const sold = { customerId: 2, what: 'Cake', told: '2026-11-30T10:00' }
  const { id } = await t.call('promises.make', sold)
  await t.call('promises.close', { promiseId: id, inBudget: true, fullScope: true, leftClean: true })
  const words = 'Dear Max, Annabella Bergström came because of you. Her sister Bergström, Annabella, greets.'
  const letter = { subject: 'Thank you', words }
  await t.call('drafts.keep', {
    form: 'letter:1:referral',
    base: letter,
    typed: { ...letter, words: `${words} See you on Friday.` },
  })
  await draft(t, 'issue:4', { blocks: [{ kind: 'text', text: 'Annabella Bergström wins' }] })
  await draft(t, `break:${id}`, { reason: 'she is ill' })
  await draft(t, `action:promise:${id}`, { what: 'ring her' })
  await draft(t, 'pause:2', { until: '2027-01-01' })
  await draft(t, 'customer:new:Annabella Bergström', { name: 'A. B.' })
}

test('a letter to somebody else that is half typed loses the full name; forms of promises to who is erased go', async () => {
  const t = await newsletterShop()
  await fill(t)
  await t.call('customers.erase', { customerId: 2 })
  const left = (await t.call('drafts.all', {})).map(({ form, typed }) => [form, typed])
  const said = 'Dear Max, a customer (erased) came because of you. Her sister Bergström, Annabella, greets.'
  expect(Object.fromEntries(left)).toEqual({
    'letter:1:referral': { subject: 'Thank you', words: `${said} See you on Friday.` },
    'issue:4': { blocks: [{ kind: 'text', text: 'a customer (erased) wins' }] },
  })
  expect(t.shop.connection.serialize().toString('utf8')).not.toContain('Annabella Bergström')
})

test('what is half typed about others and may still name somebody is listed before they are erased', async () => {
  const t = await newsletterShop()
  await fill(t)
  await draft(t, 'customer:1', { name: 'Annabella Bergström-Klein', notes: 'Bergström’s Annabella' })
  const { places, total } = (await t.call('customers.erasing', { customerId: 2 })).elsewhere
  expect([places, total]).toEqual([
    [
      {
        thing: 'Letter, half typed',
        named: 'Max Klein',
        line: expect.stringContaining('Her sister Bergström, Annabella, greets.'),
        page: '/customers?id=1',
      },
      {
        thing: 'Customer, half typed',
        named: 'Max Klein',
        line: 'Bergström’s Annabella',
        page: '/customers?id=1',
      },
    ],
    2,
  ])
})
