import { erasedWords, type Erased } from '../../core/customers/erased-words.ts'
import { formerDetails } from '../../core/customers/former.ts'
import { customerMemory, everSaid } from '../../core/customers/import-memory.ts'
import { numbersIn } from '../../core/customers/phones.ts'
import { mailKeysOf, type CustomerDetails } from '../../core/customers/person.ts'
import { personOnFile } from '../../core/customers/same-for-a-no.ts'
import { joinedSigns, whoseSigns } from '../../core/customers/whose.ts'
import { promiseIdsOf } from '../promises/edge.ts'
import type { Context } from '../store/context.ts'
import { nobodyElses } from './nobody-elses.ts'
import { planColumns, valuesForPlan, type PlanRow } from './rows.ts'

/** All that tells a customer, now and before, also as who was merged into them; undefined where they are not on file. */
export async function erasedOf(
  context: Pick<Context, 'db' | 'engine'>,
  customerId: number,
): Promise<Erased | undefined> {
  const { db } = context
  const row = await db
    .selectFrom('customers')
    .select(planColumns)
    .where('id', '=', customerId)
    .executeTakeFirst()
  if (!row) return undefined
  const formers = await db
    .selectFrom('formerCustomers')
    .select(['goneId', 'sourceId', 'details', 'broughtFields', 'earlierValues'])
    .where('customerId', '=', customerId)
    .orderBy('id')
    .execute()
  const people = [
    row,
    ...formers.map(({ details, ...former }) => ({ ...row, ...former, ...formerDetails(details) })),
  ]
  const said = people.map(everSaidBy)
  const all = (field: keyof CustomerDetails) => [...new Set(said.flatMap((one) => one(field)))]
  const names = all('name')
  const mails = [...all('email'), ...all('otherMails')]
  const kept = await db
    .selectFrom('suppressions')
    .select(['customerId', 'emailKey', 'whose'])
    .where('customerId', 'in', [customerId, ...formers.map(({ goneId }) => goneId)])
    .execute()
  const signsOf = (id: number, person: PlanRow) =>
    kept
      .filter((no) => no.customerId === id)
      .reduce((signs, no) => joinedSigns(signs, no.whose), whoseSigns(personOnFile(person)))
  const keys = mails.flatMap((text) => mailKeysOf({ email: text, otherMails: '' }))
  const phones = all('phone').flatMap(writtenNumbers)
  const alone = await nobodyElses(context, customerId, { names, mails, phones })
  const namesakes = await db
    .selectFrom('customers')
    .select('id')
    .where('name', 'in', names)
    .where('id', '<>', customerId)
    .limit(1)
    .execute()
  const erased = {
    ids: [...new Set([customerId, ...formers.map(({ goneId }) => goneId)])],
    names,
    emailKeys: [...new Set([...keys, ...kept.map(({ emailKey }) => emailKey)])].filter((key) => key !== ''),
    whose: signsOf(customerId, row),
    formers: formers.map(({ goneId }, i) => ({ id: goneId, whose: signsOf(goneId, people[i + 1]!) })),
    isOnlyOne: namesakes.length === 0,
    words: erasedWords({ names, mails, phones }, alone),
  }
  return { ...erased, promiseIds: await promiseIdsOf(context, erased) }
}

/** The numbers in a field, without the kinds beside them. */
const writtenNumbers = (phone: string): readonly string[] =>
  numbersIn(phone).flatMap((text) => /[+(]?\d[^]*\d/.exec(text)?.[0] ?? [])

/** What each field of a customer says and ever said. */
function everSaidBy(row: PlanRow) {
  const { details } = valuesForPlan(row)
  const memory = customerMemory.read(row)
  return (field: keyof CustomerDetails) =>
    everSaid(memory, field, details[field]).filter((text) => text !== '')
}
