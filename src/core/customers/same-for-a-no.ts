import { fold } from '../fold.ts'
import { everyPhone, said } from './compared.ts'
import type { Known } from './known.ts'
import { nameWords } from './names.ts'
import { phonesIn, shortestNational } from './phones.ts'

/** What somebody can be known again by; all their phones, parted as in one field. */
export interface Person {
  readonly name: string
  readonly phone: string
  readonly sourceId: string
}

/**
 * What two customers share who may be one person written otherwise, as far as a no to mail goes: the same phone and number, or the
 * same phone and the same words of a name in another order or spelling.
 */
export function alikeSigns({ name, phone, sourceId }: Person): readonly string[] {
  if (phone === '') return []
  const names = nameWords(name).filter((words) => words.length > 1)
  return phonesIn(phone).flatMap(({ bare }) => {
    const end = bare.slice(-shortestNational)
    return [
      ...names.map((words) => `w ${end} ${words.toSorted().join(' ')}`),
      ...(sourceId === '' ? [] : [`n ${end} ${fold(sourceId) || sourceId}`]),
    ]
  })
}

/** A customer with every phone that was theirs. */
export const personOf = (known: Known): Person => ({
  name: known.details.name,
  phone: everyPhone(known),
  sourceId: known.sourceId,
})

/** Under every name that was theirs. */
function signsOf(known: Known): readonly string[] {
  const person = personOf(known)
  return said(known, 'name').flatMap((name) => alikeSigns({ ...person, name }))
}

/** Customers by the signs that make two the same for a no. */
export function alikeForNo() {
  const bySign = new Map<string, Set<Known>>()
  return {
    enter(one: Known): void {
      for (const sign of signsOf(one)) bySign.set(sign, (bySign.get(sign) ?? new Set()).add(one))
    },
    /** The others who share a sign. */
    of(one: Known): readonly Known[] {
      if (bySign.size === 0) return []
      const all = new Set(signsOf(one).flatMap((sign) => [...(bySign.get(sign) ?? [])]))
      all.delete(one)
      return [...all]
    },
  }
}
