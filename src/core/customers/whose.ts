import { nameKey } from './names.ts'

/**
 * Tells two people's noes apart after both are gone, without keeping a name: 32 bits of FNV-1a over the name as it is compared, eight
 * hexadecimal digits.
 */
export function whoseKey(name: string): string {
  let hash = 0x811c9dc5
  for (const letter of nameKey(name).spellings[0]!)
    hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}
