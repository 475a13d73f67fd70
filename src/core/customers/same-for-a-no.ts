import { fold } from '../fold.ts'
import { nameWords } from './names.ts'
import type { CustomerDetails } from './person.ts'
import { phonesIn, shortestNational } from './phones.ts'

interface Person {
  readonly details: Pick<CustomerDetails, 'name' | 'phone'>
  readonly sourceId: string
}

/**
 * What two customers share who may be one person written otherwise, as far as a no to mail goes: the same phone and number, or the
 * same phone and the same words of a name in another order or spelling.
 */
function signsOf({ details: { name, phone }, sourceId }: Person): readonly string[] {
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

/** Customers by the signs that make two the same for a no. */
export function alikeForNo<One extends Person>() {
  const bySign = new Map<string, Set<One>>()
  return {
    enter(one: One): void {
      for (const sign of signsOf(one)) bySign.set(sign, (bySign.get(sign) ?? new Set()).add(one))
    },
    /** The others who share a sign. */
    of(one: One): readonly One[] {
      if (bySign.size === 0) return []
      const all = new Set(signsOf(one).flatMap((sign) => [...(bySign.get(sign) ?? [])]))
      all.delete(one)
      return [...all]
    },
  }
}
