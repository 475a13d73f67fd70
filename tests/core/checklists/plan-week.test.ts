import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatsOf } from '../../../src/core/formats.ts'
import { planWeek, sheetLines, type WeekFacts } from '../../../src/core/checklists/plan-week.ts'
import { sheetHtml } from '../../../src/core/checklists/to-html.ts'
import { addDays, daysFrom } from '../../../src/core/day.ts'

const numRuns = process.env['WELLKEPT_DEEP'] ? 2000 : 100
const days = daysFrom('2026-11-23', '2026-11-29')
const open = [['07:00', '19:00']] as const

const facts = (given: Partial<WeekFacts> = {}): WeekFacts => ({
  week: '2026-W48',
  shopName: 'Corner Shop',
  hours: Object.fromEntries(days.map((day, i) => [day, i === 6 ? [] : open])),
  ownLines: [],
  pulls: [],
  promises: [],
  contacts: [],
  contactsFrom: '2026-11-23',
  ...given,
})

const textsOn = (given: Partial<WeekFacts>, day: string | null) =>
  sheetLines(planWeek(facts(given), formatsOf('DE')))
    .filter((line) => line.day === day)
    .map(({ part, text }) => `${part}: ${text}`)

test('a trading day begins with its opening and ends with its closing, own lines between', () => {
  const ownLines = [
    { lineId: 1, part: 'opening', weekday: null, text: 'Fridges' },
    { lineId: 2, part: 'closing', weekday: null, text: 'Till' },
    { lineId: 3, part: 'day', weekday: 2, text: 'Date walk' },
  ] as const
  expect(textsOn({ ownLines }, '2026-11-24')).toEqual([
    'opening: Open at 07:00',
    'opening: Fridges',
    'day: Date walk',
    'closing: Till',
    'closing: Close at 19:00',
  ])
  expect(textsOn({ ownLines }, '2026-11-29')).toEqual([])
})

test('a midday break is closed and opened again, a night closing is the next day', () => {
  const hours = {
    ...facts().hours,
    '2026-11-27': [
      ['08:00', '12:00'],
      ['18:00', '02:00'],
    ] as const,
  }
  expect(textsOn({ hours }, '2026-11-27')).toEqual([
    'opening: Open at 08:00',
    'day: Close at 12:00',
    'day: Open again at 18:00',
    'closing: Close at 02:00 the next day',
  ])
})

test('what is due on a closed day is done on the trading day before it', () => {
  const pulls = [{ batchId: 1, day: '2026-11-29', words: 'Milk' }]
  expect(textsOn({ pulls }, '2026-11-28')).toContain('day: Pull Milk (pull day Sun 29 Nov)')
})

test('a promise stands on the day of our target and says what the customer heard', () => {
  const promises = [
    { promiseId: 1, target: '2026-11-24T16:00', told: '2026-11-25T12:00', words: 'Cake, for Ana' },
    { promiseId: 2, target: '2026-11-20T16:00', told: '2026-11-24T12:00', words: 'Chair, for Bo' },
    { promiseId: 3, target: '2026-11-30T16:00', told: '2026-12-02T12:00', words: 'Not this week' },
  ]
  expect(textsOn({ promises }, '2026-11-24')).toEqual([
    'opening: Open at 07:00',
    'day: By 12:00: Chair, for Bo; our own date was Fri 20 Nov',
    'day: By 16:00: Cake, for Ana; the customer was told Wed 25 Nov 12:00',
    'closing: Close at 19:00',
  ])
  expect(textsOn({ promises }, null)).toEqual([])
})

test('what waits from before the week comes first, and a long tail is one line', () => {
  const pulls = Array.from({ length: 15 }, (_, i) => ({ batchId: i, day: '2026-11-20', words: `Batch ${i}` }))
  const left = textsOn({ pulls }, null)
  expect(left).toHaveLength(13)
  expect(left.at(-1)).toBe('day: 3 more batches past their day: go through them in Wellkept')
})

test('people are spread evenly over the trading days that are left, at most five a day', () => {
  const contacts = Array.from({ length: 7 }, (_, i) => ({ customerId: i, words: `Person ${i}` }))
  const perDay = (given: Partial<WeekFacts>) =>
    days.map((day) => textsOn(given, day).filter((text) => text.includes('Person')).length)
  expect(perDay({ contacts })).toEqual([2, 1, 1, 1, 1, 1, 0])
  expect(perDay({ contacts, contactsFrom: '2026-11-26' })).toEqual([0, 0, 0, 3, 2, 2, 0])
  const many = Array.from({ length: 90 }, (_, i) => ({ customerId: i, words: `Person ${i}` }))
  expect(perDay({ contacts: many })).toEqual([5, 5, 5, 5, 5, 5, 0])
})

test('a shop without hours still has a sheet of seven days', () => {
  const hours = Object.fromEntries(days.map((day) => [day, null]))
  const ownLines = [{ lineId: 1, part: 'opening', weekday: null, text: 'Fridges' }] as const
  expect(sheetLines(planWeek(facts({ hours, ownLines }), formatsOf('DE'))).map(({ day }) => day)).toEqual(
    days,
  )
})

const anyDay = fc.integer({ min: -10, max: 12 }).map((n) => addDays('2026-11-23', n))
const anyHours = fc.constantFrom(null, [], [['07:00', '19:00']] as const)

test('everything due in the week is on its sheet exactly once, whatever is closed', () => {
  fc.assert(
    fc.property(
      fc.array(anyDay, { maxLength: 10 }),
      fc.array(fc.tuple(anyDay, fc.nat(4)), { maxLength: 8 }),
      fc.array(anyHours, { minLength: 7, maxLength: 7 }),
      (pullDays, told, hours) => {
        const plan = planWeek(
          facts({
            hours: Object.fromEntries(days.map((day, i) => [day, hours[i]!])),
            pulls: pullDays.map((day, batchId) => ({ batchId, day, words: `#pull${batchId}#` })),
            promises: told.map(([day, earlier], promiseId) => ({
              promiseId,
              told: `${day}T10:00`,
              target: `${addDays(day, -earlier)}T10:00`,
              words: `#promise${promiseId}#`,
            })),
          }),
          formatsOf('DE'),
        )
        const text = sheetLines(plan)
          .map((line) => line.text)
          .join('\n')
        const times = (words: string) => text.split(words).length - 1
        pullDays.forEach((day, i) => expect(times(`#pull${i}#`)).toBe(day <= '2026-11-29' ? 1 : 0))
        told.forEach(([day, earlier], i) =>
          expect(times(`#promise${i}#`)).toBe(addDays(day, -earlier) <= '2026-11-29' ? 1 : 0),
        )
      },
    ),
    { numRuns },
  )
})

test('the printed sheet holds every line and code, escaped, without scripts or addresses', () => {
  const nasty = `<script>alert(1)</script> & "Süß" ${'long'.repeat(100)}`
  const plan = planWeek(
    facts({ shopName: nasty, ownLines: [{ lineId: 1, part: 'day', weekday: null, text: nasty }] }),
    formatsOf('DE'),
  )
  for (const paper of ['A4', 'Letter', 'A5'] as const) {
    const page = sheetHtml(plan, paper, formatsOf('DE'))
    for (const { code } of sheetLines(plan)) expect(page).toContain(code)
    expect(page.split('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Süß&quot;')).toHaveLength(9)
    expect(page).not.toMatch(/<script|https?:|<link|<img/)
    expect(page).toContain(`default-src 'none'; style-src 'unsafe-inline'; font-src data:`)
  }
})

test('a day without lines is a heading alone, and one without known hours says none', () => {
  const sheet = (given: Partial<WeekFacts>) =>
    sheetHtml(planWeek(facts(given), formatsOf('DE')), 'A4', formatsOf('DE'))
  const kinds = (text: string) => [...text.matchAll(/<table class="(\w+)"/g)].map(([, kind]) => kind)
  expect(kinds(sheet({}))).toEqual([...days.slice(1).map(() => 'day'), 'shut'])
  const oneLine = { ownLines: [{ lineId: 1, part: 'day', weekday: null, text: 'Fridges' }] } as const
  const unknown = sheet({ ...oneLine, hours: Object.fromEntries(days.map((day) => [day, null])) })
  expect(kinds(unknown)).toEqual(days.map(() => 'day'))
  expect(sheet({})).toMatch(/class="hours"\s*>closed</)
  expect(unknown).toMatch(/class="hours"\s*><\/span/)
})
