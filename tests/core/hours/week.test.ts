import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatsOf } from '../../../src/core/formats.ts'
import {
  explainBlocks,
  formatBlocks,
  parseBlocks,
  parseWeek,
  weekTexts,
} from '../../../src/core/hours/blocks-text.ts'
import { type Block, checkWeek, closedWeek, closingMinutes, minutesOf } from '../../../src/core/hours/week.ts'
import { ok } from '../../../src/core/result.ts'
import { runs } from '../../support/runs.ts'
import { anyWeek } from './arbitrary.ts'

const sentence = (result: ReturnType<typeof checkWeek | typeof parseBlocks>) =>
  result.ok ? result.value : result.problem.message

test.each([
  [
    '7-12, 14-19',
    [
      ['07:00', '12:00'],
      ['14:00', '19:00'],
    ],
  ],
  [
    '14-19; 7-12',
    [
      ['07:00', '12:00'],
      ['14:00', '19:00'],
    ],
  ],
  [
    '6h30-13h, 15h30 - 19 h',
    [
      ['06:30', '13:00'],
      ['15:30', '19:00'],
    ],
  ],
  ['8 Uhr - 12 Uhr', [['08:00', '12:00']]],
  [
    '7:30–12.15 14h00 - 19',
    [
      ['07:30', '12:15'],
      ['14:00', '19:00'],
    ],
  ],
  [
    '0700-1200 and 1400 to 1900',
    [
      ['07:00', '12:00'],
      ['14:00', '19:00'],
    ],
  ],
  ['9am to 5 p.m.', [['09:00', '17:00']]],
  ['12am-12pm', [['00:00', '12:00']]],
  ['20-2', [['20:00', '02:00']]],
  ['18-24', [['18:00', '00:00']]],
  ['0-24', [['00:00', '00:00']]],
  ['closed', []],
  ['  ', []],
])('typed hours %s are understood', (text, blocks) => {
  expect(parseBlocks(text)).toEqual(ok(blocks))
})

test.each([
  ['7-', '“7-” is not understood. Write hours such as 7-12, 14-19.'],
  ['7-25', '“7-25” is not understood. Write hours such as 7-12, 14-19.'],
  ['24-3', '“24-3” is not understood. Write hours such as 7-12, 14-19.'],
  ['7:60-9', '“7:60-9” is not understood. Write hours such as 7-12, 14-19.'],
  ['13pm-15', '“13pm-15” is not understood. Write hours such as 7-12, 14-19.'],
  ['all day', '“all” is not understood. Write hours such as 7-12, 14-19.'],
  ['7-12, 11-14', '07:00–12:00 and 11:00–14:00 overlap. Let one close before the other opens.'],
  ['20-2, 22-23', '20:00–02:00 and 22:00–23:00 overlap. Let one close before the other opens.'],
  ['7-12, 12-14', '07:00–12:00 and 12:00–14:00 leave no gap. Write 07:00–14:00.'],
  ['7-7', '07:00–07:00 would be 24 hours. Check the closing time, or write 00:00–24:00 for the whole day.'],
])('typed hours %s are answered in words', (text, words) => {
  expect(sentence(parseBlocks(text))).toBe(words)
})

test('a week names the day that cannot be', () => {
  const late: Block = ['20:00', '03:00']
  expect(
    sentence(
      checkWeek({
        tue: [
          ['07:00', '12:00'],
          ['11:00', '14:00'],
        ],
      }),
    ),
  ).toBe('Tuesday: 07:00–12:00 and 11:00–14:00 overlap. Let one close before the other opens.')
  expect(checkWeek({ sun: [late], mon: [['02:00', '10:00']] })).toEqual({
    ok: false,
    problem: {
      code: 'overlap',
      message:
        'Sunday 20:00–03:00 runs into Monday 02:00–10:00. Let Sunday close before 02:00, or Monday open later.',
      field: 'week.sun',
    },
  })
  expect(checkWeek({ sun: [late], mon: [['03:00', '10:00']] })).toEqual(
    ok({ ...closedWeek, sun: [late], mon: [['03:00', '10:00']] }),
  )
  expect(parseWeek({ ...weekTexts(closedWeek), wed: '8-x' })).toMatchObject({
    ok: false,
    problem: {
      message: 'Wednesday: “8-x” is not understood. Write hours such as 7-12, 14-19.',
      field: 'week.wed',
    },
  })
})

test('a week shown and typed again is the same week', () => {
  fc.assert(
    fc.property(anyWeek, (week) => {
      expect(parseWeek(weekTexts(week))).toEqual(ok(week))
      expect(checkWeek(week)).toEqual(ok(week))
      for (const blocks of Object.values(week)) expect(parseBlocks(formatBlocks(blocks))).toEqual(ok(blocks))
    }),
    runs(200),
  )
})

test('no text makes the parser throw or answer blocks out of order', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9:.,apm \-–to]{0,24}$/)), (text) => {
      const parsed = parseBlocks(text)
      if (!parsed.ok) expect(parsed.problem.message).toMatch(/\.$/)
      const blocks = parsed.ok ? parsed.value : []
      blocks.slice(1).forEach((next, i) => {
        expect(closingMinutes(blocks[i]!)).toBeLessThan(minutesOf(next[0]))
      })
    }),
    runs(500),
  )
})

test('what typed hours come to is said, past midnight too', () => {
  const said = (text: string) => {
    const parsed = parseBlocks(text)
    return parsed.ok && explainBlocks(parsed.value, formatsOf('DE'))
  }
  expect(said('7-12, 14-19')).toBe('10 h')
  expect(said('7:15-12')).toBe('4 h 45 min')
  expect(said('9-5')).toBe('20 h, until 05:00 the next day')
  expect(said('18-24')).toBe('6 h')
  expect(said('')).toBe('closed')
})
