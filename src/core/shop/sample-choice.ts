import { z } from 'zod'
import { sampleCountries, sampleTrades } from './sample.ts'

/** Which sample shop is asked for; apart from the lists, which the menu reads before there is a contract. */
export const sampleChoice = z.strictObject({ trade: z.enum(sampleTrades), country: z.enum(sampleCountries) })
