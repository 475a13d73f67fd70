import Holidays from 'date-holidays'
import { expect, test } from 'vitest'
import { hasHolidays } from '../../src/core/hours/holidays/countries.ts'
import { holidaysIn, regionsOf } from '../../src/main/hours/holiday-data.ts'
import { testShop } from '../support/shop.ts'

const week = () => {
  const day: [string, string][] = [['07:00', '19:00']]
  return { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day }
}

/** A shop in Bavaria on a Monday in November, with its hours. */
async function bavaria(now = '2026-11-23T08:00:00Z') {
  const t = await testShop({ now })
  await t.call('shop.change', { region: 'BY' })
  await t.call('hours.setSchedule', { validFrom: '2026-01-01', week: week() })
  return t
}

const holiday = async (t: Awaited<ReturnType<typeof testShop>>, day: string) =>
  (await t.call('hours.holidays', { year: Number(day.slice(0, 4)) })).find((one) => one.day === day)

test.each([
  ['DE', 'BY', '2027-03-29', 'Easter Monday', 'Ostermontag', 'public'],
  ['DE', 'BY', '2027-05-27', 'Corpus Christi', 'Fronleichnam', 'public'],
  ['DE', 'BY', '2026-12-24', 'Christmas Eve', 'Heiliger Abend', 'bank'],
  ['DE', 'BE', '2027-03-08', "International Women's Day", 'Internationaler Frauentag', 'public'],
  ['DE', 'BY.A', '2026-08-08', 'Augsburg Peace Festival', 'Augsburger Friedensfest', 'public'],
  ['US', '', '2026-11-26', 'Thanksgiving Day', 'Thanksgiving Day', 'public'],
  [
    'US',
    '',
    '2027-07-05',
    'Independence Day (substitute day)',
    'Independence Day (substitute day)',
    'public',
  ],
  ['US', 'CA', '2026-11-27', 'Day after Thanksgiving Day', 'Day after Thanksgiving Day', 'public'],
  ['GB', 'SCT', '2026-11-30', 'St Andrew’s Day', 'St Andrew’s Day', 'public'],
  ['GB', '', '2027-05-03', 'Early May bank holiday', 'Early May bank holiday', 'public'],
  ['FR', '', '2027-07-14', 'Bastille Day', 'Fête Nationale de la France', 'public'],
  ['JP', '', '2027-03-22', 'Spring Equinox Day (substitute day)', '春分の日 (振替休日)', 'public'],
  ['BR', '', '2027-02-09', 'Carnival', 'Carnaval', 'bank'],
  ['BR', '', '2027-02-10', 'Carnival', 'Carnaval', 'optional'],
  ['BR', 'SP.SP', '2027-01-25', 'City Birthday', 'Aniversário da Cidade', 'public'],
  ['IN', '', '2027-01-26', 'Republic Day', 'Republic Day', 'public'],
  ['AU', 'NSW', '2027-04-26', 'Anzac Day (substitute day)', 'Anzac Day (substitute day)', 'public'],
  ['CH', 'ZH', '2027-08-01', 'Bundesfeiertag', 'Bundesfeiertag', 'public'],
  ['CA', 'QC', '2027-06-24', 'National Holiday', 'National Holiday', 'public'],
  ['CN', '', '2027-02-06', 'Spring Festival', '春节', 'public'],
  ['SA', '', '2027-03-12', 'End of Ramadan (Eid al-Fitr)', 'عيد الفطر', 'public'],
  ['IL', '', '2027-10-11', 'Day of Atonement (Yom Kippur)', 'יום כיפור', 'public'],
])('%s %s: %s is %s', async (country, region, day, name, localName, type) => {
  const days = await holidaysIn({ country, region }, Number(day.slice(0, 4)))
  expect(days.find((one) => one.day === day)).toMatchObject({ name, localName, type })
})

test.each([
  ['DE', 'BE', '2027-05-27'],
  ['GB', '', '2026-11-30'],
  ['US', '', '2026-11-27'],
])('%s %s: %s is no holiday', async (country, region, day) => {
  const days = await holidaysIn({ country, region }, Number(day.slice(0, 4)))
  expect(days.find((one) => one.day === day && one.type === 'public')).toBeUndefined()
})

test('every country and region on file has its year, in order and within it', async () => {
  const countries = Object.keys(new Holidays().getCountries())
  for (const country of countries) {
    expect(hasHolidays(country), country).toBe(true)
    const days = await holidaysIn({ country, region: '' }, 2027)
    expect(days.length, country).toBeGreaterThan(0)
    expect(days.map(({ day }) => day)).toEqual([...new Set(days.map(({ day }) => day))].toSorted())
    for (const { day, name, localName } of days)
      expect({ year: day.slice(0, 4), named: name !== '' && localName !== '' }, country).toEqual({
        year: '2027',
        named: true,
      })
  }
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const known = letters.flatMap((a) => letters.map((b) => a + b)).filter(hasHolidays)
  expect(known).toEqual(countries.toSorted())
})

test('every region can be chosen for its shop', async () => {
  const t = await testShop()
  for (const country of ['DE', 'US', 'NZ', 'GT', 'CK', 'BR']) {
    const regions = await t.call('hours.regions', { country })
    expect(regions.length, country).toBeGreaterThan(2)
    for (const { region } of regions) await t.call('shop.change', { country, region })
  }
})

test('regions are named, and a country that is one has none', async () => {
  const t = await testShop()
  const regions = await t.call('hours.regions', {})
  expect(regions).toContainEqual({ region: 'BY', name: 'Bayern' })
  expect(regions).toContainEqual({ region: 'BY.A', name: 'Bayern: Stadt Augsburg' })
  expect(await regionsOf('JP')).toEqual([])
})

test('a region belongs to its country, and goes with another one', async () => {
  const t = await bavaria()
  expect(await t.problem('shop.change', { region: 'ZH' })).toEqual({
    code: 'no-region',
    message:
      'There is no region ZH in DE with public holidays of its own. Nothing was changed. Choose one of the list, or none.',
    field: 'region',
  })
  expect(await t.problem('shop.change', { country: 'FR', region: 'BY' })).toMatchObject({ code: 'no-region' })
  expect((await t.call('shop.change', { phone: '089' })).region).toBe('BY')
  expect(await t.call('shop.change', { country: 'CH' })).toMatchObject({ country: 'CH', region: '' })
})

test('a country without data says so in words', async () => {
  const t = await testShop()
  await t.call('shop.change', { country: 'BT' })
  expect(await t.problem('hours.holidays', { year: 2027 })).toEqual({
    code: 'no-holidays',
    message: 'The public holidays of Bhutan are not on file. Enter each day you know as a special day.',
  })
})

test('closed on a holiday makes it a special day; hours change it; as usual takes it away; undo brings it back', async () => {
  const t = await bavaria()
  const day = '2027-05-27'
  const plain = { day, name: 'Corpus Christi', localName: 'Fronleichnam', type: 'public', from: null }
  expect(await holiday(t, day)).toEqual({ ...plain, decision: 'undecided' })

  const closed = await t.answer('hours.decideHoliday', { day, name: 'Corpus Christi', decision: 'closed' })
  expect(closed.act?.says).toBe('Corpus Christi, Thursday 27 May 2027: closed')
  const after = await holiday(t, day)
  expect(after).toEqual({ ...plain, decision: 'closed', specialDayId: expect.any(Number) })
  expect(closed.result).toEqual({ ok: true, value: after })

  const blocks: [string, string][] = [['10:00', '14:00']]
  await t.call('hours.decideHoliday', { day, name: 'Fronleichnam', decision: 'hours', blocks })
  expect(await holiday(t, day)).toEqual({ ...after, decision: 'hours', blocks })
  const { specialDays } = await everything(t)
  expect(specialDays).toEqual([
    {
      id: after!.specialDayId,
      fromDay: day,
      toDay: day,
      yearly: 0,
      untilDay: null,
      blocks: '[["10:00","14:00"]]',
      label: 'Fronleichnam',
      reason: '',
      source: 'holiday',
      closedSinceMs: null,
      closedUntilMs: null,
    },
  ])

  await t.call('hours.decideHoliday', { day, name: 'Corpus Christi', decision: 'as usual' })
  expect(await holiday(t, day)).toEqual({ ...plain, decision: 'as usual' })
  expect((await everything(t)).specialDays).toEqual([])

  await t.call('shop.undo', {})
  expect(await everything(t)).toMatchObject({ specialDays, holidaysAsUsual: [] })
})

/** The tables that decisions are kept in. */
const everything = async ({ shop }: Awaited<ReturnType<typeof testShop>>) => ({
  specialDays: await shop.reader.selectFrom('specialDays').selectAll().execute(),
  holidaysAsUsual: await shop.reader.selectFrom('holidaysAsUsual').selectAll().execute(),
  holidayYears: await shop.reader.selectFrom('holidayYears').selectAll().orderBy('year').execute(),
})

test.each(['closed', 'as usual', 'hours'] as const)(
  '%s, decided twice, changes nothing more',
  async (decision) => {
    const t = await bavaria()
    const input = {
      day: '2026-12-25',
      name: 'Christmas Day',
      decision,
      ...(decision === 'hours' && { blocks: [['10:00', '12:00']] }),
    }
    expect((await t.answer('hours.decideHoliday', input)).act).toBeDefined()
    const before = await everything(t)
    const again = await t.answer('hours.decideHoliday', input)
    expect(again.result.ok).toBe(true)
    expect(again.act).toBeUndefined()
    expect(await everything(t)).toEqual(before)
  },
)

test('each year is decided anew', async () => {
  const t = await bavaria()
  await t.call('hours.decideHoliday', { day: '2026-12-25', name: 'Christmas Day', decision: 'closed' })
  expect((await holiday(t, '2026-12-25'))?.decision).toBe('closed')
  expect((await holiday(t, '2027-12-25'))?.decision).toBe('undecided')
})

test('all that is still undecided of a year is decided at once, and undone at once', async () => {
  const t = await bavaria()
  await t.call('hours.decideHoliday', { day: '2027-01-06', name: 'Epiphany', decision: 'as usual' })
  const { act, result } = await t.answer('hours.decideHolidays', { year: 2027, decision: 'closed' })
  expect(result).toEqual({ ok: true, value: { decided: 11 } })
  expect(act?.says).toBe('11 public holidays of 2027: closed')
  const days = await t.call('hours.holidays', { year: 2027 })
  expect(days.filter(({ type }) => type === 'public').map(({ decision }) => decision)).toEqual([
    'closed',
    'as usual',
    ...Array.from({ length: 10 }, () => 'closed'),
  ])
  expect(days.filter(({ type }) => type !== 'public').map(({ decision }) => decision)).toEqual([
    'undecided',
    'undecided',
  ])
  await t.call('shop.undo', {})
  expect((await everything(t)).specialDays).toEqual([])
})

test('days gone by are not decided in a heap', async () => {
  const t = await bavaria()
  expect(await t.call('hours.decideHolidays', { year: 2026, decision: 'closed' })).toEqual({ decided: 2 })
  expect((await holiday(t, '2026-05-01'))?.decision).toBe('undecided')
})

test('the owner’s own special day stands, and is told', async () => {
  const t = await bavaria()
  const { id } = await t.call('hours.setSpecialDay', {
    day: '2026-12-24',
    to: '2027-01-02',
    closed: true,
    label: 'Winter break',
  })
  expect(await holiday(t, '2026-12-25')).toMatchObject({ decision: 'closed', specialDayId: id })
  expect(
    await t.problem('hours.decideHoliday', {
      day: '2026-12-25',
      name: 'Christmas Day',
      decision: 'as usual',
    }),
  ).toEqual({
    code: 'own-day',
    message:
      'Your special day “Winter break” already settles Friday 25 December 2026. Nothing was changed. Change or remove that day.',
    field: 'day',
  })
})

test.each([
  [{ day: '2026-12-23', name: 'Christmas Day', decision: 'closed' }, 'no-holiday', 'day'],
  [{ day: '2026-12-25', name: 'Easter', decision: 'closed' }, 'no-holiday', 'day'],
  [{ day: '1026-12-25', name: 'Christmas Day', decision: 'closed' }, 'bad-input', 'day'],
  [{ day: '2026-12-25', name: 'Christmas Day', decision: 'hours' }, 'no-hours', 'blocks'],
  [
    { day: '2026-12-25', name: 'Christmas Day', decision: 'hours', blocks: [['10:00', '10:00']] },
    'whole-day',
    'blocks',
  ],
  [
    { day: '2026-12-25', name: 'Christmas Day', decision: 'hours', blocks: [['20:00', '08:00']] },
    'overlap',
    'blocks',
  ],
])('%j is refused: %s', async (input, code, field) => {
  const t = await bavaria()
  const before = await everything(t)
  expect(await t.problem('hours.decideHoliday', input)).toMatchObject({ code, field })
  expect(await everything(t)).toEqual(before)
})

test('Today asks after a year nobody looked over, then after each holiday ahead, then no more', async () => {
  const t = await bavaria()
  const asked = async () => (await t.call('today.list', {})).items.find(({ id }) => id === 'holidays')
  const item = { id: 'holidays', harm: 'holidays', actions: [{ label: 'Go to Hours', page: '/hours' }] }
  expect(await asked()).toEqual({
    ...item,
    title: 'The public holidays of 2026 and 2027',
    reason: 'closed, hours of their own, or open as usual? Not decided yet',
  })
  await t.call('hours.decideHolidays', { year: 2027, decision: 'closed' })
  // Boxing Day is a Saturday; on Sundays the shop is closed anyway.
  expect(await asked()).toEqual({
    ...item,
    title: 'Christmas Day and 1 more public holiday',
    reason: 'Friday 25 December: closed, hours of its own, or open as usual?',
  })
  await t.call('hours.decideHoliday', { day: '2026-12-26', name: 'Boxing Day', decision: 'as usual' })
  expect((await asked())?.title).toBe('Christmas Day')
  await t.call('hours.decideHoliday', { day: '2026-12-25', name: 'Christmas Day', decision: 'closed' })
  expect(await asked()).toBeUndefined()
  t.now = Date.parse('2027-11-02T08:00:00Z')
  expect((await asked())?.title).toBe('The public holidays of 2028')
})

test('Today does not ask a shop without hours, or of a country without data', async () => {
  const t = await testShop()
  const asked = async () => (await t.call('today.list', {})).items.some(({ id }) => id === 'holidays')
  expect(await asked()).toBe(false)
  await t.call('hours.setSchedule', { validFrom: '2026-01-01', week: week() })
  expect(await asked()).toBe(true)
  expect((await t.call('today.list', {})).counts['/hours']).toBeGreaterThan(0)
  await t.call('shop.change', { country: 'BT' })
  expect(await asked()).toBe(false)
})
