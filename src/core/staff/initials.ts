const most = 4

/** What somebody is called on paper where they do not say: the first letters of their first and last name, apart from those taken. */
export function initialsFor(name: string, taken: readonly string[]): string {
  const [first = [], ...others] = name
    .split(/[\s-]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => [...word].filter((letter) => /[\p{L}\p{N}]/u.test(letter)))
  const [last = ''] = others.at(-1) ?? []
  const proposed = [first[0] + last, ...[2, 3].map((letters) => first.slice(0, letters).join('') + last)]
  const free = proposed
    .filter(() => first.length > 0)
    .map((one) => withCapital(cut(one)))
    .find((one) => !isTaken(one, taken))
  return free ?? numbered(first.length > 0 ? withCapital(first[0] + last) : '', taken)
}

/** Whether initials are somebody's already, however they are written. */
export const isTaken = (initials: string, taken: readonly string[]): boolean =>
  taken.some((one) => one.toUpperCase() === initials.toUpperCase())

const cut = (text: string): string => [...text].slice(0, most).join('')

/** “Ml” of two names is ML, “mia l” longer is MiL. */
const withCapital = (text: string): string => {
  const letters = [...text]
  return letters.length <= 2 ? text.toUpperCase() : letters[0]!.toUpperCase() + letters.slice(1).join('')
}

function numbered(begin: string, taken: readonly string[]): string {
  for (let n = 1; ; n++) {
    const one = [...begin].slice(0, most - String(n).length).join('') + n
    if (!isTaken(one, taken)) return one
  }
}
