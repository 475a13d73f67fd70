import { foundBySign } from './found-by-sign.ts'
import { sharePhone, tellingPhones } from './phones.ts'
import type { OtherChannel } from './reach.ts'
import type { Person } from './same-for-a-no.ts'
import { isKnownAgain, phoneKeysFor, phoneKeysOf } from './whose.ts'

/** A no to calls, letters or messages that stands. */
export interface ChannelNo {
  readonly id: number
  readonly customerId: number
  readonly channel: OtherChannel
  readonly day: string
  readonly source: string
  readonly whose: string
  /** Who said it, as they are now; null where they are no longer on file. */
  readonly person: Person | null
}

/** A no that holds for somebody. */
export interface HeldNo extends ChannelNo {
  /** Their own, or of who is no longer on file and surely was they: asking them again turns it. */
  readonly isTheirs: boolean
  /** It is of who may be the same person, and not only of who shares the number. */
  readonly mayBeTheirs: boolean
}

/** Of all noes that stand, those that hold for somebody by a channel, their own first, then the latest. */
export function channelNoes(noes: readonly ChannelNo[]) {
  const bySign = foundBySign(noes)
  const byPhone = new Map<string, ChannelNo[]>()
  const own = new Map<number, ChannelNo[]>()
  const add = <Key>(map: Map<Key, ChannelNo[]>, key: Key, no: ChannelNo) =>
    map.set(key, [...(map.get(key) ?? []), no])
  for (const no of noes) {
    add(own, no.customerId, no)
    if (no.channel !== 'post') for (const key of phoneKeysOf(no.whose)) add(byPhone, key, no)
  }
  return (customerId: number, person: Person, channel: OtherChannel): readonly HeldNo[] => {
    if (noes.length === 0) return []
    const met = new Set([
      ...(own.get(customerId) ?? []),
      ...bySign(() => person),
      ...phoneKeysFor(person).flatMap((key) => byPhone.get(key) ?? []),
    ])
    return [...met]
      .filter((no) => no.channel === channel)
      .flatMap((no) => {
        const how = no.customerId === customerId ? 'theirs' : heldBy(no, person)
        return how === 'no' ? [] : [{ ...no, isTheirs: how === 'theirs', mayBeTheirs: how !== 'number' }]
      })
      .toSorted(
        (a, b) =>
          Number(b.customerId === customerId) - Number(a.customerId === customerId) ||
          Number(b.isTheirs) - Number(a.isTheirs) ||
          b.day.localeCompare(a.day) ||
          b.id - a.id,
      )
  }
}

/** How a no that another row said holds: as of the same person, of who may be, of who shares the number, or not. */
function heldBy(no: ChannelNo, person: Person): 'theirs' | 'alike' | 'number' | 'no' {
  const again = isKnownAgain(no.whose, person)
  // Another on file is asked for themselves.
  if (again === 'surely') return no.person === null ? 'theirs' : 'alike'
  if (again === 'alike') return 'alike'
  // Two on file of one name and with nothing else that tells are two.
  if (again === 'perhaps' && no.person === null) return 'alike'
  if (no.channel === 'post') return 'no'
  return sharesNumber(no, person) ? 'number' : 'no'
}

/** Signs tell the ends of numbers; of who is on file the numbers themselves are there. */
function sharesNumber({ whose, person: sayer }: ChannelNo, person: Person): boolean {
  const keys = new Set(phoneKeysOf(whose))
  if (!phoneKeysFor(person).some((key) => keys.has(key))) return false
  return sayer === null || sharePhone(tellingPhones(sayer.phone), tellingPhones(person.phone))
}
