import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { measured } from '../../scripts/silence/measure.ts'
import { silencePage } from '../../scripts/silence/write.ts'

const kept = (path: string) =>
  readFileSync(resolve(import.meta.dirname, '../../docs', path), 'utf8').replaceAll('\r\n', '\n')

test('the page on the model says what the model does today', () => {
  const { page, chart } = silencePage()
  expect(kept('silence.md')).toBe(page)
  expect(kept('pictures/silence.svg')).toBe(chart)
})

test('what is expected of each group of CDNOW is near to what happened', () => {
  const { lines } = measured()
  expect(lines.reduce((all, { customers }) => all + customers, 0)).toBe(2357)
  for (const { again, expected, real } of lines) expect(Math.abs(expected - real), again).toBeLessThan(0.45)
  const all = (of: 'expected' | 'real') => lines.reduce((sum, line) => sum + line.customers * line[of], 0)
  expect(Math.abs(all('expected') / all('real') - 1)).toBeLessThan(0.15)
})
