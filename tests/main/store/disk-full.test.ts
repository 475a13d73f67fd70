import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dispatch } from '../../../src/main/store/dispatch.ts'
import { openShop } from '../../../src/main/store/open.ts'
import type { OpenShop } from '../../../src/main/store/shop.ts'
import { runs } from '../../support/runs.ts'
import { temporaryFolder } from '../../support/shop.ts'
import { smallDisk } from '../../support/small-disk.ts'

async function open(path: string): Promise<OpenShop> {
  const opened = await openShop(path, { create: true })
  if (!opened.ok) throw new Error(opened.problem.message)
  return opened.value
}

const call = async (shop: OpenShop, name: string, input: unknown) =>
  (await dispatch(shop, name, input, { now: 0 })).result

const setUp = (shop: OpenShop) =>
  call(shop, 'shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })

/** A table of so many customers, on another disk. */
function customerFile(count: number): string {
  const path = join(temporaryFolder(), 'customers.csv')
  const lines = Array.from({ length: count }, (_, n) => `Customer ${n},c${n}@x.example,${'note '.repeat(40)}`)
  writeFileSync(path, `name,email,notes\n${lines.join('\n')}\n`)
  return path
}

const total = async (shop: OpenShop): Promise<number> => {
  const found = await call(shop, 'customers.search', { text: '' })
  if (!found.ok) throw new Error(found.problem.message)
  return (found.value as { total: number }).total
}

test('a full disk is named, nothing is half-done, and there is room again', async () => {
  const disk = smallDisk(3_000_000)
  if (!disk) return
  const shop = await open(join(disk.folder, 'shop.wellkept'))
  await setUp(shop)
  disk.fill()
  const refused = await call(shop, 'customers.save', { name: 'x'.repeat(200), notes: 'y'.repeat(10_000) })
  expect(refused).toMatchObject({ ok: false, problem: { code: 'disk-full' } })
  expect(refused.ok || refused.problem.message).toContain(`“${disk.folder}” is full`)
  expect(await total(shop)).toBe(0)
  expect(await call(shop, 'shop.details', {})).toMatchObject({ ok: true, value: { name: 'Corner Shop' } })
  disk.clear()
  expect(await call(shop, 'customers.save', { name: 'Anna' })).toMatchObject({ ok: true })
  expect(await total(shop)).toBe(1)
  await shop.close()
})

test('with no byte free a shop opens to read, says so, is searched and closed, and works when there is room', async () => {
  const disk = smallDisk(3_000_000)
  if (!disk) return
  const path = join(disk.folder, 'shop.wellkept')
  const first = await open(path)
  await setUp(first)
  await call(first, 'customers.save', { name: 'Anna' })
  await first.close()
  disk.fill()
  for (const _round of [1, 2]) {
    const shop = await open(path)
    expect(shop.notices).toMatchObject([{ code: 'disk-full' }])
    expect(shop.notices[0]!.message).toContain(disk.folder)
    expect(await call(shop, 'customers.search', { text: 'ann' })).toMatchObject({
      ok: true,
      value: { total: 1 },
    })
    expect(shop.check()).toMatchObject({ ok: true })
    expect(await call(shop, 'customers.save', { name: 'Bert' })).toMatchObject({
      ok: false,
      problem: { code: 'disk-full' },
    })
    await shop.close()
  }
  const shop = await open(path)
  disk.clear()
  expect(await call(shop, 'customers.save', { name: 'Bert' })).toMatchObject({ ok: true })
  await shop.close()
  const next = await open(path)
  expect(next.notices).toEqual([])
  expect(await total(next)).toBe(2)
  await next.close()
})

test('wherever the disk becomes full, an import is there whole or not at all', async () => {
  const file = customerFile(800)
  const ended = { whole: 0, refused: 0 }
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 700 }), async (pages) => {
      const disk = smallDisk(6_000_000)
      if (!disk) return
      const path = join(disk.folder, 'shop.wellkept')
      const shop = await open(path)
      await setUp(shop)
      disk.fill(pages * 4096)
      const result = await call(shop, 'customers.importFile', { path: file, commit: true })
      if (!result.ok) expect(result.problem.code).toBe('disk-full')
      ended[result.ok ? 'whole' : 'refused']++
      expect(await total(shop)).toBe(result.ok ? 800 : 0)
      disk.clear()
      expect(await call(shop, 'customers.save', { name: 'Later' })).toMatchObject({ ok: true })
      await shop.close()
      const again = await open(path)
      expect(again.check()).toMatchObject({ ok: true })
      expect(await total(again)).toBe(result.ok ? 801 : 1)
      await again.close()
      disk.end()
    }),
    runs(10),
  )
  console.log(`imports on a filling disk: ${ended.whole} whole, ${ended.refused} refused`)
})
