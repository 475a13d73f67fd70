import { dirname } from 'node:path'
import { fail, type Result } from '../../core/result.ts'

/** The code of an error of SQLite or of the system; '' where it has none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/** Whether another program holds the file just now. */
export const isBusy = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_BUSY')

/**
 * What the machine did that the owner can do something about: disk-full, disk-error, read-only, in-use, damaged; undefined
 * for a bug. `path` is the shop file; where an error names the file it is about, the disk of that one is named.
 */
export function machineFailure(error: unknown, path: string): Result<never> | undefined {
  const code = codeOf(error)
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT)/.test(code)) return diskFull(pathOf(error) ?? path)
  if (/^(SQLITE_IOERR|EIO)/.test(code))
    return fail(
      'disk-error',
      `The disk of the folder “${dirname(pathOf(error) ?? path)}” reported an error. Nothing was changed. Check the disk and try again.`,
    )
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return damaged
  if (code.startsWith('SQLITE_READONLY'))
    return fail('read-only', 'The shop file may not be written to. Nothing was changed.')
  if (isBusy(error)) return inUse
  return undefined
}

/** The disk that holds the file is full. */
export const diskFull = (file: string): Result<never> =>
  fail(
    'disk-full',
    `The disk of the folder “${dirname(file)}” is full. Nothing was changed. Free some space there and try again.`,
  )

/** Another program does not let go of the shop file. */
export const inUse = fail(
  'in-use',
  'Another program holds the shop file. Nothing was changed. Close it, or try again in a moment.',
)

/** Parts of the file are not what was written. */
export const damaged = fail(
  'damaged',
  'The shop file is damaged. It was not changed, and nothing more is written to it.',
)

const pathOf = (error: unknown): string | undefined =>
  error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : undefined
