import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sameName } from '../../../src/core/customers/names.ts'
import { runs } from '../../support/runs.ts'

test('the same name in other writing is one name', () => {
  const same: readonly (readonly [string, string])[] = [
    ['Bert Lang', 'bert LANG'],
    ['Bert Lang', 'Lang, Bert'],
    ['Anna-Maria Berg', 'Anna Maria Berg'],
    ['Seán O’Brien', "Sean O'Brien"],
    ['Seán O’Brien', 'Sean OBrien'],
    ['Jörg Müller', 'Jorg Muller'],
    ['Jörg Müller', 'Joerg Mueller'],
    ['Dr. Anna Berg', 'Anna Berg'],
    ['Frau Prof. Dr. Berg', 'Frau Berg'],
    ['Mr Lang', 'Herr Lang'],
    ['Łucja Wójcik', 'Lucja Wojcik'],
    ['山田太郎', '山田 太郎'],
    ['Nordwind GmbH', 'NORDWIND GMBH'],
    ['!?', '!?'],
  ]
  for (const [a, b] of same) expect({ a, b, same: sameName(a, b) }).toEqual({ a, b, same: true })
})

test('where a name does not tell, it is another one', () => {
  const other: readonly (readonly [string, string])[] = [
    ['Anna', 'Bert Lang'],
    ['Anna Lang', 'Bert Lang'],
    ['B. Lang', 'Bert Lang'],
    ['Anna Maria Berg', 'Anna Berg'],
    ['Anna Berg', 'Anna Berg-Lund'],
    ['Otto Karl', 'Karl Otto'],
    ['Mr Lang', 'Mrs Lang'],
    ['Herr Kim Lang', 'Frau Kim Lang'],
    ['Frau Lang', 'Lang'],
    ['Familie Meyer', 'Meyer'],
    ['Bert Lang', 'Bert Lang Jr.'],
    ['Bert Lang, Jr.', 'Bert Lang'],
    ['Nordwind GmbH', 'Anna Berg'],
    ['Muller', 'Mueller'],
    ['!?', '?!'],
    ['🧀', '🍞'],
    ['राम शर्मा', 'रमा शर्मा'],
    ['たかはし はる', 'たがはし ばる'],
    ['มานี ใจดี', 'มานา ใจดี'],
  ]
  for (const [a, b] of other) expect({ a, b, same: sameName(a, b) }).toEqual({ a, b, same: false })
})

test('a name is its own, both ways, however it is written', () => {
  const part = fc.constantFrom('anna', 'bert', 'lang', 'müller', 'o’neil', 'zoë', 'łucja', 'kim')
  const name = fc.tuple(part, part)
  fc.assert(
    fc.property(name, name, fc.boolean(), (one, other, isDoctor) => {
      const [first, last] = one
      const written = [
        `${isDoctor ? 'Dr. ' : ''}${first} ${last}`.toUpperCase(),
        `${last}, ${first}`,
        ` ${first}  ${last}. `,
        `${first} ${last}`.normalize('NFD'),
      ]
      for (const a of written) for (const b of written) expect(sameName(a, b)).toBe(true)
      // Who has another name has another one in every writing.
      const theirs = other.join(' ')
      const isSame = one.join(' ') === theirs
      for (const a of written) expect([sameName(a, theirs), sameName(theirs, a)]).toEqual([isSame, isSame])
    }),
    runs(300),
  )
})

test('any text at all is the same name as itself and compares alike both ways', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 30 })
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(sameName(a, a)).toBe(true)
      expect(sameName(a, b)).toBe(sameName(b, a))
    }),
    runs(300),
  )
})
