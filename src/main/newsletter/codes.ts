import { randomInt } from 'node:crypto'
import { dayAt } from '../../core/day.ts'
import type { newsletterCalls } from '../../core/newsletter/calls.ts'
import { firstCode, lastCode, optOutNumbers } from '../../core/newsletter/opt-out.ts'
import { fail, ok } from '../../core/result.ts'
import {
  besideGone,
  besideNoes,
  besideInAnswer,
  besideInWords,
  keepOwnNoes,
  optOutOf,
  whoseOnFile,
} from '../customers/edge.ts'
import type { Context, HandlersOf } from '../store/context.ts'

/** Codes for readers who have none, made while their drafts are written. */
export interface CodesInTheMaking {
  /** The number of a reader's new code; the same one each time. */
  codeFor(customerId: number, emailKey: string): number
  readonly all: ReadonlyMap<number, { readonly code: number; readonly emailKey: string }>
}

/** Begins to give codes. They are random: nobody can tell from one whose another is. */
export function codesInTheMaking(): CodesInTheMaking {
  const all = new Map<number, { code: number; emailKey: string }>()
  return {
    all,
    codeFor(customerId, emailKey) {
      const made = all.get(customerId) ?? { code: randomInt(firstCode, lastCode + 1), emailKey }
      all.set(customerId, made)
      return made.code
    },
  }
}

/** Keeps new codes for good. Answers false where one of them was given to somebody else before. */
export async function keepCodes(context: Context, { all }: CodesInTheMaking): Promise<boolean> {
  const rows = [...all].map(([customerId, { code, emailKey }]) => ({ customerId, code, emailKey }))
  if (new Set(rows.map(({ code }) => code)).size < rows.length) return false
  for (let at = 0; at < rows.length; at += 500) {
    const some = rows.slice(at, at + 500)
    const taken = await context.db
      .selectFrom('optOutCodes')
      .select('id')
      .where(
        'code',
        'in',
        some.map(({ code }) => code),
      )
      .limit(1)
      .executeTakeFirst()
    if (taken) return false
    const whose = await whoseOnFile(
      context,
      some.map(({ customerId }) => customerId),
    )
    await context.insertMany(
      'optOutCodes',
      some.map((row) => ({ ...row, whose: whose.get(row.customerId) ?? '' })),
    )
  }
  return true
}

/** A code that came back: the one it was given to gets no more mail, also when they are gone or have moved. */
export const optOut: HandlersOf<typeof newsletterCalls>['newsletter.optOut'] = async (context, { text }) => {
  const { db, now, zone, say } = context
  const numbers = optOutNumbers(text)
  if (numbers.length === 0)
    return fail(
      'no-code',
      'There is no opt-out code in this, such as NL-7K3Q9XWM-4T. Nothing was changed.',
      'text',
    )
  const code = await db
    .selectFrom('optOutCodes')
    .select(['customerId', 'emailKey', 'whose'])
    .where('code', 'in', numbers)
    .orderBy('id')
    .executeTakeFirst()
  if (!code)
    return fail(
      'no-customer',
      'This shop never gave out this code. Nothing was changed. Look for the customer by name and note the no there.',
      'text',
    )
  const said = { customerId: code.customerId, day: dayAt(now, zone), source: 'opt-out code' }
  const customer = await optOutOf(context, said)
  const noes = [...new Set([code.emailKey, customer?.emailKey ?? code.emailKey])].map((emailKey) => ({
    ...said,
    emailKey,
    ...(!customer && { whose: code.whose }),
  }))
  await keepOwnNoes(context, noes)
  const beside = customer
    ? await besideNoes(context, [code.customerId], 'yeses')
    : await besideGone(context, code.whose)
  const name = customer?.name ?? code.emailKey
  say(
    customer
      ? `${name} opted out of the newsletter: their own no, which stays${besideInWords(beside)}`
      : `${name}, no longer on file, opted out of the newsletter: their own no, which stays${besideInWords(beside)}`,
  )
  return ok({ customerId: code.customerId, name, ...besideInAnswer(beside) })
}
