import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launch, type LaunchedApp } from '../support/app.ts'
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

test.afterAll(() => console.log(`${states} states checked by axe in ${seconds.toFixed(1)} s`))

/** Notes what the console says of errors, such as breaches of the content security policy. */
function listen({ page }: LaunchedApp): void {
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => found.push(`error: ${String(error)}`))
}

async function wear(t: LaunchedApp, look: Look): Promise<void> {
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

async function check(t: LaunchedApp, state: string, look: Look): Promise<void> {
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
async function checkPages(t: LaunchedApp, shop: string, name: string): Promise<void> {
  await expect(t.page.getByRole('banner')).toContainText(name)
  for (const { name: title, path } of await pagesOf(t.page)) {
    await goTo(t.page, path)
    for (const look of looks) await check(t, `${title}, ${shop}`, look)
  }
}

test('no page, dialog or form has a barrier, whatever the shop holds and however it looks', async () => {
  test.setTimeout(300_000)
  const t = await launch()
  const { page } = t
  listen(t)
  await expect(page.getByRole('button', { name: 'Begin' })).toBeEnabled()
  for (const look of looks) await check(t, 'first run', look)

  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  await checkPages(t, 'empty', 'Corner Shop')

  await t.answerDialogs({ save: join(t.folder, 'long.wellkept') })
  await t.call('shop.startNew', {})
  await fillWithLongNames(t)
  await checkPages(t, 'long names', longName)

  await t.call('shop.openSample', {})
  await checkPages(t, 'sample', 'Harbour Lane')
  for (const { name, path, open } of overlays) {
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
  await first.app.close()
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
