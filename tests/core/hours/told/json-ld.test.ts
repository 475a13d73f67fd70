import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, isDay } from '../../../../src/core/day.ts'
import { jsonLd } from '../../../../src/core/hours/told/json-ld.ts'
import { closedWeek, weekdayNames, weekdayOf, weekdays } from '../../../../src/core/hours/week.ts'
import { runs } from '../../../support/runs.ts'
import { anyTold, isOpenAt, today } from '../told-cases.ts'

const shop = { name: 'Käse & Brot', address: 'Marktplatz 1, Berlin', email: 'shop@kaese.example', phone: '' }

interface Specification {
  readonly '@type': string
  readonly dayOfWeek?: readonly string[]
  readonly opens: string
  readonly closes: string
  readonly validFrom?: Day
  readonly validThrough?: Day
}

interface Told {
  readonly openingHoursSpecification: readonly Specification[]
  readonly specialOpeningHoursSpecification: readonly Specification[]
}

const isTime = (text: unknown): boolean =>
  typeof text === 'string' && /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(text)
const dayNames = new Set(weekdays.map((day) => `https://schema.org/${weekdayNames[day]}`))

/**
 * What is wrong with a value by the rules of https://schema.org/OpeningHoursSpecification and of the properties
 * openingHoursSpecification (Place) and specialOpeningHoursSpecification (Place): names, value types, formats.
 */
function problems(value: Record<string, unknown>): string[] {
  const found: string[] = []
  const texts = ['name', 'address', 'telephone', 'email']
  const lists = ['openingHoursSpecification', 'specialOpeningHoursSpecification']
  for (const key of Object.keys(value))
    if (!['@context', '@type', ...texts, ...lists].includes(key)) found.push(`LocalBusiness has no ${key}`)
  if (value['@context'] !== 'https://schema.org' || value['@type'] !== 'LocalBusiness') found.push('type')
  for (const key of texts)
    if (key in value && (typeof value[key] !== 'string' || value[key] === '')) found.push(`${key} is no text`)
  if (!('name' in value)) found.push('name is missing')
  for (const list of lists) {
    if (!Array.isArray(value[list])) found.push(`${list} is no list`)
    for (const one of value[list] as Record<string, unknown>[]) {
      const isSpecial = list.startsWith('special')
      const known = ['@type', 'dayOfWeek', 'opens', 'closes', 'validFrom', 'validThrough']
      for (const key of Object.keys(one)) if (!known.includes(key)) found.push(`${list} has no ${key}`)
      if (one['@type'] !== 'OpeningHoursSpecification') found.push(`${list}: type`)
      if (!isTime(one['opens']) || !isTime(one['closes'])) found.push(`${list}: no xsd:time`)
      if (one['opens'] === one['closes'] && one['opens'] !== '00:00:00')
        found.push(`${list}: neither open nor closed`)
      for (const key of ['validFrom', 'validThrough'])
        if ((isSpecial || key in one) && !isDay(one[key] as Day)) found.push(`${list}: ${key} is no date`)
      if (one['validThrough'] && (one['validFrom'] as Day) > (one['validThrough'] as Day))
        found.push(`${list}: ends before it begins`)
      const days = one['dayOfWeek'] as string[] | undefined
      if (!isSpecial && (!days || days.length === 0)) found.push(`${list}: no dayOfWeek`)
      if (days && (new Set(days).size < days.length || days.some((day) => !dayNames.has(day))))
        found.push(`${list}: no DayOfWeek`)
    }
  }
  return found
}

/** Whether it is open, as schema.org says it: a closing before its opening is on the next day. */
function isOpen(told: Told, day: Day, minute: number): boolean {
  const on = (one: Day): readonly Specification[] => {
    const holds = ({ validFrom, validThrough }: Specification) =>
      (validFrom ?? one) <= one && one <= (validThrough ?? one)
    const special = told.specialOpeningHoursSpecification.filter(holds)
    const name = `https://schema.org/${weekdayNames[weekdayOf(one)]}`
    return special.length > 0
      ? special
      : told.openingHoursSpecification.filter((usual) => holds(usual) && usual.dayOfWeek!.includes(name))
  }
  const seconds = (time: string) =>
    Number(time.slice(0, 2)) * 3600 + Number(time.slice(3, 5)) * 60 + Number(time.slice(6))
  const covers = (one: Day, at: number) =>
    on(one).some(({ opens, closes }) => {
      const [from, to] = [seconds(opens), seconds(closes)]
      return from !== to && from <= at && at < (to < from ? to + 86_400 : to)
    })
  return covers(day, minute * 60) || covers(addDays(day, -1), minute * 60 + 86_400)
}

test('what is told to search engines keeps the rules of schema.org and says the same open minutes', () => {
  fc.assert(
    fc.property(anyTold, ({ week, specialDays, minutes }) => {
      const text = jsonLd(shop, [{ validFrom: '2026-01-01', week }], specialDays, today)
      const value = JSON.parse(text) as Record<string, unknown> & Told
      expect(problems(value)).toEqual([])
      for (const [day, minute] of minutes.filter(([one]) => one <= addDays(today, 399)))
        if (isOpen(value, day, minute) !== isOpenAt(week, specialDays, day, minute))
          throw new Error(`${text}: ${day} ${minute}`)
    }),
    runs(40),
  )
})

test('versions, closed days, past midnight and around the clock are told in their forms', () => {
  const night = { ...closedWeek, fri: [['20:00', '02:00']] as const, sat: [['00:00', '00:00']] as const }
  const day = { ...closedWeek, mon: [['07:00', '12:00']] as const }
  const schedules = [
    { validFrom: '2027-01-01', week: day },
    { validFrom: '2026-01-01', week: night },
    { validFrom: '2025-01-01', week: day },
  ]
  const special = {
    id: 1,
    from: '2026-12-24',
    to: '2026-12-26',
    yearly: false,
    until: null,
    blocks: [],
    label: 'Christmas',
    reason: '',
    source: 'owner',
  } as const
  const of = (...names: string[]) => names.map((name) => `https://schema.org/${name}`)
  const type = { '@type': 'OpeningHoursSpecification' }
  const shut = { opens: '00:00:00', closes: '00:00:00' }
  const now = { validFrom: '2026-01-01', validThrough: '2026-12-31' }
  const later = { validFrom: '2027-01-01' }
  expect(JSON.parse(jsonLd(shop, schedules, [special], today))).toEqual({
    '@context': 'https://schema.org',
    '@type': 'LocalBusiness',
    name: 'Käse & Brot',
    address: 'Marktplatz 1, Berlin',
    email: 'shop@kaese.example',
    openingHoursSpecification: [
      { ...type, dayOfWeek: of('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Sunday'), ...now, ...shut },
      { ...type, dayOfWeek: of('Friday'), ...now, opens: '20:00:00', closes: '02:00:00' },
      { ...type, dayOfWeek: of('Saturday'), ...now, opens: '00:00:00', closes: '23:59:59' },
      { ...type, dayOfWeek: of('Monday'), ...later, opens: '07:00:00', closes: '12:00:00' },
      {
        ...type,
        dayOfWeek: of('Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'),
        ...later,
        ...shut,
      },
    ],
    specialOpeningHoursSpecification: [
      { ...type, validFrom: '2026-12-24', validThrough: '2026-12-26', ...shut },
    ],
  })
})

test('a name cannot end the script element it stands in', () => {
  const text = jsonLd({ ...shop, name: '</script><b>' }, [], [], today)
  expect(text).not.toContain('<')
  expect(JSON.parse(text)).toMatchObject({ name: '</script><b>' })
})
