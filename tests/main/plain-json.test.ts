import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPlainJson } from '../../src/main/plain-json.ts'
import { runs } from '../support/runs.ts'

test('whatever JSON can say is plain', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(isPlainJson(value)).toBe(true)
    }),
    runs(200),
  )
})

test('a field that is left out is plain', () => {
  expect(isPlainJson({ actId: undefined })).toBe(true)
})

const cyclic: Record<string, unknown> = {}
cyclic['self'] = cyclic

test.each([
  ['undefined', undefined],
  ['a date', new Date(0)],
  ['a map', new Map()],
  ['a set in a list', [new Set()]],
  ['bytes', new Uint8Array(2)],
  ['a bigint', 1n],
  ['a function', () => 1],
  ['a symbol', Symbol('x')],
  ['not a number', { limit: Number.NaN }],
  ['infinity', [Number.POSITIVE_INFINITY]],
  ['a list with a hole', [1, undefined]],
  ['a list with a name', Object.assign([1], { name: 'x' })],
  ['a class of its own', new (class Odd {})()],
  ['no prototype', Object.create(null)],
  ['an own __proto__', JSON.parse('{ "__proto__": { "admin": true } }')],
  ['a cycle', cyclic],
  ['a large text', 'x'.repeat(1_000_000)],
  ['a large key', { ['x'.repeat(1_000_000)]: 1 }],
  ['many numbers', Array.from({ length: 200_000 }, () => 1)],
  ['too many levels', JSON.parse(`${'['.repeat(40)}1${']'.repeat(40)}`)],
])('%s is not', (_name, value: unknown) => {
  expect(isPlainJson(value)).toBe(false)
})

test('a text just under the limit is plain', () => {
  expect(isPlainJson({ text: 'x'.repeat(999_000) })).toBe(true)
})
