import type { hoursCalls } from '../../core/hours/calls.ts'
import { asked } from './asked.ts'
import { entries } from './entries.ts'
import { closing } from './closing.ts'
import { holidays } from './holidays.ts'
import { adherence } from './adherence.ts'
import { pause } from './pause.ts'
import { special } from './special-handlers.ts'
import { told } from './told.ts'
import { weekly } from './weekly.ts'
import type { HandlersOf } from '../store/context.ts'

export const hours: HandlersOf<typeof hoursCalls> = {
  ...weekly,
  ...special,
  ...entries,
  ...asked,
  ...pause,
  ...adherence,
  ...told,
  ...holidays,
  ...closing,
}
