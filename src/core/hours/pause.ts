/** "Back at 14:30": closed for a while within the hours. `endedAtMs` is null until the end is told. */
export interface Pause {
  readonly id: number
  readonly fromMs: number
  readonly untilMs: number
  readonly endedAtMs: number | null
  readonly note: string
}
