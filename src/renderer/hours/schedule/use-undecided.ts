import type { Day } from '../../../core/day.ts'
import type { Holiday } from '../../../core/hours/holidays/calls.ts'
import type { Problem } from '../../../core/result.ts'
import { useRead } from '../../use-call.ts'

interface ComingHolidays {
  /** In order; undefined until they are read. */
  readonly holidays: readonly Holiday[] | undefined
  readonly problem: Problem | undefined
}

/** The holidays from today on until the end of the next year. */
export function useComingHolidays(today: Day): ComingHolidays {
  const year = Number(today.slice(0, 4))
  const now = useRead('hours.holidays', { year })
  const next = useRead('hours.holidays', { year: year + 1 })
  return {
    holidays: now.value && next.value && [...now.value, ...next.value].filter(({ day }) => today <= day),
    problem: now.problem ?? next.problem,
  }
}

/** The coming public holidays about which nothing is decided. */
export function useUndecided(today: Day): { readonly count: number; readonly first: Holiday | undefined } {
  const { holidays = [] } = useComingHolidays(today)
  const waiting = holidays.filter(({ decision, type }) => decision === 'undecided' && type === 'public')
  return { count: waiting.length, first: waiting[0] }
}
