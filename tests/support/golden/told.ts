import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CallName, Output, Sent } from '../../../src/core/calls.ts'
import type { FileShop } from '../../../src/main/store/engines/sqlite/open-file.ts'

/** A shop that fills while its clock is moved. */
export interface Told {
  readonly shop: FileShop
  /** For files that are read and written. */
  readonly folder: string
  /** Sets the clock to an instant. */
  at(instant: string): void
  call<N extends CallName>(name: N, input: Sent<N>): Promise<Output<N>>
}

/** Writes a file to import, and answers where it lies. */
export function fileOf(told: Told, name: string, lines: readonly string[]): string {
  const path = join(told.folder, name)
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''))
  return path
}
