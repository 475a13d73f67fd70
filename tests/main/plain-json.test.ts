import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPlainJson } from '../../src/main/plain-json.ts'
import { runs } from '../support/runs.ts'

/** Whether a field named `__proto__` is anywhere in it, as a reviver meets it. */
function namesPrototype(value: unknown): boolean {
  let found = false
  JSON.parse(JSON.stringify(value), (key, part: unknown) => {
    if (key === '__proto__') found = true
    return part
  })
  return found
}

const anyJson = fc.jsonValue()

test('whatever JSON can say is plain, but for a field that would become a prototype', () => {
  const examples: [unknown][] = ['{ "__proto__": 0 }', '[{ "a": { "__proto__": null } }]'].map((text) => [
    JSON.parse(text),
  ])
  fc.assert(
    fc.property(anyJson, (value) => {
      expect(isPlainJson(value)).toBe(!namesPrototype(value))
    }),
    { ...runs(200), examples: examples as [never][] },
  )
})

test('the draw that once failed: seed -846159063', () => {
  fc.assert(
    fc.property(anyJson, (value) => {
      expect(isPlainJson(value)).toBe(!namesPrototype(value))
    }),
    { seed: -846159063, numRuns: 200 },
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
