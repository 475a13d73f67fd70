/** What the system says when a file cannot be read or written. */
export type DiskSays = 'full' | 'no-access' | 'in-use' | 'disk' | 'not-there' | 'a-folder' | 'not-a-place'

const meanings: Readonly<Record<string, DiskSays>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EACCES: 'no-access',
  EPERM: 'no-access',
  EROFS: 'no-access',
  EBUSY: 'in-use',
  EIO: 'disk',
  ENXIO: 'disk',
  ENODEV: 'disk',
  ESTALE: 'disk',
  ENOENT: 'not-there',
  EISDIR: 'a-folder',
  ENOTDIR: 'not-a-place',
  EEXIST: 'not-a-place',
  ENAMETOOLONG: 'not-a-place',
}

/** What an error of the file system means; undefined where it is none. */
export function diskSays(error: unknown): DiskSays | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  const code = String(error.code)
  return Object.hasOwn(meanings, code) ? meanings[code] : undefined
}
