import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pack, replace, takeIn } from '../../../src/main/backups/move.ts'
import { apartWords, type SameShop } from '../../../src/core/backups/same-shop.ts'
import { noFormats } from '../../../src/core/formats.ts'
import { findSame, stay } from '../../../src/main/backups/same-shop.ts'
import type { CallName, Output, Sent } from '../../../src/core/calls.ts'
import { dispatch } from '../../../src/main/store/dispatch.ts'
import { openShop } from '../../../src/main/store/open.ts'
import { temporaryFolder, testShop, type TestShop } from '../../support/shop.ts'
import { customersIn } from '../../support/shop-files.ts'

const zone = 'Europe/Berlin'
const hour = 3_600_000

interface Moved {
  readonly old: TestShop
  /** The packed file. */
  readonly file: string
  /** The folder of the new PC's shops, and the shop in it. */
  readonly folder: string
  readonly here: string
  /** Makes a call in the shop here, as if the program were started for it. */
  call<N extends CallName>(name: N, input: Sent<N>): Promise<Output<N>>
}

/** A shop with Marie that has moved to another PC. */
async function moved(): Promise<Moved> {
  const old = await testShop()
  await old.call('customers.save', { name: 'Marie', email: 'marie@x.example' })
  await old.call('customers.setConsent', { customerIds: [1], answer: 'yes', source: 'at the counter' })
  const folder = join(temporaryFolder(), 'shops')
  const stick = temporaryFolder()
  const { file } = await pack({
    path: old.shop.path,
    folder: stick,
    settings: { theme: 'dark' },
    now: old.now,
    zone,
  })
  const taken = await takeIn({ path: join(stick, file), folder })
  if (!taken.ok) throw new Error(taken.problem.message)
  const here = taken.value.path
  return {
    old,
    file: join(stick, file),
    folder,
    here,
    async call(name, input) {
      const opened = await openShop(here, { goOn: true })
      if (!opened.ok) throw new Error(opened.problem.message)
      const { result } = await dispatch(opened.value, name, input, { now: old.now + hour })
      await opened.value.close()
      if (!result.ok) throw new Error(result.problem.message)
      return result.value as never
    },
  }
}

async function same({ file, folder }: Moved, known: readonly string[] = []): Promise<SameShop> {
  const found = await findSame(file, known, folder)
  if (!found.ok || !found.value) throw new Error('not recognised')
  return found.value
}

const noOf = async (t: Moved, customerId: number) =>
  (await t.call('customers.one', { customerId })).mailConsent

const refuse = (t: Pick<Moved, 'call'>, customerId: number) =>
  t.call('customers.setConsent', { customerIds: [customerId], answer: 'no', source: 'on the phone' })

test('a file of a shop that is here already is recognised, and it is known which of the two is newer', async () => {
  const t = await moved()
  expect(await same(t)).toEqual({
    path: t.here,
    name: 'Corner Shop',
    isIt: false,
    here: { changes: 0, lastMs: t.old.now },
    file: { changes: 0, lastMs: t.old.now },
    halfTyped: 0,
    packedAtMs: t.old.now,
  })
  await t.call('customers.save', { name: 'Anna' })
  expect(await same(t)).toMatchObject({
    here: { changes: 1, lastMs: t.old.now + hour },
    file: { changes: 0 },
  })
  // Wherever it is kept, and of several copies the one that was changed last.
  const second = await takeIn({ path: t.file, folder: t.folder })
  if (!second.ok) throw new Error(second.problem.message)
  expect(await same(t, [second.value.path])).toMatchObject({ path: t.here })
  expect(await findSame(t.file, [t.here], join(t.folder, 'none'))).toMatchObject({ value: { path: t.here } })
  expect(await findSame(t.here, [], t.folder)).toMatchObject({ value: { path: t.here, isIt: true } })

  const other = await testShop()
  expect(await findSame(other.shop.path, [t.here], t.folder)).toEqual({ ok: true, value: null })
})

test('who stays with the shop here loses nothing of it, and hears the noes of the file', async () => {
  const t = await moved()
  const refusing = await moved()
  await t.call('customers.save', { name: 'Anna' })
  // The same shop on the old PC, worked on and packed once more.
  t.old.now += 2 * hour
  await t.old.call('customers.setConsent', { customerIds: [1], answer: 'no', source: 'by letter' })
  const stick = temporaryFolder()
  const { file } = await pack({ path: t.old.shop.path, folder: stick, settings: {}, now: t.old.now, zone })
  const again = { ...t, file: join(stick, file) }
  expect(await same(again)).toMatchObject({ here: { changes: 1 }, file: { changes: 1 } })
  await stay(t.here, again.file)
  expect(customersIn(t.here)).toEqual(['Anna', 'Marie'])
  expect(await noOf(t, 1)).toBe('no')
  expect(await noOf(refusing, 1)).toBe('yes')
})

test('a file that takes the shop’s place keeps who said no here, and the shop here is backed up first', async () => {
  const t = await moved()
  await refuse(t, 1)
  await t.call('customers.save', { name: 'Anna' })
  await t.call('drafts.keep', { form: 'promise', base: { what: '' }, typed: { what: 'a cake' } })
  const taken = await replace({ path: t.here, from: t.file, now: t.old.now + hour })
  expect(taken).toEqual({ ok: true, value: { path: t.here, settings: { theme: 'dark' } } })
  expect(customersIn(t.here)).toEqual(['Marie'])
  expect(await noOf(t, 1)).toBe('no')
  expect(await t.call('drafts.all', {})).toMatchObject([{ form: 'promise' }])
  const { restored } = await t.call('backups.notes', {})
  expect(restored).toMatchObject({ fromFile: true, fromMs: t.old.now })
  expect(readdirSync(join(t.folder, 'backups'))).toContain(restored!.before)
  // The number of the one who is gone is not given again.
  expect((await t.call('customers.save', { name: 'Bert' })).id).toBe(3)
})

test('where both PCs were worked in, a no is nobody else’s who has the same number', async () => {
  const t = await moved()
  const { id } = await t.call('customers.save', { name: 'Anna', email: 'anna@x.example' })
  await refuse(t, id)
  expect((await t.old.call('customers.save', { name: 'Carl', email: 'carl@x.example' })).id).toBe(id)
  await t.call('drafts.keep', { form: `customer:${id}`, base: { phone: '' }, typed: { phone: '555' } })
  const stick = temporaryFolder()
  const { file } = await pack({ path: t.old.shop.path, folder: stick, settings: {}, now: t.old.now, zone })
  await replace({ path: t.here, from: join(stick, file), now: t.old.now + hour })
  expect(customersIn(t.here)).toEqual(['Carl', 'Marie'])
  expect(await noOf(t, id)).toBe('unasked')
  expect(await t.call('drafts.all', {})).toEqual([])
  const again = await t.call('customers.save', { name: 'Anna', email: 'ANNA@x.example' })
  expect(await noOf(t, again.id)).toBe('no')
})

test('what is half-typed here alone is counted before it would stay behind', async () => {
  const t = await moved()
  const promise = { form: 'promise', base: { what: '' }, typed: { what: 'a cake' } }
  await t.old.call('drafts.keep', { form: 'touch', base: { note: '' }, typed: { note: 'was here' } })
  await t.call('drafts.keep', promise)
  await t.call('customers.save', { name: 'Anna' })
  expect((await same(t)).halfTyped).toBe(0)
  await t.old.call('customers.save', { name: 'Carl' })
  const stick = temporaryFolder()
  const { file } = await pack({ path: t.old.shop.path, folder: stick, settings: {}, now: t.old.now, zone })
  const apart = { ...t, file: join(stick, file) }
  expect((await same(apart)).halfTyped).toBe(1)
  await t.old.call('drafts.keep', promise)
  const later = temporaryFolder()
  const known = await pack({ path: t.old.shop.path, folder: later, settings: {}, now: t.old.now, zone })
  expect((await same({ ...t, file: join(later, known.file) })).halfTyped).toBe(0)
})

test('what is no shop is refused, and a folder that is not there has none', async () => {
  const t = await testShop()
  mkdirSync(join(t.folder, 'shops'))
  expect(await findSame(join(t.folder, 'shops'), [], t.folder)).toMatchObject({ ok: false })
  expect(await findSame(t.shop.path, [join(t.folder, 'gone')], join(t.folder, 'gone'))).toMatchObject({
    value: null,
  })
})

test('the owner is told which one is newer, and what the other lacks', () => {
  const words = (here: number, file: number, packedAtMs: number | null = null, halfTyped = 0) => {
    const side = (changes: number) => ({ changes, lastMs: 1 })
    const shop = {
      path: '',
      name: 'X',
      isIt: false,
      here: side(here),
      file: side(file),
      halfTyped,
      packedAtMs,
    }
    return apartWords(shop, (ms) => `day ${ms}`, noFormats)
  }
  expect(words(0, 0)).toBe('The shop here was last changed on day 1. Both hold the same.')
  expect(words(1, 0, 2)).toBe(
    'The shop here was last changed on day 1. The file was packed on day 2. The shop here is newer: one change made here would be missing in the file.',
  )
  expect(words(2, 1, null, 2)).toContain(
    '2 forms are half-typed here: save what you typed first, or it stays behind',
  )
  expect(words(0, 3)).toContain('The file is newer: it has 3 changes more.')
  expect(words(2, 1)).toContain(
    '2 changes made here would be missing in the file, one change of the file is missing here.',
  )
})
