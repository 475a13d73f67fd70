import { z } from 'zod'
import { detailNames, type CustomerDetails } from './person.ts'

const nothing = Object.fromEntries(detailNames.map((name) => [name, ''])) as Record<
  keyof CustomerDetails,
  string
>

const kept = z.partialRecord(z.enum(detailNames), z.string())

/** What a customer who was merged into another said of themselves, as it is kept. */
export const formerDetails = (text: string): CustomerDetails => ({
  ...nothing,
  ...kept.parse(JSON.parse(text)),
})

/** Keeps it. */
export const keptDetails = (details: CustomerDetails): string =>
  JSON.stringify(
    Object.fromEntries(
      detailNames.filter((name) => details[name] !== '').map((name) => [name, details[name]]),
    ),
  )
