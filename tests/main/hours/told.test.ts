import { expect, test } from 'vitest'
import { papers } from '../../../src/core/paper.ts'
import { type TestShop, testShop } from '../../support/shop.ts'

const day = [
  ['07:00', '12:00'],
  ['14:00', '19:00'],
] as [string, string][]
const week = {
  mon: day,
  tue: day,
  wed: day,
  thu: day,
  fri: day,
  sat: [['08:00', '14:00']] as [string, string][],
}

async function shopWithHours(now = '2026-11-23T05:30:00Z'): Promise<TestShop> {
  const t = await testShop({ now })
  await t.call('shop.change', { name: 'Käse & Brot', address: 'Marktplatz 1', email: 'shop@kaese.example' })
  await t.call('hours.setSchedule', { validFrom: '2026-01-01', week })
  await t.call('hours.setSpecialDay', {
    day: '2026-12-24',
    blocks: [['08:00', '12:00']],
    label: 'Christmas Eve',
  })
  await t.call('hours.setSpecialDay', {
    day: '2026-12-25',
    to: '2026-12-26',
    closed: true,
    label: 'Christmas',
  })
  return t
}

/** The words of a sign, without its markup. */
const words = (html: string): string =>
  html
    .replace(/<style>[^]*?<\/style>|<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()

test('the hours are told as OpenStreetMap writes them', async () => {
  const t = await shopWithHours()
  expect(await t.call('hours.osm', {})).toEqual({
    text: 'Mo-Fr 07:00-12:00,14:00-19:00; Sa 08:00-14:00; 2026 Dec 24 08:00-12:00; 2026 Dec 25-26 off',
    notSaid: [],
  })
  await t.call('hours.setSchedule', { validFrom: '2027-01-04', week: { mon: day } })
  await t.call('hours.setSpecialDay', {
    day: '2026-12-31',
    yearly: true,
    blocks: [['20:00', '03:00']],
    label: 'New Year',
  })
  expect(await t.call('hours.osm', {})).toEqual({
    text:
      'Mo-Fr 07:00-12:00,14:00-19:00; Sa 08:00-14:00; 2026 Dec 24 08:00-12:00; 2026 Dec 25-26 off; ' +
      '2026 Dec 31 20:00-03:00; 2027 Jan 01 00:00-03:00,07:00-12:00,14:00-19:00; 2027 Dec 31 20:00-03:00; ' +
      '2028 Jan 01 00:00-03:00,08:00-14:00',
    notSaid: [
      'From Monday 4 January 2027 on other weekly hours hold. Give this text out again then.',
      '“New Year” is written out up to 2027 only, not for every year.',
    ],
  })
})

test('an OSM text is read as weekly hours and special days, or refused part by part', async () => {
  const t = await shopWithHours()
  expect(await t.call('hours.osm', { text: 'Mo,We 20:00-02:00; Dec 25 off "Christmas"; PH off' })).toEqual({
    understood: false,
    refused: [
      {
        part: 'Dec 25 off "Christmas"',
        reason:
          'It may cut off the hours after midnight of the evening before. Let that evening end at 24:00, or write its hours out.',
      },
    ],
  })
  expect(await t.call('hours.osm', { text: 'Mo-We 09:00-12:00; Dec 25 off "Christmas"; PH off' })).toEqual({
    understood: true,
    week: {
      mon: [['09:00', '12:00']],
      tue: [['09:00', '12:00']],
      wed: [['09:00', '12:00']],
      thu: [],
      fri: [],
      sat: [],
      sun: [],
    },
    specialDays: [{ from: '2026-12-25', to: '2026-12-25', yearly: true, blocks: [], label: 'Christmas' }],
    notes: ['“PH off” is also for public holidays. Decide them under Holidays: nothing was set for them.'],
  })
  expect(await t.call('hours.osm', { text: 'Mo sunrise-12:00; Tu 10:00+; hello' })).toEqual({
    understood: false,
    refused: [
      {
        part: 'Mo sunrise-12:00',
        reason: 'Times that follow the sun are not understood. Write them as 08:00-18:00.',
      },
      { part: 'Tu 10:00+', reason: 'A closing time is missing: “+” leaves the end open.' },
      { part: 'hello', reason: '“hello” is not understood.' },
    ],
  })
})

test('the door sign says the week and the special days to come, on each paper', async () => {
  const t = await shopWithHours()
  for (const paper of papers) {
    const { html } = await t.call('hours.sign', { paper })
    expect(html).toMatch(/^<!doctype html>/)
    expect(html).not.toMatch(/<script|<link|https?:\/\//)
    expect(words(html)).toBe(
      'Käse & Brot – Opening hours Käse & Brot Opening hours Monday–Friday 07:00–12:00 14:00–19:00 ' +
        'Saturday 08:00–14:00 Sunday closed Special days Thursday 24 December Christmas Eve 08:00–12:00 ' +
        'Friday 25 December – Saturday 26 December Christmas closed As of Monday 23 November 2026',
    )
  }
})

test('the holiday notice puts the special days first', async () => {
  const t = await shopWithHours()
  const { html } = await t.call('hours.sign', { paper: 'A5', kind: 'holidays' })
  expect(words(html)).toContain('Special days Thursday 24 December Christmas Eve 08:00–12:00')
  expect(words(html)).toContain('Usual hours Monday–Friday')
  t.now = Date.parse('2026-08-01T08:00:00Z')
  expect(await t.problem('hours.sign', { paper: 'A5', kind: 'holidays' })).toEqual({
    code: 'no-special-days',
    message: 'There are no special days in the next 60 days. Set one first.',
  })
})

test('a pause is told by its sign and notice until it is over', async () => {
  const t = await shopWithHours()
  expect(await t.problem('hours.sign', { paper: 'A5', kind: 'pause' })).toEqual({
    code: 'no-pause',
    message: 'No pause is running. Say when you are back.',
    field: 'at',
  })
  t.now = Date.parse('2026-11-23T06:00:00Z')
  await t.call('hours.log', { event: 'open' })
  t.now = Date.parse('2026-11-23T09:00:00Z')
  await t.call('hours.pause', { until: '10:30', note: 'At the bank' })
  const { html } = await t.call('hours.sign', { paper: 'A5', kind: 'pause' })
  expect(words(html)).toContain('Back at 10:30 At the bank Monday 23 November 2026')
  expect(await t.call('hours.notice', { kind: 'pause' })).toEqual({
    text: 'We are out for a moment and back at 10:30. At the bank.',
    dated: 'On Monday 23 November we are closed for a while and back at 10:30. At the bank.',
  })
  await t.call('hours.endPause', {})
  expect(await t.problem('hours.notice', { kind: 'pause' })).toMatchObject({ code: 'no-pause' })
})

test('a late opening is told before it and after it, without an excuse', async () => {
  const t = await shopWithHours()
  expect(await t.problem('hours.notice', { kind: 'late' })).toEqual({
    code: 'not-late',
    message: 'No late opening is logged today. Say when you open.',
    field: 'at',
  })
  expect(await t.call('hours.notice', { kind: 'late', at: '07:20' })).toMatchObject({
    text: 'We open at 07:20 today instead of 07:00. We are sorry.',
  })
  const { html } = await t.call('hours.sign', { paper: 'A4', kind: 'late', at: '07:20' })
  expect(words(html)).toContain('We open at 07:20 today. We are sorry.')
  t.now = Date.parse('2026-11-23T06:22:00Z')
  await t.call('hours.log', { event: 'open', reason: 'The bus' })
  const after = await t.call('hours.sign', { paper: 'A4', kind: 'late' })
  expect(words(after.html)).toContain('We opened at 07:22 today. We are sorry.')
  expect(await t.call('hours.notice', { kind: 'late' })).toEqual({
    text: 'We opened at 07:22 today instead of 07:00. We are sorry to everyone who waited.',
    dated: 'On Monday 23 November we opened at 07:22 instead of 07:00. We are sorry to everyone who waited.',
  })
})

test('the voicemail says the hours and the special days of the next weeks', async () => {
  const t = await shopWithHours('2026-12-10T08:00:00Z')
  expect((await t.call('hours.voicemail', {})).text).toBe(
    [
      'Hello, you have reached Käse & Brot. Nobody can take your call at the moment.',
      'We are open Monday to Friday from 07:00 to 12:00 and from 14:00 to 19:00, Saturday from 08:00 to 14:00. We are closed on Sunday.',
      'On Thursday 24 December we are open from 08:00 to 12:00.',
      'From Friday 25 December to Saturday 26 December we are closed.',
      'Please leave your name and number after the tone. Goodbye.',
    ].join('\n'),
  )
})

test('the newsletter prints the same special days, and a late notice as a text', async () => {
  const t = await shopWithHours()
  t.now = Date.parse('2026-11-23T06:22:00Z')
  await t.call('hours.log', { event: 'open' })
  const { dated } = await t.call('hours.notice', { kind: 'late' })
  const blocks = [{ kind: 'text', text: dated } as const, { kind: 'hours' } as const]
  const { id: issueId } = await t.call('newsletter.create', { month: '2026-12' })
  await t.call('newsletter.save', { issueId, subject: 'December', blocks })
  const { text } = await t.call('newsletter.preview', { issueId })
  expect(text).toContain(dated)
  expect(text).toContain('Special days\nThursday 24 December')
  expect(text).toContain('08:00–12:00 (Christmas Eve)')
})

test('without hours nothing is told', async () => {
  const t = await testShop()
  for (const [name, input] of [
    ['hours.osm', {}],
    ['hours.jsonLd', {}],
    ['hours.voicemail', {}],
    ['hours.sign', { paper: 'A4' }],
  ] as const)
    expect(await t.problem(name, input)).toMatchObject({ code: 'no-hours' })
})
