import { randomInt } from 'node:crypto'
import { firstCode, lastCode } from '../../core/newsletter/opt-out.ts'
import { whoseOnFile } from '../customers/edge.ts'
import type { Context } from '../store/context.ts'

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
