import { expect, test } from 'vitest'
import { testShop } from '../../support/shop.ts'

const at = { street: 'Weg 2', postcode: '10115', city: 'Berlin', country: 'Germany' }

test('those who are chosen get a label, but for who may not be written to, and why is said', async () => {
  const t = await testShop()
  const add = async (name: string, more: object = {}) =>
    (await t.call('customers.save', { name, ...at, ...more })).id
  const anna = await add('Anna <Berg>')
  const firm = await add('Bo Lang', { company: 'Lang & Söhne', country: 'Österreich' })
  const no = await add('Cy No')
  const none = await add('Di Nowhere', { street: '', city: '', postcode: '' })
  const aside = await add('Ed Aside')
  await t.call('customers.setConsent', { customerIds: [no], channel: 'post', answer: 'no' })
  await t.call('customers.putAside', { customerId: aside })
  const { html, count, left, leftCount } = await t.call('customers.labels', {
    customerIds: [anna, firm, no, none, aside, anna],
    form: 'L7160',
    start: 5,
  })
  expect(count).toBe(2)
  const lines = [...html.matchAll(/<p dir="auto">([^<]*)</g)].map(([, line]) => line)
  expect(lines).toEqual([
    'Anna &lt;Berg&gt;',
    'Weg 2',
    '10115 Berlin',
    'Lang &amp; Söhne',
    'Bo Lang',
    'Weg 2',
    '10115 Berlin',
    'Österreich',
  ])
  expect(left).toEqual([
    { customerId: no, name: 'Cy No', why: 'Said no' },
    { customerId: none, name: 'Di Nowhere', why: 'No postal address' },
    { customerId: aside, name: 'Ed Aside', why: 'Put aside' },
  ])
  expect(leftCount).toBe(3)
  expect(await t.problem('customers.labels', { customerIds: [no], form: 'DL' })).toMatchObject({
    code: 'nobody',
    message: 'Of those chosen nobody can be written to by post: Said no. Nothing was printed.',
  })
})

test('without a choice all who get no mail are meant: no address, never asked, a no, or mail that came back', async () => {
  const t = await testShop()
  const add = async (name: string, email: string) =>
    (await t.call('customers.save', { name, email, ...at })).id
  const reads = await add('Reads', 'reads@example.org')
  const dead = await add('Dead', 'dead@example.org')
  await add('Unasked', 'unasked@example.org')
  await add('Without', '')
  await t.call('customers.save', { name: 'Nowhere', email: '' })
  await t.call('customers.setConsent', { customerIds: [reads, dead], answer: 'yes', source: 'asked' })
  await t.call('customers.addressDead', { customerId: dead, channel: 'email', isDead: true })
  const { html, count } = await t.call('customers.labels', { form: '5160' })
  expect(count).toBe(3)
  for (const name of ['Dead', 'Unasked', 'Without']) expect(html).toContain(`>${name}<`)
  expect(html).not.toContain('>Reads<')
})

test('an envelope has the shop as its sender where that is wanted', async () => {
  const t = await testShop()
  await t.call('shop.change', { name: 'Corner Shop', address: 'Markt 1, 10117 Berlin' })
  const { id } = await t.call('customers.save', { name: 'Anna Berg', ...at })
  const envelope = async (sender: boolean) =>
    (await t.call('customers.labels', { customerIds: [id], form: 'C6', sender })).html
  expect(await envelope(true)).toMatch(/Corner Shop<\/p>\s*<p dir="auto">Markt 1/)
  expect(await envelope(false)).not.toContain('Corner Shop')
})
