import { z } from 'zod'
import { block } from './inputs.ts'
import { weekdays } from './week.ts'

/** The blocks of a day as a shop file holds them; how many there may be is asked of what is sent. */
export const storedBlocks = z.array(block).readonly()

/** The blocks of a week as a shop file holds them: every day is there. */
export const storedWeek = z.record(z.enum(weekdays), storedBlocks).readonly()
