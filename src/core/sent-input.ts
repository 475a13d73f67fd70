import type { CallDef } from './call.ts'
import { fail, ok, type Result } from './result.ts'

/** What was sent to a call as its schema takes it, or the first thing that is wrong with it, at its field. */
export function sentInput(def: Pick<CallDef, 'input'>, sent: unknown): Result<unknown> {
  try {
    const parsed = def.input.safeParse(sent)
    if (parsed.success) return ok(parsed.data)
    const issue = parsed.error.issues[0]!
    return fail('bad-input', sentence(issue.message), issue.path.join('.') || undefined)
  } catch {
    // Zod compares the length of whatever was sent in the place of a text, be it `{ length: { valueOf: 1 } }`.
    return fail('bad-input', sentence('a value of another kind'))
  }
}

/** Zod's own messages are for programmers; ours end in a full stop and are shown as they are. */
const sentence = (message: string): string =>
  message.endsWith('.')
    ? message
    : `Something in this request is not as it should be (${message}). Nothing was changed.`
