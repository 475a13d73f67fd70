import { expect, test } from 'vitest'
import { importOsm } from '../../../../src/core/hours/osm/read.ts'
import { today } from '../told-cases.ts'

const times = {
  'Mo 08:00-10:00/02:00': 'Times that recur at intervals are not understood.',
  'Mo 08:00+': 'A closing time is missing: “+” leaves the end open.',
  'Mo 08:00-12:00+': 'A closing time is missing: “+” leaves the end open.',
  'Mo 08:00': 'After “08:00” a closing time is missing.',
  'Mo 08:00-Tu': 'After “08:00” a closing time is missing.',
  'Mo 08:00-sunset': 'Times that follow the sun are not understood. Write them as 08:00-18:00.',
  'Mo (sunrise-01:00)-12:00': 'Times that follow the sun are not understood. Write them as 08:00-18:00.',
  'Mo 25:00-26:00': '“25:00-26:00” are not hours of a day.',
  'Mo 08:00-49:00': '“08:00-49:00” are not hours of a day.',
  'Mo 10:00-34:00': '“10:00-34:00” would be 24 hours. Write 00:00-24:00 for whole days.',
}

const states = {
  'Mo unknown': 'Hours that are not known cannot be kept.',
  'Mo 08:00-12:00 "by phone"': '“by phone” is a condition: the hours hold only perhaps.',
  'Mo 08:00-12:00 || "x"': 'What holds otherwise, after “||”, is not understood.',
  'Mo 08:00-12:00 Tu 08:00-12:00': 'Before “Tu” a “;” is missing, or it stands in the wrong place.',
  Mo: 'It says no hours, such as 08:00-18:00.',
  'Mo x': '“x” is not understood.',
}

const dates = {
  '24 Dec off': 'Write the month first, “Dec 24”.',
  'Dec 24 2026 off': 'Write the year first, “2026 Dec 24”.',
  'week 1 Mo 08:00-12:00': 'Numbered weeks are not understood.',
  'easter off': 'Easter is not understood. Write the dates of each year.',
  '2026+ Dec 24 off': 'Years without an end are not understood.',
  '2026-2030/2 Dec 24 off': 'Years that recur are not understood.',
  '2027-2026 Dec 24 off': '2027-2026 ends before it begins.',
  '2026,Mo Dec 24 off': 'A year is missing.',
  '2026 Dec 24,31 off': 'Write the year and the month with every date, as “2026 Dec 24,2026 Dec 31”.',
  'Dec 24-2027 Jan 5 off': 'The year of the beginning is missing.',
  '2026 Dec 24-Jan 5 off': 'The end is before the beginning. Write the year of the end as well.',
  'Dec 24-20 off': 'The end is before the beginning. Write the month of the end as well.',
  'Dec 24-Su off': 'The end of the dates is not understood.',
  'Dec 24 +1 day off': 'Dates counted from another date are not understood.',
  'Dec 32 off': 'Dec has no 32.',
}

const weekdays = {
  'SH off': 'School holidays (SH) are not known here. Write their dates.',
  'PH +1 day off': 'Days before or after a public holiday are not understood.',
  'PH -1 day off': 'Days before or after a public holiday are not understood.',
  'Mo[1] 08:00-12:00': 'Numbered weekdays, such as the first Sunday of a month, are not understood.',
  'PH Mo off': 'Public holidays on certain weekdays are not understood.',
  'Mo-x 08:00-12:00': 'After “-” a weekday is missing.',
}

test.each(Object.entries({ ...times, ...states, ...dates, ...weekdays }))(
  '“%s” is refused as a whole: %s',
  (part, reason) => {
    expect(importOsm(part, today)).toEqual({ understood: false, refused: [{ part, reason }] })
    const amid = importOsm(`Fr 08:00-12:00; ${part}; Sa off`, today)
    expect(amid).toEqual({ understood: false, refused: [{ part, reason }] })
  },
)

test('every part that is not understood is named with its own reason', () => {
  expect(importOsm('Mo 08:00-12:00; Tu 26:00-27:00; We "x"', today)).toEqual({
    understood: false,
    refused: [
      { part: 'Tu 26:00-27:00', reason: '“26:00-27:00” are not hours of a day.' },
      { part: 'We "x"', reason: '“x” is a condition: the hours hold only perhaps.' },
    ],
  })
})

test('a text without a word, and one that is too long, are refused', () => {
  expect(importOsm('  ', today)).toEqual({
    understood: false,
    refused: [{ part: '', reason: 'Nothing is written here.' }],
  })
  const days = (length: number) => 'Mo 08:00-12:00; '.padEnd(length - 6) + 'Su off'
  expect(importOsm(days(2000), today).understood).toBe(true)
  expect(importOsm(days(2001), today)).toEqual({
    understood: false,
    refused: [{ part: `${'Mo 08:00-12:00; '.padEnd(40)}…`, reason: 'Use at most 2000 characters.' }],
  })
})
