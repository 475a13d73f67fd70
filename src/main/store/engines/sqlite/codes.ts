import type { DatabaseError } from '../engine.ts'

const meanings: readonly (readonly [RegExp, DatabaseError])[] = [
  [/^SQLITE_FULL/, 'full'],
  [/^SQLITE_IOERR/, 'disk'],
  [/^SQLITE_READONLY/, 'read-only'],
  [/^SQLITE_CANTOPEN/, 'no-access'],
  [/^SQLITE_BUSY/, 'in-use'],
  [/^SQLITE_CORRUPT/, 'damaged'],
  [/^SQLITE_NOTADB/, 'not-a-database'],
  [/^SQLITE_CONSTRAINT_UNIQUE$/, 'taken'],
  [/^SQLITE_CONSTRAINT_FOREIGNKEY$/, 'needed'],
  [/^SQLITE_CONSTRAINT_(NOTNULL|CHECK)$/, 'other-columns'],
]

/** What an error of SQLite means. */
export function sqliteSays(error: unknown): DatabaseError | undefined {
  if (!(error instanceof Error)) return undefined
  if (/has no column named|no such column/.test(error.message)) return 'other-columns'
  const code = codeOf(error)
  return meanings.find(([codes]) => codes.test(code))?.[1]
}

/** Whether another program holds the file just now. */
export const isBusy = (error: unknown): boolean => sqliteSays(error) === 'in-use'

/** The memory that the connections of a file share finds no place beside it. */
export const isUnshared = (error: unknown): boolean =>
  /^SQLITE_(IOERR_SHM|READONLY|CANTOPEN)/.test(codeOf(error))

/** As of a header that names a format there never was. */
export const isNoSuchFormat = (error: unknown): boolean => codeOf(error) === 'SQLITE_ERROR'

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''
