import { spawn } from 'node:child_process'
import { copyFileSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { dispatch } from '../../../src/main/store/dispatch.ts'
import type { FileShop } from '../../../src/main/store/engines/sqlite/open-file.ts'
import { openShop } from '../../../src/main/store/open.ts'
import { writeCustomerFile } from '../../support/customer-file.ts'
import type { ChildEvent } from '../../support/import-child.ts'
import { temporaryFolder } from '../../support/shop.ts'
import { fillShop, shopNow, sizeOf } from '../../support/ten-year-shop.ts'

const isDeep = Boolean(process.env['WELLKEPT_DEEP'])
const rounds = isDeep ? 50 : 3
const rows = isDeep ? 100_000 : 10_000
const before = 300
const acknowledgedFirst = 5

/** When to kill: while the file is read, while rows are written, inside of COMMIT, or after the acknowledgement. */
type Aim = 'start' | 'rows' | 'commit' | 'after'
const aims: readonly Aim[] = [
  'rows',
  'commit',
  'after',
  'rows',
  'commit',
  'rows',
  'start',
  'commit',
  'rows',
  'commit',
]

interface Killed {
  /** Where the kill landed, by the last thing the child said. */
  readonly landed: 'before COMMIT' | 'in COMMIT' | 'after COMMIT'
  readonly acknowledged: readonly string[]
  readonly importAcknowledged: boolean
}

/** How an import goes on this machine; what is aimed at by progress is met however busy the machine is. */
interface Pace {
  readonly importMs: number
  readonly commitMs: number
  /** What the import says while it writes its rows. */
  readonly writing: string
}

async function openFile(path: string, create = false): Promise<FileShop> {
  const opened = await openShop(path, { create })
  if (!opened.ok) throw new Error(`${opened.problem.code}: ${opened.problem.message}`)
  return opened.value
}

/** Runs the child on a shop file; `onEvent` may kill it. Resolves when it is gone. */
function runChild(path: string, csv: string, onEvent: (event: ChildEvent, kill: () => void) => void) {
  const script = resolve(import.meta.dirname, '../../support/import-child.ts')
  const words = [script, path, csv, String(shopNow), String(acknowledgedFirst)]
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] })
  let complaint = ''
  child.stderr.on('data', (chunk) => (complaint += chunk))
  createInterface({ input: child.stdout }).on('line', (line) =>
    onEvent(JSON.parse(line) as ChildEvent, () => child.kill('SIGKILL')),
  )
  return new Promise<void>((done, failed) => {
    child.once('close', (code, signal) =>
      signal === 'SIGKILL' ? done() : failed(new Error(`the child ended by itself (${code}): ${complaint}`)),
    )
  })
}

async function measurePace(path: string, csv: string): Promise<Pace> {
  const at: Partial<Record<ChildEvent['at'], number>> = {}
  let writing = ''
  await runChild(path, csv, (event, kill) => {
    at[event.at] ??= performance.now()
    if (event.at === 'progress') writing = event.words
    if (event.at === 'imported') kill()
  })
  const importMs = at.imported! - at.importing!
  return { importMs, commitMs: at.imported! - at.committing!, writing }
}

/** Whether the moment to kill is near, and then after how many ms: a fresh one for each round. */
function aimAt(aim: Aim, { commitMs, writing }: Pace): (event: ChildEvent) => number | undefined {
  const chance = Math.random()
  if (aim === 'start') return ({ at }) => (at === 'importing' ? chance * 100 : undefined)
  if (aim === 'rows')
    return (event) => {
      const isThere = event.at === 'progress' && event.words === writing && event.done >= chance * event.total
      return isThere ? Math.random() * 10 : undefined
    }
  // The end of a COMMIT is soon reached on a machine that has become idle.
  if (aim === 'commit') return ({ at }) => (at === 'committing' ? chance ** 2 * commitMs : undefined)
  return ({ at }) => (at === 'imported' ? chance * 40 : undefined)
}

async function killOnce(path: string, csv: string, delayOf: ReturnType<typeof aimAt>): Promise<Killed> {
  const acknowledged: string[] = []
  let landed: Killed['landed'] = 'before COMMIT'
  let importAcknowledged = false
  let isAimed = false
  await runChild(path, csv, (event, kill) => {
    if (event.at === 'acknowledged') acknowledged.push(event.text)
    if (event.at === 'committing') landed = 'in COMMIT'
    if (event.at === 'imported') [landed, importAcknowledged] = ['after COMMIT', true]
    // A moment that was aimed at may not come: progress is told from time to time only.
    const delayMs = isAimed ? undefined : (delayOf(event) ?? (event.at === 'imported' ? 0 : undefined))
    if (delayMs === undefined) return
    isAimed = true
    setTimeout(kill, delayMs)
  })
  return { landed, acknowledged, importAcknowledged }
}

const numberOf = (connection: Database.Database, sql: string) =>
  connection.prepare(sql).pluck().get() as number

/** What has to hold after every kill. Answers whether the import is there. */
function checkShop({ connection }: FileShop, killed: Killed): 'whole' | 'absent' {
  expect(connection.pragma('quick_check', { simple: true })).toBe('ok')
  expect(connection.pragma('foreign_key_check')).toEqual([])
  const imported = numberOf(
    connection,
    `SELECT count(*) FROM customers WHERE email LIKE '%@imported.example'`,
  )
  expect([0, rows]).toContain(imported)
  if (killed.importAcknowledged) expect(imported).toBe(rows)
  const kept = connection
    .prepare(`SELECT name FROM customers WHERE name LIKE 'Acknowledged %' ORDER BY id`)
    .pluck()
    .all() as string[]
  expect(kept.slice(0, killed.acknowledged.length)).toEqual(killed.acknowledged)
  // One more may have been committed when its acknowledgement was cut off.
  expect(kept.length - killed.acknowledged.length).toBeLessThanOrEqual(1)
  const customers = numberOf(connection, 'SELECT count(*) FROM customers')
  expect(customers).toBe(before + imported + kept.length)
  expect(numberOf(connection, 'SELECT count(*) FROM customerContact')).toBe(customers)
  expect(numberOf(connection, `SELECT count(*) FROM acts WHERE call = 'customers.importFile'`)).toBe(
    imported === 0 ? 0 : 1,
  )
  // Rank 1 compares the index with the rows it stands for; it throws when they differ.
  connection.exec(`INSERT INTO customersSearch (customersSearch, rank) VALUES ('integrity-check', 1)`)
  return imported === 0 ? 'absent' : 'whole'
}

async function importAgain(shop: FileShop, csv: string, state: 'whole' | 'absent'): Promise<void> {
  const { result } = await dispatch(
    shop,
    'customers.importFile',
    { path: csv, commit: true },
    { now: shopNow },
  )
  expect(result).toMatchObject({
    ok: true,
    value: state === 'whole' ? { added: 0, unchanged: rows } : { added: rows, unchanged: 0 },
  })
}

/** A shop that has customers already, and the file to import into it. */
async function prepare(folder: string): Promise<{ template: string; csv: string }> {
  const [template, csv] = [join(folder, 'template.wellkept'), join(folder, 'customers.csv')]
  await writeCustomerFile(csv, rows)
  const shop = await openFile(template, true)
  fillShop(shop, { ...sizeOf(1, before), touches: 1000, batches: 100, promises: 100 })
  await shop.close()
  return { template, csv }
}

/** A fresh copy of the template, with nothing left of the round before. */
function freshCopy(template: string): string {
  const path = join(dirname(template), 'round.wellkept')
  for (const file of [`${path}-wal`, `${path}-shm`]) rmSync(file, { force: true })
  copyFileSync(template, path)
  return path
}

test(
  `an import killed ${rounds} times leaves all of it or nothing, and loses no acknowledged write`,
  { timeout: rounds * 60_000 },
  async () => {
    const { template, csv } = await prepare(temporaryFolder())
    const pace = await measurePace(freshCopy(template), csv)
    const counts: Record<string, number> = {}
    for (let n = 0; n < rounds; n++) {
      const aim = aims[n % aims.length]!
      const path = freshCopy(template)
      const killed = await killOnce(path, csv, aimAt(aim, pace))
      const shop = await openFile(path)
      const state = checkShop(shop, killed)
      await importAgain(shop, csv, state)
      await shop.close()
      const what = `killed ${killed.landed}, import ${state}`
      counts[what] = (counts[what] ?? 0) + 1
    }
    const found = Object.entries(counts).map(([what, times]) => `${times} ${what}`)
    const times = `${pace.importMs.toFixed(0)} ms, its COMMIT ${pace.commitMs.toFixed(0)} ms`
    console.log(`${rounds} kills in an import of ${rows} rows (${times}): ${found.toSorted().join('; ')}`)
  },
)
