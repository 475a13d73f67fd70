import { expect, test } from 'vitest'
import { formatsOf } from '../../../src/core/formats.ts'
import { promiseImport } from '../../../src/core/promises/import.ts'

test.each([
  ['DE', 'told', '2026-11-30 23:59', '30.11.2026'],
  ['DE', 'told', '2026-11-30 10:30', '30.11.2026 10:30'],
  ['DE', 'made', '2026-11-30 23:59', '30.11.2026 23:59'],
  ['FR', 'made', '2026-11-30 00:00', '30/11/2026'],
  ['US', 'told', '2026-11-30 17:00', '11/30/2026 5:00 PM'],
  ['US', 'done', '2026-11-30', '11/30/2026'],
  ['US', 'done', '', ''],
])('in %s a preview shows %s “%s” as “%s”', (country, key, value, words) => {
  const column = promiseImport.columns.find((one) => one.key === key)!
  expect(column.show!(value, formatsOf(country))).toBe(words)
})
