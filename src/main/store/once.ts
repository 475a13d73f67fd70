import type { Context } from './context.ts'

/**
 * Asks the shop file once in a call that only reads, however many parts of it want to know. In a write it is asked each time,
 * for what was read may have been changed since.
 */
export function onceARead<Asked extends Pick<Context, 'db'>, T>(
  ask: (context: Asked) => Promise<T>,
): (context: Asked) => Promise<T> {
  const answers = new WeakMap<Asked, Promise<T>>()
  return (context) => {
    if ((context as Partial<Context>).actId !== null) return ask(context)
    const known = answers.get(context) ?? ask(context)
    answers.set(context, known)
    return known
  }
}
