import type { Returned } from '../../core/customers/import-mail-plan.ts'
import type { CustomerDetails } from '../../core/customers/person.ts'
import { foundBySign } from '../../core/customers/found-by-sign.ts'
import { personOnFile } from '../../core/customers/same-for-a-no.ts'
import { isKnownAgain, whoseSigns } from '../../core/customers/whose.ts'
import type { Context } from '../store/context.ts'
import { noKeys } from './keep-noes.ts'
import { personColumns } from './rows.ts'
import { isNobodys } from './suppression.ts'

type Db = Context['db']

type Signed = Pick<CustomerDetails, 'email' | 'otherMails'> & { readonly id: number; readonly whose: string }

/** Whoever said a no and was gone is on file again: it is theirs, for the address they have now as well. */
export async function keepReturned(
  context: Pick<Context, 'updateMany' | 'insertMany'>,
  { id: customerId, whose, ...mails }: Signed,
  returned: readonly Returned[],
): Promise<void> {
  for (const { no, isSure } of returned) {
    if (isSure) await context.updateMany('suppressions', [{ id: no.id, customerId }])
    const keys = noKeys(mails).filter((key) => !isSure || (key !== '' && key !== no.emailKey))
    const { day, source } = no
    await context.insertMany(
      'suppressions',
      keys.map((emailKey) => ({ customerId, emailKey, day, source, whose })),
    )
  }
}

/** The noes to mail of people who are no longer on file, and may be known again by signs. */
const goneNoes = (db: Db) =>
  db
    .selectFrom('suppressions')
    .select(['id', 'emailKey', 'whose', 'day', 'source'])
    .where('whose', '<>', '')
    .where((eb) => isNobodys(eb.ref('suppressions.customerId')))
    .orderBy('id')

/** Whether somebody who is no longer on file said no to mail. */
export const anyGoneNo = async ({ db }: Pick<Context, 'db'>): Promise<boolean> =>
  (await goneNoes(db).limit(1).executeTakeFirst()) !== undefined

/**
 * Before a yes: the noes of people who are no longer on file go over to whoever of the customers surely said them, as a line of a file
 * about them does it. Asked for some at a time.
 */
export async function returnNoes(context: Context) {
  const { db } = context
  const gone = await goneNoes(db).execute()
  const find = foundBySign(gone)
  return async (ids: readonly number[]): Promise<void> => {
    if (gone.length === 0) return
    const people = await db
      .selectFrom('customers')
      .select([...personColumns, 'email', 'otherMails'])
      .where('id', 'in', ids)
      .orderBy('id')
      .execute()
    for (const row of people) {
      const person = personOnFile(row)
      const noes = find(() => person).filter(({ whose }) => isKnownAgain(whose, person) === 'surely')
      await keepReturned(
        context,
        { ...row, whose: whoseSigns(person) },
        noes.map((no) => ({ no, isSure: true })),
      )
    }
  }
}
