import { spawn } from 'node:child_process'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../src/main/store/engines/sqlite/migrate.ts'
import { migrations } from '../../../src/main/store/migrations/index.ts'
import { temporaryFolder } from '../../support/shop.ts'

const child = join(import.meta.dirname, 'killed-child.ts')

const schemaOf = (connection: Database.Database): string =>
  JSON.stringify(connection.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all())

/** Every schema that may be found on a disk, by its number. */
function schemasByVersion(): Map<number, string> {
  const connection = new Database(':memory:')
  const schemas = new Map([[0, schemaOf(connection)]])
  for (const step of migrations) {
    migrate(connection, [step])
    schemas.set(step.number, schemaOf(connection))
  }
  connection.close()
  return schemas
}

/** After each statement of each migration, and after the number that ends it: the schema that must be found. */
const points = migrations.flatMap(({ statements, number }, index) => {
  const before = index === 0 ? 0 : migrations[index - 1]!.number
  return [...statements, 'user_version'].map(() => ({ before, after: number }))
})

/** Each of them in the deep run; a third in the quick one. */
const every = process.env['WELLKEPT_DEEP'] ? 1 : 3
const tried = points
  .map((point, index) => ({ ...point, nth: index + 1 }))
  .filter(({ nth }) => nth % every === 0 || nth === points.length)

async function killedAfter(path: string, nth: number): Promise<string | null> {
  const run = spawn(process.execPath, [child, path, String(nth)], { stdio: ['ignore', 'ignore', 'inherit'] })
  return new Promise((resolve) => run.once('exit', (_code, signal) => resolve(signal)))
}

test(`a kill after any of ${tried.length} of the ${points.length} statements of the migrations leaves the old schema or the new`, async () => {
  const folder = temporaryFolder()
  const schemas = schemasByVersion()
  const waiting = [...tried]
  const kill = async () => {
    for (let point = waiting.shift(); point; point = waiting.shift()) {
      const path = join(folder, `${point.nth}.wellkept`)
      expect({ nth: point.nth, signal: await killedAfter(path, point.nth) }).toEqual({
        nth: point.nth,
        signal: 'SIGKILL',
      })
      const connection = new Database(path)
      const version = connection.pragma('user_version', { simple: true }) as number
      expect({ nth: point.nth, version }).toEqual({ nth: point.nth, version: point.before })
      expect(schemaOf(connection)).toBe(schemas.get(version))
      expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
      // And from there it goes on to the newest.
      migrate(connection)
      expect(schemaOf(connection)).toBe(schemas.get(migrations.at(-1)!.number))
      connection.close()
    }
  }
  await Promise.all([kill(), kill()])
}, 1_800_000)

test('a run that nobody kills ends with the newest schema', async () => {
  const path = join(temporaryFolder(), 'shop.wellkept')
  expect(await killedAfter(path, points.length + 1)).toBe(null)
  const connection = new Database(path, { readonly: true })
  expect(schemaOf(connection)).toBe(schemasByVersion().get(migrations.at(-1)!.number))
  connection.close()
})
