import { fold } from '../fold.ts'
import { nameless } from './promise-file.ts'
import { isUnnamed } from './said-customer.ts'
import { agreesOnCustomer, doneFirst, type KnownTold, type Told } from './same-promise.ts'

/**
 * Finds the promises that lines without a number are about though their files have other columns: both say the same of what both
 * say. A file that leaves out a column says nothing about it. One known promise is that of one line; those that share most come first.
 */
export function placesOfParts<L extends Told, K extends KnownTold>(
  lines: readonly L[],
  known: readonly K[],
): Map<L, K> {
  const byTold = new Map<string, K[]>()
  for (const one of known.toSorted(doneFirst)) {
    const key = keyOf(one.told, one.what)
    byTold.set(key, [...(byTold.get(key) ?? []), one])
  }
  const places = new Map<L, K>()
  const taken = new Set<K>()
  const inOrder = lines.toSorted(doneFirst)
  const whats = new Map<string, string[]>()
  for (const one of known) whats.set(one.told, [...(whats.get(one.told) ?? []), fold(one.what)])
  for (const least of [3, 2, 1])
    for (const line of inOrder) {
      if (places.has(line)) continue
      const texts = isUnsaid(line, 'what') ? new Set(whats.get(line.told)) : ['', fold(line.what)]
      const found = [...new Set(texts)]
        .flatMap((what) => byTold.get(keyOf(line.told, what)) ?? [])
        .find((one) => !taken.has(one) && shared(one, line) >= least)
      if (!found) continue
      taken.add(found)
      places.set(line, found)
    }
  return places
}

const keyOf = (told: string, what: string): string => `${told} ${fold(what)}`

const isUnsaid = ({ unsaid = [] }: Told, part: 'customer' | 'what' | 'made'): boolean => unsaid.includes(part)

/** How much both say alike; 0 where something speaks against it, or neither customer nor thing speaks for it. */
function shared(known: KnownTold, line: Told): number {
  const saysWhat = !isUnsaid(line, 'what') && known.what !== ''
  if (saysWhat && fold(known.what) !== fold(line.what)) return 0
  if (!saysWhat && !isUnsaid(line, 'what') && isOther(known.kept.what, line.what)) return 0
  if (!agreesOnCustomer(known, line)) return 0
  const saysCustomer = !isUnnamed(line.customer) && (!isUnnamed(known.customer) || known.kept.customer !== '')
  const saysMade = !isUnsaid(line, 'made') && known.made !== ''
  if (saysMade && known.made !== line.made) return 0
  if (!saysWhat && !saysCustomer) return 0
  return Number(saysWhat) + Number(saysCustomer) + Number(saysMade && line.made !== '')
}

/** The owner said what it is, and the line says something else. */
const isOther = (kept: string, what: string): boolean =>
  what !== '' && kept !== nameless('') && fold(kept) !== fold(what)
