import type { Day } from '../day.ts'
import type { Formats } from '../formats.ts'
import type { Consent } from './consent.ts'
import type { Channel } from './reach.ts'

/** Why somebody may not be reached by a channel. */
export type WhyNot =
  'deceased' | 'putAside' | 'noWay' | 'wrongWay' | 'saidNo' | 'notAsked' | 'deadAddress' | 'paused'

/** What is known of the address or number of a channel. */
export type Way = 'none' | 'wrong' | 'dead' | 'good'

/** All that the rule asks of somebody, of one channel. */
export interface Reachable {
  readonly deceasedDay: Day | ''
  readonly asideSinceMs: number | null
  readonly pausedUntil: Day | ''
  /** Their answer, with a no that holds for them before any of their own. */
  readonly consent: Consent
  readonly way: Way
}

export type Reach = { readonly may: true } | { readonly may: false; readonly why: WhyNot }

/** Mail and messages need a yes (Directive 2002/58/EC, article 13); who was never asked may be called and written letters to. */
const needsYes: Readonly<Record<Channel, boolean>> = { email: true, message: true, phone: false, post: false }

/** Whether somebody may be written to or called on a day, and why not: of several reasons the one that lasts longest. */
export function mayReach(person: Reachable, channel: Channel, day: Day): Reach {
  const why = whyNot(person, channel, day)
  return why === null ? { may: true } : { may: false, why }
}

function whyNot(person: Reachable, channel: Channel, day: Day): WhyNot | null {
  const { deceasedDay, asideSinceMs, way, consent } = person
  if (deceasedDay !== '') return 'deceased'
  if (asideSinceMs !== null) return 'putAside'
  if (way === 'none') return 'noWay'
  if (way === 'wrong') return 'wrongWay'
  if (consent === 'no') return 'saidNo'
  if (consent === 'unasked' && needsYes[channel]) return 'notAsked'
  if (way === 'dead') return 'deadAddress'
  return isPaused(person, day) ? 'paused' : null
}

/** Whether somebody asked for a pause that has not ended by this day; on the day itself they may be reached again. */
export const isPaused = ({ pausedUntil }: Pick<Reachable, 'pausedUntil'>, day: Day): boolean =>
  pausedUntil > day

const ways: Readonly<Record<Channel, string>> = {
  email: 'No mail address',
  phone: 'No number',
  post: 'No postal address',
  message: 'No number',
}

/** What is said of an address that is dead. */
export const cameBack: Readonly<Record<'email' | 'post', string>> = {
  email: 'Mail came back',
  post: 'A letter came back',
}

/** What is said of who died. */
export const deceased = 'Deceased'

/** Why not, as a sentence without its stop. */
export function whyNotWords(
  why: WhyNot,
  channel: Channel,
  { pausedUntil }: Pick<Reachable, 'pausedUntil'>,
  { longDate }: Formats,
): string {
  switch (why) {
    case 'deceased':
      return deceased
    case 'putAside':
      return 'Put aside'
    case 'noWay':
      return ways[channel]
    case 'wrongWay':
      return channel === 'email' ? 'The mail address does not work' : 'The number does not work'
    case 'saidNo':
      return 'Said no'
    case 'notAsked':
      return 'Ask first'
    case 'deadAddress':
      return channel === 'email' ? cameBack.email : cameBack.post
    case 'paused':
      return `Paused until ${longDate(pausedUntil)}`
  }
}

/** A postal address as it is compared with the one that a letter came back from. */
export const postKey = (at: Readonly<Record<'street' | 'postcode' | 'city' | 'country', string>>): string =>
  [at.street, at.postcode, at.city, at.country].join('\n')

/** Whether letters came back from this address; a country that is written in since makes no other one of it. */
export const isDeadPost = (deadPost: string, at: Parameters<typeof postKey>[0]): boolean =>
  deadPost !== '' && deadPost.slice(0, deadPost.lastIndexOf('\n') + 1) === postKey({ ...at, country: '' })
