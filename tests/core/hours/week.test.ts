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
  ['8am-6pm', [['08:00', '18:00']]],
  ['8 a. m. to 6 p. m.', [['08:00', '18:00']]],
  ['8–18 Uhr', [['08:00', '18:00']]],
  ['von 8 bis 18 Uhr', [['08:00', '18:00']]],
  [
    '6h30-13h, 15h30-19h30',
    [
      ['06:30', '13:00'],
      ['15:30', '19:30'],
    ],
  ],
  [
    'de 6 h 30 à 13 h et de 15 h 30 à 19 h',
    [
      ['06:30', '13:00'],
      ['15:30', '19:00'],
    ],
  ],
  [
    '7 h - 12 h 14-19',
    [
      ['07:00', '12:00'],
      ['14:00', '19:00'],
    ],
  ],
  [
    '7h-12h / 14h-19h',
    [
      ['07:00', '12:00'],
      ['14:00', '19:00'],
    ],
  ],
  ['8h à midi', [['08:00', '12:00']]],
  ['18h-minuit', [['18:00', '00:00']]],
  [
    'dalle 8 alle 12.30 e dalle 15 alle 19',
    [
      ['08:00', '12:30'],
      ['15:00', '19:00'],
    ],
  ],
  [
    'de 9:30 a 14:00 y de 17:00 a 20:30',
    [
      ['09:30', '14:00'],
      ['17:00', '20:30'],
    ],
  ],
  ['desde las 9 hasta las 14', [['09:00', '14:00']]],
  ['8u30 tot 18u', [['08:30', '18:00']]],
  ['van 9 tot 17.30 uur', [['09:00', '17:30']]],
  [
    '9am-12pm, 1am-5am',
    [
      ['01:00', '05:00'],
      ['09:00', '12:00'],
    ],
  ],
  [
    '9-12, 12:30pm-2am',
    [
      ['09:00', '12:00'],
      ['12:30', '02:00'],
    ],
  ],
  [
    '7-12, 14-2',
    [
      ['07:00', '12:00'],
      ['14:00', '02:00'],
    ],
  ],
  ['closed', []],
  ['Fermé', []],
  ['geschlossen', []],
  ['Ruhetag', []],
  ['chiuso', []],
  ['Cerrado', []],
  ['gesloten', []],
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
  [
    '9-12, 1-5',
    '“1-5” lies before 09:00–12:00. Write the hours in the order of the day. For the afternoon, write 13:00-17:00.',
  ],
  [
    '9-12, 8-9:30',
    '“8-9:30” lies before 09:00–12:00. Write the hours in the order of the day. For the afternoon, write 20:00-21:30.',
  ],
  ['7-12, 14-1, 20-2', '14:00–01:00 and 20:00–02:00 overlap. Let one close before the other opens.'],
  ['11-12, 10-2', '“10-2” lies before 11:00–12:00. Write the hours in the order of the day.'],
  [
    '7-11, 12-4',
    '“12-4” would go on until 04:00 the next day. Write 12:00-16:00, or for the night 12:00pm-4:00am.',
  ],
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

/** A time and a span as people of a place write them. */
interface Habit {
  readonly time: (hours: number, minutes: string) => string
  readonly span: (opens: string, closes: string) => string
  readonly and: string
}

const whole = (minutes: string, with_: string, without = '') =>
  minutes === '00' ? without : `${with_}${minutes}`

const habits: Readonly<Record<string, Habit>> = {
  English: {
    time: (hours, minutes) => `${hours % 12 || 12}${whole(minutes, ':')}${hours % 24 < 12 ? 'am' : 'pm'}`,
    span: (opens, closes) => `${opens} to ${closes}`,
    and: ' and ',
  },
  German: {
    time: (hours, minutes) => `${hours}${whole(minutes, '.')}`,
    span: (opens, closes) => `von ${opens} bis ${closes} Uhr`,
    and: ' und ',
  },
  French: {
    time: (hours, minutes) => `${hours}h${whole(minutes, '')}`,
    span: (opens, closes) => `${opens}-${closes}`,
    and: ', ',
  },
  'French with spaces': {
    time: (hours, minutes) => `${hours} h${whole(minutes, ' ')}`,
    span: (opens, closes) => `de ${opens} à ${closes}`,
    and: ' et ',
  },
  Spanish: {
    time: (hours, minutes) => `${hours}:${minutes}`,
    span: (opens, closes) => `de ${opens} a ${closes}`,
    and: ' y ',
  },
  Italian: {
    time: (hours, minutes) => `${hours}${whole(minutes, '.')}`,
    span: (opens, closes) => `dalle ${opens} alle ${closes}`,
    and: ' e ',
  },
  Dutch: {
    time: (hours, minutes) => `${hours}u${whole(minutes, '')}`,
    span: (opens, closes) => `${opens} tot ${closes}`,
    and: ' en ',
  },
}

test.each(Object.entries(habits))('any hours written in %s are the same hours', (_language, habit) => {
  const written = (time: string, closes: boolean) => {
    const [hours, minutes] = [Number(time.slice(0, 2)), time.slice(3)]
    return habit.time(closes && time === '00:00' && habit !== habits['English'] ? 24 : hours, minutes)
  }
  fc.assert(
    fc.property(anyWeek, (week) => {
      for (const blocks of Object.values(week)) {
        const text = blocks
          .map(([opens, closes]) => habit.span(written(opens, false), written(closes, true)))
          .join(habit.and)
        // Midnight twice, as half days have it, is no day of 24 hours.
        if (habit === habits['English'] && blocks.some(([opens, closes]) => opens === closes)) continue
        expect(parseBlocks(text), text).toEqual(ok(blocks))
      }
    }),
    runs(200),
  )
})

test('no text makes the parser throw or answer blocks out of order', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9:.,apmhu éà \-–to]{0,24}$/)), (text) => {
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
