import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { customerImport } from '../../src/core/customers/import.ts'
import { fold } from '../../src/core/fold.ts'
import type { Result } from '../../src/core/result.ts'
import { openStore, type Store } from '../../src/main/store/host.ts'
import { openShop } from '../../src/main/store/open.ts'
import {
  customerCells,
  customerFileHeader,
  quoted,
  writeCustomerFile,
  writeLines,
} from '../../tests/support/customer-file.ts'
import { shopNow } from '../../tests/support/ten-year-shop.ts'
import { alternate, timed, type Figure } from './figures.ts'

const worker = resolve(import.meta.dirname, '../../src/main/store/worker.ts')

interface Files {
  readonly empty: string
  /** The customers as an owner has them, and as a whole row of our table each. */
  readonly csv: string
  readonly wholeRows: string
}

/** V5: importing `count` customers against `sqlite3 .import`; what the window waits meanwhile; and stopping. */
export async function importFigures(full: string, folder: string, count: number): Promise<Figure[]> {
  const files = await prepare(folder, count)
  const { ours, baseline } = await alternate(3, {
    ours: () => ourImport(files, folder, count),
    baseline: () => sqliteImport(files, folder, count),
  })
  const waited = await readsDuringImport(full, files, folder)
  const stopped = await stopImports(full, files, folder)
  const what = `import ${count.toLocaleString('en')} customers`
  const v5 = { goal: 'V5', unit: 'ms' } as const
  return [
    { ...v5, what: `${what} / sqlite3 .import`, ours, baseline, target: { of: 'ratio', most: 3 } },
    {
      ...v5,
      what: 'search and Today during an import, full shop',
      ours: waited,
      target: { of: 'longest', most: 100 },
    },
    {
      ...v5,
      what: 'stop an import, full shop',
      ours: stopped.ms,
      target: { of: 'longest', most: 500 },
    },
    {
      ...v5,
      unit: 'rows',
      what: 'left by a stopped import',
      ours: stopped.left,
      target: { of: 'longest', most: 0 },
    },
  ]
}

async function prepare(folder: string, count: number): Promise<Files> {
  const files = {
    empty: join(folder, 'empty.wellkept'),
    csv: join(folder, 'customers.csv'),
    wholeRows: join(folder, 'whole-rows.csv'),
  }
  const opened = await openShop(files.empty, { create: true })
  if (!opened.ok) throw new Error(opened.problem.message)
  const columns = opened.value.connection.pragma('table_info(customers)') as { name: string }[]
  await opened.value.close()
  await writeCustomerFile(files.csv, count)
  await writeLines(
    files.wholeRows,
    wholeRows(
      columns.map(({ name }) => name),
      count,
    ),
  )
  return files
}

/** The same customers with every column of our table worked out beforehand, as `.import` wants them. */
function* wholeRows(columns: readonly string[], count: number): Generator<string> {
  for (let n = 0; n < count; n++) {
    const cell = Object.fromEntries(customerFileHeader.map((name, i) => [name, customerCells(n)[i]!]))
    const row: Record<string, string> = {
      id: String(n + 1),
      name: cell['Name']!,
      company: cell['Company']!,
      email: cell['E-mail']!,
      phone: cell['Phone']!,
      street: cell['Address']!,
      city: cell['City']!,
      postcode: cell['Postcode']!,
      country: cell['Country']!,
      notes: cell['Notes']!,
      mailConsent: 'unasked',
      createdAtMs: String(shopNow),
      // `.import` knows no null.
      asideSinceMs: String(shopNow),
      tierId: '1',
      broughtFields: '0',
      emailKey: cell['E-mail']!,
      folded: fold(
        [cell['Name'], cell['Company'], cell['E-mail'], cell['Phone'], cell['City'], cell['Notes']].join(' '),
      ),
    }
    yield columns.map((column) => quoted(row[column] ?? '')).join(',')
  }
}

function copyOf(file: string, folder: string): string {
  const path = join(folder, 'copy.wellkept')
  for (const old of [path, `${path}-wal`, `${path}-shm`]) rmSync(old, { force: true })
  copyFileSync(file, path)
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${path}-wal`)
  return path
}

async function storeOn(path: string): Promise<Store> {
  const opened = await openStore(worker, path, {}, () => shopNow, {
    changed: () => {},
    bug: (name, stack) => console.error(`${name}: ${stack}`),
  })
  if (!opened.ok) throw new Error(opened.problem.message)
  return opened.value
}

async function ourImport({ empty, csv }: Files, folder: string, count: number): Promise<number> {
  const store = await storeOn(copyOf(empty, folder))
  let result: Result<unknown> | undefined
  const ms = await timed(
    async () => (result = await store.call('customers.importFile', { path: csv, commit: true })),
  )
  await store.close()
  const added = result?.ok ? (result.value as { added: number }).added : JSON.stringify(result)
  if (added !== count) throw new Error(`the import added ${added} of ${count}`)
  return ms
}

/** The plainest that fills the same table and its search index: no guess, no check, no change log. */
async function sqliteImport(
  { empty, wholeRows: rows }: Files,
  folder: string,
  count: number,
): Promise<number> {
  const path = copyOf(empty, folder)
  const script = `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY;
CREATE TEMP TRIGGER filled AFTER INSERT ON main.customers BEGIN
  INSERT INTO customersSearch (rowid, folded) VALUES (NEW.id, NEW.folded);
END;
.import --csv "${rows}" customers
`
  const ms = await timed(() => runSqlite(path, script))
  const connection = new Database(path, { readonly: true })
  const found = connection.prepare('SELECT count(*) FROM customers').pluck().get()
  connection.close()
  if (found !== count) throw new Error(`sqlite3 imported ${String(found)} of ${count}`)
  return ms
}

function runSqlite(path: string, script: string): Promise<void> {
  const child = spawn('sqlite3', ['-bail', path], { stdio: ['pipe', 'ignore', 'inherit'] })
  child.stdin.end(script)
  return new Promise((done, failed) => {
    child.once('error', failed)
    child.once('close', (code) => (code === 0 ? done() : failed(new Error(`sqlite3 ended with ${code}`))))
  })
}

/** How long each read took while the full shop imported, and what the import said while it wrote its rows. */
async function readsDuringImport(full: string, { csv }: Files, folder: string) {
  const store = await storeOn(copyOf(full, folder))
  const reads = [
    () => store.call('customers.search', { text: 'mu' }),
    () => store.call('today.list', {}),
    () => store.call('customers.search', { text: 'anders ber' }),
  ]
  for (const read of reads) await read()
  const now = { running: true, words: 'Starting', done: 0 }
  const importing = store
    .call(
      'customers.importFile',
      { path: csv, commit: true },
      { onProgress: ({ words, done }) => Object.assign(now, { words, done }) },
    )
    .finally(() => (now.running = false))
  const waits: { ms: number; where: string }[] = []
  for (let n = 0; now.running; n++) {
    const ms = await timed(reads[n % reads.length]!)
    waits.push({ ms, where: `${now.words} ${now.done}` })
    await sleep(2)
  }
  await importing
  await store.close()
  const slow = waits.filter(({ ms }) => ms > 100).toSorted((a, b) => b.ms - a.ms)
  if (slow.length > 0) {
    const worst = slow.slice(0, 3).map(({ ms, where }) => `${ms.toFixed(0)} ms at “${where}”`)
    console.log(`${slow.length} of ${waits.length} reads waited more than 100 ms: ${worst.join(', ')}`)
  }
  return waits.map(({ ms }) => ms)
}

/** Stops imports while they read and at several points of their writing: how long the answer takes, and how many rows are left. */
async function stopImports(full: string, { csv }: Files, folder: string) {
  const store = await storeOn(copyOf(full, folder))
  const ms: number[] = []
  const left: number[] = []
  for (const share of [undefined, 0, 0.2, 0.4, 0.6, 0.8]) {
    const controller = new AbortController()
    let stoppedAt = 0
    const result = await store.call(
      'customers.importFile',
      { path: csv, commit: true },
      {
        signal: controller.signal,
        onProgress({ words, done, total }) {
          const isThere =
            share === undefined || (words === customerImport.doing.keeping && done >= share * total)
          if (!isThere || stoppedAt > 0) return
          stoppedAt = performance.now()
          controller.abort()
        },
      },
    )
    ms.push(performance.now() - stoppedAt)
    if (result.ok || result.problem.code !== 'cancelled') throw new Error('an import could not be stopped')
    const found = (await store.call('customers.search', { text: 'imported' })) as { value: { total: number } }
    left.push(found.value.total)
  }
  await store.close()
  return { ms, left }
}
