import { statSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fail, ok, type Result } from '../core/result.ts'
import { diskSays } from './disk-codes.ts'
import { freeName } from './write-whole.ts'

interface NewFile {
  readonly folder: string
  readonly name: string
  /** `.csv` */
  readonly ending: string
}

const noFolder = fail(
  'no-folder',
  'The chosen folder is not there. Nothing was written. Choose another one.',
  'folder',
)

/**
 * Writes a new file in a folder the owner chose, under another name until it is whole; nothing that is there is touched. Problems:
 * no-folder, folder-closed.
 */
export async function newFile<Answer>(
  { folder, name, ending }: NewFile,
  write: (partial: string) => Promise<Answer>,
): Promise<Result<{ readonly file: string; readonly answer: Answer }>> {
  const parent = resolve(folder)
  if (!statSync(parent, { throwIfNoEntry: false })?.isDirectory()) return noFolder
  const file = freeName(parent, name, ending)
  const partial = join(parent, `.${file}.unfinished`)
  try {
    const answer = await write(partial)
    await rename(partial, join(parent, file))
    return ok({ file, answer })
  } catch (error) {
    await rm(partial, { force: true })
    const says = diskSays(error)
    // A folder can go while it is written into, and some only look like one.
    if (says === 'not-there' || says === 'not-a-place') return noFolder
    if (says !== 'no-access') throw error
    return fail(
      'folder-closed',
      'Wellkept may not write into this folder. Nothing was written. Choose another one.',
      'folder',
    )
  }
}
