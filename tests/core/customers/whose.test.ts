import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foundBySign } from '../../../src/core/customers/found-by-sign.ts'
import type { Person } from '../../../src/core/customers/same-for-a-no.ts'
import {
  isKnownAgain,
  joinedSigns,
  whoseBeginnings,
  whoseKey,
  whoseKeys,
  whoseSigns,
} from '../../../src/core/customers/whose.ts'
import { asOlderSigns } from '../../support/older-signs.ts'
import { runs } from '../../support/runs.ts'

test('a no kept under a name without its vowel signs is still found', () => {
  expect(whoseKey('राम शर्मा')).not.toBe(whoseKey('रमा शर्मा'))
  expect(whoseKeys('राम शर्मा')).toEqual([whoseKey('राम शर्मा'), whoseKey('रम शरम')])
  expect(whoseKeys('Jörg Müller')).toEqual([whoseKey('Jorg Muller'), whoseKey('Joerg Mueller')])
})

const person = (name: string, phone = '', sourceId = '', earlierNames: readonly string[] = []): Person => ({
  name,
  earlierNames,
  phone,
  sourceId,
})

test('two strangers whose signs begin alike are two', () => {
  const one = person('P3139 Q208', '0301003139')
  const other = person('P5256 Q371', '0301005256')
  expect(isKnownAgain(whoseSigns(one), other)).toBe('no')
  expect(isKnownAgain(whoseSigns(other), one)).toBe('no')
  // Of what an older file kept, nobody can tell any more.
  expect(isKnownAgain(asOlderSigns(whoseSigns(one)), other)).toBe('alike')
})

test('signs of an older file are as they were, and are joined to those of now once', () => {
  const anna = person('Anna Müller', '030 1234567', '7')
  const now = whoseSigns(anna)
  const older = asOlderSigns(now)
  expect(older.split(' ').slice(0, 4)).toEqual(['fce45706', 'sd6f79c1f', 'p2e92affa', 'n320ca3f6'])
  expect(joinedSigns(now, older)).toBe(now)
  expect(whoseBeginnings('Anna Müller')).toContain(older.split(' ')[0])
  const moved = joinedSigns(whoseSigns(person('Anna Klein', '040 7654321')), older)
  expect(joinedSigns(moved, older)).toBe(moved)
  expect(isKnownAgain(moved, person('Anna Müller', '030 1234567'))).toBe('surely')
})

test('who is known by nothing is nobody', () => expect(isKnownAgain('', person('Anna Lang'))).toBe('no'))

const people = fc.record({
  name: fc.constantFrom('Anna Lang', 'LANG Anna', 'Anna Berg-Lang', 'Jörg Müller', 'Joerg Mueller', 'Öz'),
  phone: fc.constantFrom('', '030 1234567', '+49 30 123 45 67', '040 7654321', '030 1234567\n040 7654321'),
  sourceId: fc.constantFrom('', '7', '007', '8'),
  earlierNames: fc.constantFrom([], ['Anna Berg'], ['Müller Jörg']),
})

test('what was kept with the signs of an older file is found and known as with those of now', () =>
  fc.assert(
    fc.property(people, people, (one, other) => {
      const now = whoseSigns(one)
      const older = asOlderSigns(now)
      const known = isKnownAgain(now, other)
      for (const whose of [older, joinedSigns(now, older), joinedSigns(older, now)]) {
        expect(isKnownAgain(whose, other)).toBe(known)
        if (known !== 'no') expect(foundBySign([{ whose }])(() => other)).toHaveLength(1)
      }
      if (known !== 'no') expect(foundBySign([{ whose: now }])(() => other)).toHaveLength(1)
    }),
    runs(300),
  ))

test('of 20,000 noes none is taken for one of 20,000 strangers', () => {
  const stranger = (i: number) => person(`P${i} Q${i % 701}`, `0301${String(i).padStart(6, '0')}`)
  const noes = Array.from({ length: 20_000 }, (_, i) => ({ whose: whoseSigns(stranger(i)) }))
  const find = foundBySign(noes)
  const taken: string[] = []
  for (let i = 20_000; i < 40_000; i++)
    for (const { whose } of find(() => stranger(i)))
      if (isKnownAgain(whose, stranger(i)) !== 'no') taken.push(stranger(i).name)
  expect(taken).toEqual([])
})
