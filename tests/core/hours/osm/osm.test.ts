import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import OpeningHours from 'opening_hours'
import { expect, test } from 'vitest'
import { addDays, type Day, dayNumber, daysFrom } from '../../../../src/core/day.ts'
import { formatsOf } from '../../../../src/core/formats.ts'
import { importOsm } from '../../../../src/core/hours/osm/read.ts'
import { exportOsm } from '../../../../src/core/hours/osm/write.ts'
import { checkWeek } from '../../../../src/core/hours/week.ts'
import { runs } from '../../../support/runs.ts'
import { anyTold, isOpenAt, today } from '../told-cases.ts'

// The package reads the clock's zone; in UTC its minutes are the wall clock's.
process.env.TZ = 'UTC'

const validFrom = '2026-01-01'
const judge = (text: string) => new OpeningHours(text, null, { tag_key: 'opening_hours' } as never)
const at = (day: Day, minute: number) => new Date(Date.parse(`${day}T00:00:00Z`) + minute * 60_000)

test('the npm package opening_hours reads the exported text as the shop means it', () => {
  let asked = 0
  fc.assert(
    fc.property(anyTold, ({ week, specialDays, minutes }) => {
      const { text } = exportOsm([{ validFrom, week }], specialDays, today, formatsOf('DE'))!
      const judged = judge(text)
      for (const [day, minute] of minutes) {
        asked += 1
        const open = isOpenAt(week, specialDays, day, minute)
        if (judged.getState(at(day, minute)) !== open)
          throw new Error(`${text}: ${day} ${minute} should be ${open ? 'open' : 'closed'}`)
      }
    }),
    runs(40),
  )
  expect(asked).toBeGreaterThanOrEqual(2000)
})

test('the exported text is imported as the same hours', () => {
  fc.assert(
    fc.property(anyTold, ({ week, specialDays, minutes }) => {
      const { text } = exportOsm([{ validFrom, week }], specialDays, today, formatsOf('DE'))!
      const read = importOsm(text, today)
      if (!read.understood) throw new Error(`${text}: ${JSON.stringify(read.refused)}`)
      const days = read.specialDays.map((one, id) => ({
        ...one,
        id,
        until: null,
        reason: '',
        source: 'owner' as const,
      }))
      // An import leaves alone what began before its day.
      for (const [day, minute] of minutes.filter(([one]) => one > today))
        if (isOpenAt(read.week, days, day, minute) !== isOpenAt(week, specialDays, day, minute))
          throw new Error(`${text}: ${day} ${minute}`)
    }),
    runs(20),
  )
})

test('only what differs becomes a special day, too many are named, and a yearly day that is over is not told', () => {
  const read = importOsm('Mo-Su 08:00-18:00; 2027 Mar 01-2027 Mar 09 off', today)
  expect(read.understood && read.specialDays.map(({ from, to }) => [from, to])).toEqual([
    ['2027-03-01', '2027-03-09'],
  ])
  const singles = Array.from({ length: 41 }, (_, n) => addDays('2027-03-01', 2 * n)).map((day) =>
    new Date(day).toLocaleDateString('en-US', {
      year: 'numeric',
      month: 'short',
      day: '2-digit',
      timeZone: 'UTC',
    }),
  )
  const dates = singles.map((one) => one.replace(/(\w+) (\d+), (\d+)/, '$3 $1 $2 off'))
  const many = importOsm(['Mo-Su 08:00-18:00', ...dates].join('; '), today)
  expect(!many.understood && many.refused.map(({ part }) => part)).toEqual([dates.join('; ')])

  const eve = {
    id: 1,
    from: '2020-12-24',
    to: '2020-12-24',
    yearly: true,
    blocks: [],
    label: 'Eve',
    reason: '',
  }
  const mondays = { mon: [['08:00', '18:00']], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] } as const
  const told = (until: Day | null) =>
    exportOsm([{ validFrom, week: mondays }], [{ ...eve, until, source: 'owner' }], today, formatsOf('DE'))!
      .text
  expect([told(null), told(addDays(today, -2))]).toEqual(['Mo 08:00-18:00; Dec 24 off', 'Mo 08:00-18:00'])
})

const strings = readFileSync('tests/data/osm-hours/strings.txt', 'utf8')
  .split('\n')
  .filter((line) => /^[+-] /.test(line))
  .map((line) => ({ understood: line[0] === '+', text: line.slice(line.indexOf('\t') + 1) }))

test('a hundred texts as they are published are imported as opening_hours reads them, or refused', () => {
  const place = { lat: 52.5, lon: 13.4, address: { country_code: 'de', state: 'Berlin' } }
  expect(strings.length).toBeGreaterThanOrEqual(100)
  const wrong: string[] = []
  const step = process.env['WELLKEPT_DEEP'] ? 60 : 720
  for (const { text, understood } of strings) {
    const read = importOsm(text, today)
    if (read.understood !== understood) wrong.push(`${text}: ${JSON.stringify(read)}`)
    if (!read.understood) continue
    const judged = new OpeningHours(text, place, { tag_key: 'opening_hours' } as never)
    const isHoliday = (day: Day) => judged.getPublicHolidayContext(at(day, 720)).isHoliday
    const days = read.specialDays.map((one, id) => ({
      ...one,
      id,
      until: null,
      reason: '',
      source: 'owner' as const,
    }))
    for (const day of daysFrom(today, '2028-03-02')) {
      // What holds on public holidays is not imported; the import says so.
      if (text.includes('PH') && (isHoliday(day) || isHoliday(addDays(day, -1)))) continue
      for (let minute = (dayNumber(day) * 37) % step; minute < 1440; minute += step)
        for (const asked of [minute, minute - (minute % 15), (minute - (minute % 15) + 1439) % 1440])
          if (judged.getState(at(day, asked)) !== isOpenAt(read.week, days, day, asked))
            wrong.push(`${text}: ${day} ${asked}`)
    }
  }
  expect(wrong).toEqual([])
})

test('a date that its year does not have is refused, and not dropped', () => {
  const reasonOf = (dates: string) => {
    const read = importOsm(`Mo 09:00-12:00; ${dates} off`, today)
    return read.understood ? '' : read.refused.map(({ reason }) => reason).join(' ')
  }
  for (const dates of ['2027 Feb 29', '2027 Feb 20-29', '2027 Feb 27,2027 Feb 29', '2026 Dec 24-2027 Feb 29'])
    expect([dates, reasonOf(dates)]).toEqual([dates, 'Feb 2027 has no 29.'])
  for (const dates of ['Feb 29', '2028 Feb 29', '2027 Dec 24-2028 Feb 29', '2027 Feb', 'Feb 27-29'])
    expect([dates, reasonOf(dates)]).toEqual([dates, ''])
})

test('whatever is typed is understood or refused with its part and a sentence', () => {
  const words =
    'Mo We-Fr Su PH SH Dec 24 31 2026 2027 - , ; : || "x" + / 08:00 12:00 26:00 8 24/7 off open sunset ( [1] week ä'
  const piece = fc.constantFrom(...words.split(' '))
  const soup = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(' '))
  fc.assert(
    fc.property(fc.oneof(soup, fc.string()), (text) => {
      const read = importOsm(text, today)
      if (read.understood) expect(checkWeek(read.week)).toEqual({ ok: true, value: read.week })
      else
        for (const { part, reason } of read.refused) {
          expect(reason).toMatch(/^[^]+\.$/)
          expect(text).toContain(part.split('; ')[0])
        }
      expect(read.understood || read.refused.length > 0).toBe(true)
    }),
    runs(500),
  )
})
