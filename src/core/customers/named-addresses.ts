import { asciiAddress, isMailAddress } from '../mail-address.ts'
import { mailKey } from './person.ts'

interface NamedAddresses {
  /** As {@link mailKey} writes them, each once. */
  readonly keys: readonly string[]
  /** What was meant as an address and is none. */
  readonly unclear: readonly string[]
}

/** The addresses that a text asks to be let alone: links, labels before them and marks around them are none of theirs. */
export function namedAddresses(text: string): NamedAddresses {
  const pieces = text
    .replace(/[\p{Cf}"]/gu, '')
    .split(/[\s<>()[\],;:]+/)
    .filter((piece) => piece.includes('@'))
    .map(bare)
  const isGood = (piece: string) => isMailAddress(asciiAddress(piece))
  return {
    keys: [...new Set(pieces.filter(isGood).map(mailKey))],
    unclear: pieces.filter((piece) => !isGood(piece)),
  }
}

/** Without what a link asks for and the marks at both ends; a domain ends with a letter or digit. */
const bare = (piece: string): string =>
  piece
    .replace(/(@[^?@]*)\?[^@]*$/, '$1')
    .replace(/^['`‘’‚“”„«»‹›]+/, '')
    .replace(/[^\p{L}\p{M}\p{N}@]+$/u, '')
