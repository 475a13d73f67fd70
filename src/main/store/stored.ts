import type { ZodType } from 'zod'

/** How many texts of a kind are remembered, and of how many characters at most: a shop's hours since it began, no drafts. */
const mostKnown = 500
const longestKnown = 10_000

/**
 * Reads JSON of the shop file by its schema. What does not fit is a damaged file: it throws, and never becomes a wrong figure.
 * A text that was read a moment ago costs nothing.
 */
export function stored<T>(schema: ZodType<T>): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = schema.parse(JSON.parse(text))
    if (text.length > longestKnown) return value
    if (known.size === mostKnown) known.clear()
    known.set(text, value)
    return value
  }
}
