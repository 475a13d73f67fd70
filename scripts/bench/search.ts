import type Database from 'better-sqlite3'
import { searchTerms } from '../../src/core/fold.ts'
import { dispatch } from '../../src/main/store/dispatch.ts'
import { allBegun } from '../../src/main/store/engines/sqlite/search.ts'
import { openShop } from '../../src/main/store/open.ts'
import { shopNow } from '../../tests/support/ten-year-shop.ts'
import { alternate, timed, type Figure } from './figures.ts'

const typed = [
  'maria',
  'mülle',
  'Łódź',
  'øyvind',
  'anders ber',
  'c12345',
  '030 1012',
  '佐藤 美',
  'Ольга',
  'o’brien',
  'zzyzx',
]

/** What is in the search field after each key: 60 or so beginnings of 1 to 10 letters. */
const texts = typed.flatMap((word) => Array.from({ length: word.length }, (_, n) => word.slice(0, n + 1)))

/** V3 without a window: the search call against the plainest statements that answer the same, on the same reader. */
export async function searchFigures(file: string): Promise<Figure[]> {
  const opened = await openShop(file)
  if (!opened.ok) throw new Error(opened.problem.message)
  const shop = opened.value
  const raw = rawSearch(shop.connection)
  const samples: Record<'ours' | 'baseline', number[]> = { ours: [], baseline: [] }
  for (const round of [0, 1, 2, 3, 4])
    for (const text of texts) {
      const { ours, baseline } = await alternate(1, {
        ours: () => timed(() => dispatch(shop, 'customers.search', { text }, { now: shopNow })),
        baseline: () => timed(() => raw(text)),
      })
      // The first round reads the file's pages into memory.
      if (round === 0) continue
      samples.ours.push(...ours)
      samples.baseline.push(...baseline)
    }
  await shop.close()
  return [
    {
      goal: 'V3',
      what: `customers.search, ${texts.length} beginnings / raw SQL`,
      unit: 'ms',
      ...samples,
      target: { of: 'ratio-p95', most: 2, plus: 2 },
    },
  ]
}

/** How many there are, and the first 50 by name. */
function rawSearch(connection: Database.Database): (text: string) => unknown {
  const count = connection
    .prepare('SELECT count(*) FROM customersSearch WHERE customersSearch MATCH ?')
    .pluck()
  const page = connection.prepare(`
    SELECT id, name, company, email, phone, city, mailConsent, lastStrongMs
    FROM customers JOIN customerContact ON customerId = id
    WHERE id IN (SELECT rowid FROM customersSearch WHERE customersSearch MATCH ?)
    ORDER BY folded, id LIMIT 50`)
  return (text) => {
    const terms = searchTerms(text)
    const query = allBegun(terms)
    return terms.length === 0 ? undefined : [count.get(query), page.all(query)]
  }
}
