import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysFrom, instantOf } from '../../../src/core/day.ts'
import { takenOver } from '../../../src/core/hours/take-over.ts'
import { specialOn } from '../../../src/core/hours/special-day.ts'
import { dayOfHours } from '../../../src/core/hours/schedule.ts'
import { planClosing } from '../../../src/core/hours/closing/plan.ts'
import { runs } from '../../support/runs.ts'
import { testShop, type TestShop } from '../../support/shop.ts'
import { anyWeek, anyZone } from '../../core/hours/arbitrary.ts'

type Blocks = [string, string][]
const day: Blocks = [['06:00', '18:00']]
const morning: Blocks = [['06:00', '12:00']]
const week = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day }
const winter = { from: '2026-12-24', to: '2027-01-02', label: 'family' }
const holidays = { from: '2026-12-20', to: '2027-01-05' }

/** A shop whose Christmas Eve and New Year's Eve are mornings each year. */
async function shop(now = '2026-11-24T08:00:00Z') {
  const t = await testShop({ now })
  await t.call('hours.setSchedule', { validFrom: '2024-01-01', week })
  for (const [on, label] of [
    ['2026-12-24', 'Christmas Eve'],
    ['2026-12-31', 'New Year’s Eve'],
  ] as const)
    await t.call('hours.setSpecialDay', { day: on, blocks: morning, label, yearly: true })
  const minutesOn = async (on: string) =>
    (await t.call('hours.openMinutes', { from: `${on}T00:00`, to: `${addDays(on, 1)}T00:00` })).minutes
  const closing = async () =>
    (await t.call('hours.specialDays', holidays)).find(({ rule }) => rule.label === 'family')!.rule.id
  return { t, minutesOn, closing }
}

test('a closing is one special day, and a sign, a page and a map have it in one piece', async () => {
  const { t, minutesOn } = await shop()
  await t.call('hours.closeForWhile', { ...winter, promises: [] })
  const family = (await t.call('hours.specialDays', holidays)).filter(({ rule }) => rule.label === 'family')
  expect(family).toHaveLength(1)
  for (const on of daysFrom(winter.from, winter.to)) expect(await minutesOn(on)).toBe(0)
  expect(await minutesOn('2026-12-23')).toBe(720)
  expect(await minutesOn('2027-12-24')).toBe(360)
  t.now = Date.parse('2026-12-20T08:00:00Z')
  const { jsonLd } = await t.call('hours.jsonLd', {})
  const special = (JSON.parse(jsonLd) as { specialOpeningHoursSpecification: object[] })
    .specialOpeningHoursSpecification
  expect(special[0]).toMatchObject({ validFrom: winter.from, validThrough: winter.to, opens: '00:00:00' })
  const osm = await t.call('hours.osm', {})
  expect(JSON.stringify(osm)).toContain('2026 Dec 24-2027 Jan 02 off')
  const { html } = await t.call('hours.sign', { paper: 'A4', kind: 'holidays' })
  expect(html.match(/(?<!-)family/g)).toHaveLength(1)
})

test('a closing that is removed gives its days their own hours back, and one that is shortened those it leaves', async () => {
  const { t, minutesOn, closing } = await shop()
  await t.call('hours.closeForWhile', { ...winter, promises: [] })
  await t.call('hours.setSpecialDay', {
    specialDayId: await closing(),
    day: winter.from,
    to: '2026-12-30',
    closed: true,
    label: 'family',
  })
  expect([await minutesOn('2026-12-24'), await minutesOn('2026-12-31')]).toEqual([0, 360])
  await t.call('hours.removeSpecialDay', { specialDayId: await closing() })
  expect([await minutesOn('2026-12-24'), await minutesOn('2026-12-28')]).toEqual([360, 720])
})

test('a dated day that is entered after the closing is open in it; a yearly one is not', async () => {
  const { t, minutesOn, closing } = await shop()
  await t.call('hours.closeForWhile', { ...winter, promises: [] })
  await t.call('hours.setSpecialDay', { day: '2026-12-28', blocks: morning, label: 'Sale' })
  await t.call('hours.setSpecialDay', { day: '2026-12-29', blocks: morning, label: 'Jubilee', yearly: true })
  expect([await minutesOn('2026-12-28'), await minutesOn('2026-12-29')]).toEqual([360, 0])
  await t.call('hours.setSpecialDay', {
    specialDayId: await closing(),
    day: winter.from,
    to: winter.to,
    blocks: [['09:00', '10:00']],
    label: 'family',
  })
  // With hours it is a special day as others are.
  expect([await minutesOn('2026-12-24'), await minutesOn('2026-12-25')]).toEqual([360, 60])
})

test('a map’s text with the closing changes nothing when it is taken over again; one that has hours on its days ends it', async () => {
  const { t, minutesOn } = await shop()
  await t.call('hours.closeForWhile', { ...winter, promises: [] })
  const { text } = (await t.call('hours.osm', {})) as { text: string }
  const read = await t.call('hours.osm', { text })
  if (!('specialDays' in read)) throw new Error('its own text is understood')
  const same = { validFrom: '2024-01-01', week, specialDays: read.specialDays }
  expect((await t.call('hours.previewSchedule', same)).changes).toBe(false)

  const blocks: Blocks = [['08:00', '10:00']]
  const short = { from: winter.from, to: winter.to, yearly: false, label: 'Short', blocks }
  const other = { ...same, specialDays: [short] }
  const rules = (await t.call('hours.specialDays', holidays)).map(({ rule }) => rule)
  const { after } = takenOver(rules, [short], '2026-11-24')
  expect(specialOn(after, '2026-12-24')?.label).toBe('Christmas Eve')
  await t.call('hours.takeOver', other)
  expect([await minutesOn('2026-12-24'), await minutesOn('2026-12-25')]).toEqual([360, 120])
})

const monday = '2026-11-30'
const ill = { from: monday, to: '2026-12-05', label: 'ill' }

test('what was due before a closing was entered stays judged, kept and missed', async () => {
  const { t } = await shop('2026-11-30T05:02:00Z')
  await t.call('hours.log', { event: 'open' })
  t.now = Date.parse('2026-11-30T09:00:30Z')
  await t.call('hours.closeForWhile', { ...ill, promises: [] })
  const judged = async () => {
    const { days } = await t.call('hours.adherence', { from: monday, to: '2026-12-01' })
    return days.map(({ state, blocks }) => [
      state,
      ...blocks.map(({ opened, closed }) => [opened.verdict, closed]),
    ])
  }
  expect(await judged()).toEqual([['kept', ['met', null]], ['closed']])
  expect(await t.call('hours.openMinutes', { from: `${monday}T00:00`, to: `${monday}T23:00` })).toEqual({
    minutes: 240,
  })
  t.now = Date.parse('2026-11-30T09:20:00Z')
  await t.call('hours.log', { event: 'close' })
  t.now = Date.parse('2026-12-01T09:00:00Z')
  expect(await judged()).toEqual([['kept', ['met', null]], ['closed']])
  expect((await t.call('hours.status', {})).asked).toBeUndefined()
})

const opened = async (t: TestShop, on: string) => {
  const { days } = await t.call('hours.adherence', { from: on, to: on })
  return days[0]!.blocks.map((block) => [block.opened.verdict, block.opened.minutesLate])
}

test.each(['removed', 'shortened'] as const)(
  'of a closing that is %s before its time nothing was due until then, and the rest of the day is open',
  async (how) => {
    const { t, minutesOn, closing } = await shop()
    await t.call('hours.closeForWhile', { ...winter, promises: [] })
    t.now = Date.parse('2026-12-30T09:00:20Z')
    const specialDayId = await closing()
    if (how === 'removed') await t.call('hours.removeSpecialDay', { specialDayId })
    else
      await t.call('hours.setSpecialDay', {
        specialDayId,
        day: winter.from,
        to: '2026-12-28',
        closed: true,
        label: 'family',
      })
    expect(await t.call('hours.status', {})).not.toHaveProperty('late')
    expect(await minutesOn('2026-12-30')).toBe(480)
    await t.call('hours.log', { event: 'open' })
    expect(await opened(t, '2026-12-30')).toEqual([['met', 0]])
    expect(await minutesOn('2026-12-31')).toBe(360)
    for (let n = 0; n < 2; n++) await t.call('shop.undo', {})
    expect(await minutesOn('2026-12-30')).toBe(0)
  },
)

const fair = { from: monday, to: '2026-12-05', label: 'fair' }
const at = (local: string) => instantOf(local, 'Europe/Berlin')
const fairId = async (t: TestShop) =>
  (await t.call('hours.specialDays', { from: monday, to: monday })).find(({ rule }) => rule.label === 'fair')!
    .rule.id

/** A Monday of 6:00-18:00 that is closed for the week at half past eight; the shop was open. */
async function powerCut() {
  const { t, minutesOn } = await shop('2026-11-30T04:58:00Z')
  await t.call('hours.log', { event: 'open' })
  t.now = at(`${monday}T08:28`)
  await t.call('hours.log', { event: 'close' })
  t.now = at(`${monday}T08:30`)
  await t.call('hours.closeForWhile', { ...fair, promises: [] })
  t.now = at(`${monday}T15:30`)
  const judged = async () => {
    const { opened: openings, closed, days } = await t.call('hours.adherence', { from: monday, to: monday })
    return {
      state: days[0]!.state,
      openings: [openings.met, openings.due],
      closings: [closed.met, closed.due],
    }
  }
  return { t, minutesOn, judged }
}

test.each(['removed', 'moved to a later day'] as const)(
  'a closing that ends on its first day was a closing for those hours: %s',
  async (how) => {
    const { t, minutesOn, judged } = await powerCut()
    const specialDayId = await fairId(t)
    if (how === 'removed') await t.call('hours.removeSpecialDay', { specialDayId })
    else
      await t.call('hours.setSpecialDay', {
        specialDayId,
        day: '2026-12-03',
        to: '2026-12-05',
        closed: true,
        label: 'fair',
      })
    expect(await minutesOn(monday)).toBe(148 + 150)
    await t.call('hours.log', { event: 'open' })
    t.now = at(`${monday}T18:01`)
    await t.call('hours.log', { event: 'close' })
    expect(await judged()).toEqual({ state: 'kept', openings: [2, 2], closings: [2, 2] })
    const later = how === 'removed' ? 720 : 0
    expect([await minutesOn('2026-12-01'), await minutesOn('2026-12-03')]).toEqual([720, later])
    for (let n = 0; n < 3; n++) await t.call('shop.undo', {})
    expect(await minutesOn(monday)).toBe(150)
  },
)

test('where the shop never closed, a closing of today that is removed leaves the day as it was', async () => {
  const { t, minutesOn } = await shop('2026-11-30T04:58:00Z')
  await t.call('hours.log', { event: 'open' })
  t.now = at(`${monday}T08:30`)
  await t.call('hours.closeForWhile', { ...fair, promises: [] })
  t.now = at(`${monday}T08:40`)
  await t.call('hours.removeSpecialDay', { specialDayId: await fairId(t) })
  expect(await minutesOn(monday)).toBe(720)
})

test('who opens before the closing is ended was closed until then', async () => {
  const { t, closing } = await shop()
  await t.call('hours.closeForWhile', { ...winter, promises: [] })
  t.now = at('2026-12-30T08:00')
  await t.call('hours.log', { event: 'open' })
  t.now = at('2026-12-30T09:30')
  await t.call('hours.removeSpecialDay', { specialDayId: await closing() })
  expect(await opened(t, '2026-12-30')).toEqual([['met', 0]])
})

test('what is left of the day on which a closing ended is not removed by a second click, and goes when it closes again', async () => {
  const { t, minutesOn, closing } = await shop()
  await t.call('hours.closeForWhile', { ...winter, promises: [] })
  t.now = at('2026-12-30T10:00')
  const id = await closing()
  await t.call('hours.removeSpecialDay', { specialDayId: id })
  expect(await t.problem('hours.removeSpecialDay', { specialDayId: id })).toMatchObject({ code: 'past' })
  const listed = await t.call('hours.specialDays', { from: '2026-12-30', to: '2026-12-30' })
  expect(listed).toMatchObject([{ rule: { label: 'family', closedUntilMs: at('2026-12-30T10:00') } }])
  expect(await t.problem('hours.removeSpecialDay', { specialDayId: listed[0]!.rule.id })).toMatchObject({
    code: 'past',
  })
  expect([await minutesOn('2026-12-29'), await minutesOn('2026-12-30')]).toEqual([0, 480])
  const again = {
    specialDayId: id,
    day: winter.from,
    to: '2027-01-01',
    closed: true as const,
    label: 'family',
  }
  await t.call('hours.setSpecialDay', again)
  expect([await minutesOn('2026-12-30'), await minutesOn('2026-12-31')]).toEqual([0, 0])
})

/** A closing of 24.12. on that is ended on 30.12. at 10:30, and the shop opened then. */
async function endedAt1030() {
  const made = await shop()
  const { t, closing } = made
  await t.call('hours.closeForWhile', { ...winter, promises: [] })
  t.now = at('2026-12-30T10:30')
  const id = await closing()
  await t.call('hours.removeSpecialDay', { specialDayId: id })
  await t.call('hours.log', { event: 'open' })
  t.now = at('2026-12-30T15:00')
  await t.call('hours.log', { event: 'close' })
  return { ...made, id }
}

const again = { from: '2026-12-30', to: '2027-01-02', label: 'familly' }

test('the name of a second closing on the day on which the first one ended is corrected, and the day stays kept', async () => {
  const { t } = await endedAt1030()
  await t.call('hours.closeForWhile', { ...again, promises: [] })
  expect(await opened(t, '2026-12-30')).toEqual([['met', 0]])
  const [second] = (await t.call('hours.specialDays', holidays)).filter(
    ({ rule }) => rule.label === 'familly',
  )
  const { from: day, to } = again
  const corrected = { specialDayId: second!.rule.id, day, to, closed: true as const, label: 'family' }
  await t.call('hours.setSpecialDay', corrected)
  expect(await opened(t, '2026-12-30')).toEqual([['met', 0]])
  t.now = at('2027-01-01T09:00')
  await t.call('hours.setSpecialDay', { ...corrected, to: '2027-01-01' })
  expect(await opened(t, '2026-12-30')).toEqual([['met', 0]])
})

test('a closing that is made longer again from the day on which it ended closes from now on', async () => {
  const { t, minutesOn, id } = await endedAt1030()
  const longer = { specialDayId: id, day: winter.from, to: winter.to, closed: true as const, label: 'family' }
  await t.call('hours.setSpecialDay', longer)
  expect([await minutesOn('2026-12-30'), await minutesOn('2026-12-31')]).toEqual([270, 0])
  expect(await opened(t, '2026-12-30')).toEqual([['met', 0]])
})

test('who is still served when a closing begins makes no late closing of it once it has ended', async () => {
  const { t } = await shop('2026-11-30T04:58:00Z')
  await t.call('hours.log', { event: 'open' })
  t.now = at(`${monday}T11:00`)
  await t.call('hours.closeForWhile', { ...fair, promises: [] })
  t.now = at(`${monday}T11:20`)
  await t.call('hours.log', { event: 'close' })
  t.now = at(`${monday}T15:00`)
  await t.call('hours.removeSpecialDay', { specialDayId: await fairId(t) })
  await t.call('hours.log', { event: 'open' })
  t.now = at(`${monday}T18:00`)
  await t.call('hours.log', { event: 'close' })
  const { days } = await t.call('hours.adherence', { from: monday, to: monday })
  expect(days[0]!.state).toBe('kept')
})

test('a closing that did not hold today leaves today as it is when it ends', async () => {
  const { t, minutesOn } = await shop('2026-11-30T05:02:00Z')
  await t.call('hours.closeForWhile', { ...fair, promises: [] })
  await t.call('hours.setSpecialDay', { day: '2026-12-01', blocks: [['10:00', '16:00']], label: 'Market' })
  t.now = at('2026-12-01T11:00')
  await t.call('hours.log', { event: 'open' })
  t.now = at('2026-12-01T12:00')
  await t.call('hours.removeSpecialDay', { specialDayId: await fairId(t) })
  expect(await minutesOn('2026-12-01')).toBe(360)
  expect(await opened(t, '2026-12-01')).toEqual([['late', 60]])
})

test('a closing that runs and is given hours stays one for the days that are over', async () => {
  const { t, minutesOn, closing } = await shop()
  await t.call('hours.closeForWhile', { ...winter, promises: [] })
  t.now = at('2026-12-29T08:00')
  const hours = { day: winter.from, to: winter.to, blocks: morning, label: 'family' }
  await t.call('hours.setSpecialDay', { specialDayId: await closing(), ...hours })
  expect([
    await minutesOn('2026-12-28'),
    // It was closed until the hours were said.
    await minutesOn('2026-12-29'),
    await minutesOn('2027-01-02'),
  ]).toEqual([0, 240, 360])
})

test('what is left of a day stays that day’s', async () => {
  const { t } = await endedAt1030()
  const [rest] = await t.call('hours.specialDays', { from: '2026-12-30', to: '2026-12-30' })
  const moved = { specialDayId: rest!.rule.id, day: '2026-12-31', blocks: morning, label: 'family' }
  expect(await t.problem('hours.setSpecialDay', moved)).toMatchObject({ code: 'past', field: 'day' })
  await t.call('hours.setSpecialDay', { ...moved, day: '2026-12-30', blocks: [['10:30', '16:00']] })
})

test('special days that are over stay: removing them is refused, range, day or yearly', async () => {
  const { t } = await shop()
  const range = { day: '2026-11-20', to: '2026-11-27', closed: true as const, label: 'Away' }
  const { id } = await t.call('hours.setSpecialDay', range)
  await t.call('hours.removeSpecialDay', { specialDayId: id })
  expect((await t.problem('hours.removeSpecialDay', { specialDayId: id })).message).toBe(
    '“Away” is over: its days stay judged by it. Nothing was changed.',
  )
})

test('a closing that was to come and is begun now ends the pause that runs', async () => {
  const { t } = await shop('2026-11-30T05:02:00Z')
  await t.call('hours.log', { event: 'open' })
  await t.call('hours.closeForWhile', { from: '2026-12-03', to: '2026-12-05', label: 'fair', promises: [] })
  t.now = at(`${monday}T10:00`)
  await t.call('hours.pause', { until: '12:30' })
  t.now = at(`${monday}T10:30`)
  const [coming] = await t.call('hours.specialDays', { from: '2026-12-03', to: '2026-12-03' })
  const now = { day: monday, to: '2026-12-05', closed: true as const, label: 'fair' }
  await t.call('hours.setSpecialDay', { specialDayId: coming!.rule.id, ...now })
  expect(await t.call('hours.status', {})).not.toHaveProperty('pause')
})

test('a yearly day under a closing that is made a dated one is open in it', async () => {
  const { t, minutesOn } = await shop()
  await t.call('hours.closeForWhile', { ...winter, promises: [] })
  const eve = (await t.call('hours.specialDays', holidays)).find(
    ({ rule }) => rule.label === 'New Year’s Eve',
  )!
  await t.call('hours.setSpecialDay', {
    specialDayId: eve.rule.id,
    day: '2026-12-31',
    blocks: [['09:00', '14:00']],
    label: 'New Year’s Eve',
  })
  expect(await minutesOn('2026-12-31')).toBe(300)
})

test('a closing that was to come and is begun today leaves the morning judged', async () => {
  const { t } = await shop('2026-11-23T08:00:00Z')
  const coming = { from: '2026-12-03', to: '2026-12-05', label: 'family' }
  await t.call('hours.closeForWhile', { ...coming, promises: [] })
  const [found] = await t.call('hours.specialDays', { from: coming.from, to: coming.to })
  t.now = Date.parse('2026-11-30T05:40:00Z')
  await t.call('hours.log', { event: 'open' })
  t.now = Date.parse('2026-11-30T09:30:00Z')
  await t.call('hours.setSpecialDay', {
    specialDayId: found!.rule.id,
    day: monday,
    to: coming.to,
    closed: true,
    label: 'family',
  })
  expect(await opened(t, monday)).toEqual([['late', 40]])
})

test('a closing is made longer by hand only over days that hold no promise', async () => {
  const { t, minutesOn, closing } = await shop()
  await t.call('promises.make', { name: 'Ann', what: 'Cake', told: '2027-01-12T11:00' })
  await t.call('hours.closeForWhile', { ...winter, promises: [] })
  const until = async (to: string) => ({
    specialDayId: await closing(),
    day: winter.from,
    to,
    closed: true as const,
    label: 'family',
  })
  expect(await t.problem('hours.setSpecialDay', await until('2027-01-14'))).toEqual({
    code: 'undecided',
    message:
      'Cake, Ann would fall into the closing. Nothing was changed. Close these days under “Close for a while”: there each promise is moved or kept.',
    field: 'to',
  })
  await t.call('hours.setSpecialDay', await until('2027-01-09'))
  expect(await minutesOn('2027-01-09')).toBe(0)
})

test('a dated day that is changed after the closing is open in it', async () => {
  const { t, minutesOn } = await shop()
  const market = { day: '2026-12-29', label: 'Market' }
  const { id: specialDayId } = await t.call('hours.setSpecialDay', { ...market, blocks: morning })
  await t.call('hours.closeForWhile', { ...winter, promises: [] })
  expect(await minutesOn('2026-12-29')).toBe(0)
  await t.call('hours.setSpecialDay', { ...market, specialDayId, blocks: [['08:00', '11:00']] })
  expect(await minutesOn('2026-12-29')).toBe(180)
  await t.call('shop.undo', {})
  expect(await minutesOn('2026-12-29')).toBe(0)
})

test('a closing from today ends the pause that runs; one of later days leaves it', async () => {
  const { t } = await shop('2026-11-30T05:02:00Z')
  await t.call('hours.log', { event: 'open' })
  t.now = Date.parse('2026-11-30T09:00:00Z')
  await t.call('hours.pause', { until: '11:30' })
  t.now += 60_000
  await t.call('hours.closeForWhile', { ...winter, promises: [] })
  expect(await t.call('hours.status', {})).toHaveProperty('pause')
  await t.call('hours.closeForWhile', { ...ill, promises: [] })
  expect(await t.call('hours.status', {})).not.toHaveProperty('pause')
  await t.call('shop.undo', {})
  expect(await t.call('hours.status', {})).toHaveProperty('pause')
})

test('an opening missed before the closing is still asked and missed; a forgotten closing is asked, too', async () => {
  const { t } = await shop('2026-11-30T09:00:00Z')
  await t.call('hours.closeForWhile', { ...ill, promises: [] })
  const judgedOn = async () =>
    (await t.call('hours.adherence', { from: monday, to: monday })).days[0]!.blocks[0]!.opened
  const { verdict, dueMs } = await judgedOn()
  expect(verdict).toBe('no data')
  await t.call('hours.answerDay', {
    day: monday,
    answers: [{ event: 'open', forMs: dueMs, answer: 'did not' }],
  })
  expect((await judgedOn()).verdict).toBe('missed')

  const other = (await shop('2026-11-30T05:02:00Z')).t
  await other.call('hours.log', { event: 'open' })
  other.now = Date.parse('2026-11-30T09:00:00Z')
  await other.call('hours.closeForWhile', { ...ill, promises: [] })
  other.now = Date.parse('2026-12-01T09:00:00Z')
  expect((await other.call('hours.status', {})).forgotten).toMatchObject({
    day: monday,
    since: '06:02',
    offered: `${monday}T10:00`,
  })
})

test('days that are over when a closing is entered stay as they were', async () => {
  const { t, minutesOn } = await shop('2026-12-29T09:00:00Z')
  const { from, days } = await t.call('hours.closing', winter)
  expect([from, days]).toEqual(['2026-12-29', 5])
  await t.call('hours.closeForWhile', { ...winter, promises: [] })
  expect([
    await minutesOn('2026-12-28'),
    await minutesOn('2026-12-29'),
    await minutesOn('2026-12-30'),
  ]).toEqual([720, 240, 0])
})

const late: Blocks = [['20:00', '02:00']]
const nights = { sun: late, mon: late, tue: late, wed: late, thu: late, fri: late, sat: late }

test('a promise for a night is of the day that the night began on', async () => {
  const t = await testShop({ now: '2026-11-24T08:00:00Z' })
  await t.call('hours.setSchedule', { validFrom: '2024-01-01', week: nights })
  const made = async (what: string, told: string) =>
    (await t.call('promises.make', { name: 'Ada', what, told })).id
  await made('Saturday', '2026-12-06T00:45')
  const sunday = await made('Sunday', '2026-12-07T00:45')
  await made('Monday', '2026-12-07T20:45')
  const asked = { from: '2026-12-06', to: '2026-12-06', label: 'ill' }
  const { promises } = await t.call('hours.closing', asked)
  expect(promises.map(({ what, offered }) => [what, offered])).toEqual([['Sunday', '2026-12-08T00:45']])
  const { result } = await t.answer('hours.closeForWhile', {
    ...asked,
    promises: [{ promiseId: sunday, told: '2026-12-07T01:00' }],
  })
  expect(result).toMatchObject({ ok: false, problem: { code: 'undecided' } })
  // The evening before the closing is open, and so is the night after it.
  await t.call('hours.closeForWhile', {
    ...asked,
    promises: [{ promiseId: sunday, told: '2026-12-06T01:00' }],
  })
})

test('501 promises can be decided, and those that are not are named shortly', async () => {
  const t = await testShop({ now: '2026-11-24T08:00:00Z' })
  await t.call('hours.setSchedule', { validFrom: '2024-01-01', week })
  for (let n = 0; n < 501; n++)
    await t.call('promises.make', { name: `Ada ${n}`, what: 'Cake', told: '2026-12-28T10:00' })
  const { promises } = await t.call('hours.closing', winter)
  expect(promises).toHaveLength(501)
  const { result } = await t.answer('hours.closeForWhile', { ...winter, promises: [] })
  expect(result.ok ? '' : result.problem.message).toMatch(/^Cake, Ada 0; .*; 495 more: say whether/)
  const moved = promises.map(({ promiseId }) => ({ promiseId, told: '2027-01-04T10:00' }))
  expect(await t.call('hours.closeForWhile', { ...winter, promises: moved })).toEqual({ moved: 501 })
})

const anyRule = fc.record({
  start: fc.integer({ min: -40, max: 40 }),
  length: fc.constantFrom(0, 0, 0, 1, 3, 9),
  yearly: fc.boolean(),
  blocks: fc.constantFrom<readonly (readonly [string, string])[]>(
    [],
    [['09:00', '12:00']],
    [['20:00', '02:00']],
  ),
})

test('a closing holds on its days over all rules before it, cuts the present day, and leaves every other day and the past alone', () => {
  fc.assert(
    fc.property(
      anyWeek,
      anyZone,
      fc.array(anyRule, { maxLength: 6 }),
      fc.integer({ min: -3, max: 6 }),
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: 0, max: 1439 }),
      (hours, zone, some, starts, length, minute) => {
        const today = '2026-06-10'
        const now = instantOf(`${today}T00:00`, zone) + minute * 60_000 + 30_000
        const rules = some.map(({ start, length: days, ...rule }, i) => ({
          ...rule,
          id: i + 1,
          from: addDays(today, start),
          to: addDays(today, start + days),
          until: null,
          label: 'x',
          reason: '',
          source: 'owner' as const,
        }))
        const schedules = [{ validFrom: '2020-01-01', week: hours }]
        const from = addDays(today, starts)
        const to = addDays(from, length)
        const { closing, plan, before } = planClosing({ from, to, label: 'ill' }, schedules, rules, {
          now,
          zone,
        })
        const since = now - 30_000
        for (const on of daysFrom(addDays(today, -10), addDays(to, 10))) {
          const inside = closing.from <= on && on <= to
          const then = before.intervals(on)
          expect(plan.intervals(on).map(({ fromMs, toMs }) => [fromMs, toMs])).toEqual(
            (inside ? then.filter(({ fromMs }) => fromMs < since) : then).map(({ fromMs, toMs }) => [
              fromMs,
              inside ? Math.min(toMs, since) : toMs,
            ]),
          )
          if (inside) expect(specialOn(plan.specialDays, on)).toMatchObject({ closedSinceMs: since })
          // Nothing that has happened is of other hours than before.
          if (to >= dayOfHours(before, now))
            expect(
              plan
                .stretches(on)
                .filter(({ opensMs }) => opensMs < since)
                .map(({ opensMs }) => opensMs),
            ).toEqual(
              before
                .stretches(on)
                .filter(({ opensMs }) => opensMs < since)
                .map(({ opensMs }) => opensMs),
            )
        }
      },
    ),
    runs(200),
  )
})

test('where the hours never end, none is due at the moment from which a closing holds', async () => {
  const t = await testShop({ now: '2026-11-27T06:00:00Z' })
  const whole: Blocks = [['00:00', '24:00']]
  await t.call('hours.setSchedule', { validFrom: '2024-01-01', week: { fri: whole, sat: whole, sun: whole } })
  t.now = Date.parse('2026-11-27T07:00:00Z')
  await t.call('hours.log', { event: 'open' })
  t.now = Date.parse('2026-11-28T09:00:00Z')
  await t.call('hours.closeForWhile', { from: '2026-11-28', to: '2026-12-05', label: 'ill', promises: [] })
  t.now = Date.parse('2026-11-28T10:00:00Z')
  await t.call('hours.log', { event: 'close' })
  const { days } = await t.call('hours.adherence', { from: '2026-11-27', to: '2026-11-28' })
  expect(days.flatMap(({ blocks }) => blocks.map(({ closed }) => closed))).toEqual([null])
})
