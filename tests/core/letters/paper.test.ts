import { expect, test } from 'vitest'
import { letterHtml } from '../../../src/core/letters/to-html.ts'
import type { Paper } from '../../../src/core/paper.ts'

const shop = { name: 'Corner Shop', address: 'Weg 1, 89073 Ulm', phone: '0731 1', email: 'shop@x.example' }

/** In which size, in points, a part of the letter is set. */
function sizes(paper: Paper, name: string, to: readonly string[]) {
  const page = letterHtml({
    paper,
    language: 'de',
    shop: { ...shop, name },
    to,
    date: '30. November 2026',
    subject: 'Danke',
    words: 'Hallo',
  })
  const of = (part: string) =>
    Number(new RegExp(`class="${part}" style="font-size:([\\d.]+)pt"`).exec(page)?.[1])
  return { shop: of('shop'), reach: of('reach'), to: of('to') }
}

const lineMm = (pt: number) => pt * (25.4 / 72) * 1.2
const lines = (count: number) => Array.from({ length: count }, (_, nth) => `Line ${nth}`)

test.each(['A4', 'Letter', 'A5'] as const)('%s: an address of many lines ends within its zone', (paper) => {
  const usual = sizes(paper, 'Corner Shop', lines(4)).to
  expect(usual).toBeGreaterThanOrEqual(10)
  const nine = sizes(paper, 'Corner Shop', lines(9)).to
  expect(nine).toBeLessThan(usual)
  expect(nine).toBeGreaterThan(6)
  expect(9 * lineMm(nine)).toBeLessThanOrEqual(28)
})

test('a long name of the shop ends above the address, also on A5', () => {
  const long = 'Gemeinnützige Gesellschaft zur Förderung der Kinderbetreuung in Berlin-Mitte mbH'
  expect(sizes('A4', long, lines(3)).shop).toBe(sizes('A4', 'Roth', lines(3)).shop)
  const [usual, small] = [sizes('A5', 'Roth', lines(3)).shop, sizes('A5', long, lines(3)).shop]
  expect(small).toBeLessThan(usual)
  expect(3 * lineMm(small)).toBeLessThanOrEqual(20)
})
