import { fail, type Result } from '../../core/result.ts'
import { diskSays } from '../disk-codes.ts'
import { sqliteSays } from '../store/engines/sqlite/codes.ts'

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
  const disk = diskSays(error)
  const said = sqliteSays(error)
  if (said === 'full' || disk === 'full') return noRoom(where)
  if (said === 'read-only' || said === 'no-access' || disk === 'no-access' || disk === 'not-a-place')
    return fail(
      'no-access',
      `Wellkept may not write backups ${where}. ${kept} ${where === places.here ? 'Ask for write access to its folder.' : 'Choose another folder.'}`,
    )
  if (said === 'in-use')
    return fail('in-use', `Another program holds the shop file. ${kept} Close that program.`)
  if (said === 'disk' || disk === 'disk' || disk === 'not-there')
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
export const isNotWhole = (error: unknown): boolean => {
  const said = sqliteSays(error)
  return error instanceof NotWhole || said === 'damaged' || said === 'not-a-database'
}
