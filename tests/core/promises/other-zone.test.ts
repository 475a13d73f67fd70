import { expect, test } from 'vitest'
import { instantOf, localAt } from '../../../src/core/day.ts'
import { inOtherZone, type KeptMoments } from '../../../src/core/promises/other-zone.ts'

const from = 'Europe/Berlin'
const at = (local: string) => instantOf(local, from)

const kept = (more: Partial<KeptMoments>): KeptMoments => ({
  isFromFile: true,
  madeAtMs: at('2026-10-01T00:00'),
  toldAtMs: at('2026-10-05T23:59'),
  firstToldAtMs: null,
  targetAtMs: at('2026-10-04T10:00'),
  readyAtMs: null,
  doneAtMs: at('2026-10-05T00:00'),
  doneDayOnly: 1,
  onTime: 1,
  ...more,
})

test.each(['Europe/London', 'Europe/Athens', 'America/Los_Angeles', 'Pacific/Auckland', 'Asia/Kathmandu'])(
  'days stay those days when the zone is corrected to %s, there and back',
  (to) => {
    const before = kept({})
    const after = { ...before, ...inOtherZone(before, from, to) }
    expect([after.madeAtMs, after.toldAtMs, after.doneAtMs!].map((ms) => localAt(ms, to))).toEqual([
      '2026-10-01T00:00',
      '2026-10-05T23:59',
      '2026-10-05T00:00',
    ])
    expect(after.onTime).toBe(1)
    expect({ ...after, ...inOtherZone(after, to, from) }).toEqual(before)
  },
)

test('a day that has no midnight, and one that the clocks change on, are those days too', () => {
  const made = { madeAtMs: instantOf('2026-10-25T00:00', from), toldAtMs: at('2026-10-25T23:59') }
  const after = { ...kept(made), ...inOtherZone(kept(made), from, 'America/Santiago') }
  expect([localAt(after.madeAtMs, 'America/Santiago'), localAt(after.toldAtMs, 'America/Santiago')]).toEqual([
    '2026-10-25T00:00',
    '2026-10-25T23:59',
  ])
})

test('of a promise that was moved both days stay, and it is judged by the first', () => {
  const moved = kept({
    toldAtMs: at('2026-10-09T23:59'),
    firstToldAtMs: at('2026-10-05T23:59'),
    doneAtMs: at('2026-10-06T00:00'),
  })
  const after = { ...moved, ...inOtherZone({ ...moved, onTime: 0 }, from, 'Asia/Kathmandu') }
  expect([after.toldAtMs, after.firstToldAtMs!].map((ms) => localAt(ms, 'Asia/Kathmandu'))).toEqual([
    '2026-10-09T23:59',
    '2026-10-05T23:59',
  ])
  expect(after.onTime).toBe(0)
})

test('what has a time, and what the PC’s clock wrote, are moments and stay', () => {
  const timed = kept({
    madeAtMs: at('2026-10-01T09:10'),
    toldAtMs: at('2026-10-05T17:00'),
    doneAtMs: at('2026-10-05T16:00'),
    doneDayOnly: 0,
  })
  expect(inOtherZone(timed, from, 'Pacific/Auckland')).toBeNull()
  const typed = kept({ isFromFile: false, doneAtMs: null, doneDayOnly: 0, onTime: null })
  expect(inOtherZone(typed, from, 'Europe/London')).toMatchObject({
    madeAtMs: typed.madeAtMs,
    toldAtMs: typed.toldAtMs + 3_600_000,
    targetAtMs: typed.targetAtMs + 3_600_000,
    onTime: null,
  })
})

test('what was done in time by the moved end of its day was done in time', () => {
  const late = kept({ doneAtMs: at('2026-10-06T00:30'), doneDayOnly: 0, onTime: 0 })
  expect(inOtherZone(late, from, 'Europe/London')).toMatchObject({ onTime: 1 })
})
