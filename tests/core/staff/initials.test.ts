import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { initialsFor, isTaken } from '../../../src/core/staff/initials.ts'

test.each([
  ['Mia Lang', [], 'ML'],
  ['mia lang', [], 'ML'],
  ['Mia Lang', ['ML'], 'MiL'],
  ['Mia Lang', ['ml', 'MIL'], 'MiaL'],
  ['Mia Lang', ['ML', 'MiL', 'MiaL'], 'ML1'],
  ['Anna-Lena von der Au', [], 'AA'],
  ['Jo', [], 'J'],
  ['Jo', ['J'], 'JO'],
  ['美咲 佐藤', [], '美佐'],
  ['O’Brien', [], 'O'],
  ['…', [], '1'],
])('%s beside %j is %s on paper', (name, taken, initials) => {
  expect(initialsFor(name, taken)).toBe(initials)
})

test('initials are short, never empty and never somebody else’s', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 40 }), (names) => {
      const taken: string[] = []
      for (const name of names) {
        const initials = initialsFor(name, taken)
        expect(initials).not.toBe('')
        expect([...initials].length).toBeLessThanOrEqual(4)
        expect(isTaken(initials, taken)).toBe(false)
        taken.push(initials)
      }
    }),
  )
})
