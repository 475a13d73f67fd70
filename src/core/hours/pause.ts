import type { Interval } from './schedule.ts'

/** "Back at 14:30": closed for a while within the hours. `endedAtMs` is null until the end is told. */
export interface Pause {
  readonly id: number
  readonly fromMs: number
  readonly untilMs: number
  readonly endedAtMs: number | null
  readonly note: string
}

/** The time a pause takes: until its told end, else until the end that was announced. */
export const pausedInterval = ({ fromMs, untilMs, endedAtMs }: Pause): Interval => ({
  fromMs,
  toMs: Math.max(fromMs, endedAtMs ?? untilMs),
})
