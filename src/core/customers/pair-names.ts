import { nameKey, nameWords } from './names.ts'

/**
 * How two names stand to each other. `longer`: one has all words of the other and more; `part`: one word of the other's; `first`: the
 * same first name and another last one; `family`: the other way round.
 */
export type NameRelation =
  'same' | 'turned' | 'alike' | 'longer' | 'initial' | 'part' | 'first' | 'family' | 'generation' | 'other'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** What parts father and son, mother and daughter of one name. */
const generations = set('jun junior jr jnr sen senior sr snr ii iii iv fils pere filho neto hijo figlio')
/** Several people in one name. */
const several = set('und and et y familie fam famille famiglia familia family eheleute ehepaar household')

/** A name made ready to be compared with many. */
export interface ComparedName {
  /** Words as they sound: without titles, umlauts, doubled letters and what stands for a generation. */
  readonly words: readonly string[]
  /** The same words as they are spelt. */
  readonly spelt: readonly string[]
  readonly generation: string
  readonly form: 'm' | 'f' | ''
  readonly isSeveral: boolean
}

/** Reads a name as {@link nameRelation} compares it. */
export function comparedName(name: string): ComparedName {
  const told = nameWords(name)[0]!.flatMap((word) => word.split(' '))
  const { form } = nameKey(name)
  const said = form !== '' && told.length === 2 && told[0] === form ? told.slice(1) : told
  const own = said.length > 1 ? said.filter((word) => !generations.has(word)) : said
  const plain = own.filter((word) => !several.has(word))
  const words = plain.length === 0 ? own : plain
  return {
    words: words.map(sound),
    spelt: words.map(withoutUmlauts),
    generation: said.length > 1 ? said.filter((word) => generations.has(word)).join(' ') : '',
    form,
    isSeveral: plain.length < own.length || (/\p{L}\s*[&+/]\s*\p{L}/u.test(name) && own.length > 2),
  }
}

/** Spellings that are heard alike: Meyer and Meier, Sofie and Sophie, Mueller and Müller, Karl and Carl. */
function sound(word: string): string {
  return withoutUmlauts(word)
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/ck|c(?![hi])/g, 'k')
    .replace(/y/g, 'i')
    .replace(/(\p{L})\1+/gu, '$1')
}

const withoutUmlauts = (word: string): string => word.replace(/([aou])e/g, '$1')

/** Whether two names that sound the same are spelt the same too, but for capitals, accents, titles and the order of their words. */
export const areSpeltAlike = ({ spelt: one }: ComparedName, { spelt: other }: ComparedName): boolean =>
  one.join('') === other.join('') || one.toSorted().join('') === other.toSorted().join('')

/** How two names stand to each other, as far as they tell. */
export function nameRelation(one: ComparedName, other: ComparedName): NameRelation {
  if (one.isSeveral !== other.isSeveral) return 'other'
  if (one.form !== '' && other.form !== '' && one.form !== other.form) return 'other'
  const [a, b] = [one.words, other.words]
  if (one.generation !== other.generation) return 'generation'
  if (a.join('') === b.join('')) return 'same'
  if (a.toSorted().join(' ') === b.toSorted().join(' ')) return 'turned'
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const left = without(short, long)
  const right = without(long, short)
  if (short.length === 1) {
    if (long.length > 1) return left.length === 0 && short[0]!.length > 2 ? 'part' : 'other'
    return isSlip(short[0]!, long[0]!, true) ? 'alike' : 'other'
  }
  if (left.length === 0) return 'longer'
  if (isShortened(short, long)) return 'initial'
  const isFirst = left[0] === short[0] && right[0] === long[0]
  if (left.length === 1 && right.length === 1 && isSlip(left[0]!, right[0]!, !isFirst)) return 'alike'
  if (short[0] === long[0] && short[0]!.length > 2) return 'first'
  return short.at(-1) === long.at(-1) ? 'family' : 'other'
}

/** The words of a list that another has not, each as often as it is missing. */
function without(words: readonly string[], others: readonly string[]): readonly string[] {
  const rest = [...others]
  return words.filter((word) => {
    const at = rest.indexOf(word)
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  })
}

/** "A. Berg" is Anna Berg: the last name stands there, and each other word is the same or begins one. */
function isShortened(short: readonly string[], long: readonly string[]): boolean {
  if (short.at(-1) !== long.at(-1) || short.at(-1)!.length < 3) return false
  const firsts = long.slice(0, -1)
  const begun = short.slice(0, -1).every((word, i) => {
    const whole = firsts[i] ?? ''
    return (
      word === whole ||
      (word.length === 1 && begins(word, whole)) ||
      (whole.length === 1 && begins(whole, word))
    )
  })
  return begun && short.slice(0, -1).some((word, i) => word.length === 1 || firsts[i]!.length === 1)
}

/** Carl is read as Karl is, his initial is not. */
const begins = (initial: string, word: string): boolean =>
  word.startsWith(initial) || (initial === 'k' && word.startsWith('c'))

/**
 * One slip of a key between two words. First names end alike and are long: Julian and Julia, Lena and Lina are two people, Berhnard is
 * Bernhard.
 */
function isSlip(one: string, other: string, isLast: boolean): boolean {
  const shortest = Math.min(one.length, other.length)
  if (shortest < (isLast ? 4 : 5) || one[0] !== other[0] || !isOneEdit(one, other)) return false
  return isLast || one.at(-1) === other.at(-1)
}

/** Whether one letter more, less, another, or two that changed places make two texts one. */
export function isOneEdit(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1 || one === other) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  if (short.slice(at + 1) === long.slice(at + 1)) return true
  return (
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
  )
}
