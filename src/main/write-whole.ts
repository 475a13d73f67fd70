import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** A file name that every system takes: no separators, control characters or device names, at most 100 characters. */
export function safeName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029<>:"/\\|?*]+/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 100)
    .replace(/^[. ]+|[. ]+$/g, '')
  if (plain === '') return 'Wellkept'
  return /^(con|prn|aux|nul|com\d|lpt\d)($|[. ])/i.test(plain) ? `_${plain}` : plain
}

/** The name with its ending, with a number behind it where something of that name is in the folder: `customers (2).csv`. */
export function freeName(folder: string, name: string, ending = ''): string {
  for (let n = 1; ; n++) {
    const free = `${name}${n === 1 ? '' : ` (${n})`}${ending}`
    if (!existsSync(join(folder, free))) return free
  }
}

/** Writes all or nothing: a neighbour is written, made durable and renamed over the name. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const partial = join(dirname(path), `.${basename(path)}.${randomUUID()}.partial`)
  try {
    const file = await open(partial, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}
