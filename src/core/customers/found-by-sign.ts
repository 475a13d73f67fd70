import type { Person } from './same-for-a-no.ts'
import { keysForWhose, keysOfWhose } from './whose.ts'

/** Finds noes by the signs of somebody. A file that says no yes never asks, so they are sorted when the first line does. */
export function foundBySign<No extends { readonly whose: string }>(noes: readonly No[]) {
  let bySign: Map<string, No[]> | undefined
  return (person: () => Person): readonly No[] => {
    if (noes.length === 0) return []
    const found = (bySign ??= sortedBySign(noes))
    return [...new Set(keysForWhose(person()).flatMap((key) => found.get(key) ?? []))]
  }
}

function sortedBySign<No extends { readonly whose: string }>(noes: readonly No[]): Map<string, No[]> {
  const bySign = new Map<string, No[]>()
  for (const no of noes)
    for (const key of keysOfWhose(no.whose)) {
      const there = bySign.get(key)
      if (there) there.push(no)
      else bySign.set(key, [no])
    }
  return bySign
}
