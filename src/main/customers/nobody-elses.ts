import { sql } from 'kysely'
import { nameStanding, type Tells } from '../../core/customers/erased-words.ts'
import { formerDetails } from '../../core/customers/former.ts'
import { mailKeys } from '../../core/customers/person.ts'
import { phoneEnds, sharePhone, wholePhones } from '../../core/customers/phones.ts'
import { fold } from '../../core/fold.ts'
import type { Context } from '../store/context.ts'
import { havingMail } from './having-mail.ts'

type Asking = Pick<Context, 'db' | 'engine'>

/** What of all that tells a customer tells nobody else on file: a text with it in it surely means them. */
export async function nobodyElses(context: Asking, customerId: number, tells: Tells): Promise<Tells> {
  const names = await namesLike(context, customerId, tells.names)
  const alone = async (texts: readonly string[], isShared: (text: string) => Promise<boolean>) => {
    const found: string[] = []
    for (const text of texts) if (!(await isShared(text))) found.push(text)
    return found
  }
  return {
    names: tells.names.filter((name) => {
      const standing = nameStanding(name)
      return !names.some((other) => fold(other) === fold(name) || other.search(standing) >= 0)
    }),
    mails: await alone(tells.mails, (mail) => isMailOfOthers(context, customerId, mailKeys(mail))),
    phones: await alone(tells.phones, (phone) => isPhoneOfOthers(context, customerId, phone)),
  }
}

/** What others are called, or were before they were merged, as far as one of the names may be in it. */
async function namesLike({ db }: Asking, customerId: number, names: readonly string[]) {
  const folded = names.map(fold).filter((name) => name !== '')
  if (folded.length === 0) return []
  const onFile = await db
    .selectFrom('customers')
    .select('name')
    .where('id', '<>', customerId)
    .where((eb) => eb.or(folded.map((name) => eb('folded', 'like', `%${name}%`))))
    .execute()
  const formers = await db
    .selectFrom('formerCustomers')
    .select('details')
    .where('customerId', '<>', customerId)
    .execute()
  return [...onFile, ...formers.map(({ details }) => formerDetails(details))].map(({ name }) => name)
}

async function isMailOfOthers({ db }: Asking, customerId: number, keys: readonly string[]) {
  if (keys.length === 0) return false
  const other = await db
    .selectFrom('customers')
    .select('id')
    .where('id', '<>', customerId)
    .where('id', 'in', havingMail(db, keys))
    .limit(1)
    .executeTakeFirst()
  return other !== undefined
}

/** A number that is too short to be told from others counts as theirs too. */
async function isPhoneOfOthers({ db, engine }: Asking, customerId: number, phone: string) {
  const asked = wholePhones(phone)
  if (asked.length === 0) return true
  const ways = phoneEnds(phone).map((digits) => ({ digits, is: 'whole' as const }))
  const others = await db
    .selectFrom('customers')
    .select('phone')
    .where('id', '<>', customerId)
    .where('id', 'in', sql<number>`(${engine.search.withNumbers([ways])})`)
    .execute()
  return others.some((other) => sharePhone(asked, wholePhones(other.phone)))
}
