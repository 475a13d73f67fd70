import type { z } from 'zod'
import type { Problem } from '../../core/result.ts'

/** Sentences by field; nothing where nothing is wrong. */
export type Sentences = Readonly<Record<string, string | false | undefined>>

/** The fields a form shows, and the fields of the input that it shows at one of another name. */
interface Shown {
  readonly names: readonly string[]
  readonly shownAt: Readonly<Record<string, string>>
}

/** What is in the way of sending an input: what the form finds missing, then what the call’s schema does not take. */
export function found(schema: z.ZodType, input: unknown, missing: Sentences): readonly Problem[] {
  const own = Object.entries(missing).flatMap(([field, message]) =>
    message ? [badInput(message, field)] : [],
  )
  if (input === undefined) return own
  const issues = schema.safeParse(input).error?.issues ?? []
  return [...own, ...issues.map(({ message, path }) => badInput(message, path.join('.')))]
}

const badInput = (message: string, field: string): Problem => ({ code: 'bad-input', message, field })

/** The field at which a problem is shown; undefined where the form has none for it. */
function placeOf({ field = '' }: Problem, { names, shownAt }: Shown): string | undefined {
  const [first = ''] = field.split('.')
  const place = shownAt[field] ?? shownAt[first] ?? first
  return names.includes(place) ? place : undefined
}

/** What is said at a field: the first of what is wrong with it. */
export const saidAt = (problems: readonly Problem[], shown: Shown, field: string): string | undefined =>
  problems.find((problem) => placeOf(problem, shown) === field)?.message

/** What is said at no field. */
export const saidElsewhere = (problems: readonly Problem[], shown: Shown): Problem | undefined =>
  problems.find((problem) => placeOf(problem, shown) === undefined)
