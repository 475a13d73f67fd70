import { instantOf, localAt, startOfDay } from '../day.ts'
import { finishedAt, judgedAtMs } from './outcome.ts'

/** A promise's moments as they are kept, as far as a day may stand behind them. */
export interface KeptMoments {
  readonly isFromFile: boolean
  readonly madeAtMs: number
  readonly toldAtMs: number
  readonly firstToldAtMs: number | null
  readonly targetAtMs: number
  readonly readyAtMs: number | null
  readonly doneAtMs: number | null
  readonly doneDayOnly: 0 | 1
  readonly onTime: 0 | 1 | null
}

type MovedMoments = Pick<
  KeptMoments,
  'madeAtMs' | 'toldAtMs' | 'firstToldAtMs' | 'targetAtMs' | 'doneAtMs' | 'onTime'
>

const quarter = 15 * 60_000
const minute = 60_000

/**
 * What changes of a promise when the shop's zone is corrected: days that were written as days stay those days. A told day is kept
 * as its end, the day a file says a promise was made as its first moment, and so is the day it was done. What has a time, and what
 * the clock of the PC wrote, are moments and stay. Null where nothing changes.
 */
export function inOtherZone(kept: KeptMoments, from: string, to: string): MovedMoments | null {
  const toldAtMs = movedEnd(kept.toldAtMs, from, to)
  const firstToldAtMs = kept.firstToldAtMs === null ? null : movedEnd(kept.firstToldAtMs, from, to)
  const judged = judgedAtMs({ toldAtMs, firstToldAtMs })
  const isMadeTold = kept.madeAtMs === judgedAtMs(kept)
  const made = !kept.isFromFile ? kept.madeAtMs : isMadeTold ? judged : movedStart(kept.madeAtMs, from, to)
  const madeAtMs = made > judged ? kept.madeAtMs : made
  const targetAtMs = Math.min(toldAtMs, kept.targetAtMs + toldAtMs - kept.toldAtMs)
  const isDay = kept.doneAtMs !== null && kept.doneDayOnly === 1
  const doneAtMs = isDay ? startOfDay(localAt(kept.doneAtMs, from).slice(0, 10), to) : kept.doneAtMs
  const finished = finishedAt({ doneAtMs, readyAtMs: kept.readyAtMs })
  const onTime = kept.onTime === null || finished === null ? kept.onTime : finished <= judged ? 1 : 0
  const isSame =
    madeAtMs === kept.madeAtMs &&
    toldAtMs === kept.toldAtMs &&
    firstToldAtMs === kept.firstToldAtMs &&
    doneAtMs === kept.doneAtMs
  return isSame ? null : { madeAtMs, toldAtMs, firstToldAtMs, targetAtMs, doneAtMs, onTime }
}

function movedEnd(atMs: number, from: string, to: string): number {
  // Zones lie quarters of an hour apart: most moments are no 23:59 anywhere.
  if (atMs % quarter !== quarter - minute) return atMs
  const local = localAt(atMs, from)
  return local.endsWith('T23:59') ? instantOf(local, to) : atMs
}

function movedStart(atMs: number, from: string, to: string): number {
  if (atMs % quarter !== 0) return atMs
  const day = localAt(atMs, from).slice(0, 10)
  return startOfDay(day, from) === atMs ? startOfDay(day, to) : atMs
}
