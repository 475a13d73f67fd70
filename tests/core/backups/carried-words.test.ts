import { expect, test } from 'vitest'
import { carriedWords } from '../../../src/core/backups/carried-words.ts'
import { formatsOf } from '../../../src/core/formats.ts'

test('what a restore carried over is said, also where nothing but noes could be', () => {
  const formats = formatsOf('')
  expect(carriedWords(2, formats)).toBe(
    'Every no that was said since was carried over, and of 2 customers that they died, paused, took a yes back, were put aside, or that mail or letters came back.',
  )
  expect(carriedWords(0, formats)).toBe('Every no that was said since was carried over.')
  expect(carriedWords(null, formats)).toMatch(/^It cannot be known that both are of one shop/)
  expect(carriedWords(undefined, formats)).toBe('')
})
