import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noFormats } from '../../../src/core/formats.ts'
import { allFound, choiceOf } from '../../../src/renderer/customers/choice.ts'
import { runs } from '../../support/runs.ts'

const ids = fc.uniqueArray(fc.nat(12)).map((list) => new Set(list) as ReadonlySet<number>)

test('nobody is reached who is not chosen and shown, unless who is hidden was taken along', () => {
  fc.assert(
    fc.property(ids, ids, (chosen, found) => {
      const both = [...chosen].filter((id) => found.has(id))
      const { reached, hidden, all } = choiceOf(chosen, found, false, noFormats)
      expect(reached).toEqual(both)
      expect(hidden).toBe(chosen.size - both.length)
      expect(all).toBe(found.size > 0 && [...found].every((id) => chosen.has(id)))
      expect(choiceOf(chosen, found, true, noFormats).reached).toEqual([...chosen])
      expect(choiceOf(chosen, undefined, true, noFormats).reached).toEqual([])
    }),
    runs(300),
  )
})

test('the box over the rows chooses what is shown or lets go of it, and leaves the hidden as they were', () => {
  fc.assert(
    fc.property(ids, ids, fc.boolean(), (chosen, found, isChosen) => {
      const next = allFound(chosen, found, isChosen)
      for (let id = 0; id <= 12; id++) expect(next.has(id)).toBe(found.has(id) ? isChosen : chosen.has(id))
      expect(choiceOf(next, found, false, noFormats).all).toBe(isChosen && found.size > 0)
    }),
    runs(300),
  )
})

test('who is hidden is said', () => {
  const said = (chosen: number[], found: number[], withHidden = false) =>
    choiceOf(new Set(chosen), new Set(found), withHidden, noFormats).says
  expect(said([1], [1, 2])).toBe('1 chosen')
  expect(said([1, 2, 3], [3])).toBe('1 chosen, 2 more not shown')
  expect(said([1, 2, 3], [3], true)).toBe('3 chosen, 2 of them not shown')
  expect(said([1, 2], [3])).toBe('0 chosen, 2 more not shown')
})
