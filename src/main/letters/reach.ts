import type { Reach, WhyNot } from '../../core/customers/may-reach.ts'
import type { Channel } from '../../core/customers/reach.ts'
import { isOwnMatter, ways, type Occasion, type Way } from '../../core/letters/occasions.ts'
import { hasAddress, type PostalPlace } from '../../core/letters/address.ts'
import { personalReach } from '../customers/edge.ts'
import type { Context } from '../store/context.ts'

/** What of a customer is named where a way to them is closed. */
interface Reached extends PostalPlace {
  readonly id: number
  readonly email: string
}

const channelOf: Readonly<Record<Way, Channel>> = { mail: 'email', call: 'phone', letter: 'post' }

/** What an answer to their own matter does not stop for. */
const isForgone = (why: WhyNot, occasion: Occasion): boolean =>
  (why === 'saidNo' || why === 'paused') && isOwnMatter(occasion)

const onlyFor: Readonly<Record<Way, string>> = {
  mail: 'Only an answer about their own order goes by mail',
  call: 'Only what they are promised is a reason to call',
  letter: 'Only an answer about their own order goes by letter',
}

const todo: Readonly<Record<Way, string>> = { letter: 'write a letter', mail: 'write a mail', call: 'call' }

/** What they said no to, and which ways are open instead. */
function saidNoWords(way: Way, open: readonly Way[]): string {
  const others = open.length === 0 ? '' : `: ${open.map((other) => todo[other]).join(', or ')}`
  return `They said no to ${noTo[way]}. ${onlyFor[way]}${others}.`
}

const noTo: Readonly<Record<Way, string>> = { mail: 'mail', call: 'calls', letter: 'letters' }

/** Each way to somebody on an occasion. */
export interface Closed {
  /** Why it is closed, in a sentence; '' where it is open. */
  readonly closed: Readonly<Record<Way, string>>
  /** Nothing may go out by it. A letter without an address can still be handed over. */
  readonly shut: Readonly<Record<Way, boolean>>
}

/** Which ways to somebody are closed on an occasion, and why. */
export async function closedWays(context: Context, customer: Reached, occasion: Occasion): Promise<Closed> {
  const { reach, isUnasked } = await personalReach(context, customer.id)
  const isWarned = isUnasked('email') && !isOwnMatter(occasion)
  const asked = (way: Way, open: readonly Way[]) =>
    closedWay(way, customer, occasion, reach(channelOf[way]), open)
  const open = ways.filter((way) => asked(way, []) === '' && !(way === 'mail' && isWarned))
  const closed = (way: Way) =>
    asked(way, open) || (way === 'mail' && isWarned ? neverAsked(open.includes('letter')) : '')
  const shut = (way: Way) => isShut(way, occasion, reach(channelOf[way]))
  return {
    closed: { letter: closed('letter'), mail: closed('mail'), call: closed('call') },
    shut: { letter: shut('letter'), mail: shut('mail'), call: shut('call') },
  }
}

function isShut(way: Way, occasion: Occasion, reach: Reach): boolean {
  if (reach.may || isForgone(reach.why, occasion)) return false
  return way === 'mail' || ['deceased', 'saidNo', 'paused'].includes(reach.why)
}

function closedWay(
  way: Way,
  customer: Reached,
  occasion: Occasion,
  reach: Reach,
  open: readonly Way[],
): string {
  if (reach.may || isForgone(reach.why, occasion))
    return way === 'letter' && !hasAddress(customer) ? noPostalAddress : ''
  switch (reach.why) {
    case 'deceased':
      return 'They are noted as deceased.'
    case 'noWay':
      if (way === 'letter') return hasAddress(customer) ? '' : noPostalAddress
      return way === 'mail' ? 'No mail address is on file.' : 'No telephone number is on file.'
    case 'wrongWay':
      return way === 'mail' ? `“${customer.email}” is not a mail address that works.` : ''
    case 'deadAddress':
      return way === 'mail'
        ? 'Mail to this address came back: ask for a new one.'
        : 'A letter to this address came back: ask for a new one.'
    case 'paused':
      return 'They asked for a pause. Only an answer about their own order goes out before its end.'
    case 'saidNo':
      return saidNoWords(way, open)
    case 'putAside':
    case 'notAsked':
      return ''
  }
}

const neverAsked = (mayWrite: boolean): string =>
  `They were never asked whether they want mail, and this may count as advertising: ask first${mayWrite ? ', or write a letter' : ''}.`
const noPostalAddress = 'No postal address is on file: the letter can only be handed over.'
