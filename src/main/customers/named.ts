import { sql } from 'kysely'
import { phonesIn, sharePhone } from '../../core/customers/phones.ts'
import { noNumberAsName } from '../../core/customers/typed-phone.ts'
import { identity, searchTerms } from '../../core/fold.ts'
import type { Beside } from '../../core/customers/consent.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Context } from '../store/context.ts'
import { asideLast } from './aside.ts'
import { saveCustomer } from './save.ts'

/** Somebody as they are named at the counter: one of the customers, or a name and perhaps a phone. */
export interface Named {
  readonly customerId?: number | undefined
  readonly name?: string | undefined
  readonly phone?: string | undefined
}

/** Who is meant; without an id it is a name that nobody, or more than one, on file has. */
export interface Meant {
  readonly customerId: number | null
  readonly name: string
}

/** More of one name are told apart by choosing, not by typing. */
const mostOfAName = 100

interface Answer extends Meant {
  readonly isAside: boolean
}

/** The customer chosen, or the only one of exactly this name; who is put aside only where nobody else has it. */
export async function whoIsMeant(
  context: Context,
  { customerId, name, phone = '' }: Named,
): Promise<Result<Answer>> {
  if (customerId === undefined) {
    if (!name) return fail('no-name', 'Say who it is.', 'name')
    const known = await onlyNamed(context, name, phone)
    const noName = !known && noNumberAsName(name)
    if (noName) return fail('no-name', noName, 'name')
    return ok(
      known
        ? { customerId: known.id, name: known.name, isAside: known.asideSinceMs !== null }
        : { customerId: null, name, isAside: false },
    )
  }
  const customer = await context.db
    .selectFrom('customers')
    .select(['name', 'asideSinceMs'])
    .where('id', '=', customerId)
    .executeTakeFirst()
  return customer
    ? ok({ customerId, name: customer.name, isAside: customer.asideSinceMs !== null })
    : fail(
        'no-customer',
        'This customer is no longer in the shop. Nothing was changed. Choose another, or write the name.',
        'customerId',
      )
}

interface KeptMeant {
  readonly meant: Meant
  /** Whether they are put aside, and stay so. */
  readonly isAside: boolean
  readonly beside: Beside
  /** Whether the phone was kept with them, who had none. */
  readonly phoneKept: boolean
}

/**
 * Who is meant, on file from now on where a phone was given: it fills an empty one, or makes a customer of the name. Another than
 * they have is refused, for it would go under.
 */
export async function keepMeant(context: Context, named: Named): Promise<Result<KeptMeant>> {
  const who = await whoIsMeant(context, named)
  const { phone } = named
  if (!who.ok) return who
  const { isAside, ...meant } = who.value
  const asIs = ok({ meant, isAside, beside: [], phoneKept: false })
  if (!phone) return asIs
  const { customerId, name } = meant
  if (customerId !== null) {
    const known = await context.db
      .selectFrom('customers')
      .select('phone')
      .where('id', '=', customerId)
      .executeTakeFirstOrThrow()
    if (known.phone !== '') return isSamePhone(known.phone, phone) ? asIs : otherPhone(name, known.phone)
  }
  const saved = await saveCustomer(context, customerId === null ? { name, phone } : { customerId, phone })
  if (!saved.ok) return saved
  const { id, beside = [] } = saved.value
  return ok({ meant: { customerId: id, name }, isAside, beside, phoneKept: true })
}

const isSamePhone = (known: string, given: string): boolean =>
  known.trim() === given.trim() || sharePhone(phonesIn(known), phonesIn(given))

const otherPhone = (name: string, known: string): Result<never> =>
  fail(
    'other-phone',
    `${name} is on file with another phone, ${known}. Nothing was changed. Correct it on their page, or leave it out here.`,
    'phone',
  )

/** A phone tells two of one name apart; where it is not known of somebody, the name alone has to be enough. */
async function onlyNamed({ db, engine }: Context, name: string, phone: string) {
  const terms = searchTerms(name)
  if (terms.length === 0) return null
  const found = await db
    .selectFrom('customers')
    .select(['id', 'name', 'phone', 'asideSinceMs'])
    .where('id', 'in', sql<number>`(${engine.search.withWords('customers', terms)})`)
    .orderBy(asideLast)
    .orderBy('folded')
    .orderBy('id')
    .limit(mostOfAName)
    .execute()
  const asked = phonesIn(phone)
  const same = found
    .filter((row) => identity(row.name) === identity(name))
    .map((row) => ({ ...row, phones: phonesIn(row.phone) }))
  const known = presentOf(same.filter(({ phones }) => sharePhone(asked, phones)))
  if (known.length > 0) return known.length === 1 ? known[0]! : null
  const possible = presentOf(same.filter(({ phones }) => asked.length === 0 || phones.length === 0))
  return possible.length === 1 ? possible[0]! : null
}

/** Those who are not put aside; all where all are. */
function presentOf<Row extends { readonly asideSinceMs: number | null }>(rows: readonly Row[]) {
  const present = rows.filter(({ asideSinceMs }) => asideSinceMs === null)
  return present.length > 0 ? present : rows
}
