import { expect, test } from 'vitest'
import { withVariants } from '../../../src/core/stock/variants.ts'

const fields = ['name', 'group', 'category', 'supplier', 'gtin', 'variant', 'variant2'] as const
const at = (cells: readonly string[], field: string) => cells[fields.indexOf(field as 'name')] ?? ''

/** What name, category and supplier are read of each line. */
function read(...rows: readonly (readonly string[])[]) {
  const cellOf = withVariants(rows, at)
  return rows.map((cells) => [cellOf(cells, 'name'), cellOf(cells, 'category'), cellOf(cells, 'supplier')])
}

test('a line of a group that has no name takes name, category and supplier of the first that has one', () => {
  expect(
    read(
      ['', 'soap', '', '', '1', 'Mint'],
      ['Soap', 'soap', 'Care', 'Mill', '2', 'Rose'],
      ['Soap again', 'soap', 'Other', 'Other', '3', 'Rose'],
      ['', 'soap', '', 'Own', '4', 'Lime', 'Large'],
      ['', 'oil', '', '', '5', 'Olive'],
    ),
  ).toEqual([
    ['Soap (Mint)', 'Care', 'Mill'],
    ['Soap (Rose)', 'Care', 'Mill'],
    ['Soap again (Rose)', 'Other', 'Other'],
    ['Soap (Lime, Large)', 'Care', 'Own'],
    ['', '', ''],
  ])
})

test('a line with a name of its own takes nothing of its group’s first line', () => {
  expect(read(['Soap', 'soap', 'Care', 'Mill', '1'], ['Brush', 'soap', '', '', '2'])).toEqual([
    ['Soap', 'Care', 'Mill'],
    ['Brush', '', ''],
  ])
})

test('a line with nothing but its group is no product, and one without a group belongs to none', () => {
  expect(read(['Soap', 'soap', 'Care', 'Mill', '1'], ['', 'soap'], ['', '', '', '', '2', 'Rose'])).toEqual([
    ['Soap', 'Care', 'Mill'],
    ['', '', ''],
    ['', '', ''],
  ])
})

test('a variant is said once, and not at all where it only says that there is one', () => {
  expect(
    read(
      ['Soap', '', '', '', '1', 'Default Title'],
      ['Rose soap', '', '', '', '2', 'ROSE', 'Large'],
      ['Soap', '', '', '', '3', 'Large', 'large'],
      ['Soap', '', '', '', '4', '', 'Regular'],
    ).map(([name]) => name),
  ).toEqual(['Soap', 'Rose soap (Large)', 'Soap (Large)', 'Soap'])
})
