import { readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { expect } from 'vitest'
import type { BackupReason } from '../../src/core/backups/file.ts'
import { listBackups, type FoundBackup } from '../../src/main/backups/folder.ts'
import { restore } from '../../src/main/backups/restore.ts'
import { verifiedBackup } from '../../src/main/store/backup.ts'
import { dispatch } from '../../src/main/store/dispatch.ts'
import { openShop } from '../../src/main/store/open.ts'
import type { CallName, Output, Sent } from '../../src/core/calls.ts'
import type { TestShop } from './shop.ts'

/** Makes a backup at the test's time, and finds it again. */
export async function backUp(t: TestShop, why: BackupReason = 'asked'): Promise<FoundBackup> {
  const { path } = await verifiedBackup(t.shop.path, { why, now: t.now })
  return (await listBackups(t.shop.path)).find((one) => one.path === path)!
}

/** The customers of a closed or open shop file, by name. */
export function customersIn(path: string): readonly string[] {
  const connection = new Database(path, { readonly: true })
  try {
    return connection.prepare('SELECT name FROM customers ORDER BY name').pluck().all() as string[]
  } finally {
    connection.close()
  }
}

/** Makes calls in a closed shop file at a time, as if the program were started for them. */
export async function workIn<Told>(
  path: string,
  now: number,
  work: (call: Ask) => Promise<Told>,
): Promise<Told> {
  const opened = await openShop(path, { goOn: true })
  if (!opened.ok) throw new Error(opened.problem.message)
  try {
    return await work(async (name, input) => {
      const { result } = await dispatch(opened.value, name, input, { now })
      if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.problem)}`)
      return result.value as never
    })
  } finally {
    await opened.value.close()
  }
}

/** Makes calls. */
export type Ask = <N extends CallName>(name: N, input: Sent<N>) => Promise<Output<N>>

const hourMs = 3_600_000

/** Goes back to a backup of before some work, and asks there; an hour lies between each. */
export async function backAfter<Told>(
  t: TestShop,
  work: () => Promise<unknown>,
  ask: (call: Ask) => Promise<Told>,
): Promise<Told> {
  t.now += hourMs
  const backup = await backUp(t)
  t.now += hourMs
  await work()
  t.now += hourMs
  await t.shop.close()
  expect(await restore(t.shop.path, backup, t.now)).toEqual({ ok: true, value: null })
  return workIn(t.shop.path, t.now, ask)
}

/** Changes a backup and makes its record fit again, as somebody would who means harm. */
export function doctor(backup: string, change: (connection: Database.Database) => void): void {
  const connection = new Database(backup)
  connection.unsafeMode(true)
  change(connection)
  connection.close()
  const bytes = readFileSync(backup)
  const manifest = JSON.parse(readFileSync(`${backup}.json`, 'utf8')) as object
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  writeFileSync(`${backup}.json`, JSON.stringify({ ...manifest, sha256, bytes: bytes.length }))
}

/** Flips one byte in the middle of a file. */
export function flipByte(path: string): void {
  const bytes = readFileSync(path)
  const at = bytes.length >> 1
  bytes[at] = bytes[at]! ^ 0xff
  writeFileSync(path, bytes)
}
