import type { Result } from '../../core/result.ts'
import { openFile, openFileToRead, type FileShop } from './engines/sqlite/open-file.ts'
import type { OpenOptions } from './shop.ts'

/** Opens a shop where it is kept: in a file, so far. Problems: see {@link openFile}. */
export const openShop = (path: string, options: OpenOptions = {}): Promise<Result<FileShop>> =>
  openFile(path, options)

/** Opens a shop that is open already a second time, only to read: every write fails. */
export const openReader = (path: string, madeAt: string): Promise<Result<FileShop>> =>
  openFileToRead(path, madeAt)
