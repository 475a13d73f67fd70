import { execFileSync } from 'node:child_process'
import { appendFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from './shop.ts'

/** A disk of its own that can be filled to the last byte. */
export interface SmallDisk {
  readonly folder: string
  /** Fills it until so many bytes (whole pages of 4096) are free. */
  fill(leave?: number): void
  /** Makes room again. */
  clear(): void
  /** Takes the disk away; the end of the test does too. */
  end(): void
}

/** Mounts a small disk for one test; undefined, with a line that says so, where that is not allowed. */
export function smallDisk(bytes: number): SmallDisk | undefined {
  const folder = temporaryFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder], { stdio: 'pipe' })
  } catch {
    console.log('no small disk here (mounting one is not allowed): this test was not run')
    return undefined
  }
  let mounted = true
  const end = () => {
    if (mounted) execFileSync('umount', ['-l', folder])
    mounted = false
  }
  onTestFinished(end)
  const filling = join(folder, 'filling')
  return {
    folder,
    fill(leave = 0) {
      try {
        for (;;) appendFileSync(filling, Buffer.alloc(4096, 1))
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
      }
      if (leave > 0) truncateSync(filling, Math.max(0, statSync(filling).size - leave))
    },
    clear: () => rmSync(filling, { force: true }),
    end,
  }
}
