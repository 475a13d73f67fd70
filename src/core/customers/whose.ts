import { nameKey } from './names.ts'
import { phoneEnds } from './phones.ts'
import { alikeSigns, numberKey, type Person } from './same-for-a-no.ts'

/** 32 bits of FNV-1a, eight hexadecimal digits. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}

/** Tells two people's noes apart after both are gone, without keeping a name: a hash of the name as it is compared. */
export const whoseKey = (name: string): string => hashOf(nameKey(name).spellings[0]!)

const phoneSigns = (phone: string): readonly string[] => phoneEnds(phone).map((end) => `p${hashOf(end)}`)

const numberSigns = (sourceId: string): readonly string[] =>
  sourceId === '' ? [] : [`n${hashOf(numberKey(sourceId))}`]

const aliasSigns = (person: Person): readonly string[] => alikeSigns(person).map((sign) => `a${hashOf(sign)}`)

/** The signs of somebody's phones and number alone, one of which every no has that may be theirs under another name. */
export const contactSigns = ({ phone, sourceId }: Person): readonly string[] => [
  ...phoneSigns(phone),
  ...numberSigns(sourceId),
]

/**
 * The key of a name with signs of its other spellings, of phone and number, and of what makes another name theirs: for a no that
 * no address tells.
 */
export function whoseSigns(person: Person): string {
  const [name, ...spelled] = nameKey(person.name).spellings.map(hashOf)
  const signs = [...spelled.map((key) => `s${key}`), ...contactSigns(person), ...aliasSigns(person)]
  return [name, ...new Set(signs)].join(' ')
}

/** The signs of now with those of a no that was said before: a phone they had then may be the one they are met under. */
export function joinedSigns(now: string, before: string): string {
  const [name = '', ...signs] = now.split(' ')
  const [nameThen = '', ...signsThen] = before.split(' ')
  const spelled = nameThen === '' || nameThen === name ? [] : [`s${nameThen}`]
  return [name, ...new Set([...signs, ...spelled, ...signsThen])].join(' ')
}

/** All by which a no is to be found that is kept with these signs. */
export function keysOfWhose(whose: string): readonly string[] {
  const [name, ...signs] = whose.split(' ')
  return [
    name!,
    ...signs.flatMap((sign) => (sign.startsWith('s') ? sign.slice(1) : sign.startsWith('a') ? sign : [])),
  ]
}

/** All under which the no of somebody may be found, or of who may be the same person. */
export const keysForWhose = (person: Person): readonly string[] => [
  ...whoseKeys(person.name),
  ...aliasSigns(person),
]

/** The keys a no of this name may be kept under; older noes were kept under names without any marks. */
export const whoseKeys = (name: string): readonly string[] => [
  ...new Set(
    [name, name.normalize('NFKD').replace(/\p{M}/gu, '')]
      .flatMap((one) => nameKey(one).spellings)
      .map(hashOf),
  ),
]

/** Whether a no is somebody's, or may be. */
export const mayBeTheirs = (whose: string, person: Person): boolean =>
  ['surely', 'alike'].includes(isKnownAgain(whose, person))

/**
 * Whether somebody is the one who said a no and is gone. Of the same name: for sure by phone or number, not where one of them
 * contradicts, and else perhaps. Of another: alike where that may be the same name written otherwise.
 */
export function isKnownAgain(whose: string, person: Person): 'surely' | 'perhaps' | 'alike' | 'no' {
  const keys = keysOfWhose(whose)
  if (!whoseKeys(person.name).some((key) => keys.includes(key)))
    return aliasSigns(person).some((sign) => keys.includes(sign)) ? 'alike' : 'no'
  const signs = whose.split(' ').slice(1)
  const compare = (kind: string, mine: readonly string[]) => {
    const theirs = signs.filter((sign) => sign.startsWith(kind))
    if (mine.length === 0 || theirs.length === 0) return 'unknown'
    return mine.some((sign) => theirs.includes(sign)) ? 'same' : 'differ'
  }
  const compared = [compare('p', phoneSigns(person.phone)), compare('n', numberSigns(person.sourceId))]
  if (compared.includes('same')) return 'surely'
  return compared.includes('differ') ? 'no' : 'perhaps'
}
