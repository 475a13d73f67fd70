import { expect, test } from 'vitest'
import { textSize } from '../../../src/core/checklists/sheet-css.ts'
import type { Paper } from '../../../src/core/paper.ts'

/** From how many lines on which size is chosen, such as “0 8.6, 75 8.2”. */
function sizes(paper: Paper, length: number, bulk = { parts: 7, days: 7 }) {
  const found: string[] = []
  let last = 0
  for (let n = 0; n < 120; n++) {
    const pt = textSize(paper, { lines: Array.from({ length: n }, () => length), ...bulk })
    if (pt !== last) found.push(`${n} ${pt}`)
    last = pt
  }
  return found.join(', ')
}

test('text grows smaller to keep a sheet on one page, and is ordinary again where no size does', () => {
  expect(sizes('A4', 20)).toBe('0 8.6, 75 8.2, 80 7.8, 86 7.4, 92 8.6')
  expect(sizes('Letter', 20)).toBe('0 8.6, 68 8.2, 73 7.8, 78 7.4, 84 8.6')
  expect(sizes('A5', 20)).toBe('0 8.6, 10 8.2, 11 7.8, 13 7.4, 16 8.6')
})

test('a line takes as many rows as its words need, and every heading its own', () => {
  expect(sizes('A4', 90)).toBe('0 8.6, 30 8.2, 45 7.8, 49 7.4, 52 8.6')
  expect(sizes('A4', 20, { parts: 21, days: 7 })).toBe('0 8.6, 64 8.2, 69 7.8, 74 7.4, 80 8.6')
  expect(sizes('A4', 20, { parts: 7, days: 8 })).toBe('0 8.6, 73 8.2, 78 7.8, 84 7.4, 90 8.6')
})
