import { areSpeltAlike, isOneEdit, nameRelation, type NameRelation } from './pair-names.ts'
import type { PairPerson } from './pair-person.ts'
import { sharePhone } from './phones.ts'

/** Why two customers may be one person. */
export interface PairReason {
  /** From 1 to 100: how sure. */
  readonly sure: number
  /** "same phone, names alike". */
  readonly why: string
  /** What speaks against it: "other mail address, other number"; '' for nothing. */
  readonly against: string
}

type Sign = 'same' | 'alike' | 'differ' | 'unknown'

interface Signs {
  readonly mail: Sign
  readonly phone: Sign
  readonly place: Sign
  readonly city: Sign
  readonly postcode: Sign
  readonly company: Sign
  readonly number: Sign
  readonly birthday: Sign
}

/**
 * Whether two customers may be one person, and why; null where nothing says so, or what speaks against it says more. Couples, families
 * and generations share all but the first name: there a name decides.
 */
export function pairReason(one: PairPerson, other: PairPerson): PairReason | null {
  if ((one.isAside && other.isAside) || one.isFirm !== other.isFirm) return null
  const signs = signsOf(one, other)
  const names = relationOf(one, other)
  const against = contradictions(signs)
  const base =
    one.isUnnamed !== other.isUnnamed && signs.mail === 'same'
      ? 75
      : sureness(names.relation, signs, against.length, isBare(one) || isBare(other))
  if (base === 0) return null
  return {
    sure: Math.max(1, base - 4 * against.length),
    why: [...shared(signs), ...nameWordsOf(one, other, names)].join(', '),
    against: against.join(', '),
  }
}

interface NamesCompared {
  readonly relation: NameRelation
  readonly isEarlier: boolean
}

function relationOf(one: PairPerson, other: PairPerson): NamesCompared {
  const relation = nameRelation(one.name, other.name)
  if (relation !== 'other' && relation !== 'first' && relation !== 'family')
    return { relation, isEarlier: false }
  const wasCalled =
    one.earlierNames.some((name) => nameRelation(name, other.name) === 'same') ||
    other.earlierNames.some((name) => nameRelation(name, one.name) === 'same')
  return wasCalled ? { relation: 'same', isEarlier: true } : { relation, isEarlier: false }
}

/** Under one name only: nothing tells who they are. */
const isBare = ({ mails, phones, street, city, company, name }: PairPerson): boolean =>
  mails.length + phones.length === 0 && street + city + company === '' && name.words.length > 1

function signsOf(one: PairPerson, other: PairPerson): Signs {
  const compare = (a: string, b: string): Sign =>
    a === '' || b === '' ? 'unknown' : a === b ? 'same' : 'differ'
  const city = compare(one.city, other.city)
  const postcode = compare(one.postcode, other.postcode)
  const street = compare(one.street, other.street)
  const isNear = city === 'same' || postcode === 'same'
  return {
    mail: mailsOf(one, other),
    phone: phonesOf(one, other),
    place: street === 'same' ? (isNear ? 'same' : city === 'differ' ? 'differ' : 'unknown') : street,
    city,
    postcode,
    company: compare(one.company, other.company),
    number: numbersOf(one.number, other.number),
    birthday: birthdaysOf(one.birthday, other.birthday),
  }
}

function mailsOf({ mails }: PairPerson, { mails: others }: PairPerson): Sign {
  if (mails.length === 0 || others.length === 0) return 'unknown'
  if (mails.some((mail) => others.includes(mail))) return 'same'
  const local = (mail: string) => mail.slice(0, mail.lastIndexOf('@'))
  const isAlike = (a: string, b: string) => isOneEdit(a, b) || (local(a) === local(b) && local(a).length > 5)
  return mails.some((mail) => others.some((its) => isAlike(mail, its))) ? 'alike' : 'differ'
}

function phonesOf({ phones }: PairPerson, { phones: others }: PairPerson): Sign {
  if (phones.length === 0 || others.length === 0) return 'unknown'
  if (sharePhone(phones, others)) return 'same'
  const isAlike = phones.some(({ bare }) =>
    others.some((its) => bare.length > 6 && isOneEdit(bare, its.bare)),
  )
  return isAlike ? 'alike' : 'differ'
}

/** A year counts where both have one. */
function birthdaysOf(one: string, other: string): Sign {
  if (one === '' || other === '') return 'unknown'
  const isYearless = one.startsWith('--') || other.startsWith('--')
  return (isYearless ? one.slice(-5) === other.slice(-5) : one === other) ? 'same' : 'differ'
}

/** Two numbers of one form are two of one program; of two forms, two programs counted. */
function numbersOf(one: string, other: string): Sign {
  if (one === '' || other === '') return 'unknown'
  if (one === other) return 'same'
  const form = (number: string) => number.replace(/\d+/g, '0').replace(/\p{L}+/gu, 'a')
  return form(one) === form(other) ? 'differ' : 'unknown'
}

const contradictions = ({ mail, phone, place, number, birthday }: Signs): readonly string[] => [
  ...(mail === 'differ' ? ['other mail address'] : []),
  ...(phone === 'differ' ? ['other phone'] : []),
  ...(place === 'differ' ? ['other address'] : []),
  ...(number === 'differ' ? ['two numbers'] : []),
  ...(birthday === 'differ' ? ['other birthday'] : []),
]

/** How sure, by what the names are to each other and what else is the same; 0 for no proposal. */
function sureness(relation: NameRelation, signs: Signs, against: number, isBareOne: boolean): number {
  const { mail, phone, place, city, postcode, company, birthday } = signs
  const is = (sign: Sign) => sign === 'same'
  const near = is(postcode) ? 70 : is(city) ? 60 : 0
  const reached = (byMail: number, byPhone: number, byPlace: number): number =>
    is(mail) ? byMail : is(phone) ? byPhone : is(place) ? byPlace : 0
  switch (relation) {
    case 'same':
    case 'turned':
      return (
        reached(98, 96, 92) ||
        (is(birthday) ? 90 : 0) ||
        (mail === 'alike' || phone === 'alike' ? 82 : 0) ||
        (is(company) && against < 2 ? 78 : 0) ||
        (against === 0 ? near : 0) ||
        (isBareOne && against === 0 ? 35 : 0)
      )
    case 'alike':
      return (
        reached(94, 88, 84) ||
        (is(birthday) && near > 0 ? 76 : 0) ||
        (mail === 'alike' ? 72 : 0) ||
        (against === 0 && is(company) ? 60 : 0) ||
        (against === 0 && near > 0 ? near - 18 : 0)
      )
    case 'longer':
      return reached(92, 85, 75) || (against === 0 && (is(company) || near > 0) ? 48 : 0)
    case 'initial':
      return reached(90, 82, 62) || (against === 0 && is(company) ? 50 : 0)
    case 'part':
      return reached(65, 55, 0)
    // A switchboard is everybody's.
    case 'first':
      if (is(company)) return 0
      if (is(birthday) && (is(mail) || is(phone) || near > 0)) return 86
      return is(mail) ? 80 : is(phone) ? 68 : is(place) && against === 0 ? 58 : 0
    case 'family':
    case 'generation':
    case 'other':
      return 0
  }
}

const shared = ({ mail, phone, place, city, postcode, company, birthday }: Signs): readonly string[] => {
  const said = [
    ...(mail === 'same' ? ['same mail address'] : mail === 'alike' ? ['mail addresses alike'] : []),
    ...(phone === 'same' ? ['same phone'] : phone === 'alike' ? ['phones alike'] : []),
    ...(place === 'same' ? ['same address'] : []),
    ...(company === 'same' ? ['same company'] : []),
    ...(birthday === 'same' ? ['same birthday'] : []),
  ]
  if (place === 'same') return said
  return [...said, ...(postcode === 'same' ? ['same postcode'] : city === 'same' ? ['same city'] : [])]
}

const relationWords: Readonly<Record<NameRelation, string>> = {
  same: 'same name',
  turned: 'same name turned round',
  alike: 'names alike',
  longer: 'one name is longer',
  initial: 'one name is shortened',
  part: 'a part of the name',
  first: 'same first name, another last name',
  family: 'same last name',
  generation: 'same name',
  other: '',
}

function nameWordsOf(
  one: PairPerson,
  other: PairPerson,
  { relation, isEarlier }: NamesCompared,
): readonly string[] {
  if (one.isUnnamed !== other.isUnnamed) return ['one has no name']
  if (isEarlier) return ['same name earlier']
  const isSame = relation === 'same' || relation === 'turned'
  const words = isSame && !areSpeltAlike(one.name, other.name) ? relationWords.alike : relationWords[relation]
  return words === '' ? [] : [words]
}
