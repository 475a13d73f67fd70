import { expect, test } from 'vitest'
import { testShop, type TestShop } from '../../support/shop.ts'

const max = { name: 'Max Lee', phone: '030 555001' }
const source = 'list at the counter'
type Answers = Readonly<Record<string, string>>

const answers = async (t: TestShop, customerId: number): Promise<Answers> =>
  Object.fromEntries(
    (await t.call('customers.consent', { customerId })).channels.map(({ channel, answer }) => [
      channel,
      answer,
    ]),
  )

/** Max said no to mail and was erased; Zeno, who never said anything, is on file. */
async function erasedMax() {
  const t = await testShop()
  const { id } = await t.call('customers.save', { ...max, email: 'old@x.example' })
  await t.call('customers.setConsent', { customerIds: [id], answer: 'no', source })
  await t.call('customers.erase', { customerId: id })
  const zeno = await t.call('customers.save', {
    name: 'Zeno Quast',
    phone: '0171 998877',
    email: 'z@x.example',
  })
  return { t, zeno: zeno.id }
}

const again: Readonly<Record<string, (t: TestShop) => Promise<number>>> = {
  'by hand': async (t) => (await t.call('customers.save', { ...max, email: 'new@x.example' })).id,
  'by a promise': async (t) => {
    await t.call('promises.make', { ...max, what: 'Cake', told: '2026-11-25' })
    const [row] = (await t.call('customers.search', { text: 'max' })).rows
    await t.call('customers.save', { customerId: row!.id, email: 'new@x.example' })
    return row!.id
  },
  'by an edit': async (t) => {
    const { id } = await t.call('customers.save', { name: 'M. L.' })
    await t.call('customers.save', { customerId: id, ...max, email: 'new@x.example' })
    return id
  },
}

test.each(Object.keys(again))(
  'who said no to mail and was erased is entered %s: the no holds',
  async (how) => {
    const { t, zeno } = await erasedMax()
    const id = await again[how]!(t)
    expect(await answers(t, id)).toMatchObject({ email: 'no' })
    expect(
      await t.call('customers.setConsent', { customerIds: [id, zeno], answer: 'yes', source }),
    ).toMatchObject({ changed: 1, refused: 1 })
    expect(
      await t.problem('customers.setConsent', { customerIds: [id], answer: 'yes', source }),
    ).toMatchObject({
      code: 'said-no',
    })
    // Who is asked alone has the last word.
    await t.call('customers.setConsent', { customerIds: [id], answer: 'yes', source, day: '2026-11-23' })
    expect(await answers(t, id)).toMatchObject({ email: 'yes' })
  },
)

const others = ['phone', 'post', 'message'] as const

async function annaAndMax(phone: string) {
  const t = await testShop()
  const anna = (await t.call('customers.save', { name: 'Anna Berg', phone: '030 111111' })).id
  const other = (await t.call('customers.save', { name: 'Anna Klein', phone })).id
  const no = async () => {
    for (const channel of others)
      await t.call('customers.setConsent', { customerIds: [anna], channel, answer: 'no', source })
  }
  const merge = async () => {
    const { act } = await t.answer('customers.merge', { keepId: anna, goneId: other })
    return act!.id
  }
  return { t, anna, other, no, merge }
}

test.each(['040 222222', ''])(
  'a no to merged people is a no of each when the merge is undone (%s)',
  async (phone) => {
    const { t, anna, other, no, merge } = await annaAndMax(phone)
    const yes = { channel: 'message', answer: 'yes', source } as const
    await t.call('customers.setConsent', { customerIds: [other], ...yes })
    const merged = await merge()
    await no()
    await t.call('shop.undo', { actId: merged })
    for (const id of [anna, other])
      expect(await answers(t, id)).toMatchObject({ phone: 'no', post: 'no', message: 'no' })
    await t.call('shop.redo', { actId: merged })
    await t.call('customers.setConsent', { customerIds: [anna], ...yes, day: '2026-11-23' })
    expect(await answers(t, anna)).toMatchObject({ phone: 'no', message: 'yes' })
  },
)

test('a wrong merge, or a name typed on the wrong page, blocks nobody when it is undone', async () => {
  const { t, anna, other, no, merge } = await annaAndMax('040 222222')
  await no()
  await t.call('shop.undo', { actId: await merge() })
  expect(await answers(t, other)).toMatchObject({ phone: 'unasked', post: 'unasked', message: 'unasked' })
  await t.call('customers.save', { customerId: anna, name: 'Anna Klein', phone: '040 222222' })
  await t.call('shop.undo', {})
  expect(await answers(t, other)).toMatchObject({ phone: 'unasked', post: 'unasked', message: 'unasked' })
  expect(await answers(t, anna)).toMatchObject({ phone: 'no', post: 'no', message: 'no' })
})

test('two are not parted again where an address of theirs got its no since', async () => {
  const t = await testShop()
  const [keepId, goneId] = [
    (await t.call('customers.save', { name: 'Anna Berg', email: 'a@x.example' })).id,
    (await t.call('customers.save', { name: 'Anna Klein', email: 'b@x.example' })).id,
  ]
  await t.call('customers.setConsent', { customerIds: [keepId, goneId], answer: 'yes', source })
  const { act } = await t.answer('customers.merge', { keepId, goneId })
  await t.call('customers.suppress', { email: 'a@x.example' })
  expect(await t.problem('shop.undo', { actId: act!.id })).toMatchObject({ code: 'said-no' })
})
