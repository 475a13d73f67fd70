import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { recentWords } from '../../src/main/recent-shops.ts'
import type { SampleAnswer } from '../../src/main/sample-file.ts'
import type { Settings } from '../../src/main/settings-file.ts'
import { keepShopFile, type ShopFile } from '../../src/main/shop-file.ts'
import { memorySettings } from '../support/settings.ts'
import { temporaryFolder } from '../support/shop.ts'

const source = join(import.meta.dirname, '../../src/main')
const berlin = { country: 'DE', zone: 'Europe/Berlin' } as const

/** One start of the program on a PC, as far as the shop file is concerned. */
function start(folder: string, settings: Settings, lastWords = async () => {}): ShopFile {
  const shopFile = keepShopFile({
    workerPath: join(source, 'store/worker.ts'),
    folder,
    resources: join(source, '../../resources'),
    settings,
    named: '',
    clock: () => Date.parse('2026-11-23T08:00:00Z'),
    events: { changed: () => {}, bug: (where, error) => expect.fail(`${where}: ${error}`) },
    lastWords,
  })
  onTestFinished(() => shopFile.close())
  return shopFile
}

async function done(answer: ReturnType<ShopFile['call']>): Promise<unknown> {
  const result = await answer
  if (!result.ok) throw new Error(result.problem.message)
  return result.value
}

const setUp = (shopFile: ShopFile, name: string) => done(shopFile.call('shop.setUp', { name, ...berlin }))
const nameOf = async (shopFile: ShopFile) =>
  ((await done(shopFile.call('shop.details', {}))) as { name: string } | null)?.name
const never = async (): Promise<SampleAnswer> => expect.fail('nobody is to be asked')
const answering = (answer: SampleAnswer) => async () => answer
/** Until a busy machine has come to it. */
const poll = <T>(what: () => T) => expect.poll(what, { timeout: 30_000 })
const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

test('the sample is made afresh without a word only while nothing was entered in it', async () => {
  const shopFile = start(temporaryFolder(), memorySettings())
  await shopFile.openSample(never)
  const sample = await nameOf(shopFile)
  await shopFile.openSample(never)
  await done(shopFile.call('shop.change', { name: 'Scribbled on' }))

  await shopFile.openSample(answering('cancel'))
  expect(await nameOf(shopFile)).toBe('Scribbled on')
  await shopFile.openSample(answering('keep'))
  expect(await nameOf(shopFile)).toBe('Scribbled on')
  await shopFile.openSample(answering('anew'))
  expect(await nameOf(shopFile)).toBe(sample)
})

test('what was entered in the sample is asked about from another shop too', async () => {
  const shopFile = start(temporaryFolder(), memorySettings())
  await setUp(shopFile, 'Mine')
  await shopFile.openSample(never)
  await done(shopFile.call('customers.save', { name: 'Entered' }))
  await shopFile.backToOwn()
  expect(await nameOf(shopFile)).toBe('Mine')
  await shopFile.openSample(answering('cancel'))
  expect(await nameOf(shopFile)).toBe('Mine')
  await shopFile.openSample(answering('keep'))
  expect(await done(shopFile.call('customers.search', { text: 'Entered' }))).toMatchObject({ total: 1 })
})

test('words half-typed in the sample are entered too, also those that the window has not written yet', async () => {
  const draft = { form: 'promise', base: { what: '' }, typed: { what: 'two cakes' } }
  let write = async () => {}
  const shopFile = start(temporaryFolder(), memorySettings(), () => write())
  await shopFile.openSample(never)
  await done(shopFile.call('drafts.keep', draft))
  await shopFile.openSample(answering('cancel'))
  expect(await done(shopFile.call('drafts.all', {}))).toMatchObject([draft])
  await shopFile.openSample(answering('anew'))
  expect(await done(shopFile.call('drafts.all', {}))).toEqual([])

  let asked = false
  write = async () => {
    await shopFile.call('drafts.keep', draft)
  }
  await shopFile.openSample(async () => {
    asked = true
    return 'keep'
  })
  expect(asked).toBe(true)
})

test('a new shop leads back to the own one until it has a name, and the next start opens that', async () => {
  const folder = temporaryFolder()
  const settings = memorySettings()
  const first = start(folder, settings)
  await setUp(first, 'Mine')
  await poll(() => first.recent()).toHaveLength(1)
  await first.startNew(async () => join(folder, 'second.wellkept'))
  expect(await first.state()).toMatchObject({ file: 'second.wellkept', own: 'Mine' })
  await first.close()

  const second = start(folder, settings)
  expect(await nameOf(second)).toBe('Mine')
  await second.change(join(folder, 'second.wellkept'))
  await second.backToOwn()
  expect(await nameOf(second)).toBe('Mine')
  await second.change(join(folder, 'second.wellkept'))
  await setUp(second, 'Second')
  await poll(() => second.recent()).toHaveLength(2)
  await second.close()
  expect(await nameOf(start(folder, settings))).toBe('Second')
})

test('where it is unknown which shop was open, those that are known are offered by name', async () => {
  const folder = temporaryFolder()
  const settings = memorySettings()
  const first = start(folder, settings)
  await setUp(first, 'Mine')
  await poll(() => first.recent()).toHaveLength(1)
  await first.close()
  const shopFile = start(folder, { ...settings, lost: true })
  const state = await shopFile.state()
  if (state.state !== 'question') throw new Error('no question')
  expect(state).toMatchObject({
    name: '',
    problem: { code: 'settings-lost' },
    others: [{ name: 'Mine', file: 'shop.wellkept', folder }],
  })
  expect(await shopFile.openRecent('another')).toMatchObject({ problem: { code: 'no-own-shop' } })
  expect(await shopFile.openRecent(state.others[0]!.id)).toMatchObject({ value: { state: 'open' } })
  expect(await nameOf(shopFile)).toBe('Mine')
})

test('recent shops of one name are told apart by their files and when they were last opened', () => {
  const at = Date.parse('2026-11-23T08:00:00Z')
  const all = [
    { path: '/shops/shop.wellkept', name: 'Mine', usedAtMs: at },
    { path: '/shops/Mine (2).wellkept', name: 'Mine', usedAtMs: 0 },
    { path: '/shops/other.wellkept', name: 'Other', usedAtMs: at },
  ]
  expect(all.map((shop) => recentWords(shop, all, 'en-GB'))).toEqual([
    expect.stringMatching(/^Mine  –  shop\.wellkept, last opened 23 Nov 2026, \d\d:\d\d  –  \/shops$/),
    'Mine  –  Mine (2).wellkept  –  /shops',
    'Other  –  /shops',
  ])
})

test('a sample that cannot be read is put aside, not away', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'sample.wellkept'), 'no shop at all '.repeat(300))
  const shopFile = start(folder, memorySettings())
  expect(await shopFile.openSample(never)).toMatchObject({ ok: true, value: { sample: true } })
  expect(readdirSync(folder).filter((name) => name.startsWith('sample.wellkept.damaged-'))).toHaveLength(1)
})

test('a start after a look at the sample opens the owner’s own shop, where there is one', async () => {
  const folder = temporaryFolder()
  const settings = memorySettings()
  const first = start(folder, settings)
  await first.openSample(never)
  expect(await first.state()).toMatchObject({ sample: true, own: '' })
  expect(await first.backToOwn()).toMatchObject({ ok: false, problem: { code: 'no-own-shop' } })
  await first.close()
  const second = start(folder, settings)
  expect(await second.state()).toMatchObject({ state: 'open', sample: true })
  await second.startNew(async () => undefined)
  await setUp(second, 'Mine')
  await poll(() => second.recent().map(({ name }) => name)).toEqual(['Mine'])
  await second.openSample(never)
  expect(await second.state()).toMatchObject({ sample: true, own: 'Mine' })
  await second.close()
  const third = start(folder, settings)
  expect(await third.state()).toMatchObject({ state: 'open', sample: false })
  expect(await nameOf(third)).toBe('Mine')
})

test('who was left in the sample by an earlier version finds the own shop again', async () => {
  const folder = temporaryFolder()
  const first = start(folder, memorySettings())
  await setUp(first, 'Mine')
  await first.openSample(never)
  await first.close()
  const shopFile = start(folder, memorySettings({ lastFile: join(folder, 'sample.wellkept') }))
  await poll(() => shopFile.state()).toMatchObject({ sample: true, own: 'Mine' })
  await shopFile.backToOwn()
  expect(await nameOf(shopFile)).toBe('Mine')
})

test('recent shops are known by name and folder, the last one first, and a new name is noticed', async () => {
  const folder = temporaryFolder()
  const elsewhere = temporaryFolder()
  const shopFile = start(folder, memorySettings())
  await setUp(shopFile, 'One')
  await poll(() => shopFile.recent()).toHaveLength(1)
  await shopFile.startNew(async () => join(elsewhere, 'two.wellkept'))
  await setUp(shopFile, 'Two')
  await poll(() => shopFile.recent()).toHaveLength(2)
  await done(shopFile.call('shop.change', { name: 'Second' }))
  const usedAtMs = Date.parse('2026-11-23T08:00:00Z')
  await expect
    .poll(() => shopFile.recent())
    .toEqual([
      { path: join(elsewhere, 'two.wellkept'), name: 'Second', usedAtMs },
      { path: join(folder, 'shop.wellkept'), name: 'One', usedAtMs },
    ])
  expect(shopFile.folder()).toBe(elsewhere)
  await shopFile.openSample(never)
  expect(shopFile.folder()).toBe(elsewhere)
})

test('a missing drive is a question that names shop and folder, and is answered by trying again', async () => {
  const drive = join(temporaryFolder(), 'stick')
  const settings = memorySettings()
  mkdirSync(drive)
  const first = start(drive, settings)
  await setUp(first, 'Käse & Brot')
  await poll(() => first.recent()).toHaveLength(1)
  await first.close()
  renameSync(drive, `${drive} is out`)

  const shopFile = start(temporaryFolder(), settings)
  expect(await shopFile.state()).toMatchObject({
    state: 'question',
    name: 'Käse & Brot',
    file: 'shop.wellkept',
    folder: drive,
    problem: { code: 'missing' },
  })
  expect(await shopFile.tryAgain()).toMatchObject({ ok: false, problem: { code: 'missing' } })
  renameSync(`${drive} is out`, drive)
  expect(await shopFile.tryAgain()).toMatchObject({ ok: true, value: { state: 'open' } })
  expect(await nameOf(shopFile)).toBe('Käse & Brot')
})

/** A closed shop, and its bytes with a page of its customers zeroed. */
async function soundShop(folder: string): Promise<{ path: string; damaged: Buffer }> {
  const first = start(folder, memorySettings())
  await setUp(first, 'Mine')
  for (let n = 1; n <= 60; n++)
    await done(first.call('customers.save', { name: `Customer ${n}`, notes: 'note '.repeat(200) }))
  await first.close()
  const path = join(folder, 'shop.wellkept')
  const connection = new Database(path)
  const root = connection
    .prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'customers'`)
    .pluck()
    .get() as number
  const pageSize = connection.pragma('page_size', { simple: true }) as number
  connection.close()
  const bytes = readFileSync(path)
  bytes.fill(0, (root - 1) * pageSize, root * pageSize)
  return { path, damaged: bytes }
}

async function damagedShop(folder: string): Promise<string> {
  const { path, damaged } = await soundShop(folder)
  writeFileSync(path, damaged)
  return path
}

test('damage that a read meets makes a question of the shop, and nothing more is written', async () => {
  const folder = temporaryFolder()
  const path = await damagedShop(folder)
  const before = digest(path)
  const shopFile = start(folder, memorySettings({ lastFile: path }))
  expect(await shopFile.call('customers.search', { text: 'Customer' })).toMatchObject({
    ok: false,
    problem: { code: 'damaged' },
  })
  await poll(() => shopFile.state()).toMatchObject({ state: 'question', problem: { code: 'damaged' } })
  expect(await shopFile.call('customers.save', { name: 'Too late' })).toMatchObject({ ok: false })
  expect(await shopFile.tryAgain()).toMatchObject({ ok: true })
  await shopFile.close()
  expect(digest(path)).toBe(before)
})

test('the first write waits until every page was read, and is not accepted into a damaged file', async () => {
  const folder = temporaryFolder()
  const path = await damagedShop(folder)
  const before = digest(path)
  const shopFile = start(folder, memorySettings({ lastFile: path }))
  expect(await shopFile.call('checklists.saveLine', { part: 'day', text: 'Wipe' })).toMatchObject({
    ok: false,
    problem: { code: 'damaged' },
  })
  await poll(() => shopFile.state()).toMatchObject({ state: 'question' })
  await shopFile.close()
  expect(digest(path)).toBe(before)
})

test('what was written before the damage is kept with the file, in its log, as it is', async () => {
  const folder = temporaryFolder()
  const { path, damaged } = await soundShop(folder)
  const shopFile = start(folder, memorySettings({ lastFile: path }))
  await done(shopFile.call('checklists.saveLine', { part: 'day', text: 'Kept in the log' }))
  // The disk fails while the shop is open: only what SQLite has in memory is still there.
  writeFileSync(path, Buffer.concat([damaged.subarray(0, 4096), Buffer.alloc(damaged.length - 4096)]))
  const before = digest(path)
  const refused: string[] = []
  for (const [call, input] of [
    ['customers.save', { name: 'Too late' }],
    ['newsletter.create', {}],
    ['hours.log', { event: 'open' }],
    ['customers.search', { text: 'Customer 1' }],
    ['shop.undo', {}],
  ] as const) {
    const result = await shopFile.call(call, input)
    if (!result.ok) refused.push(result.problem.code)
  }
  expect(new Set(refused)).toEqual(new Set(['damaged']))
  await poll(() => shopFile.state()).toMatchObject({ state: 'question', problem: { code: 'damaged' } })
  await shopFile.close()
  expect(digest(path)).toBe(before)
  expect(readFileSync(`${path}-wal`).includes('Kept in the log')).toBe(true)
})

test('a new shop that was begun and left is gone on with when its file is chosen again; one that is used is not', async () => {
  const folder = temporaryFolder()
  const shopFile = start(folder, memorySettings())
  await setUp(shopFile, 'Mine')
  const second = async () => join(folder, 'second.wellkept')
  await done(shopFile.startNew(second))
  const draft = { form: 'first-run', base: {}, typed: { name: 'Half' } }
  await done(shopFile.call('drafts.keep', draft))
  await done(shopFile.backToOwn())
  await done(shopFile.startNew(second))
  expect(await done(shopFile.call('drafts.all', {}))).toMatchObject([draft])
  await setUp(shopFile, 'Second')
  await done(shopFile.backToOwn())
  expect(await shopFile.startNew(second)).toMatchObject({ ok: false, problem: { code: 'exists' } })
  expect(await nameOf(shopFile)).toBe('Mine')
})
