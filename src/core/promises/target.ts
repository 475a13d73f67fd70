import { lengthOf, openWindows } from '../hours/open-time.ts'
import type { Interval, Plan } from '../hours/schedule.ts'

const minute = 60_000
const day = 24 * 60 * minute
const longestBuffer = 2 * day
/** Hours before that move nothing, and a mistyped year must not be walked through day by day. */
const longestLook = 370 * day

/**
 * Our own date for a promise: a fifth of the time given, at most two days, before the told date; whole minutes.
 * Never before `madeAtMs`, never after `toldAtMs`.
 */
export function defaultTarget(madeAtMs: number, toldAtMs: number): number {
  const buffer = Math.min(Math.max(0, toldAtMs - madeAtMs) / 5, longestBuffer)
  const target = Math.floor((toldAtMs - buffer) / minute) * minute
  return Math.min(toldAtMs, Math.max(madeAtMs, target))
}

/**
 * Our own date as `defaultTarget`, counted in the hours in which the shop is open to work on it, and on a round time:
 * promised at 18:00 for 10:00 tomorrow, it is tomorrow morning and not in the night.
 */
export function targetInHours(plan: Plan, madeAtMs: number, toldAtMs: number): number {
  const windows = openWindows(plan, Math.max(madeAtMs, toldAtMs - longestLook), toldAtMs)
  if (windows.length === 0) return defaultTarget(madeAtMs, toldAtMs)
  return momentBeforeEnd(
    windows,
    Math.min(lengthOf(windows) / 5, lengthOf(windows, toldAtMs - longestBuffer)),
  )
}

/** The moment after which the windows have this length left; on a quarter of an hour where there is one. */
function momentBeforeEnd(windows: readonly Interval[], leftMs: number): number {
  let left = leftMs
  for (const { fromMs, toMs } of windows.toReversed()) {
    if (left <= toMs - fromMs) return roundDown(toMs - left, fromMs)
    left -= toMs - fromMs
  }
  return windows[0]!.fromMs
}

function roundDown(ms: number, atLeast: number): number {
  const rounded = [15, 5, 1].map((minutes) => Math.floor(ms / (minutes * minute)) * minutes * minute)
  return rounded.find((one) => one >= atLeast) ?? atLeast
}
