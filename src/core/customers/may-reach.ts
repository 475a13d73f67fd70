import type { Day } from '../day.ts'
import type { Formats } from '../formats.ts'
import { partKey } from './address.ts'
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

type PostalPlace = Readonly<Record<'street' | 'postcode' | 'city' | 'country', string>>

/** A postal address as it was when a letter came back from it. */
export const postKey = (at: PostalPlace): string => [at.street, at.postcode, at.city, at.country].join('\n')

/**
 * Whether letters came back from this address, however it is written now: "AM MARKT 1", "D-10115", all of the town in one field. A country
 * that is written in since makes no other one of it.
 */
export function isDeadPost(deadPost: string, at: Omit<PostalPlace, 'country'>): boolean {
  if (deadPost === '') return false
  const [city = '', postcode = '', ...street] = deadPost.split('\n').toReversed().slice(1)
  return placeKey({ street: street.toReversed().join(' '), postcode, city }) === placeKey(at)
}

const placeKey = ({ street, postcode, city }: Omit<PostalPlace, 'country'>): string =>
  partKey(`${street} ${bareTown(`${postcode} ${city}`)}`)

/** A town without the sign of its country before the code: "D-10115". */
const bareTown = (town: string): string => town.trim().replace(/^\p{L}{1,3} ?- ?(?=\d)/u, '')
