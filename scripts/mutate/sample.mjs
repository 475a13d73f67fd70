import { createHash } from 'node:crypto'

const [count, seed] = (process.env.WELLKEPT_MUTATE_SAMPLE ?? '0 1').split(' ')

/** The feature of one process a file belongs to: 'src/core/hours'. */
const partOf = ({ fileName }) => /src\/\w+(\/[\w-]+(?=\/))?/.exec(fileName.replaceAll('\\', '/'))[0]

const lineOf = ({ fileName, location }) =>
  `${fileName.replaceAll('\\', '/').replace(/^.*?\/(?=src\/)/, '')}:${location.start.line}`

const mutantOf = (one) => `${lineOf(one)}:${one.location.start.column} ${one.mutatorName} ${one.replacement}`

const drawn = (text) => createHash('sha256').update(`${seed} ${text}`).digest('hex')

const byDraw = (text) => (a, b) => (drawn(text(a)) < drawn(text(b)) ? -1 : 1)

/** Of each part as many lines as asked, and of each line one mutant: the same ones for the same seed. */
function sampleOf(mutants) {
  const inTurn = mutants.toSorted(byDraw(mutantOf))
  const ofLines = [...new Map(inTurn.map((one) => [lineOf(one), one])).values()]
  const parts = Map.groupBy(ofLines, partOf)
  return [...parts.values()].flatMap((lines) => lines.toSorted(byDraw(lineOf)).slice(0, Number(count)))
}

let sample = new Set()
const create = () => ({
  init: async () => {},
  // Stryker asks once for all mutants how they are to be checked: that is where the draw can see them all.
  group: async (mutants) => {
    sample = new Set(sampleOf(mutants).map(({ id }) => id))
    return [mutants.map(({ id }) => id)]
  },
  check: async (mutants) =>
    Object.fromEntries(
      mutants.map(({ id }) => [
        id,
        sample.has(id) ? { status: 'passed' } : { status: 'compileError', reason: 'not drawn' },
      ]),
    ),
})
create.inject = []

/** Stryker's own way to leave mutants out before they are run: whatever was not drawn counts as an error, not as noticed. */
export const strykerPlugins = [{ kind: 'Checker', name: 'sample', factory: create }]
