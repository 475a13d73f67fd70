import { expect, test } from 'vitest'
import { callerFit, callerTyped } from '../../../src/core/customers/caller.ts'

test('a number is what has three digits and nothing but the marks of a number, however it was copied', () => {
  expect(callerTyped(' 030 12 ')).toBe('030 12')
  expect(callerTyped('tel:+49-30-1234567')).toBe('+49-30-1234567')
  expect(callerTyped('\u202a+49 30 1234567\u202c')).toBe('+49 30 1234567')
  expect(callerTyped('０３０／１２３')).toBe('030/123')
  for (const other of ['', '03', 'Anna', '030 Anna', '12 loaves', '(+)']) expect(callerTyped(other)).toBe('')
})

test('a whole number fits before an end, and an end before any other part', () => {
  const phone = '030 1234567 (home), 0171 555 777'
  const fits = (typed: string) => callerFit(typed)(phone)
  expect(['0301234567', '+49 30 1234567', '0049 (30) 123-4567', '+49171555777'].map(fits)).toEqual([
    0, 0, 0, 0,
  ])
  expect(['34567', '55 57 77'].map(fits)).toEqual([1, 1])
  expect(['0171', '1234', '030 12', '+49 171 55'].map(fits)).toEqual([2, 2, 2, 2])
  // What ends one number and begins the next is in neither.
  expect(['567017', '999', '030 9'].map(fits)).toEqual([null, null, null])
})
