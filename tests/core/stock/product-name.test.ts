import { expect, test } from 'vitest'
import { nameKey } from '../../../src/core/stock/product-name.ts'

test.each([
  ['C', 'C#', 'C++'],
  ['Battery', 'Battery +', 'Battery -'],
  ['होली', 'हली', 'हाली'],
  ['ハム', 'バム', 'パム'],
  ['🍎', '🍏', '🍎 1'],
])('%j, %j and %j are three products', (...names) => expect(new Set(names.map(nameKey)).size).toBe(3))

test.each([
  ['Crème-brûlée', 'creme brulee'],
  ['C ++', 'Ｃ＋＋'],
  ['Battery -', 'battery −'],
  ['½ loaf', '1/2 loaf'],
  ['Salt & pepper', 'Salt, pepper'],
])('%j and %j are one', (one, other) => expect(nameKey(one)).toBe(nameKey(other)))
