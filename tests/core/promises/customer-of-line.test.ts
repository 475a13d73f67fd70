import { expect, test } from 'vitest'
import { customerOf, numbersIn } from '../../../src/core/promises/customer-of-line.ts'

const codes = ['VINET', 'TOMSP', 'HANAR', 'VICTE', 'SUPRD']
const nobodyOnFile = new Set<string>()

test.each([
  ['17', ['17'], true],
  ['K-20', ['K-20', 'Anna Berg'], true],
  ['MEIER', ['MEIER'], false],
  ['PÉREZ', ['PÉREZ', '李'], false],
  ['李', ['李', '王', '张', '刘', '陈'], false],
  ['محمد', ['محمد'], false],
  ['VINET', codes, true],
  ['VINET', ['', ...codes, 'VINET'], true],
  ['VINET', codes.slice(1), false],
  ['VINET', [...codes, 'ANATRA'], false],
  ['VINET', [...codes, 'Berge'], false],
  ['VINET', [...codes, 'M. EK'], false],
  ['Ann4', [...codes, 'Ann4'], false],
])('“%s” in a column of %j is a number: %s', (text, column, isNumber) => {
  expect(numbersIn(column, nobodyOnFile)(text)).toBe(isNumber)
})

test('capitals that are somebody’s number on file are that number', () => {
  const isNumber = numbersIn(['VINET', 'MEIER'], new Set(['VINET']))
  expect([isNumber('VINET'), isNumber('MEIER')]).toEqual([true, false])
})

interface Said {
  readonly customer?: string
  readonly customerNumber?: string
  readonly customerName?: string
  readonly customerFirstName?: string
  readonly customerNamePrefix?: string
  readonly customerLastName?: string
  readonly customerCompany?: string
}
const said = (line: Said) => {
  const { who, number, name, company } = customerOf(
    (field) => line[field] ?? '',
    numbersIn([line.customer ?? ''], nobodyOnFile),
    (field) => (field in line ? field : undefined),
  )
  return Object.fromEntries(Object.entries({ who, number, name, company }).filter(([, text]) => text !== ''))
}
const anna = { customerFirstName: 'Anna', customerLastName: 'Berg' }

test.each<[Said, object]>([
  [{ customer: 'MEIER' }, { who: 'MEIER' }],
  [
    { customer: 'MEIER', customerCompany: 'Auto Haus' },
    { name: 'MEIER', company: 'Auto Haus' },
  ],
  [
    { customer: '17', customerCompany: 'Auto Haus' },
    { number: '17', company: 'Auto Haus' },
  ],
  [{ customer: 'BERG', ...anna }, { name: 'Anna Berg' }],
  [{ customer: 'A. Berg', ...anna }, { name: 'Anna Berg' }],
  [{ customer: 'Frau Berg', ...anna }, { name: 'Anna Berg' }],
  [{ customer: 'Berg, Anna', ...anna }, { name: 'Berg, Anna' }],
  [{ customer: 'Anna M. Berg', ...anna }, { name: 'Anna M. Berg' }],
  [
    { customer: 'Müller Anna', customerFirstName: 'Anna', customerLastName: 'Mueller' },
    { name: 'Müller Anna' },
  ],
  [
    { customer: 'Ek Bau GmbH', ...anna },
    { name: 'Anna Berg', company: 'Ek Bau GmbH' },
  ],
  [
    { customerName: 'Ek Bau GmbH', customerNumber: '17', ...anna },
    { number: '17', name: 'Anna Berg', company: 'Ek Bau GmbH' },
  ],
  [
    { customer: 'Ek Bau GmbH', customerCompany: 'EK BAU GMBH', ...anna },
    { name: 'Anna Berg', company: 'EK BAU GMBH' },
  ],
  [
    { customer: 'Ek Bau GmbH', customerCompany: 'ACME', ...anna },
    { who: 'Ek Bau GmbH', name: 'Anna Berg', company: 'ACME' },
  ],
])('%j says %j', (line, expected) => {
  expect(said(line)).toEqual(expected)
})
