import { expect, test } from 'vitest'
import { firstCode, lastCode, optOutCode, optOutCodesIn } from '../../../src/core/newsletter/opt-out.ts'
import { readerOf } from '../../../src/main/newsletter/audience.ts'
import { newsletterShop, type NewsletterShop } from '../../support/newsletter-shop.ts'
import { codesInDrafts } from '../../support/opt-out-codes.ts'

const add = async (t: NewsletterShop, name: string, email: string) => {
  const { id } = await t.call('customers.save', { name, email })
  await t.call('customers.setConsent', { customerIds: [id], answer: 'yes', source: 'at the till' })
  return id
}

const recipients = async (t: NewsletterShop) => (await t.call('newsletter.audience', {})).recipients

test('each reader has a code of their own for ever: random, and the same in each letter', async () => {
  const t = await newsletterShop()
  await add(t, 'Anna', 'anna@x.example')
  const anna = (await codesInDrafts(t.call)).get('anna@x.example')!
  await add(t, 'Ben', 'ben@x.example')
  const codes = await codesInDrafts(t.call)
  expect(codes.get('anna@x.example')).toBe(anna)
  expect(new Set(codes.values()).size).toBe(2)
  for (const [id, address] of [...codes.keys()].entries())
    expect(await readerOf(t.shop.reader, id + 1)).toMatchObject({ address, optOutCode: codes.get(address) })
  for (const code of codes.values()) {
    const [number = 0] = optOutCodesIn(code).numbers
    expect(number).toBeGreaterThanOrEqual(firstCode)
    expect(number).toBeLessThanOrEqual(lastCode)
  }
  // Undoing the export takes the mark back, not the codes: the mails may be out.
  await t.call('shop.undo', {})
  expect(await t.call('newsletter.optOut', { text: anna })).toMatchObject({ name: 'Anna' })
})

test('the code of somebody who is gone opts out nobody else, and keeps their address from mail', async () => {
  const t = await newsletterShop()
  const anna = await add(t, 'Anna', 'anna@x.example')
  const code = (await codesInDrafts(t.call)).get('anna@x.example')!
  // The letter's mark, the yes, and Anna herself are taken back; Bob comes after her.
  for (let n = 0; n < 4; n++) await t.call('shop.undo', {})
  expect((await t.call('customers.search', {})).total).toBe(0)
  const bob = await add(t, 'Bob', 'bob@x.example')
  expect(bob).not.toBe(anna)
  expect(await t.call('newsletter.optOut', { text: code })).toEqual({
    customerId: anna,
    name: 'anna@x.example',
  })
  expect(await recipients(t)).toBe(1)
  await add(t, 'Anna again', 'ANNA@x.example').catch((error: unknown) => {
    expect(String(error)).toContain('said-no')
  })
  expect(await recipients(t)).toBe(1)
})

test('a no by code is the customer’s own: no undo of the owner’s turns it, only asking them again', async () => {
  const t = await newsletterShop()
  const anna = await add(t, 'Anna', 'anna@x.example')
  const paul = await add(t, 'Paul', 'anna@x.example')
  const code = (await codesInDrafts(t.call)).get('anna@x.example')!
  for (let again = 0; again < 2; again++) {
    await t.call('newsletter.optOut', { text: code })
    await t.call('shop.undo', {})
    expect(await recipients(t)).toBe(0)
    for (const customerId of [anna, paul])
      expect((await t.call('customers.one', { customerId })).mailConsent).toBe('no')
  }
  await t.call('shop.redo', {})
  expect(await recipients(t)).toBe(0)
  await t.call('customers.setConsent', {
    customerIds: [anna],
    answer: 'yes',
    source: 'asked at the till',
    day: (await t.call('customers.one', { customerId: anna })).refusal!.day,
  })
  expect((await t.call('customers.one', { customerId: anna })).mailConsent).toBe('yes')
})

test('who has moved is opted out at the old address and the new', async () => {
  const t = await newsletterShop()
  const anna = await add(t, 'Anna', 'anna@x.example')
  const code = (await codesInDrafts(t.call)).get('anna@x.example')!
  await t.call('customers.save', { customerId: anna, email: 'anna@new.example' })
  await t.call('newsletter.optOut', { text: `Re: Newsletter\n> ${code.toLowerCase()}` })
  for (const email of ['anna@x.example', 'anna@new.example']) {
    const { id } = await t.call('customers.save', { name: `Other at ${email}`, email })
    expect((await t.call('customers.one', { customerId: id })).mailConsent).toBe('no')
  }
})

test('a code that was never given out is said to be so', async () => {
  const t = await newsletterShop()
  await add(t, 'Anna', 'anna@x.example')
  const unknown = {
    code: 'no-customer',
    message: expect.stringContaining('never gave out this code') as string,
  }
  expect(await t.problem('newsletter.optOut', { text: optOutCode(firstCode + 5) })).toMatchObject(unknown)
  // Ids are no codes any more.
  expect(await t.problem('newsletter.optOut', { text: optOutCode(1) })).toMatchObject(unknown)
  expect(await t.problem('newsletter.optOut', { text: 'Stop, please' })).toMatchObject({ code: 'no-code' })
})
