import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { themes } from '../../src/core/machine/theme.ts'
import { keepSettings } from '../../src/main/settings-file.ts'
import { defaults, type PcSettings } from '../../src/main/settings-values.ts'
import { runs } from '../support/runs.ts'
import { temporaryFolder } from '../support/shop.ts'

/** Writes a real file, as the app's own writer does, which needs Electron. */
function openIn(folder: string, log: (where: string) => void = () => {}) {
  const path = join(folder, 'settings.json')
  const openWriter = () => ({
    set: (change: Partial<PcSettings>) =>
      writeFileSync(path, JSON.stringify({ ...objectIn(path), ...change })),
  })
  return keepSettings(folder, openWriter, log)
}

function objectIn(path: string): object {
  const read: unknown = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
  return typeof read === 'object' && read !== null && !Array.isArray(read) ? read : {}
}

const names = Object.keys(defaults) as (keyof PcSettings)[]

function opened(text: string | undefined) {
  const folder = temporaryFolder()
  if (text !== undefined) writeFileSync(join(folder, 'settings.json'), text)
  return { folder, settings: openIn(folder) }
}

const valuesOf = (settings: ReturnType<typeof keepSettings>) =>
  Object.fromEntries(names.map((name) => [name, settings.get(name)])) as unknown as PcSettings

const good: PcSettings = {
  theme: 'dark',
  lastFile: '/home/owner/shop.wellkept',
  recent: [{ path: '/home/owner/shop.wellkept', name: 'Käse & Brot', usedAtMs: 1_795_000_000_000 }],
  bounds: { x: -20, y: 0, width: 1024, height: 700 },
  maximized: true,
  pcKey: 'a key of this PC',
  backupPlace: '/media/stick',
  backupPlaceAtMs: 1_795_000_000_000,
  staff: [{ path: '/home/owner/shop.wellkept', staffId: 2 }],
}

test('settings that are good are kept as they are', () => {
  const { settings } = opened(JSON.stringify(good))
  expect(valuesOf(settings)).toEqual(good)
  expect(settings.lost).toBe(false)
})

test('without a file everything is as at the first start', () => {
  const { settings } = opened(undefined)
  expect({ ...valuesOf(settings), pcKey: '' }).toEqual(defaults)
  expect(settings.get('pcKey')).toMatch(/^[0-9a-f-]{36}$/)
  expect(settings.lost).toBe(false)
})

test.each<[string, Partial<Record<keyof PcSettings, unknown>>, boolean]>([
  ['no place of the window', { bounds: null }, false],
  ['a window without size', { bounds: { x: 1, y: 1 } }, false],
  ['a window of no size', { bounds: { width: 0, height: 0 } }, false],
  ['a window as large as the world', { bounds: { width: 1e9, height: 1e9 } }, false],
  ['a window with half a place', { bounds: { x: 5, width: 800, height: 600 } }, false],
  ['a colour that is none', { theme: 'blue' }, false],
  ['a name of the language for a colour', { theme: 'constructor' }, false],
  ['a number for a file', { lastFile: 123 }, true],
  ['a file that is nowhere', { lastFile: 'shop.wellkept' }, true],
  ['a file that breaks off', { lastFile: '/home/\0/shop' }, true],
  ['a word for yes', { maximized: 'yes' }, false],
  ['shops without names', { recent: [{ path: '/a' }] }, false],
  ['no list of shops', { recent: {} }, false],
  ['a list for a key', { pcKey: ['x'] }, false],
  ['a time before time', { backupPlaceAtMs: -1 }, false],
  ['somebody of no number', { staff: [{ path: '/home/owner/shop.wellkept', staffId: 0 }] }, false],
  ['a folder in a list', { backupPlace: ['/media'] }, false],
])('%s: that value is replaced, the rest kept', (_words, bad, lost) => {
  const { settings, folder } = opened(JSON.stringify({ ...good, ...bad }))
  const name = Object.keys(bad)[0] as keyof PcSettings
  const expected = name === 'pcKey' ? (expect.any(String) as unknown) : defaults[name]
  expect(valuesOf(settings)).toEqual({ ...good, [name]: expected })
  // Which shop was open is asked, and never taken for a first start.
  expect(settings.lost).toBe(lost)
  expect(JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'))).toMatchObject({
    [name]: expected,
  })
})

test('a bad entry among the recent shops is left out, the others kept, also those noted by an earlier version', () => {
  const earlier = { path: '/media/stick/second.wellkept', name: 'Second' }
  const { settings, folder } = opened(
    JSON.stringify({
      ...good,
      lastFile: 5,
      recent: [null, { path: 'x', name: 'X' }, ...good.recent, earlier, 7],
    }),
  )
  const recent = [...good.recent, { ...earlier, usedAtMs: 0 }]
  expect(settings.get('recent')).toEqual(recent)
  expect(JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'))).toMatchObject({ recent })
})

test.each(['', '{ "lastFile": "/home/own', 'null', '5', '[]', '"text"', '\uFEFF\u0000'])(
  'a file that holds %j is no first start, and settings can be kept again',
  (text) => {
    const { settings, folder } = opened(text)
    expect({ ...valuesOf(settings), pcKey: '' }).toEqual(defaults)
    expect(settings.get('pcKey')).toMatch(/^[0-9a-f-]{36}$/)
    expect(settings.lost).toBe(true)
    settings.set({ theme: 'dark' })
    expect(openIn(folder).get('theme')).toBe('dark')
  },
)

test('whatever JSON stands there, every value is one that the app can use', async () => {
  const near = fc.record(
    {
      theme: fc.oneof(fc.constantFrom(...themes), fc.jsonValue()),
      lastFile: fc.oneof(fc.constant('/shop.wellkept'), fc.jsonValue()),
      recent: fc.oneof(fc.array(fc.record({ path: fc.jsonValue(), name: fc.string() })), fc.jsonValue()),
      bounds: fc.oneof(
        fc.record({ x: fc.jsonValue(), y: fc.double(), width: fc.double(), height: fc.integer() }),
        fc.jsonValue(),
      ),
      maximized: fc.jsonValue(),
      backupPlace: fc.jsonValue(),
      backupPlaceAtMs: fc.oneof(fc.double(), fc.jsonValue()),
    },
    { requiredKeys: [] },
  )
  await fc.assert(
    fc.asyncProperty(fc.oneof(near, fc.jsonValue()), async (json) => {
      const { settings } = opened(JSON.stringify(json))
      const { theme, lastFile, recent, bounds, maximized, backupPlace, backupPlaceAtMs } = valuesOf(settings)
      expect(themes).toContain(theme)
      for (const path of [lastFile, backupPlace]) expect(path === '' || isAbsolute(path)).toBe(true)
      for (const { path, name } of recent) expect(isAbsolute(path) && name.length > 0).toBe(true)
      expect(Number.isInteger(bounds.width) && Number.isInteger(bounds.height)).toBe(true)
      expect(Math.min(bounds.width, bounds.height)).toBeGreaterThan(0)
      expect(bounds.x === undefined).toBe(bounds.y === undefined)
      expect(typeof maximized).toBe('boolean')
      expect(backupPlaceAtMs).toBeGreaterThanOrEqual(0)
      // A value that could stand for a shop and does not is never taken for a first start.
      const given = typeof json === 'object' && json !== null && !Array.isArray(json) ? json : undefined
      const said = given && 'lastFile' in given ? given.lastFile : given && ''
      expect(settings.lost).toBe(said !== lastFile)
    }),
    runs(200),
  )
})

test('a folder in the place of the file is put aside', () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'settings.json'))
  const settings = openIn(folder)
  expect(settings.lost).toBe(true)
  settings.set({ theme: 'dark' })
  expect(readdirSync(folder).filter((name) => name.startsWith('settings.damaged-'))).toHaveLength(1)
  expect(openIn(folder).get('theme')).toBe('dark')
})

test('where nothing can be written, what is set holds until the end', () => {
  const { folder } = opened(JSON.stringify(good))
  chmodSync(folder, 0o555)
  onTestFinished(() => chmodSync(folder, 0o755))
  if (process.getuid?.() === 0) {
    // Root may write anywhere, so the test stops being root for a while.
    process.seteuid!(65534)
    onTestFinished(() => process.seteuid!(0))
  }
  const said: string[] = []
  const settings = openIn(folder, (where) => said.push(where))
  expect(valuesOf(settings)).toEqual(good)
  settings.set({ theme: 'light' })
  expect(settings.get('theme')).toBe('light')
  expect(said.length).toBeGreaterThan(0)
  expect(existsSync(join(folder, 'settings.json'))).toBe(true)
})
