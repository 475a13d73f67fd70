import Database from 'better-sqlite3'
import { migrate } from '../../../src/main/store/migrate.ts'
import { setPragmas } from '../../../src/main/store/connect.ts'

// Migrates a file and kills itself after the nth statement.
const [path = '', nth = ''] = process.argv.slice(2)
const connection = new Database(path)
setPragmas(connection)
let done = 0
migrate(connection, undefined, () => {
  done += 1
  if (done === Number(nth)) process.kill(process.pid, 'SIGKILL')
})
