import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameField, nameFields, template } from '../../../src/core/newsletter/merge.ts'
import { paragraphAt, paragraphStarts } from '../../../src/core/newsletter/paragraphs.ts'
import { runs } from '../../support/runs.ts'

test('a place in a text belongs to the paragraph that begins before it; blank ones do not count', () => {
  const text = '\n\nOne\nstill one\n \n\nTwo\n\n   \n'
  expect(paragraphStarts(text)).toEqual([text.indexOf('One'), text.indexOf('Two')])
  expect([0, 2, 10, 16, text.indexOf('Two'), text.length].map((at) => paragraphAt(text, at))).toEqual([
    0, 0, 0, 0, 1, 1,
  ])
  expect(paragraphAt('', 0)).toBe(0)
})

test('a first name that was written into a text is found in it, with its word', () => {
  expect(nameFields('Hi {{First Name | you}}, {{last name}} {{first name')).toEqual([
    { from: 3, to: 23, fallback: 'you' },
  ])
  expect(nameField(' {dear}|  friend ')).toBe('{{first name|dear friend}}')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (word, before) => {
      const text = `${before.replaceAll('{', '(')}${nameField(word)}`
      const [found, ...others] = nameFields(text)
      expect(others).toEqual([])
      expect(text.slice(found!.from)).toBe(nameField(found!.fallback))
      expect(template(text, 'reader').at(-1)).toEqual({
        slot: 'firstName',
        fallback: found!.fallback || 'reader',
      })
    }),
    runs(300),
  )
})
