import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineCodes, sheetCode } from '../../../src/core/checklists/line-code.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const numRuns = process.env['WELLKEPT_DEEP'] ? 4000 : 200

/** Powers of 2 in the field of 32 elements with x^5 + x^2 + 1, written down by hand. */
const powers = [1, 2, 4, 8, 16, 5, 10, 20, 13, 26, 17, 7, 14, 28, 29, 31, 27, 19, 3, 6, 12, 24, 21, 15]
const allPowers = [...powers, 30, 25, 23, 11, 22, 9, 18]

function isSound(code: string): boolean {
  const digits = [...code.replace('-', '')].map((c) => alphabet.indexOf(c))
  const times = (digit: number, power: number) =>
    digit === 0 ? 0 : allPowers[(allPowers.indexOf(digit) + power) % 31]!
  const [a, b, c, d, check] = digits as [number, number, number, number, number]
  return (times(a, 1) ^ times(b, 2) ^ times(c, 3) ^ times(d, 4)) === check
}

const keys = fc.uniqueArray(fc.string(), { maxLength: 400 })

test('the codes of a sheet are unique, short and carry a check character', () => {
  fc.assert(
    fc.property(keys, (lines) => {
      const codes = lineCodes('2026-W48', lines)
      expect(new Set(codes).size).toBe(lines.length)
      for (const code of codes) {
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]$/)
        expect(isSound(code)).toBe(true)
      }
    }),
    { numRuns },
  )
})

test('of lines that would have the same code by chance the later ones get the next that is free', () => {
  const lines = Array.from({ length: 5000 }, (_, n) => `own ${n}`)
  const alone = lines.map((line) => lineCodes('2026-W48', [line])[0]!)
  expect(new Set(alone).size).toBe(4995)
  expect(new Set(lineCodes('2026-W48', lines)).size).toBe(5000)
})

test('one wrong character, or two exchanged, is no code', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(4), fc.nat(4), fc.nat(30), (key, at, other, step) => {
      const [code] = lineCodes('2026-W48', [key])
      const plain = [...code!.replace('-', '')]
      const wrong = plain.with(at, alphabet[(alphabet.indexOf(plain[at]!) + 1 + step) % 32]!)
      expect(isSound(wrong.join(''))).toBe(false)
      const exchanged = plain.with(at, plain[other]!).with(other, plain[at]!)
      expect(isSound(exchanged.join(''))).toBe(plain[at] === plain[other])
    }),
    { numRuns },
  )
})

test('a line keeps its code when others come before it', () => {
  const [own] = lineCodes('2026-W48', ['own 7 2026-11-24'])
  expect(lineCodes('2026-W48', ['promise 1', 'own 7 2026-11-24'])[1]).toBe(own)
  expect(lineCodes('2026-W49', ['own 7 2026-11-24'])[0]).not.toBe(own)
})

test('a sheet has a code of its own for each week', () => {
  expect(sheetCode('2026-W48')).not.toBe(sheetCode('2026-W49'))
  expect(isSound(sheetCode('2026-W48'))).toBe(true)
})
