import { fold } from '../fold.ts'
import { nameWords, sameName } from './names.ts'

/** How the words of search text begin for who has this name, in each spelling, with the first or the last word at the other end. */
export function nameBeginnings(name: string): readonly string[] {
  const all = nameWords(name).flatMap((words) => {
    const folded = fold(words.join(' '))
      .split(' ')
      .filter((word) => word !== '')
    return [
      folded,
      [...folded.slice(1), ...folded.slice(0, 1)],
      [...folded.slice(-1), ...folded.slice(0, -1)],
    ]
  })
  return [...new Set(all.map((words) => words.join(' ')))].filter((beginning) => beginning !== '')
}

/** Whether two names are one, or one is the other turned round: "Berg Anna" is Anna Berg. */
export function isNameTurned(a: string, b: string): boolean {
  if (sameName(a, b)) return true
  const sorted = (words: readonly string[]) => words.map(fold).toSorted().join(' ')
  const ofB = new Set(nameWords(b).map(sorted))
  return nameWords(a).some((words) => ofB.has(sorted(words)))
}
