import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

const maxBytes = 1_000_000

/** Writes a bug down: when, in which call, and the stack. */
export type Log = (where: string, error: unknown) => void

/** A log that keeps at most two files of about 1 MB: `file` and `file.old`. A full disk must not make a second bug. */
export function openLog(file: string, say: (line: string) => void = () => {}): Log {
  return (where, error) => {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error)
    const line = `${new Date().toISOString()} ${where}: ${what}\n`
    say(line)
    try {
      mkdirSync(dirname(file), { recursive: true })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > maxBytes) renameSync(file, `${file}.old`)
      appendFileSync(file, line)
    } catch {
      say(`${file} could not be written\n`)
    }
  }
}
