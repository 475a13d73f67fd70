import { writeSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { dispatch } from '../../src/main/store/dispatch.ts'
import { openShop } from '../../src/main/store/open.ts'

/** What the child tells its parent, one JSON line each, written before anything else is done. */
export type ChildEvent =
  | { readonly at: 'acknowledged'; readonly text: string }
  | { readonly at: 'importing' }
  | { readonly at: 'progress'; readonly done: number; readonly total: number; readonly words: string }
  | { readonly at: 'committing' }
  | { readonly at: 'imported'; readonly added: number }

const say = (event: ChildEvent) => writeSync(1, `${JSON.stringify(event)}\n`)

const [path, csv, now, acknowledgements] = process.argv.slice(2) as [string, string, string, string]
const opened = await openShop(path)
if (!opened.ok) throw new Error(opened.problem.message)
const shop = opened.value
let importing = false
announceCommit(shop.connection)

let written = 0
for (let n = 0; n < Number(acknowledgements); n++) await acknowledgedWrite()
importing = true
say({ at: 'importing' })
const report = (await call('customers.importFile', { path: csv, commit: true })) as { added: number }
importing = false
say({ at: 'imported', added: report.added })
// Works on until it is killed.
for (;;) await acknowledgedWrite()

async function acknowledgedWrite(): Promise<void> {
  const text = `Acknowledged ${++written}`
  await call('customers.save', { name: text })
  say({ at: 'acknowledged', text })
}

async function call(name: string, input: unknown): Promise<unknown> {
  const onProgress = importing ? (step: object) => say({ at: 'progress', ...step } as ChildEvent) : undefined
  const { result } = await dispatch(shop, name, input, { now: Number(now), onProgress })
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.problem)}`)
  return result.value
}

/** Says when the import's COMMIT begins, so that the parent can aim at it. */
function announceCommit(connection: Database.Database): void {
  const prepare = connection.prepare.bind(connection)
  connection.prepare = (sql: string) => {
    if (importing && sql.toLowerCase() === 'commit') say({ at: 'committing' })
    return prepare(sql)
  }
}
