import { expect, test } from 'vitest'
import { areFigures, scannedText, type ScannedKey } from '../../../src/renderer/ui/scanned-text.ts'

const french: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'à&é"\'(-è_ç'].map((text, n) => [`Digit${n}`, text])),
  KeyA: 'q',
  KeyQ: 'a',
  KeyW: 'z',
  KeyZ: 'w',
  KeyM: ',',
  Minus: ')',
}

/** What a scanner with an American keyboard types for a code on a French PC. */
const onFrench = (meant: string): ScannedKey[] =>
  [...meant].map((character) => {
    const isLetter = /[a-z]/i.test(character)
    const code = character === '-' ? 'Minus' : `${isLetter ? 'Key' : 'Digit'}${character.toUpperCase()}`
    const shiftKey = /[A-Z]/.test(character)
    const text = french[code] ?? character.toLowerCase()
    return { text: shiftKey ? text.toUpperCase() : text, code, shiftKey }
  })

/** Keys that write what was meant. */
const asMeant = (text: string, codes: readonly string[] = []): ScannedKey[] =>
  [...text].map((character, i) => ({ text: character, code: codes[i] ?? '', shiftKey: false }))

test('a scanner that types American figures on a French PC is understood', () => {
  const keys = onFrench('3017620422003')
  expect(keys.map(({ text }) => text).join('')).toBe('"à&è-éà\'ééàà"')
  expect(areFigures(keys)).toBe(true)
  expect(scannedText(keys)).toBe('3017620422003')
})

test('its letters and marks are too, where its figures tell it', () => {
  for (const code of ['BPRT4711SFMC', 'lot-42a', 'QW-2026-AZ']) expect(scannedText(onFrench(code))).toBe(code)
  expect(areFigures(onFrench('lot-42a'))).toBe(false)
})

test('a scanner of the PC’s own keyboard is read as it writes', () => {
  const shifted = onFrench('4006').map((key, i) => ({ ...key, text: '4006'[i]!, shiftKey: true }))
  expect(scannedText(shifted)).toBe('4006')
  // A French hyphen is on the key of the 6.
  expect(scannedText([...shifted, ...asMeant('-', ['Digit6']), ...asMeant('B')])).toBe('4006-B')
  expect(scannedText(asMeant('BIN-AB', ['KeyB', 'KeyI', 'KeyN', 'Digit6', 'KeyA', 'KeyB']))).toBe('BIN-AB')
  expect(scannedText(asMeant('(01)0400', ['Digit9', 'Digit0', 'Digit1', 'Digit0']))).toBe('(01)0400')
  expect(scannedText(asMeant('BPRSTF'))).toBe('BPRSTF')
  expect(scannedText([])).toBe('')
})
