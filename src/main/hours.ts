import type { hoursCalls } from '../core/hours/calls.ts'
import { asked } from './hours/asked.ts'
import { entries } from './hours/entries.ts'
import { holidays } from './hours/holidays.ts'
import { judged } from './hours/judged.ts'
import { pause } from './hours/pause.ts'
import { special } from './hours/special.ts'
import { told } from './hours/told.ts'
import { weekly } from './hours/weekly.ts'
import type { HandlersOf } from './store/context.ts'

export const hours: HandlersOf<typeof hoursCalls> = {
  ...weekly,
  ...special,
  ...entries,
  ...asked,
  ...pause,
  ...judged,
  ...told,
  ...holidays,
}
