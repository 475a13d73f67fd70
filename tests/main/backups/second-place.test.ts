import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listBackups } from '../../../src/main/backups/folder.ts'
import { run } from '../../../src/main/backups/jobs.ts'
import { allBackups } from '../../../src/main/backups/look.ts'
import { catchUp, folderIn, preparePlace } from '../../../src/main/backups/second-place.ts'
import { temporaryFolder, testShop, type TestShop } from '../../support/shop.ts'
import { backUp, flipByte } from '../../support/shop-files.ts'

const zone = 'Europe/Berlin'
const day = 24 * 3_600_000

async function withPlace() {
  const t = await testShop()
  const place = temporaryFolder()
  expect(await preparePlace(place)).toEqual({ ok: true, value: null })
  return { t, place, about: (now = t.now) => ({ path: t.shop.path, place, now, zone }) }
}

const there = async (t: TestShop, place: string) =>
  (await listBackups(t.shop.path, folderIn(place))).map(({ id }) => id)

test('a backup is copied to the second place, checked, and stands in both', async () => {
  const { t, place, about } = await withPlace()
  expect(await run({ job: 'keep', ...about(), why: 'daily' })).toEqual({ ok: true, value: { place: null } })
  const [here] = await listBackups(t.shop.path)
  const [copy] = await listBackups(t.shop.path, folderIn(place))
  expect(readFileSync(copy!.path)).toEqual(readFileSync(here!.path))
  expect(copy!.manifest).toEqual(here!.manifest)
  expect(await allBackups(about())).toMatchObject([
    { id: here!.id, here: true, second: true, verified: true },
  ])
})

test('a place that is away is said, the backup is made all the same, and it is caught up when it is back', async () => {
  const { t, place, about } = await withPlace()
  const out = `${place}-out`
  renameSync(place, out)
  for (let n = 0; n < 3; n++)
    expect(await run({ job: 'keep', ...about(t.now + n * day), why: 'daily' })).toMatchObject({
      ok: true,
      value: { place: { code: 'place-away' } },
    })
  expect(existsSync(place)).toBe(false)
  renameSync(out, place)
  expect(await run({ job: 'catch-up', ...about() })).toEqual({ ok: true, value: null })
  expect(await there(t, place)).toEqual((await listBackups(t.shop.path)).map(({ id }) => id))
  expect(await there(t, place)).toHaveLength(3)
})

test('another stick in the same slot is not the place', async () => {
  const { t, place, about } = await withPlace()
  rmSync(folderIn(place), { recursive: true })
  expect(await run({ job: 'keep', ...about(), why: 'daily' })).toMatchObject({
    value: { place: { code: 'place-away' } },
  })
  expect(readdirSync(place)).toEqual([])
  expect(await listBackups(t.shop.path)).toHaveLength(1)
})

test('a copy that is cut short is made again, and a backup that is damaged here is not passed on', async () => {
  const { t, place } = await withPlace()
  const first = await backUp(t)
  expect(await catchUp(t.shop.path, place, zone)).toEqual({ ok: true, value: null })
  writeFileSync(join(folderIn(place), first.id), 'cut')
  t.now += day
  const second = await backUp(t)
  flipByte(second.path)
  expect(await catchUp(t.shop.path, place, zone)).toMatchObject({ problem: { code: 'backup-damaged' } })
  expect(await there(t, place)).toEqual([first.id])
  expect(readFileSync(join(folderIn(place), first.id))).toEqual(readFileSync(first.path))
  expect(readdirSync(folderIn(place)).filter((name) => name.includes('partial'))).toEqual([])
})

test('the second place is thinned as the first, and nothing is copied only to be dropped', async () => {
  const { t, place, about } = await withPlace()
  for (let n = 0; n < 16; n++) await run({ job: 'keep', ...about(t.now + n * day), why: 'daily' })
  const ids = (await listBackups(t.shop.path)).map(({ id }) => id)
  expect(await there(t, place)).toEqual(ids)
  expect(ids.length).toBeLessThan(16)
})

test('a new PC goes on where the old one’s copies end', async () => {
  const { t, place, about } = await withPlace()
  await run({ job: 'keep', ...about(t.now + 400 * day), why: 'daily' })
  // The new PC: the same shop, no backups of its own, and a clock that is right.
  rmSync(join(t.folder, 'backups'), { recursive: true })
  await run({ job: 'keep', ...about(), why: 'daily' })
  const [newest] = await listBackups(t.shop.path)
  expect((await there(t, place))[0]).toBe(newest!.id)
  expect(await there(t, place)).toHaveLength(2)
})
