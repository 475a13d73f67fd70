import { fold, identity } from '../fold.ts'

/** A name as it is compared. */
export interface NameKey {
  /** Spellings without accents, spaces and titles; another person's names share none of them. */
  readonly spellings: readonly string[]
  /** Mr or Mrs, where the name says so. */
  readonly form: 'm' | 'f' | ''
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const men = set('mr herr hr monsieur m sig sr senor dhr meneer pan')
const women = set('mrs ms miss frau fr madame mme mlle sigra sra senora mevr mevrouw pani')
const titles = set('dr prof professor dipl ing mag med rev mx sir')

/** What else stands before a name of which it is no part. */
const households = set('herrn familie fam famille famiglia familia')

/** What else begins a title, and what goes on with one: "Dr. med. dent." Keys of names do not know them, as noes are kept by those. */
const furtherTitles = set('pd privdoz priv doz univ')
const degrees = set('dent vet nat rer phil jur iur habil pharm oec pol theol hc mult')

/** What stands behind a comma without being a first name. */
const afterNames = set('jr sr ii iii iv phd md mba dr esq gmbh ag kg inc ltd llc co sa spa srl bv')

/** Vowels that German and Nordic people write with two letters where a keyboard lacks them. */
const twoLetters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' }

/**
 * What makes two names one: accents, case, hyphens, spaces, titles and "Lang, Bert" make no difference. Initials, further or
 * missing names and another order do: there nobody can tell, and a family under one address has all of them.
 */
export function nameKey(name: string): NameKey {
  const { own, form } = namedIn(name)
  // Mr Lang and Mrs Lang are two, and neither is just Lang.
  const plain = (own.length === 1 && form !== '' ? `${form} ` : '') + own.join('')
  if (plain === '') return { spellings: [name.trim().normalize('NFC')], form }
  const long = inTwoLetters(name)
  return { spellings: long === name ? [plain] : [plain, nameKey(long).spellings[0]!], form }
}

/** The words of a name in every spelling, without titles, for where their order makes no difference; Mr Lang is not Mrs Lang. */
export function nameWords(name: string): readonly (readonly string[])[] {
  const long = inTwoLetters(name)
  return (long === name ? [name] : [name, long]).map((spelled) => {
    const { own, form } = namedIn(spelled)
    return own.length === 1 && form !== '' ? [`${form} ${own[0]}`] : own
  })
}

function namedIn(name: string): { readonly own: readonly string[]; readonly form: NameKey['form'] } {
  const words = identity(inOrder(name)).split(' ')
  let form: NameKey['form'] = ''
  let first = 0
  for (; first < words.length - 1; first++) {
    const word = words[first]!
    if (men.has(word)) form = 'm'
    else if (women.has(word)) form = 'f'
    else if (!titles.has(word)) break
  }
  return { own: words.slice(first), form }
}

/** A name without what it is addressed with, which stands before all others: "Frau Dr. Berg" -> "Frau Dr." and "Berg". */
export function inTitleAndName(name: string): { readonly title: string; readonly own: string } {
  const words = name.trim().split(/\s+/)
  const isOf = (word: string, known: readonly ReadonlySet<string>[]) =>
    identity(word)
      .split(' ')
      .every((part) => known.some((some) => some.has(part)))
  const goesOn = (word: string) => /^(?:h\.?c|e\.?h)\.$/i.test(word) || isOf(word, [degrees, titles])
  let first = 0
  for (; first < words.length - 1; first++) {
    const word = words[first]!
    if (!isOf(word, [men, women, titles, households, furtherTitles]) && !(first > 0 && goesOn(word))) break
  }
  return { title: words.slice(0, first).join(' '), own: words.slice(first).join(' ') }
}

/** "Müller" -> "mueller"; the name itself where no vowel has two letters. */
function inTwoLetters(name: string): string {
  if (/^[ -~]*$/.test(name)) return name
  const spelled = name.normalize('NFC').toLowerCase()
  return /[äöüåø]/.test(spelled) ? spelled.replace(/[äöüåø]/g, (letter) => twoLetters[letter]!) : name
}

/** Whether two names are one person's or one firm's, as far as names can tell. */
export function sameName(a: string, b: string): boolean {
  return a === b || sameKey(nameKey(a), nameKey(b))
}

/** The same of names that were made comparable before. */
export function sameKey(one: NameKey, other: NameKey): boolean {
  const differ = one.form !== '' && other.form !== '' && one.form !== other.form
  return !differ && one.spellings.some((spelling) => other.spellings.includes(spelling))
}

/** "Lang, Bert" -> "Bert Lang"; "Brown, Jr." stays. */
function inOrder(name: string): string {
  if (!name.includes(',')) return name
  const [last, first, ...more] = name.split(',')
  if (first === undefined || more.length > 0) return name
  const words = fold(first).split(' ')
  return words.every((word) => word === '' || afterNames.has(word)) ? name : `${first} ${last}`
}
