import { dirname } from 'node:path'
import { fail, type Problem, type Result } from '../../core/result.ts'
import { diskSays } from '../disk-codes.ts'
import type { DatabaseError } from './engines/engine.ts'

/**
 * What the machine did that the owner can do something about: disk-full, disk-error, read-only, in-use, damaged; undefined
 * for a bug. `said` is what the shop's database means by it, `path` the shop file; where an error names the file it is about, the disk
 * of that one is named.
 */
export function machineFailure(
  error: unknown,
  said: DatabaseError | undefined,
  path: string,
): Result<never> | undefined {
  const disk = diskSays(error)
  if (said === 'full' || disk === 'full') return diskFull(pathOf(error) ?? path)
  if (said === 'disk' || disk === 'disk')
    return fail(
      'disk-error',
      `The disk of the folder “${dirname(pathOf(error) ?? path)}” reported an error. Nothing was changed. Check the disk and try again.`,
    )
  if (said === 'damaged' || said === 'not-a-database') return damaged
  if (said === 'read-only')
    return fail('read-only', 'The shop file may not be written to. Nothing was changed.')
  if (said === 'in-use') return inUse
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

/** A notice: nothing is wrong, but two that write know little of each other. */
export const openElsewhere: Problem = {
  code: 'open-elsewhere',
  message:
    'Another program has this shop open too. What both write is kept; what one changes, the other may show late. Close it in one of them.',
}

/** Parts of the file are not what was written. */
export const damaged = fail(
  'damaged',
  'The shop file is damaged. It was not changed, and nothing more is written to it.',
)

const pathOf = (error: unknown): string | undefined =>
  error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : undefined
