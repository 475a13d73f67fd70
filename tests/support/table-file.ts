import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestShop } from './shop.ts'

let files = 0

/** Writes a table of these lines into the shop's folder, under a name of its own; answers its path. */
export function tableFile(t: TestShop, lines: readonly string[]): string {
  const path = join(t.folder, `table-${files++}.csv`)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

/** Imports the customers of a table of these lines, its header first. */
export const importCustomers = (t: TestShop, ...lines: readonly string[]) =>
  t.call('customers.importFile', { path: tableFile(t, lines), commit: true })

/** The same of past promises. */
export const importPromises = (t: TestShop, ...lines: readonly string[]) =>
  t.call('promises.importFile', { path: tableFile(t, lines), commit: true })

/** Each promise's name and the day that its file told, and whether it is done, in the order they were kept. */
export async function keptPromises(t: TestShop): Promise<readonly string[]> {
  const rows = await t.shop.reader
    .selectFrom('promises')
    .select(['name', 'doneAtMs', 'sourceTold'])
    .orderBy('id')
    .execute()
  return rows.map(({ name, doneAtMs, sourceTold }) =>
    [name, sourceTold.slice(0, 10), ...(doneAtMs === null ? [] : ['done'])].join(' '),
  )
}
