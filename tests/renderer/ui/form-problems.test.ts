import { expect, test } from 'vitest'
import { customersCalls } from '../../../src/core/customers/calls.ts'
import { promisesCalls } from '../../../src/core/promises/calls.ts'
import type { Problem } from '../../../src/core/result.ts'
import { found, saidAt, saidElsewhere } from '../../../src/renderer/ui/form-problems.ts'

const problemOf = (message: string, field?: string): Problem =>
  field === undefined ? { code: 'bad-input', message } : { code: 'bad-input', message, field }
const { input: make } = promisesCalls['promises.make']
const typed = { name: 'Anna', what: '', told: '2026-11-27T17:00', priceCap: 'much' }
const shown = { names: ['who', 'what', 'told', 'priceCap'], shownAt: { name: 'who', customerId: 'who' } }

test('what is typed is judged by the schema of its call, field by field', () => {
  const problems = found(make, { ...typed, told: '2026-02-30T17:00' }, {})
  expect(saidAt(problems, shown, 'what')).toBe('Say what was promised.')
  expect(saidAt(problems, shown, 'told')).toMatch(/\w/)
  // What a price is, only the shop's currency tells: that is judged when it is saved.
  expect(saidAt(problems, shown, 'priceCap')).toBeUndefined()
  expect(saidAt(problems, shown, 'who')).toBeUndefined()
  expect(saidElsewhere(problems, shown)).toBeUndefined()
  expect(found(make, { ...typed, what: 'A knife', priceCap: '' }, {})).toEqual([])
})

test('the form’s own words of what is missing come before those of the schema', () => {
  const missing = { who: false, told: 'Say by when it was promised.', what: undefined } as const
  const problems = found(make, { ...typed, told: '' }, missing)
  expect(problems[0]?.field).toBe('told')
  expect(saidAt(problems, shown, 'told')).toBe('Say by when it was promised.')
  expect(found(make, undefined, missing).map(({ field }) => field)).toEqual(['told'])
})

test('what the call answers stands at its field, also at one of another name, and else at none', () => {
  const atWho = problemOf('Say who it is.', 'name')
  expect(saidAt([atWho], shown, 'who')).toBe('Say who it is.')
  expect(saidElsewhere([atWho], shown)).toBeUndefined()
  for (const field of [undefined, 'promiseId', 'blocks.0.from']) {
    const problem = problemOf('It is not there any more.', field)
    expect(shown.names.map((name) => saidAt([problem], shown, name)).filter(Boolean)).toEqual([])
    expect(saidElsewhere([problem], shown)).toBe(problem)
  }
})

test('a problem deep in a field stands at that field', () => {
  const week = problemOf('Monday overlaps.', 'week.mon')
  expect(saidAt([week], { names: ['texts'], shownAt: { week: 'texts' } }, 'texts')).toBe('Monday overlaps.')
  const both = { names: ['texts', 'mon'], shownAt: { week: 'texts', 'week.mon': 'mon' } }
  expect(saidAt([week], both, 'mon')).toBe('Monday overlaps.')
  expect(saidAt([week], both, 'texts')).toBeUndefined()
})

test('a schema that judges several fields together says it at the one to be corrected', () => {
  const { input } = customersCalls['customers.setConsent']
  const problems = found(input, { customerIds: [1], answer: 'yes', source: '' }, {})
  expect(saidAt(problems, { names: ['source', 'askedDay'], shownAt: {} }, 'source')).toMatch(/where the yes/)
})
