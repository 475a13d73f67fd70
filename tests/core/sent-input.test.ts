import { expect, test } from 'vitest'
import { z } from 'zod'
import { sentInput } from '../../src/core/sent-input.ts'

const def = { input: z.strictObject({ name: z.string().trim().max(5, 'Use at most 5 characters.') }) }

test('what was sent comes as its schema takes it, or with what is wrong at its field', () => {
  expect(sentInput(def, { name: ' Anna ' })).toEqual({ ok: true, value: { name: 'Anna' } })
  expect(sentInput(def, { name: 'Annabel' })).toEqual({
    ok: false,
    problem: { code: 'bad-input', message: 'Use at most 5 characters.', field: 'name' },
  })
})

test.each([
  ['a length that is no number', { name: { length: { valueOf: 1, toString: 1 } } }],
  ['a length without a prototype', { name: { length: Object.create(null) as unknown } }],
  ['no text', { name: 1 }],
  ['no object', null],
])('%s is refused calmly', (_, sent) => {
  const answer = sentInput(def, sent)
  expect(answer).toMatchObject({ ok: false, problem: { code: 'bad-input' } })
  expect(!answer.ok && answer.problem.message).toMatch(/Nothing was changed\.$/)
})
