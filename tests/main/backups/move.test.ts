import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { pack, takeIn } from '../../../src/main/backups/move.ts'
import { openShop } from '../../../src/main/store/open.ts'
import { temporaryFolder, testShop, type TestShop } from '../../support/shop.ts'
import { customersIn } from '../../support/shop-files.ts'

const zone = 'Europe/Berlin'

async function packed(t: TestShop, folder = temporaryFolder()) {
  const file = await pack({ path: t.shop.path, folder, settings: { theme: 'dark' }, now: t.now, zone })
  return { ...file, path: join(folder, file.file) }
}

test('a shop is packed into one file with a clear name, while it is open', async () => {
  const t = await testShop()
  await t.call('shop.change', { name: 'Käse & Brot: die "Ecke"' })
  await t.call('customers.save', { name: 'Anna' })
  const first = await packed(t)
  expect(first.file).toBe('Käse & Brot die Ecke 2026-11-23.wellkept')
  expect(readdirSync(dirname(first.path))).toEqual([first.file])
  expect(customersIn(first.path)).toEqual(['Anna'])
  const second = await packed(t, dirname(first.path))
  expect(second.file).toBe('Käse & Brot die Ecke 2026-11-23 (2).wellkept')
})

test('the packed file is a question until it is taken in, and then it is a shop like every other', async () => {
  const t = await testShop()
  await t.call('customers.save', { name: 'Anna' })
  const { path } = await packed(t)
  const bytes = readFileSync(path)
  expect(await openShop(path)).toMatchObject({ problem: { code: 'moved' } })

  const shops = join(temporaryFolder(), 'shops')
  const taken = await takeIn({ path, folder: shops })
  if (!taken.ok) throw new Error(taken.problem.message)
  expect(taken.value).toEqual({ path: join(shops, 'Corner Shop.wellkept'), settings: { theme: 'dark' } })
  expect(readFileSync(path)).toEqual(bytes)
  expect(readdirSync(shops)).toEqual(['Corner Shop.wellkept'])
  const opened = await openShop(taken.value.path)
  if (!opened.ok) throw new Error(opened.problem.message)
  await opened.value.close()
  expect(customersIn(taken.value.path)).toEqual(['Anna'])
})

test('on the old PC the shop is asked about at the next start, and goes on when the owner says so', async () => {
  const t = await testShop()
  await t.call('shop.noteMovedOut', {})
  expect(await t.call('backups.notes', {})).toEqual({ restored: null, movedOutAtMs: t.now })
  // Ctrl+Z takes back what the owner did in the shop, not that it was packed.
  expect(await t.call('shop.acts', {})).toHaveLength(1)
  await t.shop.close()
  expect(await openShop(t.shop.path)).toMatchObject({ problem: { code: 'moved' } })
  const again = await openShop(t.shop.path, { goOn: true })
  if (!again.ok) throw new Error(again.problem.message)
  await again.value.close()
  const next = await openShop(t.shop.path)
  if (!next.ok) throw new Error(next.problem.message)
  await next.value.close()
})

test('an ordinary shop file from another PC is taken in too, under a name that is free', async () => {
  const t = await testShop()
  await t.call('customers.save', { name: 'Anna' })
  const shops = temporaryFolder()
  const first = await takeIn({ path: t.shop.path, folder: shops })
  const second = await takeIn({ path: t.shop.path, folder: shops })
  if (!first.ok || !second.ok) throw new Error('refused')
  expect([first, second].map(({ value }) => basename(value.path))).toEqual([
    'Corner Shop.wellkept',
    'Corner Shop (2).wellkept',
  ])
  expect(first.value.settings).toBeUndefined()
  expect(customersIn(second.value.path)).toEqual(['Anna'])
})

test('what is no whole shop is refused, and nothing stays of it', async () => {
  const t = await testShop()
  const { path } = await packed(t)
  const shops = temporaryFolder()
  writeFileSync(join(shops, 'list.wellkept'), 'a shopping list '.repeat(500))
  expect(await takeIn({ path: join(shops, 'list.wellkept'), folder: shops })).toMatchObject({ ok: false })
  const connection = new Database(path)
  connection.pragma('user_version = 999990')
  connection.close()
  expect(await takeIn({ path, folder: shops })).toMatchObject({ problem: { code: 'newer' } })
  expect(readdirSync(shops)).toEqual(['list.wellkept'])
})
