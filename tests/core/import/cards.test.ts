import { expect, test } from 'vitest'
import { holdsCards } from '../../../src/core/import/cards.ts'

test.each([
  ['BEGIN:VCARD\r\nVERSION:3.0', true],
  ['\uFEFF\n  begin:vcard  \nVERSION:4.0', true],
  ['BEGIN:VCARD', true],
  // Cards that somebody pasted into a note.
  ['Name,Notes\nAnna,"from her phone:\nBEGIN:VCARD\nFN:Anna"\n', false],
  ['Name;BEGIN:VCARD\nAnna;1', false],
  ['BEGIN:VCARDS', false],
  ['', false],
])('%j is address cards: %s', (text, isCards) => {
  expect(holdsCards(text)).toBe(isCards)
})
