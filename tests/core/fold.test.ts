import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, identity, searchTerms } from '../../src/core/fold.ts'
import { runs } from '../support/runs.ts'

test.each([
  ['Antonio Moreno Taquería', 'antonio moreno taqueria'],
  ['México D.F.', 'mexico d f'],
  ['  ŁÓDŹ – Straße 9½ ', 'lodz strasse 91 2'],
  ['Søren Ærø, Þórr', 'soren aero thorr'],
  ['İstanbul ışık', 'istanbul isik'],
  ['ΟΔΥΣΣΕΥΣ Οδυσσεύς', 'οδυσσευσ οδυσσευσ'],
  ['Ёлка', 'елка'],
  ['東京ラーメン', '東 京 ラ ー メ ン'],
  ['ร้านค้า shop', 'ร า น ค า shop'],
  ['①Ⅳ ﬁne', '1iv fine'],
  ['a\0b\ud800c', 'a b c'],
  ['😀 !"#', ''],
])('%j folds to %j', (text, folded) => expect(fold(text)).toBe(folded))

test.each([
  ['राम शर्मा', 'रमा शर्मा'],
  ['हल', 'हाल'],
  ['カキ', 'ガギ'],
  ['ハム', 'パム'],
  ['ばる', 'はる'],
  ['มานี', 'มานา'],
])('%j and %j are two, although search finds either', (one, other) => {
  expect(identity(one)).not.toBe(identity(other))
  expect(fold(identity(one))).toBe(fold(one))
})

test.each([
  ['Crème Brûlée', 'CREME BRULEE'],
  ['Ёлка Й', 'елка и'],
  ['Ὀδυσσεύς', 'οδυσσευς'],
  ['שָׁלוֹם', 'שלום'],
  ['مُحَمَّد', 'محمد'],
  ['ｶﾞｷﾞ', 'ガギ'],
  ['ガ', 'カ\u3099'],
  ['Łódź', 'Lodz'],
])('%j and %j are one', (one, other) => expect(identity(one)).toBe(identity(other)))

test('nothing searchable is no term', () => {
  expect(searchTerms(' "*) - ')).toEqual([])
  expect(searchTerms('')).toEqual([])
})

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string())

test('an identity is the same however often it is taken, and search finds the same by it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const key = identity(text)
      expect(identity(key)).toBe(key)
      expect(fold(key)).toBe(fold(text))
    }),
    runs(300),
  )
})

test('folding twice changes nothing and leaves words parted by single spaces', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const folded = fold(text)
      expect(fold(folded)).toBe(folded)
      expect(folded).toMatch(/^$|^[\p{L}\p{N}]+( [\p{L}\p{N}]+)*$/u)
    }),
    runs(300),
  )
})
