import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { burst } from '../../../src/renderer/ui/burst.ts'
import { runs } from '../../support/runs.ts'

interface Key {
  readonly key: string
  readonly atMs: number
}

/** Presses the keys at their times, with the rests a timer would tell of, and says what came of them. */
function play(keys: readonly Key[]) {
  const held = burst<string>()
  const acted: string[] = []
  const scans: string[] = []
  const tell = ({ release, scan }: ReturnType<typeof held.rest>) => {
    acted.push(...release)
    if (scan !== null) scans.push(scan)
  }
  for (const [i, { key, atMs }] of keys.entries()) {
    const before = keys[i - 1]
    if (before && atMs - before.atMs > held.patience()) tell(held.rest())
    const verdict = held.press(
      { text: key.length === 1 ? key : '', ends: key === 'Enter' || key === 'Tab', atMs },
      key,
    )
    tell(verdict.told)
    if (verdict.key === 'pass') acted.push(key)
  }
  tell(held.rest())
  return { acted, scans }
}

const typed = (text: string, end: readonly string[], gapMs: number, fromMs = 0): Key[] =>
  [...text, ...end].map((key, i) => ({ key, atMs: fromMs + i * gapMs }))

test.each([5, 30, 50])(
  'a scan at %i ms a key is one code and no key, with Enter, with Tab, with neither',
  (gapMs) => {
    for (const code of ['4006381333931', 'BPRSTF', 'bin-4711-B', '(01)04006381333931 (10)L7'])
      for (const end of [['Enter'], ['Tab'], []])
        expect(play(typed(code, end, gapMs))).toEqual({ acted: [], scans: [code] })
  },
)

test('what is too short for a code is no key either, one or two keys of a hand are', () => {
  expect(play(typed('B12', ['Enter'], 10))).toEqual({ acted: [], scans: [] })
  expect(play(typed('b', [], 10))).toEqual({ acted: ['b'], scans: [] })
  expect(play(typed('bp', ['ArrowDown'], 40))).toEqual({ acted: ['b', 'p', 'ArrowDown'], scans: [] })
  expect(play(typed('bbbbbb', ['Enter'], 120))).toEqual({ acted: [...'bbbbbb', 'Enter'], scans: [] })
  expect(play([...typed('4006', [], 10), ...typed('381333931', ['Enter'], 10, 150)]).scans).toEqual([
    '4006381333931',
  ])
})

test('scans and a hand by turns: every key of the hand acts once and in order, no character of a scan does', () => {
  const letter = fc.constantFrom(...'bprstfmcBP04x')
  const scan = fc.record({
    code: fc.array(letter, { minLength: 6, maxLength: 30 }).map((letters) => letters.join('')),
    end: fc.constantFrom(['Enter'], ['Tab'], []),
    gaps: fc.array(fc.integer({ min: 1, max: 55 }), { minLength: 32, maxLength: 32 }),
  })
  const hand = fc.record({
    keys: fc.array(fc.oneof(letter, fc.constantFrom('Enter', 'Tab', 'ArrowDown', ' ')), { maxLength: 6 }),
    gap: fc.integer({ min: 90, max: 400 }),
  })
  fc.assert(
    fc.property(fc.array(fc.oneof(scan, hand), { maxLength: 8 }), (turns) => {
      let now = 0
      const keys: Key[] = []
      const meant = { acted: [] as string[], scans: [] as string[] }
      for (const turn of turns) {
        now += 300
        if ('code' in turn) {
          meant.scans.push(turn.code)
          for (const [i, key] of [...turn.code, ...turn.end].entries())
            keys.push({ key, atMs: (now += turn.gaps[i]!) })
        } else
          for (const key of turn.keys) {
            meant.acted.push(key)
            keys.push({ key, atMs: (now += turn.gap) })
          }
      }
      expect(play(keys)).toEqual(meant)
    }),
    runs(500),
  )
})
