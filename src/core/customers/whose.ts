import { nameKey } from './names.ts'
import { phoneEnds } from './phones.ts'
import { alikeSigns, numberKey, type Person } from './same-for-a-no.ts'
import { longestOf, shareSign, shortSign, signOf } from './sign.ts'

/** Tells two people's noes apart after both are gone, without keeping a name: a sign of the name as it is compared. */
export const whoseKey = (name: string): string => signOf(nameKey(name).spellings[0]!)

const phoneSigns = (phone: string): readonly string[] => phoneEnds(phone).map(signOf)

const numberSigns = (sourceId: string): readonly string[] =>
  sourceId === '' ? [] : [signOf(numberKey(sourceId))]

const aliasSigns = (person: Person): readonly string[] => alikeSigns(person).map(signOf)

/** Signs behind the letter of their kind: other spellings of the name, phones, numbers, and what makes another name theirs. */
const kinds = { spelled: 's', phones: 'p', numbers: 'n', aliases: 'a' } as const

const lettered = (kind: keyof typeof kinds, signs: readonly string[]): readonly string[] =>
  signs.map((sign) => kinds[kind] + sign)

/**
 * The signs of somebody's phones and number alone, one of which every no has that may be theirs under another name: as they
 * begin in files of any age.
 */
export const contactSigns = ({ phone, sourceId }: Person): readonly string[] => [
  ...lettered('phones', phoneSigns(phone).map(shortSign)),
  ...lettered('numbers', numberSigns(sourceId).map(shortSign)),
]

/**
 * The key of a name with signs of its other spellings, of phone and number, and of what makes another name theirs: for a no that
 * no address tells.
 */
export function whoseSigns(person: Person): string {
  const [name, ...spelled] = nameKey(person.name).spellings.map(signOf)
  const signs = [
    ...lettered('spelled', spelled),
    ...lettered('phones', phoneSigns(person.phone)),
    ...lettered('numbers', numberSigns(person.sourceId)),
    ...lettered('aliases', aliasSigns(person)),
  ]
  return [name, ...new Set(signs)].join(' ')
}

/** The signs of now with those of a no that was said before: a phone they had then may be the one they are met under. */
export function joinedSigns(now: string, before: string): string {
  if (now === '' || before === '') return now || before
  const [name = '', ...signs] = now.split(' ')
  const [nameThen = '', ...signsThen] = before.split(' ')
  const spelled = nameThen === '' || shareSign([nameThen], [name]) ? [] : lettered('spelled', [nameThen])
  return [name, ...longestOf([...signs, ...spelled, ...signsThen])].join(' ')
}

/** What a no is kept with, sign by sign, without the letters. */
function signsIn(whose: string) {
  const [name, ...signs] = whose.split(' ')
  const those = (kind: keyof typeof kinds) =>
    signs.filter((sign) => sign.startsWith(kinds[kind])).map((sign) => sign.slice(1))
  return {
    names: [...(name ? [name] : []), ...those('spelled')],
    phones: those('phones'),
    numbers: those('numbers'),
    aliases: those('aliases'),
  }
}

/** The numbers a no is kept with, as signs. */
export const phoneKeysOf = (whose: string): readonly string[] => signsIn(whose).phones

/** The same of somebody. */
export const phoneKeysFor = ({ phone }: Person): readonly string[] => phoneSigns(phone)

/** All by which a no is to be found that is kept with these signs: how they begin, which older files have alone. */
export function keysOfWhose(whose: string): readonly string[] {
  const { names, aliases } = signsIn(whose)
  return keysOf(names, aliases)
}

/** All under which the no of somebody may be found, or of who may be the same person. */
export const keysForWhose = (person: Person): readonly string[] =>
  keysOf(whoseKeys(person.name), aliasSigns(person))

const keysOf = (names: readonly string[], aliases: readonly string[]): readonly string[] => [
  ...names.map(shortSign),
  ...lettered('aliases', aliases.map(shortSign)),
]

/** The keys a no of this name may be kept under; older noes were kept under names without any marks. */
export const whoseKeys = (name: string): readonly string[] => [
  ...new Set(
    [name, name.normalize('NFKD').replace(/\p{M}/gu, '')]
      .flatMap((one) => nameKey(one).spellings)
      .map(signOf),
  ),
]

/** {@link whoseKeys} in files of any age. */
export const whoseBeginnings = (name: string): readonly string[] =>
  whoseKeys(name).flatMap((key) => [key, shortSign(key)])

/** Whether a no is somebody's, or may be. */
export const mayBeTheirs = (whose: string, person: Person): boolean =>
  ['surely', 'alike'].includes(isKnownAgain(whose, person))

/**
 * Whether somebody is the one who said a no and is gone. Of the same name: for sure by phone or number, not where one of them
 * contradicts, and else perhaps. Of another: alike where that may be the same name written otherwise.
 */
export function isKnownAgain(whose: string, person: Person): 'surely' | 'perhaps' | 'alike' | 'no' {
  const kept = signsIn(whose)
  if (!shareSign(whoseKeys(person.name), kept.names))
    return shareSign(aliasSigns(person), kept.aliases) ? 'alike' : 'no'
  const compared = [
    compare(phoneSigns(person.phone), kept.phones),
    compare(numberSigns(person.sourceId), kept.numbers),
  ]
  if (compared.includes('same')) return 'surely'
  return compared.includes('differ') ? 'no' : 'perhaps'
}

function compare(mine: readonly string[], theirs: readonly string[]): 'unknown' | 'same' | 'differ' {
  if (mine.length === 0 || theirs.length === 0) return 'unknown'
  return shareSign(mine, theirs) ? 'same' : 'differ'
}
