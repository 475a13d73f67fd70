import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { restore } from '../../../src/main/backups/restore.ts'
import type { Output, Sent } from '../../../src/core/calls.ts'
import { channels } from '../../../src/core/customers/reach.ts'
import { backUp, workIn } from '../../support/shop-files.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

const source = 'asked at the counter'
const dayMs = 86_400_000

type Answers = Readonly<Record<string, string>>
type Ask = (
  name: 'customers.consent',
  input: Sent<'customers.consent'>,
) => Promise<Output<'customers.consent'>>

const answersOf = async (ask: Ask, customerId: number): Promise<Answers> =>
  Object.fromEntries(
    (await ask('customers.consent', { customerId })).channels.map(({ channel, answer }) => [channel, answer]),
  )
const mail = async (t: TestShop, customerId: number) => (await answersOf(t.call, customerId))['email']

/** Anna and Bea said yes to everything; `bea` is Bea's mail address. */
async function annaAndBea(bea: string) {
  const t = await testShop()
  const { id: annaId } = await t.call('customers.save', {
    name: 'Anna Berg',
    email: 'a@x.example',
    phone: '030 1111111',
  })
  const { id: beaId } = await t.call('customers.save', {
    name: 'Bea Klein',
    email: bea,
    phone: '040 2222222',
  })
  for (const channel of channels)
    await t.call('customers.setConsent', { customerIds: [annaId, beaId], channel, answer: 'yes', source })
  return { t, annaId, beaId }
}

async function list(t: TestShop, line: string): Promise<number> {
  const path = join(t.folder, 'list.csv')
  writeFileSync(path, `Name;Phone;E-mail;Newsletter\n${line}\n`)
  return (await t.answer('customers.importFile', { path, commit: true })).act?.id ?? 0
}

const merged = async (t: TestShop, keepId: number, goneId: number): Promise<number> =>
  (await t.answer('customers.merge', { keepId, goneId })).act!.id

test('the no of who was merged reaches whoever has an address of theirs, as a first or a further one', async () => {
  const { t, annaId, beaId } = await annaAndBea('b@x.example')
  const people = [
    { name: 'Cora Ohm', email: 'c@x.example', otherMails: 'b@x.example' },
    { name: 'Dora Wirth', email: 'b@x.example' },
  ]
  const ids: number[] = []
  for (const person of people) ids.push((await t.call('customers.save', person)).id)
  await t.call('customers.setConsent', { customerIds: ids, answer: 'yes', source })
  await t.call('customers.setConsent', { customerIds: [annaId], answer: 'no', source })
  expect(await Promise.all(ids.map((id) => mail(t, id)))).toEqual(['yes', 'yes'])
  await merged(t, beaId, annaId)
  expect(await Promise.all(ids.map((id) => mail(t, id)))).toEqual(['no', 'no'])
  for (const [only, total] of [
    ['no', 3],
    ['yes', 0],
  ] as const)
    expect(await t.call('customers.search', { only })).toMatchObject({ total })
  expect(await t.call('newsletter.audience', {})).toMatchObject({ recipients: 0 })
  const { channels: byChannel } = await t.call('customers.consent', { customerId: ids[0]! })
  expect(byChannel[0]).toMatchObject({ beside: expect.stringContaining('Bea Klein') })
})

test.each(['b@x.example', ''])(
  'a no of a list to who was merged is theirs when both are undone, and nobody else’s (mail “%s”)',
  async (bea) => {
    const { t, annaId, beaId } = await annaAndBea(bea)
    const merge = await merged(t, annaId, beaId)
    const told = await list(t, `Bea Klein;040 2222222;${bea};no`)
    expect(await mail(t, annaId)).toBe('no')
    await t.call('shop.undo', { actId: told })
    await t.call('shop.undo', { actId: merge })
    expect([await mail(t, annaId), await mail(t, beaId)]).toEqual(['yes', 'no'])
    await t.call('customers.save', { customerId: beaId, email: 'new@x.example' })
    const both = { customerIds: [annaId, beaId], answer: 'yes' as const, source }
    expect(await t.call('customers.setConsent', both)).toMatchObject({ changed: 1, refused: 1 })
    expect(await mail(t, beaId)).toBe('no')
    // The list says it again: it is the same no, and stays hers.
    await list(t, `Bea Klein;040 2222222;${bea};no`)
    expect([await mail(t, annaId), await mail(t, beaId)]).toEqual(['yes', 'no'])
  },
)

test('a no that a list said while two were apart holds when they are made one again', async () => {
  const { t, annaId, beaId } = await annaAndBea('')
  const merge = await merged(t, annaId, beaId)
  await t.call('shop.undo', { actId: merge })
  const told = await list(t, 'Bea Klein;040 2222222;;no')
  await t.call('shop.undo', { actId: told })
  await t.call('shop.redo', { actId: merge })
  expect(await mail(t, annaId)).toBe('no')
  expect((await t.call('newsletter.audience', {})).recipients).toBe(0)
  // Who is asked alone has the last word, also over the no of who was merged.
  await t.call('customers.setConsent', { customerIds: [annaId], answer: 'yes', source, day: '2026-11-23' })
  expect(await mail(t, annaId)).toBe('yes')
})

test('who says a no by hand after a merge may be each of the two', async () => {
  const { t, annaId, beaId } = await annaAndBea('b@x.example')
  const backup = await backUp(t)
  t.now += dayMs
  await merged(t, annaId, beaId)
  await t.call('customers.setConsent', { customerIds: [annaId], answer: 'no', source })
  await t.shop.close()
  await restore(t.shop.path, backup, t.now)
  const told = await workIn(t.shop.path, t.now, async (call) => [
    (await answersOf(call, annaId))['email'],
    (await answersOf(call, beaId))['email'],
  ])
  expect(told).toEqual(['no', 'no'])
})

const noes: Answers = { email: 'no', phone: 'no', post: 'no', message: 'no' }
const yeses: Answers = { email: 'yes', phone: 'yes', post: 'yes', message: 'yes' }

test.each(['merged', 'merged and erased', 'moved, merged'])(
  'a backup of before a merge gives the no back to who said it: %s',
  async (since) => {
    const { t, annaId, beaId } = await annaAndBea('b@x.example')
    const backup = await backUp(t)
    t.now += dayMs
    if (since.startsWith('moved'))
      await t.call('customers.save', { customerId: beaId, email: 'b2@x.example' })
    for (const channel of channels)
      await t.call('customers.setConsent', { customerIds: [beaId], channel, answer: 'no', source })
    await merged(t, annaId, beaId)
    if (since.endsWith('erased')) await t.call('customers.erase', { customerId: annaId })
    await t.shop.close()
    await restore(t.shop.path, backup, t.now)
    const [anna, bea] = await workIn(t.shop.path, t.now, async (call) => [
      await answersOf(call, annaId),
      await answersOf(call, beaId),
    ])
    expect(bea).toEqual(noes)
    // Of who was erased as one nobody can tell who of the two it was.
    expect(anna).toEqual(since.endsWith('erased') ? noes : yeses)
  },
)

test('a no said after a merge was undone reaches a backup in which it stands', async () => {
  const { t, annaId, beaId } = await annaAndBea('')
  const merge = await merged(t, annaId, beaId)
  const backup = await backUp(t)
  t.now += dayMs
  await t.call('shop.undo', { actId: merge })
  await t.call('customers.setConsent', { customerIds: [beaId], answer: 'no', source })
  await t.shop.close()
  await restore(t.shop.path, backup, t.now)
  expect((await workIn(t.shop.path, t.now, (call) => answersOf(call, annaId)))['email']).toBe('no')
})
