import { fold } from '../fold.ts'
import { nameKey } from './names.ts'
import { phonesIn, shortestNational } from './phones.ts'

/** 32 bits of FNV-1a, eight hexadecimal digits. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}

/** Tells two people's noes apart after both are gone, without keeping a name: a hash of the name as it is compared. */
export const whoseKey = (name: string): string => hashOf(nameKey(name).spellings[0]!)

/** What somebody can be known again by. */
interface Person {
  readonly name: string
  readonly phone: string
  readonly sourceId: string
}

const phoneSigns = (phone: string): readonly string[] =>
  phonesIn(phone).map(({ bare }) => `p${hashOf(bare.slice(-shortestNational))}`)

const numberSigns = (sourceId: string): readonly string[] =>
  sourceId === '' ? [] : [`n${hashOf(fold(sourceId) || sourceId)}`]

/** The key of a name with signs of phone and number, for a no that no address tells. */
export const whoseSigns = ({ name, phone, sourceId }: Person): string =>
  [whoseKey(name), ...new Set([...phoneSigns(phone), ...numberSigns(sourceId)])].join(' ')

/** The key of the name alone. */
export const nameOfWhose = (whose: string): string => whose.slice(0, 8)

/** The keys a no of this name may be kept under; older noes were kept under names without any marks. */
export const whoseKeys = (name: string): readonly string[] => [
  ...new Set(
    [name, name.normalize('NFKD').replace(/\p{M}/gu, '')]
      .flatMap((one) => nameKey(one).spellings)
      .map(hashOf),
  ),
]

/**
 * Whether somebody of the same name is the one who said a no and is gone: for sure by phone or number, not where one of them
 * contradicts, and else perhaps.
 */
export function isKnownAgain(
  whose: string,
  { phone, sourceId }: Omit<Person, 'name'>,
): 'surely' | 'perhaps' | 'no' {
  const signs = whose.split(' ').slice(1)
  const compare = (kind: string, mine: readonly string[]) => {
    const theirs = signs.filter((sign) => sign.startsWith(kind))
    if (mine.length === 0 || theirs.length === 0) return 'unknown'
    return mine.some((sign) => theirs.includes(sign)) ? 'same' : 'differ'
  }
  const compared = [compare('p', phoneSigns(phone)), compare('n', numberSigns(sourceId))]
  if (compared.includes('same')) return 'surely'
  return compared.includes('differ') ? 'no' : 'perhaps'
}
