import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launch, type LaunchedApp } from '../support/app.ts'

const berlin = { country: 'DE', zone: 'Europe/Berlin' } as const

/** A first run with a shop set up, ended: its user data and its shop file. */
async function earlierShop(): Promise<{
  readonly userData: string
  readonly file: string
  end(): Promise<void>
}> {
  const first = await launch()
  await first.call('shop.setUp', { name: 'Corner Shop', ...berlin })
  await first.app.close()
  return {
    userData: first.userData,
    file: join(first.userData, 'shops/shop.wellkept'),
    end: () => first.close(),
  }
}

/** The random name of an opening. */
const opening: unknown = expect.stringMatching(/^[0-9a-f-]{36}$/)

const state = (t: LaunchedApp) => t.call('shop.state', {})

test('the first run makes a shop file, and the next start opens it', async () => {
  const shop = await earlierShop()
  const t = await launch({ userData: shop.userData })
  expect(await state(t)).toEqual({
    state: 'open',
    file: 'shop.wellkept',
    sample: false,
    own: '',
    shop: opening,
    notices: [],
  })
  expect(await t.call('shop.details', {})).toMatchObject({ name: 'Corner Shop' })
  await t.close()
  await shop.end()
})

test('a shop file that was moved is a question; nothing is made in its place, and showing it opens it', async () => {
  const shop = await earlierShop()
  mkdirSync(join(shop.userData, 'elsewhere'))
  const moved = join(shop.userData, 'elsewhere/moved.wellkept')
  for (const end of ['', '-wal', '-shm'])
    if (existsSync(shop.file + end)) renameSync(shop.file + end, moved + end)

  const t = await launch({ userData: shop.userData })
  expect(await state(t)).toMatchObject({
    state: 'question',
    file: 'shop.wellkept',
    problem: { code: 'missing' },
  })
  expect(await t.problem('shop.details', {})).toMatchObject({ code: 'missing' })
  expect(existsSync(shop.file)).toBe(false)
  await expect(t.page.getByRole('heading', { level: 1 })).toBeVisible()

  await t.answerDialogs({ open: moved })
  expect(await t.call('shop.openOther', {})).toEqual({
    state: 'open',
    file: 'moved.wellkept',
    sample: false,
    own: '',
    shop: opening,
    notices: [],
  })
  expect(await t.call('shop.details', {})).toMatchObject({ name: 'Corner Shop' })
  await t.close()

  const next = await launch({ userData: shop.userData })
  expect(await state(next)).toMatchObject({ state: 'open', file: 'moved.wellkept' })
  await next.close()
  await shop.end()
})

const spoiled: Record<string, (file: string) => void> = {
  newer: (file) => {
    // The number of the schema, at byte 60 of the header.
    const bytes = readFileSync(file)
    bytes.writeUInt32BE(9990, 60)
    writeFileSync(file, bytes)
  },
  'not-a-shop': (file) => writeFileSync(file, 'a shopping list '.repeat(500)),
  empty: (file) => writeFileSync(file, ''),
}

for (const [code, spoil] of Object.entries(spoiled))
  test(`a shop file that is ${code} is a question, and its bytes stay`, async () => {
    const shop = await earlierShop()
    spoil(shop.file)
    const before = readFileSync(shop.file)
    const t = await launch({ userData: shop.userData })
    expect(await state(t)).toMatchObject({ state: 'question', problem: { code } })
    // The folder is named, so that the owner knows which file is meant; the problem itself holds no path.
    expect(await state(t)).toMatchObject({ name: 'Corner Shop', folder: join(shop.userData, 'shops') })
    const { problem } = (await state(t)) as { problem: unknown }
    expect(JSON.stringify(problem)).not.toContain(shop.userData)
    await t.close()
    expect(readFileSync(shop.file)).toEqual(before)
    await shop.end()
  })

test('a file that cannot be opened is refused, and the open shop stays', async () => {
  const other = await earlierShop()
  const t = await launch()
  await t.call('shop.setUp', { name: 'Mine', ...berlin })
  await t.answerDialogs({ open: other.file })
  const refused = async () => (await t.problem('shop.openOther', {})).code
  // Root may write to anything; tests/main/store/open.test.ts tries it as somebody else.
  if (process.getuid?.() !== 0) {
    chmodSync(other.file, 0o444)
    expect(await refused()).toBe('read-only')
    chmodSync(other.file, 0o644)
  }
  writeFileSync(other.file, 'a shopping list '.repeat(500))
  expect(await refused()).toBe('not-a-shop')
  expect(await t.call('shop.details', {})).toMatchObject({ name: 'Mine' })
  await t.close()
  await other.end()
})

test('settings that cannot be read are a question, not a new shop', async () => {
  const shop = await earlierShop()
  writeFileSync(join(shop.userData, 'settings.json'), '{ "lastFile": "/home/own')
  const t = await launch({ userData: shop.userData })
  expect(await state(t)).toMatchObject({ state: 'question', problem: { code: 'settings-lost' } })
  expect(readdirSync(shop.userData).filter((name) => name.startsWith('settings.damaged-'))).toHaveLength(1)
  await t.answerDialogs({ open: shop.file })
  expect(await t.call('shop.openOther', {})).toMatchObject({ state: 'open' })
  expect(await t.call('shop.details', {})).toMatchObject({ name: 'Corner Shop' })
  await t.close()
  await shop.end()
})

test('a new shop takes a file of its own and never the place of another', async () => {
  const t = await launch()
  await t.answerDialogs({})
  // Nothing was set up yet, so this is the new shop already.
  expect(await t.call('shop.startNew', {})).toMatchObject({ state: 'open', file: 'shop.wellkept' })
  await t.call('shop.setUp', { name: 'First', ...berlin })

  expect(await t.call('shop.startNew', {})).toMatchObject({ file: 'shop.wellkept' })
  await t.answerDialogs({ save: join(t.userData, 'shops/shop.wellkept') })
  expect(await t.problem('shop.startNew', {})).toMatchObject({ code: 'exists' })
  expect(await t.call('shop.details', {})).toMatchObject({ name: 'First' })

  await t.answerDialogs({ save: join(t.folder, 'Second shop') })
  expect(await t.call('shop.startNew', {})).toMatchObject({ state: 'open', file: 'Second shop.wellkept' })
  expect(await t.call('shop.details', {})).toBe(null)
  expect(statSync(join(t.folder, 'Second shop.wellkept')).size).toBeGreaterThan(0)
  await t.close()
})

test('cancelling the dialog leaves everything as it was', async () => {
  const t = await launch()
  await t.call('shop.setUp', { name: 'First', ...berlin })
  await t.answerDialogs({})
  expect(await t.call('shop.openOther', {})).toMatchObject({ state: 'open', file: 'shop.wellkept' })
  expect(await t.call('shop.details', {})).toMatchObject({ name: 'First' })
  await t.close()
})

test('the sample shop opens, is fresh each time, and leads back to a shop of one’s own', async () => {
  const t = await launch({ now: '2026-11-23T07:00:00Z' })
  expect(await t.call('shop.openSample', {})).toEqual({
    state: 'open',
    file: 'sample.wellkept',
    sample: true,
    own: '',
    shop: opening,
    notices: [],
  })
  const name = (await t.call('shop.details', {}))!.name
  const { total } = await t.call('customers.search', { text: '' })
  expect(total).toBeGreaterThan(10)
  await expect(t.page.locator('header')).toContainText(name)

  await t.call('shop.change', { name: 'Scribbled on' })
  // What was entered is never made anew unasked: cancel, go on with it, make it afresh.
  for (const [answer, then] of [
    [2, 'Scribbled on'],
    [0, 'Scribbled on'],
    [1, name],
  ] as const) {
    await t.app.evaluate(({ dialog }, response) => {
      dialog.showMessageBox = async () => ({ response, checkboxChecked: false })
    }, answer)
    expect(await t.call('shop.openSample', {})).toMatchObject({ sample: true })
    expect(await t.call('shop.details', {})).toMatchObject({ name: then })
  }
  expect((await t.call('customers.search', { text: '' })).total).toBe(total)
  expect(readdirSync(join(t.userData, 'shops')).filter((file) => file.includes('partial'))).toEqual([])

  expect(await t.call('shop.startNew', {})).toEqual({
    state: 'open',
    file: 'shop.wellkept',
    sample: false,
    own: '',
    shop: opening,
    notices: [],
  })
  expect(await t.call('shop.details', {})).toBe(null)
  await t.close()
})
