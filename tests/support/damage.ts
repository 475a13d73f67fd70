import { copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { dispatch } from '../../src/main/store/dispatch.ts'
import { openShop } from '../../src/main/store/open.ts'
import type { Shop } from '../../src/main/store/shop.ts'

/** What a failing disk, a copy that broke off or a wrong file beside it makes of a shop file. */
export type Damage =
  | { readonly kind: 'zeroed'; readonly pages: readonly number[] }
  | { readonly kind: 'garbled'; readonly page: number; readonly bytes: Uint8Array }
  | { readonly kind: 'header'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'cut'; readonly share: number }
  | {
      readonly kind: 'log'
      readonly of: 'another shop' | 'later' | 'earlier' | 'nothing'
      readonly share: number
    }

const bytes = (min: number, max: number) => fc.uint8Array({ minLength: min, maxLength: max })

export const damages: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({
    kind: fc.constant('zeroed' as const),
    pages: fc.array(fc.nat(10_000), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('garbled' as const), page: fc.nat(10_000), bytes: bytes(64, 64) }),
  fc.record({ kind: fc.constant('header' as const), at: fc.nat(99), bytes: bytes(1, 40) }),
  fc.record({
    kind: fc.constant('cut' as const),
    share: fc.integer({ min: 0, max: 999 }).map((n) => n / 1000),
  }),
  fc.record({
    kind: fc.constant('log' as const),
    of: fc.constantFrom('another shop' as const, 'later' as const, 'earlier' as const, 'nothing' as const),
    share: fc.integer({ min: 100, max: 1000 }).map((n) => n / 1000),
  }),
)

/** A closed shop file and logs that a crash could have left beside it, or beside another. */
export interface Sound {
  readonly file: Buffer
  readonly pageSize: number
  readonly logs: Readonly<Record<'another shop' | 'later' | 'earlier', Buffer>>
}

/** Makes a shop with something in every drawer, and the logs of crashes of it and of another. */
export async function soundFile(folder: string): Promise<Sound> {
  const path = join(folder, 'sound.wellkept')
  const shop = await opened(path)
  await fill(shop, 60, 'Customer')
  // As a crash leaves it: the log is not in the file yet.
  const earlier = readFileSync(`${path}-wal`)
  await shop.close()
  const file = readFileSync(path)
  const again = await opened(path)
  await fill(again, 20, 'Later')
  const later = readFileSync(`${path}-wal`)
  await again.close()
  const other = await opened(join(folder, 'other.wellkept'))
  await fill(other, 30, 'Stranger')
  const another = readFileSync(join(folder, 'other.wellkept-wal'))
  await other.close()
  const connection = new Database(path, { readonly: true })
  const pageSize = connection.pragma('page_size', { simple: true }) as number
  connection.close()
  return { file, pageSize, logs: { 'another shop': another, later, earlier } }
}

async function opened(path: string): Promise<Shop> {
  mkdirSync(dirname(path), { recursive: true })
  const result = await openShop(path, { create: true })
  if (!result.ok) throw new Error(result.problem.message)
  return result.value
}

async function fill(shop: Shop, count: number, name: string): Promise<void> {
  const call = async (call: string, input: unknown) => {
    const { result } = await dispatch(shop, call, input, { now: Date.parse('2026-11-23T08:00:00Z') })
    if (!result.ok) throw new Error(`${call}: ${result.problem.message}`)
  }
  const details = await shop.reader.selectFrom('shop').select('zone').executeTakeFirst()
  if (details) await call('shop.change', { name })
  else await call('shop.setUp', { name, country: 'DE', zone: 'Europe/Berlin' })
  for (let n = 1; n <= count; n++) {
    const notes = `Note ${n} `.repeat((n * 7) % 90)
    await call('customers.save', { name: `${name} ${n}`, email: `${name}${n}@x.example`, notes })
    await call('checklists.saveLine', { part: 'day', text: `${name} line ${n}` })
    await call('hours.log', { event: n % 2 ? 'open' : 'close' })
  }
}

/** Puts the damaged file to `path`. */
export function putDamaged(path: string, { file, pageSize, logs }: Sound, damage: Damage): void {
  writeFileSync(path, file)
  const pages = file.length / pageSize
  const bad = Buffer.from(file)
  switch (damage.kind) {
    case 'zeroed':
      for (const page of damage.pages) bad.fill(0, (page % pages) * pageSize, ((page % pages) + 1) * pageSize)
      return writeFileSync(path, bad)
    case 'garbled':
      bad.fill(damage.bytes, (damage.page % pages) * pageSize, ((damage.page % pages) + 1) * pageSize)
      return writeFileSync(path, bad)
    case 'header':
      bad.set(damage.bytes.subarray(0, 100 - damage.at), damage.at)
      return writeFileSync(path, bad)
    case 'cut':
      return truncateSync(path, Math.floor(damage.share * file.length))
    case 'log': {
      const log = damage.of === 'nothing' ? Buffer.alloc(50_000, 7) : logs[damage.of]
      writeFileSync(`${path}-wal`, log.subarray(0, Math.floor(log.length * damage.share)))
    }
  }
}

/** All rows of a shop file, as text, read from a copy. */
export function contentOf(path: string, folder: string): string {
  const copy = join(folder, 'read.wellkept')
  copyFileSync(path, copy)
  const connection = new Database(copy, { readonly: true })
  try {
    const tables = connection
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%Search%' ORDER BY name`,
      )
      .pluck()
      .all() as string[]
    return JSON.stringify(
      tables.map((table) => [table, connection.prepare(`SELECT * FROM "${table}" ORDER BY 1`).all()]),
    )
  } finally {
    connection.close()
  }
}
