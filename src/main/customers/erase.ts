import type { customersCalls } from '../../core/customers/calls.ts'
import { namedAddresses } from '../../core/customers/named-addresses.ts'
import { dayAt } from '../../core/day.ts'
import { fail, ok } from '../../core/result.ts'
import { dropDraftsOf } from '../drafts/edge.ts'
import { hideCodes } from '../newsletter/edge.ts'
import { promisesLeft } from '../promises/edge.ts'
import type { HandlersOf } from '../store/context.ts'
import { forgetInLog, keepLineAlone } from '../store/forget.ts'
import { forgetEarlier } from './earlier-words.ts'
import { adoptNoes } from './channel-noes.ts'
import { eraseRows, ownRows, sharingAddress } from './erase-rows.ts'
import { erasedOf } from './erased.ts'
import { namedElsewhere } from './named-elsewhere.ts'
import { called, noCustomer } from './no-customer.ts'
import { hashedNoes, hashIn, keepHashes } from './suppressed.ts'

type Erasing = 'customers.erasing' | 'customers.erase' | 'customers.suppress'

/** Takes a person out of the shop for good, and addresses out of all mail. */
export const eraseCalls: HandlersOf<Pick<typeof customersCalls, Erasing>> = {
  'customers.erasing': async (context, { customerId }) => {
    const erased = await erasedOf(context, customerId)
    if (!erased) return noCustomer
    const { open, closed } = await promisesLeft(context, erased)
    return ok({
      open: open.map(({ what }) => what),
      promises: closed,
      ...(await ownRows(context, erased)),
      addresses: erased.emailKeys.length,
      sharing: await sharingAddress(context, erased),
      elsewhere: await namedElsewhere(context, erased),
    })
  },

  'customers.erase': async (context, { customerId }) => {
    const { db, engine } = context
    const erased = await erasedOf(context, customerId)
    if (!erased) return noCustomer
    const { open, closed } = await promisesLeft(context, erased)
    const [first, ...others] = open
    if (first)
      return fail(
        'promise-open',
        `“${called(first.what)}” is promised to ${called(erased.names[0]!)}${others.length === 0 ? '' : `, and ${others.length} more`}. Nothing was changed. Close it first, or mark it as broken.`,
        'customerId',
      )
    const sharing = await sharingAddress(context, erased)
    await adoptNoes(context, [customerId])
    await engine.log.keep(db, 'none')
    const hash = await hashIn(db)
    await keepHashes(db, erased.emailKeys.map(hash), dayAt(context.now, context.zone), 'erased')
    const rows = await eraseRows(context, erased)
    await forgetEarlier(context, erased)
    await hideCodes(context, erased, hash)
    await dropDraftsOf(context, erased, rows.get('actions') ?? [])
    await forgetInLog(context, erased, rows)
    context.wipeAfter()
    context.say('One customer erased', '/customers')
    return ok({ promises: closed, sharing })
  },

  'customers.suppress': async (context, { email }) => {
    const { db, formats } = context
    const { keys, unclear } = namedAddresses(email)
    const [wrong] = unclear
    // Of several the one that is wrong would be written to, with everything saying that it is not.
    if (wrong !== undefined || keys.length === 0) return fail('no-address', noAddressWords(wrong), 'email')
    const hash = await hashIn(db)
    const noes = await hashedNoes(db)
    const fresh = keys.filter((key) => noes.at(key) === undefined)
    if (fresh.length === 0)
      return fail('suppressed-already', 'This address gets no mail already. Nothing was changed.', 'email')
    await keepHashes(db, fresh.map(hash), dayAt(context.now, context.zone), 'asked')
    // They asked for it, so that no undo of the owner's is theirs to make: only they can say yes again.
    await keepLineAlone(context)
    context.say(
      fresh.length === 1
        ? 'An address is never written to any more'
        : `${formats.counted(fresh.length, 'address is', 'addresses are')} never written to any more`,
      '/customers',
    )
    return ok({ addresses: fresh.length, understood: keys })
  },
}

const noAddressWords = (wrong = ''): string =>
  wrong === '' || wrong === '@'
    ? 'This is no mail address. Nothing was changed.'
    : `“${wrong}” is no mail address. Nothing was changed. Copy it out of their mail.`
