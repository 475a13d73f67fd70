import { headerText } from '../greeting/header-text.ts'

/**
 * A draft's file name such as `001-maria-anders.eml`: place in the list, then the name in letters and digits any file system takes.
 * It starts with a digit, so no reserved Windows name comes out, and stays under 200 bytes.
 */
export function draftFileName(place: number, total: number, name: string): string {
  const digits = Math.max(3, String(total).length)
  const plain = headerText(name)
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
  const short = [...plain]
    .slice(0, 40)
    .join('')
    .replace(/^-+|-+$/g, '')
  return `${String(place).padStart(digits, '0')}-${short || 'customer'}.eml`
}
