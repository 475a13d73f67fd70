import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { preparePlace } from '../../../src/main/backups/second-place.ts'
import { done, kept, type Kept } from '../../support/kept-shop.ts'
import { temporaryFolder } from '../../support/shop.ts'

const add = (t: Kept, name: string) => done(t.shopFile.call('customers.save', { name }))

test('asked for, a backup is made and listed, and the window is told', async () => {
  const t = await kept()
  const list = await done(t.keeper.now())
  expect(list).toMatchObject({
    working: false,
    problem: null,
    place: null,
    byItself: true,
    backups: [
      { madeAtMs: t.now, verified: true, why: 'asked', shop: 'Corner Shop', here: true, second: false },
    ],
  })
  expect(list.backups[0]!.bytes).toBeGreaterThan(0)
  expect(t.heard).toContainEqual(['backups.list', 'backups.state'])
})

test('a restore is said, done, and undone, while calls wait for it', async () => {
  const t = await kept()
  await add(t, 'Anna')
  const [backup] = (await done(t.keeper.now())).backups
  t.now += 3_600_000
  await add(t, 'Bert')
  expect(await done(t.keeper.preview(backup!.id))).toMatchObject({ changesSince: 1 })

  const names = async () =>
    (
      (await done(t.shopFile.call('customers.search', { text: '' }))) as { rows: { name: string }[] }
    ).rows.map(({ name }) => name)
  const [state, seen] = await Promise.all([done(t.keeper.restore(backup!.id)), names()])
  expect(state).toMatchObject({ state: 'open', file: 'shop.wellkept' })
  expect([['Anna'], ['Anna', 'Bert']]).toContainEqual(seen)
  expect(await names()).toEqual(['Anna'])
  expect(t.heard).toContain('all')

  const notes = (await done(t.shopFile.call('backups.notes', {}))) as { restored: { before: string } }
  await done(t.keeper.restore(notes.restored.before))
  expect(await names()).toEqual(['Anna', 'Bert'])
})

test('a backup that fails is said, keeps the good ones, and is forgotten when the next succeeds', async () => {
  const t = await kept()
  await done(t.keeper.now())
  const aside = join(t.folder, 'aside')
  renameSync(t.backups, aside)
  writeFileSync(t.backups, 'a file where the folder should be')
  expect(await t.keeper.now()).toMatchObject({ ok: false, problem: { code: 'no-access' } })
  expect((await t.keeper.state()).problem).toMatchObject({ code: 'no-access' })
  rmSync(t.backups)
  renameSync(aside, t.backups)
  expect((await done(t.keeper.now())).backups).toHaveLength(1)
  expect((await t.keeper.state()).problem).toBe(null)
})

test('a second place that is away is said with the day of its last copy', async () => {
  const t = await kept()
  const place = join(t.folder, 'STICK')
  mkdirSync(place)
  await done(preparePlace(place))
  await done(t.keeper.now())
  const list = await done(t.keeper.choosePlace(place))
  expect(list.place).toEqual({ name: 'STICK', away: false, copiedAtMs: t.now, problem: null })
  expect(list.backups).toMatchObject([{ here: true, second: true }])
  const copied = t.now
  renameSync(place, `${place}-out`)
  t.now += 86_400_000
  expect((await done(t.keeper.now())).place).toEqual({
    name: 'STICK',
    away: true,
    copiedAtMs: copied,
    problem: null,
  })
  expect((await t.keeper.state()).place).toMatchObject({ away: true })
  expect((await done(t.keeper.choosePlace(''))).place).toBe(null)
})

test('the day’s backup is made when it is missing, a failed one is tried again, and the second place catches up', async () => {
  const t = await kept()
  const made = async () =>
    (await t.keeper.list()).backups.map(({ why, madeAtMs }) => `${why} ${madeAtMs - t.now}`)
  await t.keeper.look()
  expect(await made()).toEqual(['daily 0'])
  t.now += 3_600_000
  await t.keeper.look()
  expect(await made()).toEqual(['daily -3600000'])

  t.now += 86_400_000
  const aside = join(t.folder, 'aside')
  renameSync(t.backups, aside)
  writeFileSync(t.backups, 'a file where the folder should be')
  await t.keeper.look()
  expect((await t.keeper.state()).problem).toMatchObject({ code: 'no-access' })
  rmSync(t.backups)
  renameSync(aside, t.backups)
  await t.keeper.look()
  expect((await t.keeper.state()).problem).toBe(null)
  expect(await made()).toEqual(['daily 0', 'daily -90000000'])

  const place = join(t.folder, 'STICK')
  mkdirSync(place)
  await done(preparePlace(place))
  renameSync(place, `${place}-out`)
  expect((await done(t.keeper.choosePlace(place))).place).toMatchObject({ away: true })
  renameSync(`${place}-out`, place)
  await t.keeper.look()
  expect((await t.keeper.list()).backups.map(({ second }) => second)).toEqual([true, true])
})

test('the sample shop is not backed up by itself', async () => {
  const t = await kept()
  await done(t.shopFile.openSample(async () => 'cancel'))
  expect((await t.keeper.state()).byItself).toBe(false)
  await t.keeper.look()
  expect((await t.keeper.list()).backups).toEqual([])
})

test('at closing there is a last backup of a day on which something was changed', async () => {
  const t = await kept()
  await t.keeper.atClose()
  expect((await t.keeper.list()).backups).toMatchObject([{ why: 'closing' }])
  t.now += 60_000
  await t.keeper.atClose()
  expect((await t.keeper.list()).backups).toHaveLength(1)
  await add(t, 'Anna')
  await t.keeper.atClose()
  // The newest of the day takes the place of the one before.
  expect((await t.keeper.list()).backups).toMatchObject([{ why: 'closing', madeAtMs: t.now }])
})

test('a shop that is left for another gets its last backup if it was changed, and each its own', async () => {
  const t = await kept()
  const second = join(t.folder, 'second.wellkept')
  const made = async () => {
    await t.keeper.noteLeft('')
    return readdirSync(t.backups)
      .filter((name) => name.endsWith('.backup'))
      .map((name) => name.split('.')[0])
  }
  await done(t.shopFile.startNew(async () => second))
  expect(await made()).toEqual(['shop'])
  // Nothing was changed here, so leaving it makes none, and neither does closing what was not changed since.
  await done(t.shopFile.change(join(t.folder, 'shop.wellkept')))
  await t.keeper.atClose()
  expect(await made()).toEqual(['shop'])
  await done(t.shopFile.change(second))
  await done(t.shopFile.call('shop.setUp', { name: 'Second', country: 'DE', zone: 'Europe/Berlin' }))
  await t.keeper.atClose()
  expect(new Set(await made())).toEqual(new Set(['second', 'shop']))
})

test('the last backup of a shop that was left is tried again until it succeeds, and said nowhere else', async () => {
  const t = await kept()
  writeFileSync(t.backups, 'a file where the folder should be')
  await done(t.shopFile.startNew(async () => join(temporaryFolder(), 'second.wellkept')))
  await t.keeper.noteLeft(join(t.folder, 'shop.wellkept'))
  expect((await t.keeper.state()).problem).toBe(null)
  rmSync(t.backups)
  await t.keeper.look()
  expect(readdirSync(t.backups).filter((name) => name.endsWith('.backup'))).toHaveLength(1)
})

test('packing the shop says so in both files, and taking it in opens a shop of its own', async () => {
  const t = await kept()
  await add(t, 'Anna')
  const usb = temporaryFolder()
  const packed = await done(t.keeper.pack(usb))
  expect(readdirSync(usb)).toEqual([packed.file])
  expect(await done(t.shopFile.call('backups.notes', {}))).toMatchObject({ movedOutAtMs: t.now })
  const taken = await done(t.keeper.takeIn(join(usb, packed.file), t.folder))
  expect(taken.settings).toEqual({ theme: 'dark' })
  expect(await done(t.shopFile.change(taken.path))).toMatchObject({
    state: 'open',
    file: 'Corner Shop.wellkept',
  })
  // Back to the old one: it asks.
  expect(await t.shopFile.change(join(t.folder, 'shop.wellkept'))).toMatchObject({
    problem: { code: 'moved' },
  })
})
