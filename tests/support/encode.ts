import type { Encoding } from '../../src/core/import/encoding.ts'
import { upperHalf } from './code-pages.ts'

/** Encodes text; characters the code page lacks are a mistake of the test. */
export function encode(text: string, encoding: Encoding, mark = false): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from((mark ? '\ufeff' : '') + text, 'utf8')
  const wide = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
  if (encoding === 'utf-16le') return wide
  if (encoding === 'utf-16be') return wide.swap16()
  const table = upperHalf[encoding]
  return Uint8Array.from(text, (c) => {
    const code = c.charCodeAt(0) < 0x80 ? c.charCodeAt(0) : 0x80 + table.indexOf(c)
    if (code < 0x80 && c.charCodeAt(0) >= 0x80) throw new Error(`${encoding} has no ${c}`)
    return code
  })
}
