import { expect, test } from 'vitest'
import { comparePeople } from '../../../src/main/store/comparing.ts'
import { labelledPairs } from '../../support/labelled-pairs.ts'
import { pairsFound, precisionAndRecall } from '../../support/pairs-found.ts'
import { testShop } from '../../support/shop.ts'

/** What share of the pairs of a kind is found at least, where it is not all of them. */
const floors: Readonly<Record<string, number>> = {
  // “M. Berg” is Monsieur Berg as well.
  'the first name shortened': 0.95,
}

test('of 1,000 labelled pairs in two lists none is made one by itself wrongly, and the proposals are right', async () => {
  const all = labelledPairs()
  expect(all).toHaveLength(1000)
  const t = await testShop()
  const found = await pairsFound({
    folder: t.folder,
    call: t.call as never,
    notes: async () =>
      (await t.shop.reader.selectFrom('customers').select('notes').execute()).map(({ notes }) => notes),
    compare: () => comparePeople(t.shop),
  })
  const shown = found.kinds.map(
    ({ kind, pairs, joined, proposed }) => `${kind}: ${joined} + ${proposed} of ${pairs}`,
  )
  const figures = precisionAndRecall(found)
  console.log(`${shown.join('\n')}\nacross ${found.across}`, figures)
  expect(found.joinedAcross).toBe(0)
  for (const { kind, isOne, pairs, joined, proposed } of found.kinds) {
    if (isOne) expect([kind, (joined + proposed) / pairs >= (floors[kind] ?? 1)]).toEqual([kind, true])
    else expect([kind, joined]).toEqual([kind, 0])
  }
  expect(figures.precision).toBeGreaterThanOrEqual(0.98)
  expect(figures.recall).toBeGreaterThanOrEqual(0.97)
})
