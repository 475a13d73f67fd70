import { expect, test } from 'vitest'
import {
  labelAt,
  labelFormNames,
  labelForms,
  labelsOn,
  sheetSizes,
} from '../../../../src/core/customers/labels/forms.ts'

test.each(labelFormNames)('%s: as many labels as its name says, on the sheet, none over another', (form) => {
  const { name, sheet, widthMm, heightMm } = labelForms[form]
  expect(name).toContain(`: ${labelsOn(form)} of `)
  const [sheetWidth, sheetHeight] = sheetSizes[sheet]
  const places = Array.from({ length: labelsOn(form) }, (_, place) => labelAt(form, place))
  for (const { leftMm, topMm } of places) {
    expect(leftMm).toBeGreaterThanOrEqual(-0.001)
    expect(topMm).toBeGreaterThanOrEqual(-0.001)
    expect(leftMm + widthMm).toBeLessThanOrEqual(sheetWidth + 0.001)
    expect(topMm + heightMm).toBeLessThanOrEqual(sheetHeight + 0.001)
  }
  for (const [at, one] of places.entries())
    for (const other of places.slice(at + 1))
      expect(
        Math.abs(one.leftMm - other.leftMm) >= widthMm - 0.001 ||
          Math.abs(one.topMm - other.topMm) >= heightMm - 0.001,
      ).toBe(true)
})

// Margins that makers print in the drawings of their boxes.
test.each([
  ['L7160', 7.21, 15.15],
  ['L7163', 4.65, 15.15],
  ['5160', 4.7625, 12.7],
  ['5163', 3.96875, 12.7],
  ['3490', 0, 4.5],
] as const)('%s begins %d mm from the left and %d mm from above', (form, left, top) => {
  const first = labelAt(form, 0)
  expect(first.leftMm).toBeCloseTo(left, 2)
  expect(first.topMm).toBeCloseTo(top, 2)
})
