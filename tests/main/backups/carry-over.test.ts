import { expect, test } from 'vitest'
import { restore } from '../../../src/main/backups/restore.ts'
import { openShop } from '../../../src/main/store/open.ts'
import { dispatch } from '../../../src/main/store/dispatch.ts'
import type { CallName, Output, Sent } from '../../../src/core/calls.ts'
import { testShop } from '../../support/shop.ts'
import { backUp } from '../../support/shop-files.ts'

const source = 'asked at the counter'

test('a backup from before a no brings nobody back into the audience, and no number is given again', async () => {
  const t = await testShop()
  await t.call('customers.save', { name: 'Anna', email: 'anna@x.example' })
  await t.call('customers.setConsent', { customerIds: [1], answer: 'yes', source })
  const backup = await backUp(t)
  t.now += 3_600_000
  await t.call('customers.setConsent', { customerIds: [1], answer: 'no', source: 'on the phone' })
  await t.call('customers.save', { name: 'Bert', email: 'bert@x.example' })
  await t.call('customers.setConsent', { customerIds: [2], answer: 'no', source: 'by mail' })
  await t.shop.close()
  expect(await restore(t.shop.path, backup, t.now)).toEqual({ ok: true, value: null })

  const opened = await openShop(t.shop.path)
  if (!opened.ok) throw new Error(opened.problem.message)
  const call = async <N extends CallName>(name: N, input: Sent<N>): Promise<Output<N>> => {
    const { result } = await dispatch(opened.value, name, input, { now: t.now })
    if (!result.ok) throw new Error(result.problem.message)
    return result.value as Output<N>
  }
  expect(await call('customers.one', { customerId: 1 })).toMatchObject({
    mailConsent: 'no',
    mailConsentSource: 'on the phone',
  })
  expect(await call('newsletter.audience', {})).toMatchObject({ recipients: 0, withoutConsent: 1 })
  const { id } = await call('customers.save', { name: 'Carl', email: 'BERT@x.example' })
  expect(id).toBe(3)
  expect((await call('customers.one', { customerId: id })).mailConsent).toBe('no')
  await opened.value.close()
})
