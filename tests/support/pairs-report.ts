import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { comparePeople } from '../../src/main/store/comparing.ts'
import { dispatch } from '../../src/main/store/dispatch.ts'
import { openShop } from '../../src/main/store/open.ts'
import { pairsFound, precisionAndRecall, type Found } from './pairs-found.ts'

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

function page(found: Found): string {
  const { right, wrong, precision, recall } = precisionAndRecall(found)
  const row = (...cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  const of = (isOne: boolean) => found.kinds.filter((kind) => kind.isOne === isOne)
  return `# Who may be on file twice

Written by \`npm run pairs\`: 1,000 labelled pairs of records (\`tests/support/labelled-pairs.ts\`), the first of each in one list, the
second in another, both imported into an empty shop, and all proposals of \`customers.pairs\` read. A pair is found where the import
itself knew the person again, or where it is proposed. \`tests/main/customers/labelled-pairs.test.ts\` keeps the floors.

- Proposed: ${right + wrong}, of these right ${right}: precision **${percent(precision)}**
- Of those who are one person found: recall **${percent(recall)}**
- Made one by itself wrongly: **${of(false).reduce((sum, { joined }) => sum + joined, found.joinedAcross)}**
- Proposed across two pairs, which share nothing: ${found.across}

## One person

${row('kind', 'pairs', 'known by the import', 'proposed', 'found')}
${row('---', '---:', '---:', '---:', '---:')}
${of(true)
  .map(({ kind, pairs, joined, proposed }) =>
    row(kind, pairs, joined, proposed, percent((joined + proposed) / pairs)),
  )
  .join('\n')}

## Two people

${row('kind', 'pairs', 'made one by the import', 'proposed', 'left alone')}
${row('---', '---:', '---:', '---:', '---:')}
${of(false)
  .map(({ kind, pairs, joined, proposed }) =>
    row(kind, pairs, joined, proposed, percent(1 - (joined + proposed) / pairs)),
  )
  .join('\n')}

The set is constructed, so its shares are those of the kinds, not of a shop. What is not found: “M. Berg” beside “Maximilian Berg” at
one address, as M. is Monsieur too. What is proposed although it is two: sisters Katharina and Caterina with one phone, whose names are
one letter apart as they sound. The owner says that they are two, and it is remembered.
`
}

/** Imports the labelled pairs into a shop of their own and writes what became of them into docs/pairs.md. */
export async function writeReport(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'wellkept-pairs-'))
  const opened = await openShop(join(folder, 'shop.wellkept'), { create: true })
  if (!opened.ok) throw new Error(opened.problem.message)
  const shop = opened.value
  try {
    const call = async (name: string, input: unknown) => {
      const { result } = await dispatch(shop, name, input, { now: Date.parse('2026-11-23T08:00:00Z') })
      if (!result.ok) throw new Error(result.problem.message)
      return result.value as never
    }
    const notes = async () =>
      (await shop.reader.selectFrom('customers').select('notes').execute()).map((row) => row.notes)
    const found = await pairsFound({ folder, call, notes, compare: () => comparePeople(shop) })
    const path = 'docs/pairs.md'
    writeFileSync(path, await format(page(found), { ...(await resolveConfig(path)), filepath: path }))
  } finally {
    await shop.close()
    rmSync(folder, { recursive: true })
  }
}
