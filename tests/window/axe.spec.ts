import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Shown } from '../support/shown.ts'
import { expect, launch, test } from '../support/window.ts'
import { barriersOf } from '../support/axe.ts'
import { fillWithLongNames, longName } from '../support/long-names.ts'
import { leaveOverlay, overlays } from '../support/overlays.ts'
import { goTo, pagesOf, settled } from '../support/pages.ts'

const looks = ['light', 'dark', 'forced colours'] as const
type Look = (typeof looks)[number]

/** What was found, each with the state it was found in; empty is what is wanted. */
const found: string[] = []
let states = 0
let seconds = 0

test.beforeEach(() => {
  test.setTimeout(180_000)
  found.length = 0
})

test.afterAll(() => console.log(`${states} states checked by axe in ${seconds.toFixed(1)} s`))

/** Notes what the console says of errors, such as breaches of the content security policy. */
function listen({ page }: Shown): void {
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => found.push(`error: ${String(error)}`))
}

async function wear(t: Shown, look: Look): Promise<void> {
  const theme = look === 'dark' ? 'dark' : 'light'
  await t.page.emulateMedia({
    reducedMotion: 'reduce',
    forcedColors: look === 'forced colours' ? 'active' : 'none',
  })
  await t.call('window.setTheme', { theme })
  await expect(t.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
  await settled(t.page)
}

/** One that never ends says which it is. */
const inTime = <T>(name: string, body: () => Promise<T>) => test.step(name, body, { timeout: 30_000 })

async function check(t: Shown, state: string, look: Look): Promise<void> {
  await inTime(`wear ${state}, ${look}`, () => wear(t, look))
  const start = performance.now()
  const barriers = await inTime(`axe ${state}, ${look}`, () =>
    barriersOf(t.page, look === 'light' ? 'all' : 'colours'),
  )
  seconds += (performance.now() - start) / 1000
  states++
  found.push(...barriers.map((barrier) => `${state}, ${look}: ${barrier}`))
}

/** Every page in every look, once the shop of that name is shown. */
async function checkPages(t: Shown, shop: string, name: string): Promise<void> {
  await expect(t.page.getByRole('banner')).toContainText(name)
  for (const { name: title, path } of await pagesOf(t.page)) {
    await goTo(t.page, path)
    for (const look of looks) await check(t, `${title}, ${shop}`, look)
  }
}

test('the first run and the pages of an empty shop have no barrier, however they look', async () => {
  const t = await launch()
  listen(t)
  await expect(t.page.getByRole('button', { name: 'Begin' })).toBeEnabled()
  for (const look of looks) await check(t, 'first run', look)
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  await checkPages(t, 'empty', 'Corner Shop')
  await t.close()
  expect(found).toEqual([])
})

test('no page has a barrier where every name is as long as it may be, however it looks', async () => {
  const t = await launch()
  listen(t)
  await fillWithLongNames(t)
  await checkPages(t, 'long names', longName)
  await t.close()
  expect(found).toEqual([])
})

test('no page of the sample shop has a barrier, however it looks', async () => {
  const t = await launch()
  listen(t)
  await t.call('shop.openSample', {})
  await checkPages(t, 'sample', 'Harbour Lane')
  await t.close()
  expect(found).toEqual([])
})

for (const part of [0, 1, 2])
  test(`no dialog or form has a barrier, light or dark: part ${part + 1} of 3`, async () => {
    const t = await launch()
    const { page } = t
    listen(t)
    await t.call('shop.openSample', {})
    await expect(page.getByRole('banner')).toContainText('Harbour Lane')
    for (const { name, path, open } of overlays.filter((_one, nth) => nth % 3 === part)) {
      await goTo(page, path)
      await open(t)
      for (const look of ['light', 'dark'] as const) await check(t, name, look)
      await leaveOverlay(page)
      // Every overlay begins on a fresh page.
      await goTo(page, path === '#/' ? '#/settings' : '#/')
    }
    await t.close()
    expect(found).toEqual([])
  })

test('the question where the shop is has no barrier', async () => {
  const first = await launch()
  await first.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  await first.quit()
  const file = join(first.userData, 'shops/shop.wellkept')
  for (const end of ['', '-wal', '-shm'])
    if (existsSync(file + end)) renameSync(file + end, join(first.folder, `moved${end}`))
  const t = await launch({ userData: first.userData })
  listen(t)
  await expect(t.page.getByRole('heading', { name: 'Where is “Corner Shop”?' })).toBeVisible()
  for (const look of looks) await check(t, 'question', look)
  await t.close()
  await first.close()
  expect(found).toEqual([])
})
