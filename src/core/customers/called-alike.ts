import { nameKey, nameWords, sameKey, type NameKey } from './names.ts'

interface Compared {
  readonly key: NameKey
  readonly words: readonly (readonly string[])[]
}

/** Names as they are compared: those of a list are, again and again. */
const known = new Map<string, Compared>()
const mostKnown = 10_000

function compared(name: string): Compared {
  const before = known.get(name)
  if (before) return before
  const words = nameWords(name).map((spelled) => spelled.map((word) => word.replace(/^[mf] /, '')))
  const now = { key: nameKey(name), words }
  if (known.size >= mostKnown) known.clear()
  known.set(name, now)
  return now
}

const wordsIn = (name: string): Compared['words'] => compared(name).words

/** Whether two names are one person's or one firm's, as far as names can tell. */
export const isOneName = (a: string, b: string): boolean =>
  a === b || sameKey(compared(a).key, compared(b).key)

/** Whether every word of a name is one of another, or its first letter. */
export const isPartOf = (name: string, other: string): boolean =>
  wordsIn(name).some((words) =>
    wordsIn(other).some((others) =>
      words.every((word) =>
        others.some((one) => one === word || (word.length === 1 && one.startsWith(word))),
      ),
    ),
  )

/** Whether two names have the same words, in another order. */
export const isTurned = (a: string, b: string): boolean =>
  !spaceless.test(a + b) && isPartOf(a, b) && isPartOf(b, a)

/** Scripts in which a letter is no word, though each is compared as one. */
const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Whether two names under one number may be one person's: the words stand in another order, or one has more of them. */
export function isCalledAlike(a: string, b: string): boolean {
  if (isOneName(a, b)) return true
  const [form, other] = [compared(a).key.form, compared(b).key.form]
  if (form !== '' && other !== '' && form !== other) return false
  return !spaceless.test(a + b) && (isPartOf(a, b) || isPartOf(b, a))
}

/** Shorter words that differ by a letter are other names: Tim and Tom. */
const shortestCorrected = 4

/** Whether one name is the other with a letter of one word corrected. */
export const isCorrected = (a: string, b: string): boolean =>
  wordsIn(a).some((words) =>
    wordsIn(b).some((others) => {
      if (words.length !== others.length) return false
      const [one = '', ...more] = words.filter((word) => !others.includes(word))
      const [other = '', ...further] = others.filter((word) => !words.includes(word))
      if (more.length + further.length > 0) return false
      return Math.min(one.length, other.length) >= shortestCorrected && isOneLetterOff(one, other)
    }),
  )

/** Whether one letter was changed, left out, put in, or two beside each other turned. */
function isOneLetterOff(a: string, b: string): boolean {
  if (a.length > b.length) return isOneLetterOff(b, a)
  let same = 0
  while (same < a.length && a[same] === b[same]) same++
  const [rest, other] = [a.slice(same), b.slice(same)]
  if (rest.length < other.length) return rest === other.slice(1)
  const isTurned = rest[0] === other[1] && rest[1] === other[0] && rest.slice(2) === other.slice(2)
  return rest.slice(1) === other.slice(1) || isTurned
}
