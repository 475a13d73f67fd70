import { describe, expect, it } from 'vitest'
import { fittingPt } from '../../src/core/fitting.ts'

const room = { widthMm: 70, heightMm: 12, largestPt: 14 }
const fit = (...lines: string[]) => fittingPt(lines, room)

describe('the size in which lines stand in a room', () => {
  it('is the largest one where there is room for all', () => {
    expect(fit('Corner Shop')).toBe(14)
    expect(fit('')).toBe(14)
    expect(fit()).toBe(14)
  })

  it('is smaller for capitals and for ideographs, which are wider', () => {
    const letters = 'bäckerei mühlenbach würzburg inhaberin maria hammerschmidt'
    expect(fit(letters.toUpperCase())).toBeLessThan(fit(letters))
    expect(fit('東京都千代田区丸の内一丁目九番一号東京駅前広場南口ビル七階')).toBeLessThan(
      fit('abcdefghijklmnopqrstuvwxyzabc'),
    )
  })

  it('counts a word that does not fit into what is left of a row as the next row’s', () => {
    // Two words of 60 % of a row each need two rows, as many letters in one word could be parted at its end.
    const row = { widthMm: 30, heightMm: 10, largestPt: 14 }
    expect(fittingPt(['abcdefgh abcdefgh abcdefgh'], row)).toBeLessThan(
      fittingPt(['abcdefghabcdefghabcdefgh'], row),
    )
  })

  it('parts a word that is wider than a row, and is never below 5 points', () => {
    expect(fit('x'.repeat(2000))).toBe(5)
    expect(fit('x'.repeat(60))).toBeLessThan(14)
  })
})
