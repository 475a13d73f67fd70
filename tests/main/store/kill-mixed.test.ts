import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { readBackupName } from '../../../src/core/backups/file.ts'
import { checkBackup } from '../../../src/main/backups/check.ts'
import { backupFolderOf, clearPartials, listBackups } from '../../../src/main/backups/folder.ts'
import { run } from '../../../src/main/backups/jobs.ts'
import { setPragmas } from '../../../src/main/store/engines/sqlite/connect.ts'
import { applicationId } from '../../../src/main/store/engines/sqlite/inspect.ts'
import { migrate } from '../../../src/main/store/engines/sqlite/migrate.ts'
import { migrations } from '../../../src/main/store/migrations/index.ts'
import { openShop } from '../../../src/main/store/open.ts'
import type { MixedEvent, MixedStart, MixedStep } from '../../support/mixed-child.ts'
import { temporaryFolder } from '../../support/shop.ts'

const rounds = process.env['WELLKEPT_DEEP'] ? 500 : 20
const importRows = 150
const readers = 12
const now = Date.parse('2026-11-23T08:00:00Z')

/** What a shop holds of what the child does. */
interface State {
  readonly edits: readonly string[]
  /** How many customers of each import. */
  readonly imports: Readonly<Record<string, number>>
  readonly exportedAtMs: number | null
}

const empty: State = { edits: [], imports: {}, exportedAtMs: null }

function after(state: State, step: MixedStep, backups: ReadonlyMap<string, State>): State {
  switch (step.what) {
    case 'edit':
      return { ...state, edits: [...state.edits, step.name].toSorted() }
    case 'import':
      return { ...state, imports: { ...state.imports, [step.tag]: importRows } }
    case 'export':
      return { ...state, exportedAtMs: step.atMs }
    case 'restore':
      return backups.get(step.id)!
    case 'open':
    case 'backup':
      return state
  }
}

/** What the child was heard to say, up to its end. */
interface Heard {
  /** As of the last acknowledgement. */
  readonly state: State
  /** Begun, and not acknowledged. */
  readonly flying: MixedStep | undefined
  readonly backups: ReadonlyMap<string, State>
  readonly exports: number
  readonly acknowledged: number
}

function hear(events: readonly MixedEvent[]): Heard {
  let state = empty
  let flying: MixedStep | undefined
  const backups = new Map<string, State>()
  let [exports, acknowledged] = [0, 0]
  for (const event of events) {
    if (event.at === 'begun') flying = event
    if (event.at !== 'done') continue
    flying = undefined
    acknowledged++
    state = after(state, event, backups)
    if (event.made) backups.set(event.made, state)
    if (event.what === 'export') exports++
  }
  return { state, flying, backups, exports, acknowledged }
}

interface Child {
  readonly ready: Promise<void>
  /** Lets it work, kills it so many ms later, and answers what it said. */
  kill(start: MixedStart, delayMs: number, from: 'start' | 'backed up'): Promise<readonly MixedEvent[]>
  end(): void
}

function startChild(): Child {
  const script = resolve(import.meta.dirname, '../../support/mixed-child.ts')
  const child: ChildProcess = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'pipe'] })
  const events: MixedEvent[] = []
  let complaint = ''
  let onEvent: (event: MixedEvent) => void = () => {}
  child.stderr!.on('data', (chunk) => (complaint += chunk))
  createInterface({ input: child.stdout! }).on('line', (line) => {
    const event = JSON.parse(line) as MixedEvent
    events.push(event)
    onEvent(event)
  })
  const gone = new Promise<string | null>((done) => child.once('close', (_code, signal) => done(signal)))
  const ready = new Promise<void>((done) => (onEvent = () => done()))
  return {
    ready,
    async kill(start, delayMs, from) {
      await ready
      let isAimed = false
      const aim = () => {
        isAimed = true
        setTimeout(() => child.kill('SIGKILL'), delayMs)
      }
      onEvent = (event) => {
        if (from === 'backed up' && event.at === 'done' && event.what === 'backup' && !isAimed) aim()
      }
      if (from === 'start') aim()
      child.stdin!.write(`${JSON.stringify(start)}\n`)
      const signal = await gone
      if (signal !== 'SIGKILL') throw new Error(`the child ended by itself: ${complaint}`)
      return events
    },
    end: () => void child.kill('SIGKILL'),
  }
}

/** A shop of the first release's schema, with readers and a newsletter to export. */
function makeOld(path: string): void {
  mkdirSync(dirname(path), { recursive: true })
  const connection = new Database(path)
  setPragmas(connection)
  connection.pragma(`application_id = ${applicationId}`)
  migrate(
    connection,
    migrations.filter(({ number }) => number <= 80),
  )
  connection
    .prepare(
      `INSERT INTO shop (id, name, country, zone, address, email)
       VALUES (1, 'Corner Shop', 'DE', 'Europe/Berlin', 'Market Street 1, 12345 Berlin', 'shop@corner.example')`,
    )
    .run()
  const week = { mon: [['07:00', '12:00']], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
  connection
    .prepare('INSERT INTO schedules (validFrom, week) VALUES (?, ?)')
    .run('2026-01-01', JSON.stringify(week))
  const reader = connection.prepare(
    `INSERT INTO customers (name, email, emailKey, mailConsent, mailConsentDay, mailConsentSource, folded, createdAtMs)
     VALUES (?, ?, ?, 'yes', '2026-01-01', 'asked', ?, 0)`,
  )
  const contact = connection.prepare('INSERT INTO customerContact (customerId, silentSinceMs) VALUES (?, 0)')
  const search = connection.prepare('INSERT INTO customersSearch (rowid, folded) VALUES (?, ?)')
  for (let n = 1; n <= readers; n++) {
    const mail = `reader${n}@mail.example`
    reader.run(`Reader ${n}`, mail, mail, `reader ${n}`)
    contact.run(n)
    search.run(n, `reader ${n}`)
  }
  connection
    .prepare(
      `INSERT INTO newsletterIssues (month, subject, blocks, createdAtMs) VALUES ('2026-11', 'News', ?, 0)`,
    )
    .run(JSON.stringify([{ kind: 'text', text: 'Hello' }]))
  connection.close()
}

function stateOf(connection: Database.Database): State {
  const names = connection
    .prepare(`SELECT name FROM customers WHERE name LIKE 'Edit %' ORDER BY name`)
    .pluck()
    .all() as string[]
  const imports = connection
    .prepare(
      `SELECT substr(email, 1, instr(email, '-') - 1) AS tag, count(*) AS count
       FROM customers WHERE email LIKE '%@imported.example' GROUP BY tag`,
    )
    .all() as { tag: string; count: number }[]
  return {
    edits: names.toSorted(),
    imports: Object.fromEntries(imports.map(({ tag, count }) => [tag, count])),
    exportedAtMs: connection
      .prepare('SELECT exportedAtMs FROM newsletterIssues WHERE id = 1')
      .pluck()
      .get() as number | null,
  }
}

/** What has to hold of the shop after every kill. Answers whether what was under way is there. */
async function checkShop(path: string, heard: Heard): Promise<string> {
  const opened = await openShop(path)
  if (!opened.ok) throw new Error(`${opened.problem.code}: ${opened.problem.message}`)
  const { connection } = opened.value
  expect(connection.pragma('quick_check', { simple: true })).toBe('ok')
  expect(connection.pragma('foreign_key_check')).toEqual([])
  // Rank 1 compares the index with the rows it stands for; it throws when they differ.
  connection.exec(`INSERT INTO customersSearch (customersSearch, rank) VALUES ('integrity-check', 1)`)
  const count = (table: string) => connection.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
  expect(count('customerContact')).toBe(count('customers'))
  const found = stateOf(connection)
  await opened.value.close()
  const { state, flying, backups } = heard
  if (!flying) {
    expect(found).toEqual(state)
    return 'between two'
  }
  const next = after(state, flying, backups)
  expect([state, next]).toContainEqual(found)
  if (flying.what === 'open' || flying.what === 'backup') return `in ${flying.what}`
  return JSON.stringify(found) === JSON.stringify(next)
    ? `in ${flying.what}, after`
    : `in ${flying.what}, before`
}

/** No backup is taken for good that is not, none that was acknowledged as the newest is lost, and partials are cleared. */
async function checkBackups(path: string, { backups, flying }: Heard): Promise<number> {
  const folder = backupFolderOf(path)
  const all = await listBackups(path)
  for (const backup of all) {
    expect(backup.manifest).toBeDefined()
    expect(await checkBackup(backup)).toEqual({ ok: true, value: null })
    const then = backups.get(backup.id)
    const connection = new Database(backup.path, { readonly: true })
    if (then) expect(stateOf(connection)).toEqual(then)
    connection.close()
  }
  const newest = [...backups.keys()].at(-1)
  if (newest !== undefined && flying?.what !== 'backup') expect(all.map(({ id }) => id)).toContain(newest)
  // One that was made and not acknowledged may have taken its place.
  if (newest !== undefined && flying?.what === 'backup')
    expect(
      all.some(({ id, atMs }) => id === newest || (!backups.has(id) && atMs >= readBackupName(newest)!.atMs)),
    ).toBe(true)
  const isPartial = (name: string) => name.includes('partial')
  const left = existsSync(folder) ? readdirSync(folder).filter(isPartial).length : 0
  const kept = await run({
    job: 'keep',
    path,
    place: '',
    why: 'asked',
    now: now + 1e12,
    zone: 'Europe/Berlin',
  })
  expect(kept).toMatchObject({ ok: true })
  await clearPartials(path, folder, Date.now() + 120_000)
  const names = readdirSync(folder)
  expect(names.filter(isPartial)).toEqual([])
  expect(names.filter((name) => name.endsWith('.json') && !names.includes(name.slice(0, -5)))).toEqual([])
  expect(readdirSync(dirname(path)).filter((name) => name.includes('.restoring'))).toEqual([])
  return left
}

/** A folder of drafts that does not say it is unfinished is whole. */
function checkExports(folder: string, { exports, flying }: Heard): void {
  const made = existsSync(folder) ? readdirSync(folder) : []
  const whole = made.filter((name) => !name.includes('unfinished'))
  for (const name of whole) {
    const drafts = readdirSync(join(folder, name))
    expect(drafts).toHaveLength(readers)
    for (const draft of drafts) expect(readFileSync(join(folder, name, draft), 'latin1')).toMatch(/\r\n$/)
  }
  expect(whole.length - exports).toBeGreaterThanOrEqual(0)
  expect(whole.length - exports).toBeLessThanOrEqual(flying?.what === 'export' ? 1 : 0)
}

test(
  `${rounds} kills in mixed work lose no acknowledged act, leave each whole or undone, and no backup that is not one`,
  { timeout: rounds * 60_000 },
  async () => {
    const home = temporaryFolder()
    const [old, current] = [join(home, 'old'), join(home, 'current')]
    makeOld(join(old, 'shop.wellkept'))
    makeOld(join(current, 'shop.wellkept'))
    const opened = await openShop(join(current, 'shop.wellkept'))
    if (!opened.ok) throw new Error(opened.problem.message)
    await opened.value.close()

    const counts: Record<string, number> = {}
    let [acknowledged, partials] = [0, 0]
    let next = startChild()
    for (let n = 0; n < rounds; n++) {
      const child = next
      const folder = join(home, 'round')
      rmSync(folder, { recursive: true, force: true })
      const isOld = n % 4 === 0
      cpSync(isOld ? old : current, folder, { recursive: true })
      const path = join(folder, 'shop.wellkept')
      const start = { path, seed: Math.floor(Math.random() * 2 ** 31), importRows, now }
      const heard = hear(await child.kill(start, Math.random() * 400, isOld ? 'start' : 'backed up'))
      next = startChild()
      const where = await checkShop(path, heard)
      partials += await checkBackups(path, heard)
      checkExports(join(folder, 'exports'), heard)
      acknowledged += heard.acknowledged
      const what = where === 'in open' && isOld ? 'in migration' : where
      counts[what] = (counts[what] ?? 0) + 1
    }
    next.end()
    const found = Object.entries(counts).map(([what, times]) => `${times} ${what}`)
    console.log(
      `${rounds} kills, ${acknowledged} acknowledged steps, 0 lost; killed ${found.toSorted().join('; ')}; ${partials} partial files cleared`,
    )
  },
)
