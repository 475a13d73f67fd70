import type { InputOf, OutputOf } from '../../core/call.ts'
import type { customersCalls } from '../../core/customers/calls.ts'
import { customerMemory } from '../../core/customers/import-memory.ts'
import { detailNames, foldedCustomer, mailKey, type CustomerDetails } from '../../core/customers/person.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { customerPage } from '../../core/customers/page.ts'
import type { Context } from '../store/context.ts'
import { besideNoes, besideInAnswer, besideInWords } from './beside.ts'
import { adoptNoes } from './channel-noes.ts'
import { moveNo } from './keep-noes.ts'
import { anyGoneNo } from './returned.ts'
import { noCustomer } from './no-customer.ts'
import { typedDetails } from './typed-details.ts'
import { suppressedFor } from './suppressed.ts'
import { consentHeld } from './suppression.ts'

const nobody = Object.fromEntries(detailNames.map((name) => [name, ''])) as Record<
  keyof CustomerDetails,
  string
>

/** What somebody is known by where a no is concerned. */
const signs = ['name', 'email', 'otherMails', 'phone'] as const

/** Adds a customer, or with an id changes one; what is not given stays. A name or a company is needed. */
export async function saveCustomer(
  context: Context,
  { customerId, ...given }: InputOf<(typeof customersCalls)['customers.save']>,
): Promise<Result<OutputOf<(typeof customersCalls)['customers.save']>>> {
  const { db, now, say } = context
  const row = customerId
    ? await db
        .selectFrom('customers')
        .select(['broughtFields', 'earlierValues', ...detailNames])
        .select((eb) => consentHeld(eb).as('consent'))
        .where('id', '=', customerId)
        .executeTakeFirst()
    : { broughtFields: 0, earlierValues: '', consent: 'unasked', ...nobody }
  if (!row) return noCustomer
  const { broughtFields, earlierValues, consent, ...before } = row
  const details = { ...before }
  const typed = typedDetails(given, context)
  if (!typed.ok) return typed
  for (const name of detailNames) details[name] = typed.value[name] ?? before[name]
  if (details.name.trim() === '') details.name = details.company
  if (details.name.trim() === '')
    return fail('no-name', 'Give a name or a company. Nothing was changed.', 'name')
  const emailKey = mailKey(details.email)
  const columns = { ...details, folded: foldedCustomer(details), emailKey }
  if (customerId) {
    const page = customerPage(customerId)
    say(`${details.name} changed`, page)
    const known = customerMemory.read({ broughtFields, earlierValues })
    const memory = customerMemory.afterEdit(known, before, details)
    const isMoved = details.email !== before.email || details.otherMails !== before.otherMails
    const suppressed = isMoved ? await suppressedFor(db, customerId) : undefined
    await adoptNoes(context, [customerId])
    await db
      .updateTable('customers')
      .set({ ...columns, ...customerMemory.write(memory) })
      .where('id', '=', customerId)
      .execute()
    if (isMoved) await moveNo(context, customerId, details, suppressed)
    const isAsked = consent !== 'unasked' || (await anyGoneNo(context))
    if (!isAsked || signs.every((name) => details[name] === before[name])) return ok({ id: customerId })
    const beside = await besideNoes(context, [customerId], 'all')
    say(`${details.name} changed${besideInWords(beside)}`, page)
    return ok({ id: customerId, ...besideInAnswer(beside) })
  }
  const added = await db
    .insertInto('customers')
    .values({ ...columns, createdAtMs: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await adoptNoes(context, [added.id])
  const beside = (await anyGoneNo(context)) ? await besideNoes(context, [added.id], 'added') : []
  say(`${details.name} added${besideInWords(beside)}`, customerPage(added.id))
  return ok({ id: added.id, ...besideInAnswer(beside) })
}
