import { customerPage } from '../../core/customers/page.ts'
import type { tierCalls } from '../../core/customers/tier-calls.ts'
import { mostTiers, tierWords } from '../../core/customers/tiers.ts'
import { fold } from '../../core/fold.ts'
import { fail, ok } from '../../core/result.ts'
import type { Context, HandlersOf } from '../store/context.ts'
import { noCustomer } from './no-customer.ts'

const idsASlice = 200

/** Where they are seen. */
const page = '/settings'

const noTier = fail('no-tier', 'This tier is not there any more. Nothing was changed.', 'tierId')

/** The shop's tiers, who hears most often first. */
export const allTiers = ({ db }: Pick<Context, 'db'>) =>
  db.selectFrom('tiers').selectAll().orderBy('maxDays').orderBy('idealDays').orderBy('id').execute()

export const tierHandlers: HandlersOf<Omit<typeof tierCalls, 'customers.notToday'>> = {
  'customers.tiers': async (context) => {
    const counts = await context.db
      .selectFrom('customers')
      .select((eb) => ['tierId', eb.fn.countAll<number>().as('n')])
      .where('tierId', 'is not', null)
      .groupBy('tierId')
      .execute()
    const inTier = new Map(counts.map(({ tierId, n }) => [tierId, n]))
    const all = await allTiers(context)
    return ok(all.map((tier) => ({ ...tier, customers: inTier.get(tier.id) ?? 0 })))
  },

  'customers.saveTier': async (context, { tierId, ...tier }) => {
    const { db, say, formats } = context
    const all = await allTiers(context)
    const before = all.find(({ id }) => id === tierId)
    if (tierId !== undefined && !before) return noTier
    if (all.some((one) => one !== before && fold(one.name) === fold(tier.name)))
      return fail('name-taken', `There is a tier ${tier.name} already. Nothing was changed.`, 'name')
    const words = `${tier.name} hear from us ${tierWords(tier, formats)}`
    if (before) {
      await db.updateTable('tiers').set(tier).where('id', '=', before.id).execute()
      say(before.name === tier.name ? words : `${before.name} are now ${tier.name}`, page)
      return ok({ id: before.id })
    }
    if (all.length >= mostTiers)
      return fail(
        'too-many-tiers',
        `There are ${formats.number(mostTiers)} tiers already. Nothing was changed. Change one of them instead.`,
      )
    const added = await db.insertInto('tiers').values(tier).returning('id').executeTakeFirstOrThrow()
    say(words, page)
    return ok(added)
  },

  'customers.removeTier': async (context, { tierId }) => {
    const { db, say, formats } = context
    const tier = (await allTiers(context)).find(({ id }) => id === tierId)
    if (!tier) return noTier
    const ids = await db.selectFrom('customers').select('id').where('tierId', '=', tierId).execute()
    const moved = ids.length
    await db.updateTable('customers').set({ tierId: null }).where('tierId', '=', tierId).execute()
    await db.deleteFrom('tiers').where('id', '=', tierId).execute()
    const who = formats.counted(moved, 'customer hears', 'customers hear')
    say(`${tier.name} removed${moved === 0 ? '' : `; ${who} from us as often as everybody else`}`, page)
    return ok({ moved })
  },

  'customers.setTier': async (context, { customerIds, tierId }) => {
    const { db, say, formats } = context
    const tier = (await allTiers(context)).find(({ id }) => id === tierId)
    if (tierId !== null && !tier) return noTier
    const ids = [...new Set(customerIds)]
    let found = 0
    let changed = 0
    let name = ''
    for (let done = 0; done < ids.length; done += idsASlice) {
      const people = await db
        .selectFrom('customers')
        .select(['id', 'name', 'tierId'])
        .where('id', 'in', ids.slice(done, done + idsASlice))
        .execute()
      found += people.length
      const others = people.filter((one) => one.tierId !== tierId).map(({ id }) => id)
      name = people[0]?.name ?? name
      if (others.length > 0)
        await db.updateTable('customers').set({ tierId }).where('id', 'in', others).execute()
      changed += others.length
      await context.step(Math.min(done + idsASlice, ids.length), ids.length, 'Changing how often they hear')
    }
    if (found < ids.length)
      return ids.length === 1
        ? noCustomer
        : fail(
            'no-customer',
            `${formats.number(ids.length - found)} of the ${formats.counted(ids.length, 'customer', 'customers')} are not on file. Nothing was changed.`,
            'customerIds',
          )
    const who = ids.length === 1 ? name : formats.counted(changed, 'customer', 'customers')
    const hear = ids.length === 1 || changed === 1 ? 'hears' : 'hear'
    const as = tier ? `as ${tier.name}` : 'as often as everybody else'
    if (changed > 0) say(`${who} ${hear} from us ${as}`, ids.length === 1 ? customerPage(ids[0]!) : undefined)
    return ok({ changed })
  },
}
