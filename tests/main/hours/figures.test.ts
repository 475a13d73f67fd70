import { expect, test } from 'vitest'
import { addDays, daysFrom, instantOf } from '../../../src/core/day.ts'
import { weekdayOf } from '../../../src/core/hours/week.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

const zone = 'Europe/Berlin'
const split: [string, string][] = [
  ['07:00', '12:00'],
  ['14:00', '19:00'],
]
const week = {
  mon: split,
  tue: split,
  wed: split,
  thu: split,
  fri: split,
  sat: [['08:00', '13:00']] as [string, string][],
}
const [from, to] = ['2025-11-24', '2026-11-23'] as const

/** A year of logs: late on some days, a closing missing on others, weeks with nothing at all, pauses, special days. */
async function yearOfLogs(): Promise<{ t: TestShop; empty: string[] }> {
  const t = await testShop({ now: `${from}T00:00:00Z` })
  await t.call('hours.setSchedule', { validFrom: '2025-01-01', week })
  await t.call('hours.setSchedule', { validFrom: '2026-06-01', week: { ...week, sat: [] } })
  await t.call('hours.setSpecialDay', {
    day: '2025-12-24',
    yearly: true,
    blocks: [['08:00', '12:00']],
    label: 'Eve',
  })
  await t.call('hours.setSpecialDay', { day: '2025-12-25', to: '2026-01-02', closed: true, label: 'Away' })
  const empty: string[] = []
  for (const [n, day] of daysFrom(from, to).entries()) {
    const { days } = await t.call('hours.week', { day })
    const { blocks } = days.find((one) => one.day === day)!
    if (n % 9 === 4 || (n > 100 && n < 120)) {
      if (blocks!.length > 0) empty.push(day)
      continue
    }
    for (const [i, [opens, closes]] of blocks!.entries()) {
      const late = n % 13 === 5 ? 12 : (n % 7) - 3
      const forgets = n % 17 === 3 && i === blocks!.length - 1
      t.now = instantOf(`${day}T${opens}`, zone) + late * 60_000
      await t.call('hours.log', { event: 'open', reason: late > 5 ? ['Train', 'Ice', 'Train'][n % 3]! : '' })
      if (n % 11 === 2 && i === 0) {
        t.now = instantOf(`${day}T10:00`, zone)
        await t.call('hours.pause', { until: '10:20' })
        t.now += (10 + (n % 5)) * 60_000
        await t.call('hours.endPause', {})
      }
      if (forgets) continue
      t.now = instantOf(`${day}T${closes}`, zone) + ((n % 19) - 8) * 60_000
      await t.call('hours.log', { event: 'close' })
    }
  }
  t.now = instantOf(`${to}T22:00`, zone)
  const { forgotten } = await t.call('hours.status', {})
  await t.call('hours.reconstructClose', { day: forgotten!.day })
  return { t, empty }
}

test('a year of logs with gaps: every figure is the sum of its days, and no empty day counts as kept', async () => {
  const { t, empty } = await yearOfLogs()
  const began = performance.now()
  const { days, ...figures } = await t.call('hours.adherence', { from, to })
  const took = performance.now() - began
  const rows = days.flatMap(({ day, blocks }) =>
    blocks.flatMap(({ opened, closed }) => [
      { day, side: 'opened' as const, ...opened },
      ...(closed ? [{ day, side: 'closed' as const, ...closed }] : []),
    ]),
  )
  const due = rows.filter(({ verdict }) => ['met', 'early', 'late', 'missed'].includes(verdict))
  const side = (name: 'opened' | 'closed', of = rows) => {
    const own = of.filter((row) => row.side === name)
    const all = own.filter((row) => due.includes(row))
    const met = all.filter(({ verdict }) => verdict === 'met').length
    return {
      due: all.length,
      met,
      share: all.length === 0 ? null : met / all.length,
      unknown: own.filter(({ verdict }) => verdict === 'no data').length,
      told: 0,
    }
  }
  const off = (name: 'opened' | 'closed', against: number) => {
    const all = due.filter((row) => row.side === name && row.minutesLate !== null)
    const worst = Math.max(...all.map(({ minutesLate }) => minutesLate! * against))
    const row = all.find(({ minutesLate }) => minutesLate! * against === worst)!
    return {
      early: all.reduce((sum, { minutesLate }) => sum + Math.max(0, -minutesLate!), 0),
      late: all.reduce((sum, { minutesLate }) => sum + Math.max(0, minutesLate!), 0),
      worst: { day: row.day, due: row.due, minutesLate: row.minutesLate! },
    }
  }
  const reasons = new Map<string, number>()
  for (const day of days)
    for (const reason of day.reasons) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  const afterMiss = days.slice(days.findLastIndex(({ state }) => state === 'missed') + 1)
  const kept = afterMiss.filter(({ state }) => state === 'kept')

  expect(figures).toEqual({
    opened: side('opened'),
    closed: side('closed'),
    weekdays: (['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const).map((weekday) => {
      const own = rows.filter(({ day }) => weekdayOf(day) === weekday)
      return { weekday, opened: side('opened', own), closed: side('closed', own) }
    }),
    minutes: { opened: off('opened', 1), closed: off('closed', -1) },
    streak: {
      days: kept.length,
      since: kept[0]?.day ?? null,
      skipped: afterMiss
        .filter(({ day }) => kept.length > 0 && day > kept[0]!.day)
        .filter(({ state }) => ['no data', 'partly known', 'reconstructed'].includes(state)).length,
    },
    reasons: [...reasons]
      .map(([reason, count]) => ({ reason, count }))
      .toSorted((a, b) => b.count - a.count || a.reason.localeCompare(b.reason)),
    pausedMinutes: days.reduce((sum, day) => sum + day.pausedMinutes, 0),
    reconstructed: 1,
    noDataDays: empty.length,
  })

  const states = days.filter(({ day }) => empty.includes(day)).map(({ state }) => state)
  expect(new Set(states)).toEqual(new Set(['no data']))
  expect(due.filter(({ day }) => empty.includes(day))).toEqual([])
  expect(rows.some(({ day, verdict }) => verdict === 'no data' && !empty.includes(day))).toBe(true)
  expect(figures.pausedMinutes).toBeGreaterThan(100)

  // Day by day and month by month the same calls come to the same sums.
  let [opened, met] = [0, 0]
  for (const { day } of days) {
    const one = await t.call('hours.adherence', { from: day, to: day })
    expect(one.days[0]).toEqual(days.find((row) => row.day === day))
    opened += one.opened.due
    met += one.opened.met
  }
  expect([opened, met]).toEqual([figures.opened.due, figures.opened.met])
  console.info('K4', {
    days: days.length,
    rows: rows.length,
    due: due.length,
    emptyDays: empty.length,
    emptyDaysKept: states.filter((state) => state === 'kept').length,
    milliseconds: Math.round(took),
  })
})

test('a streak goes on before the range, over closed days and gaps, up to the day that was missed', async () => {
  const t = await testShop()
  const day: [string, string][] = [['07:00', '12:00']]
  await t.call('hours.setSchedule', { validFrom: '2026-01-01', week: { mon: day, wed: day, fri: day } })
  const first = '2026-02-02'
  for (const d of daysFrom(first, '2026-11-20')) {
    if (!['mon', 'wed', 'fri'].includes(weekdayOf(d)) || d === '2026-09-07') continue
    t.now = instantOf(`${d}T07:00`, zone) + (d === first ? 20 : 0) * 60_000
    await t.call('hours.log', { event: 'open' })
    t.now = instantOf(`${d}T12:00`, zone)
    await t.call('hours.log', { event: 'close' })
  }
  t.now = instantOf('2026-11-21T08:00', zone)
  const asked = await t.call('hours.adherence', { from: '2026-11-16', to: '2026-11-22' })
  const all = daysFrom(first, '2026-11-20').filter((d) => ['mon', 'wed', 'fri'].includes(weekdayOf(d)))
  expect(asked.streak).toEqual({ days: all.length - 2, since: addDays(first, 2), skipped: 1 })
  expect(asked.days).toHaveLength(7)
})

test('a year of adherence and a month of open minutes are quick', async () => {
  const { t } = await yearOfLogs()
  const fastest = async (work: () => Promise<unknown>) => {
    let best = Infinity
    for (let n = 0; n < 8; n++) {
      const began = performance.now()
      await work()
      best = Math.min(best, performance.now() - began)
    }
    return best
  }
  const year = await fastest(() => t.call('hours.adherence', { from, to }))
  const month = await fastest(() =>
    t.call('hours.openMinutes', { from: '2026-10-01T00:00', to: '2026-11-01T00:00' }),
  )
  const status = await fastest(() => t.call('hours.status', {}))
  console.info('speed', { yearMs: year.toFixed(1), monthMs: month.toFixed(2), statusMs: status.toFixed(2) })
  expect(year).toBeLessThan(50)
  expect(month).toBeLessThan(5)
})

test('the last twelve months count what the year counts, this month last', async () => {
  const { t } = await yearOfLogs()
  const { logged, months } = await t.call('hours.lastMonths', {})
  const year = await t.call('hours.adherence', { from: '2025-12-01', to })
  expect(logged).toEqual({
    first: expect.stringMatching(/^2025-11-/),
    last: expect.stringMatching(/^2026-11-/),
  })
  expect(months.map(({ month }) => month)).toEqual([
    '2025-12',
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((n) => `2026-${String(n).padStart(2, '0')}`),
  ])
  const sum = (of: 'met' | 'due') => months.reduce((all, one) => all + one[of], 0)
  expect(sum('due')).toBe(year.opened.due + year.closed.due)
  expect(sum('met')).toBe(year.opened.met + year.closed.met)
})

test('before anything is logged there are no months', async () => {
  const t = await testShop()
  expect(await t.call('hours.lastMonths', {})).toEqual({ logged: null, months: [] })
})
