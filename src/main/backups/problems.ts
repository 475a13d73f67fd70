import { fail, type Result } from '../../core/result.ts'
import { codeOf } from '../store/failures.ts'

/** Where a copy was to go, in words. */
export const places = {
  here: 'on the disk of the shop file',
  second: 'in the second place',
  chosen: 'in the chosen folder',
} as const

type Where = (typeof places)[keyof typeof places]

const kept = 'Your shop is as it was.'

/**
 * What the machine did that kept a copy from being made: disk-full, no-access, in-use, disk-error, not-whole. A bug is
 * thrown on.
 */
export function copyFailure(error: unknown, where: Where): Result<never> {
  const code = codeOf(error)
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT|EFBIG)/.test(code)) return noRoom(where)
  if (/^(EACCES|EPERM|EROFS|EEXIST|ENOTDIR|SQLITE_READONLY|SQLITE_CANTOPEN)/.test(code))
    return fail(
      'no-access',
      `Wellkept may not write backups ${where}. ${kept} ${where === places.here ? 'Ask for write access to its folder.' : 'Choose another folder.'}`,
    )
  if (code.startsWith('SQLITE_BUSY'))
    return fail('in-use', `Another program holds the shop file. ${kept} Close that program.`)
  if (/^(SQLITE_IOERR|EIO|ENXIO|ENODEV|ENOENT|ESTALE)/.test(code))
    return fail('disk-error', `Something failed ${where}. ${kept} Check that disk.`)
  if (isNotWhole(error))
    return fail(
      'not-whole',
      'The copy of the shop file was not as good as it should be, and was thrown away. The older backups are kept. Check the disk; if it happens again, restore the newest backup.',
    )
  throw error
}

/** There is no room for a copy. */
export const noRoom = (where: Where): Result<never> =>
  fail('disk-full', `There is no room for a backup ${where}. ${kept} Free some space there.`)

/** A copy differs from its original, or its original is damaged. */
export class NotWhole extends Error {}

/** Whether it is the file itself that cannot be copied whole. */
export const isNotWhole = (error: unknown): boolean =>
  error instanceof NotWhole || /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error))
