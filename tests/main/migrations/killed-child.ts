import Database from 'better-sqlite3'
import { migrate } from '../../../src/main/store/engines/sqlite/migrate.ts'
import { migrations } from '../../../src/main/store/migrations/index.ts'
import { setPragmas } from '../../../src/main/store/engines/sqlite/connect.ts'
import { computedColumns } from '../../../src/main/store/schema.ts'
import { foldsAnew } from '../../support/folds-anew.ts'

// Migrates a file and kills itself after the nth statement; with `anew`, to a rule that folds to capitals.
const [path = '', nth = '', rule = ''] = process.argv.slice(2)
const connection = new Database(path)
setPragmas(connection)
let done = 0
const computed = computedColumns.map((one) => ({
  ...one,
  of: (...row: Parameters<typeof one.of>) => {
    const columns = one.of(...row)
    return rule === 'anew' ? { ...columns, folded: String(columns['folded']).toUpperCase() } : columns
  },
}))
const steps = rule === 'anew' ? [...migrations, foldsAnew] : migrations
const step = () => {
  done += 1
  if (done === Number(nth)) process.kill(process.pid, 'SIGKILL')
}
migrate(connection, steps, step, computed)
