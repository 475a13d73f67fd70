import type { Problem } from '../../core/result.ts'

const disk = 'Your shop is as it was.'

/** What the machine says to a backup that failed, in words: disk-full, no-access, disk-error, in-use, not-whole. */
export function machineProblem(error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC' || code === 'EDQUOT')
    return { code: 'disk-full', message: `There is no room for the backup. ${disk} Free some space.` }
  if (/^(EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_CANTOPEN|EEXIST|ENOTDIR)/.test(code))
    return {
      code: 'no-access',
      message: `Wellkept may not write where its backups are kept. ${disk} Ask for write access to the folder “backups” beside the shop file.`,
    }
  if (code.startsWith('SQLITE_BUSY'))
    return { code: 'in-use', message: `Another program holds the shop file. ${disk} Close that program.` }
  if (code.startsWith('SQLITE_IOERR') || /^(EIO|ENXIO|ENODEV|ENOENT|ESTALE)$/.test(code))
    return { code: 'disk-error', message: `The disk reported an error. ${disk} Check the disk.` }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || code === '')
    return {
      code: 'not-whole',
      message:
        'The copy of the shop file was not as good as it should be, and was thrown away. The older backups are kept. Check the disk; if it happens again, restore the newest backup.',
    }
  throw error
}
