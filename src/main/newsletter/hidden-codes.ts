import type { Erased } from '../../core/customers/erased-words.ts'
import { whoseOnFile } from '../customers/edge.ts'
import type { Context } from '../store/context.ts'

/** Before a hash that stands in the place of an address. */
const mark = '#'

/** The hash of the address that the code of somebody erased was written to; undefined of others. */
export const hashOfCode = (emailKey: string): string | undefined =>
  emailKey.startsWith(mark) ? emailKey.slice(mark.length) : undefined

/** The codes in mails to somebody erased stop mail to that address as before, and tell neither it nor them. */
export async function hideCodes(
  { db }: Pick<Context, 'db'>,
  { ids, emailKeys }: Erased,
  hash: (emailKey: string) => string,
): Promise<void> {
  const found = await db
    .selectFrom('optOutCodes')
    .select(['id', 'customerId', 'emailKey'])
    .where((eb) =>
      eb.or([eb('customerId', 'in', ids), eb('emailKey', 'in', emailKeys.length === 0 ? ['#'] : emailKeys)]),
    )
    .orderBy('id')
    .execute()
  const others = await whoseOnFile(
    { db },
    found.map(({ customerId }) => customerId),
  )
  const rows = found.filter(({ customerId }) => !others.has(customerId))
  for (const { id, emailKey } of rows)
    await db
      .updateTable('optOutCodes')
      .set({
        emailKey: emailKey === '' || hashOfCode(emailKey) ? emailKey : mark + hash(emailKey),
        whose: '',
      })
      .where('id', '=', id)
      .execute()
}
