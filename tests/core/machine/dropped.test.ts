import { expect, test } from 'vitest'
import { meantList } from '../../../src/core/machine/dropped.ts'

const fits = (customers: number, products: number, promises: number, visits: number) =>
  [
    { what: 'customers', known: customers },
    { what: 'products', known: products },
    { what: 'promises', known: promises },
    { what: 'visits', known: visits },
  ] as const

test('a list is meant without asking where the page in front has it and none fits better', () => {
  expect(meantList(fits(3, 1, 0, 0), '/customers')).toBe('customers')
  expect(meantList(fits(2, 1, 0, 4), '/customers')).toBe('visits')
  expect(meantList(fits(2, 2, 0, 0), '/stock')).toBe('products')
  expect(meantList(fits(2, 2, 0, 0), '/customers')).toBe('customers')
  expect(meantList(fits(1, 4, 0, 0), '/customers')).toBeUndefined()
  expect(meantList(fits(4, 0, 0, 0), '/')).toBeUndefined()
  expect(meantList(fits(0, 0, 0, 0), '/customers')).toBeUndefined()
  // What only one list takes is never asked.
  expect(meantList([{ what: 'customers', known: 0 }], '/hours')).toBe('customers')
})
