import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addressForms,
  envelopeNames,
  labelFormNames,
  labelsOn,
} from '../../../../src/core/customers/labels/forms.ts'
import { addressesHtml } from '../../../../src/core/customers/labels/to-html.ts'
import { fittingPt } from '../../../../src/core/fitting.ts'

const address = (name: string) => [name, 'Weg 2', '10115 Berlin']
const pagesIn = (html: string) => html.split('<div class="page">').length - 1
const placesIn = (html: string) =>
  [...html.matchAll(/left:([\d.-]+)mm;top:([\d.-]+)mm/g)].map(([, left, top]) => `${left} ${top}`)

test('labels begin behind those that are used, and a full sheet is followed by another', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...labelFormNames),
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 1, max: 70 }),
      (form, used, count) => {
        const to = Array.from({ length: count }, (_, at) => address(`Number ${at}`))
        const out = addressesHtml(form, { to, used, sender: [] }, 'Labels')
        const free = used % labelsOn(form)
        expect(pagesIn(out)).toBe(Math.ceil((free + count) / labelsOn(form)))
        expect(placesIn(out)).toHaveLength(count)
        for (const [name] of to) expect(out).toContain(`>${name}<`)
      },
    ),
  )
})

test.each(envelopeNames)('%s: each address on its own, with the sender only where there is one', (form) => {
  const to = [address('Anna'), address('Bo')]
  const without = addressesHtml(form, { to, used: 3, sender: [] }, 'Envelopes')
  expect(pagesIn(without)).toBe(2)
  expect(without).not.toContain('at sender')
  expect(addressesHtml(form, { to, used: 0, sender: ['Corner Shop'] }, 'Envelopes')).toContain('at sender')
})

test.each(addressForms)('%s: what is in an address is words, never markup', (form) => {
  const out = addressesHtml(form, { to: [['<b>&"', 'Weg']], used: 0, sender: ['<i>'] }, '<u>')
  expect(out).toContain('&lt;b&gt;&amp;')
  expect(out).not.toMatch(/<b>|<i>|<u>/)
})

test('the more there is to be said, the smaller it is set, down to 5 points', () => {
  expect(fittingPt(address('Anna'), { widthMm: 55, heightMm: 30, largestPt: 11 })).toBe(11)
  const seven = [
    'Wäscherei und Reinigung am Alten Markt',
    'Frau Dr. Annegret von Hohenstein-Wallerberg',
    'c/o Maier',
    ...address('x'),
    'Austria',
  ]
  const small = fittingPt(seven, { widthMm: 55, heightMm: 25, largestPt: 11 })
  expect(small).toBeLessThan(10)
  expect(small).toBeGreaterThan(6)
  expect(fittingPt(['x'.repeat(600)], { widthMm: 55, heightMm: 25, largestPt: 11 })).toBe(5)
})
