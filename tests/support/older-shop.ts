import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { temporaryFolder } from './shop.ts'

/** A shop file as a released Wellkept left it; answers where it lies. */
export function releasedShop(version: '0.1.0'): string {
  const path = join(temporaryFolder(), 'shop.wellkept')
  const packed = join(import.meta.dirname, '../data/shops', `${version}.wellkept.gz`)
  writeFileSync(path, gunzipSync(readFileSync(packed)))
  return path
}
