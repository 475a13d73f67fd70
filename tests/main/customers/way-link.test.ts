import { expect, test } from 'vitest'
import { testShop } from '../../support/shop.ts'

test('a way is opened as it is on file now, and a number of home is that of the shop’s country', async () => {
  const t = await testShop()
  await t.call('customers.save', {
    name: 'Anna',
    email: 'anna@example.com',
    phone: '0171 2345678, 030 123456',
  })
  const url = async (by: 'call' | 'whatsapp' | 'mail', to: string) =>
    (await t.call('customers.wayLink', { customerId: 1, by, to })).url
  expect(await url('mail', 'anna@example.com')).toBe('mailto:anna@example.com')
  expect(await url('call', '030 123456')).toBe('tel:+4930123456')
  expect(await url('whatsapp', '0171 2345678')).toBe('https://wa.me/491712345678')
  const problem = (customerId: number, to: string, by: 'call' | 'mail' = 'call') =>
    t.problem('customers.wayLink', { customerId, by, to })
  expect(await problem(1, '0900 666666')).toMatchObject({ code: 'no-way' })
  // An address is no number: the way is asked for as a whole.
  expect(await problem(1, '030 123456', 'mail')).toMatchObject({ code: 'no-way' })
  expect(await problem(9, '030 123456')).toMatchObject({ code: 'no-customer' })
})

test('where no country’s code can be known a messenger says what it needs, and a call goes as it is dialled', async () => {
  const t = await testShop()
  await t.call('customers.save', { name: 'Anna', phone: '1234567890123456' })
  const way = { customerId: 1, to: '1234567890123456' }
  expect(await t.problem('customers.wayLink', { ...way, by: 'signal' })).toMatchObject({
    code: 'no-country',
    message: expect.stringMatching(/Nothing was opened\. Write it with \+/),
  })
  expect((await t.call('customers.wayLink', { ...way, by: 'text' })).url).toBe('sms:1234567890123456')
})
