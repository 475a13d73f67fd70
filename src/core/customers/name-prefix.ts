import { identity } from '../fold.ts'
import { headerKey, type Mapping } from '../import/mapping.ts'

/** Columns of "van der", or of titles and what stands behind names: what is in them tells. */
const maybePrefix = new Set(['prefix', 'prefixes', 'prefixe', 'namenszusatz', 'namenszusatze'])

/** What stands between first and last name, in the languages of those who write it in a column of its own. */
const particles = new Set(
  `van von der den de het ter ten te t s in op aan bij onder over uit voor tot la le les lo du des del della di da dal dos das do d
  zu zum zur vom vor am af av al el bin ben ibn y e san freiherr freifrau freiin graf grafin baron baronin ritter edler`.split(
    /\s+/,
  ),
)

/** Cells that tell what a column holds. */
const lookedAt = 2000

function areParticles(cells: Iterable<string>): boolean {
  let [some, others] = [0, 0]
  for (const cell of cells) {
    if (cell.trim() === '') continue
    if (some + others === lookedAt) break
    if (
      identity(cell)
        .split(' ')
        .every((word) => particles.has(word))
    )
      some++
    else others++
  }
  return some > others
}

/** The prefix of a last name that stands beside it under a word that may mean something else. */
export function withPrefix(
  guess: Mapping,
  header: readonly string[],
  cellsOf: (column: string) => Iterable<string>,
  lastName: string,
  field: string,
): Mapping {
  if (!(lastName in guess) || field in guess) return guess
  const taken = new Set(Object.values(guess))
  const column = header.find(
    (one) => !taken.has(one) && maybePrefix.has(headerKey(one)) && areParticles(cellsOf(one)),
  )
  return column === undefined ? guess : { ...guess, [field]: column }
}
