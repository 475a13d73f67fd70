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
  pickUps: [],
  contacts: [],
  contactsFrom: '2026-11-23',
  now: '2026-12-21T09:00',
  ...given,
})

/** A promise in hours that end by midnight. */
const due = (promiseId: number, target: string, told: string, words: string) => ({
  promiseId,
  target,
  told,
  targetDay: target.slice(0, 10),
  toldDay: told.slice(0, 10),
  words,
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
    due(1, '2026-11-24T16:00', '2026-11-25T12:00', 'Cake, for Ana'),
    due(2, '2026-11-20T16:00', '2026-11-24T12:00', 'Chair, for Bo'),
    due(3, '2026-11-30T16:00', '2026-12-02T12:00', 'Not this week'),
  ]
  expect(textsOn({ promises }, '2026-11-24')).toEqual([
    'opening: Open at 07:00',
    'day: By 12:00: Chair, for Bo; our own date was Fri 20 Nov',
    'day: By 16:00: Cake, for Ana; the customer was told Wed 25 Nov 12:00',
    'closing: Close at 19:00',
  ])
  expect(textsOn({ promises }, null)).toEqual([])
  expect(textsOn({ promises }, '2026-11-25')).toEqual([
    'opening: Open at 07:00',
    'day: To hand over at 12:00: Cake, for Ana',
    'closing: Close at 19:00',
  ])
})

test('what is made in the week is handed over on its day, by the day alone where no hour was told', () => {
  const promises = [
    due(1, '2026-11-26T16:00', '2026-11-28T23:59', 'Cake, for Ana'),
    due(2, '2026-11-28T08:00', '2026-11-28T09:00', 'Rolls, for Bo'),
    due(3, '2026-11-20T08:00', '2026-11-28T09:30', 'Chair, for Cy'),
  ]
  expect(textsOn({ promises }, '2026-11-28').slice(1, -1)).toEqual([
    'day: By 08:00: Rolls, for Bo; the customer was told 09:00',
    'day: By 09:30: Chair, for Cy; our own date was Fri 20 Nov',
    'day: To hand over: Cake, for Ana',
  ])
})

test('what is promised for after midnight stands on the day whose hours it is in, and says the next day', () => {
  const night = [['20:00', '02:00']] as const
  const hours = Object.fromEntries(days.map((day) => [day, night]))
  const late = { targetDay: '2026-11-25', toldDay: '2026-11-25', told: '2026-11-26T00:30' }
  const promises = [
    { ...late, promiseId: 1, target: '2026-11-26T00:30', words: 'Cake' },
    { ...late, promiseId: 2, target: '2026-11-25T22:30', words: 'Pie' },
  ]
  const pickUps = [{ promiseId: 3, told: '2026-11-26T00:45', toldDay: '2026-11-25', words: 'Bread' }]
  expect(textsOn({ hours, promises, pickUps }, '2026-11-25')).toEqual([
    'opening: Open at 20:00',
    'day: By 22:30: Pie; the customer was told 00:30 the next day',
    'day: By 00:30 the next day: Cake',
    'day: Ready to hand over, told 00:45 the next day: Bread',
    'closing: Close at 02:00 the next day',
  ])
  expect(textsOn({ hours, promises, pickUps }, '2026-11-26')).toHaveLength(2)
})

test('what is ready is handed over on the day the customer was told, all that has a time in its order', () => {
  const hours = {
    ...facts().hours,
    '2026-11-24': [
      ['08:00', '12:00'],
      ['14:00', '18:00'],
    ] as const,
    '2026-11-29': [],
  }
  const pickUp = (promiseId: number, told: string, words: string) => ({
    promiseId,
    told,
    toldDay: told.slice(0, 10),
    words,
  })
  const pickUps = [
    pickUp(1, '2026-11-24T12:00', 'Cake, for Ana'),
    pickUp(2, '2026-11-24T23:59', 'Chair, for Bo'),
    pickUp(3, '2026-11-29T10:00', 'Lamp, for Cy'),
  ]
  const promises = [
    due(4, '2026-11-24T14:00', '2026-11-24T14:00', 'Pie'),
    due(5, '2026-11-24T09:00', '2026-11-24T09:00', 'Rolls'),
  ]
  const pulls = [{ batchId: 1, day: '2026-11-24', words: 'Milk' }]
  expect(textsOn({ hours, pickUps, promises, pulls }, '2026-11-24')).toEqual([
    'opening: Open at 08:00',
    'day: Pull Milk',
    'day: By 09:00: Rolls',
    'day: Ready to hand over, told 12:00: Cake, for Ana',
    'day: Close at 12:00',
    'day: Open again at 14:00',
    'day: By 14:00: Pie',
    'day: Ready to hand over: Chair, for Bo',
    'closing: Close at 18:00',
  ])
  expect(textsOn({ hours, pickUps }, '2026-11-28')).toContain(
    'day: Ready to hand over, told Sun 29 Nov 10:00: Lamp, for Cy',
  )
})

test('what is from before the week is overdue only once the told moment has passed', () => {
  const promises = [
    due(1, '2026-11-20T10:00', '2026-11-20T12:00', 'Pie'),
    due(2, '2026-11-21T10:00', '2026-11-21T12:00', 'Cake'),
    due(3, '2026-11-22T23:59', '2026-11-22T23:59', 'Bread'),
  ]
  const pulls = [
    { batchId: 1, day: '2026-11-19', words: 'Milk' },
    { batchId: 2, day: '2026-11-21', words: 'Tea' },
  ]
  expect(textsOn({ promises, pulls, now: '2026-11-20T16:00' }, null)).toEqual([
    'day: Overdue since Fri 20 Nov 2026: Pie',
    'day: By Sat 21 Nov 12:00: Cake',
    'day: By Sun 22 Nov: Bread',
    'day: Pull Milk',
    'day: Pull Tea (pull day Sat 21 Nov)',
  ])
})

test('what waits from before the week comes first, and a long tail is one line', () => {
  const some = (length: number) =>
    Array.from({ length }, (_, i) => ({ batchId: i, day: '2026-11-20', words: `Batch ${i}` }))
  const left = textsOn({ pulls: some(15) }, null)
  expect(left).toHaveLength(13)
  expect(left.at(-1)).toBe('day: 3 more batches from before this week: go through them in Wellkept')
  expect(textsOn({ pulls: some(13) }, null).at(-1)).toBe(
    'day: 1 more batch from before this week: go through it in Wellkept',
  )
  const promises = Array.from({ length: 1300 }, (_, i) =>
    due(i, '2026-11-20T10:00', '2026-11-20T12:00', `${i}`),
  )
  expect(textsOn({ promises }, null).at(-1)).toBe(
    'day: 1.288 more promises from before this week: go through them in Wellkept',
  )
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
            promises: told.map(([day, earlier], promiseId) =>
              due(promiseId, `${addDays(day, -earlier)}T10:00`, `${day}T10:00`, `#promise${promiseId}#`),
            ),
            pickUps: pullDays.map((day, promiseId) => ({
              promiseId: 100 + promiseId,
              told: `${day}T10:00`,
              toldDay: day,
              words: `#pickup${promiseId}#`,
            })),
          }),
          formatsOf('DE'),
        )
        const texts = sheetLines(plan).map((line) => line.text)
        const isHandedOver = (line: string) => line.startsWith('To hand over')
        const text = texts.filter((line) => !isHandedOver(line)).join('\n')
        const handedOver = texts.filter(isHandedOver).join('\n')
        const times = (words: string) => text.split(words).length - 1
        pullDays.forEach((day, i) => expect(times(`#pull${i}#`)).toBe(day <= '2026-11-29' ? 1 : 0))
        const isOfWeek = (day: string) => day >= '2026-11-23' && day <= '2026-11-29'
        pullDays.forEach((day, i) => expect(times(`#pickup${i}#`)).toBe(isOfWeek(day) ? 1 : 0))
        told.forEach(([day, earlier], i) =>
          expect(times(`#promise${i}#`)).toBe(addDays(day, -earlier) <= '2026-11-29' ? 1 : 0),
        )
        // Once more on the day the customer comes, where the week holds both days.
        told.forEach(([day, earlier], i) =>
          expect(handedOver.includes(`#promise${i}#`)).toBe(
            earlier > 0 && addDays(day, -earlier) >= '2026-11-23' && day <= '2026-11-29',
          ),
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

test('what must be known of a customer stands framed and in words on each line of their promises, escaped and whole', () => {
  const mustKnow = `Nut <b>allergy</b> & "sesame" ${'long'.repeat(40)}`
  const one = (id: number, target: string, told: string) => ({ ...due(id, target, told, 'Cake'), mustKnow })
  const given = {
    promises: [
      one(1, '2026-11-24T15:00', '2026-11-24T17:00'),
      one(2, '2026-11-25T15:00', '2026-11-26T17:00'),
      one(3, '2026-11-20T15:00', '2026-11-20T17:00'),
      due(4, '2026-11-24T16:00', '2026-11-24T17:00', 'Bread'),
    ],
    pickUps: [{ promiseId: 5, told: '2026-11-27T17:00', toldDay: '2026-11-27', words: 'Tart', mustKnow }],
  }
  const plan = planWeek(facts(given), formatsOf('DE'))
  const known = sheetLines(plan).filter((line) => line.mustKnow !== undefined)
  expect(known.map((line) => [line.day, line.mustKnow])).toEqual(
    [null, '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'].map((day) => [day, mustKnow]),
  )
  for (const paper of ['A4', 'Letter', 'A5'] as const) {
    const page = sheetHtml(plan, paper, formatsOf('DE'))
    const said = `! Must know: Nut &lt;b&gt;allergy&lt;/b&gt; &amp; &quot;sesame&quot; ${'long'.repeat(40)}</b>`
    expect(page.split(said)).toHaveLength(6)
    expect(page).not.toContain('<b>allergy')
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
