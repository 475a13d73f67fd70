import { nameless, type PromiseLine } from '../../core/promises/promise-file.ts'
import { placesOfEqual, placesOfNumber, type Place, type Told } from '../../core/promises/same-promise.ts'
import type { Context } from '../store/context.ts'

/** A line that can be kept, where it stands in the file, and what tells it from others. */
export interface Kept extends Told {
  readonly line: number
  readonly promise: PromiseLine
}

/** A promise of an earlier file, as far as a line can change it. */
export interface Known extends Told {
  readonly id: number
  readonly customerId: number | null
  readonly readyAtMs: number | null
  readonly brokenAtMs: number | null
}

export type Places = ReadonlyMap<Kept, Place<Known>>

const keysASlice = 200

/** What each line is: the lines of one number, or that say the same without one, are looked at together. */
export async function placesOf(context: Context, lines: readonly Kept[]): Promise<Places> {
  const groups = new Map<string, Kept[]>()
  for (const line of lines) {
    const group = groups.get(line.promise.sourceId)
    if (group) group.push(line)
    else groups.set(line.promise.sourceId, [line])
  }
  const places = new Map<Kept, Place<Known>>()
  const keys = [...groups.keys()]
  for (let at = 0; at < keys.length; at += keysASlice) {
    const slice = keys.slice(at, at + keysASlice)
    const known = await knownPromises(context, slice)
    for (const key of slice) {
      const group = groups.get(key)!
      const placed = group[0]!.promise.numbered ? placesOfNumber : placesOfEqual
      for (const [i, place] of placed(group, known.get(key) ?? []).entries())
        places.set(
          group[i]!,
          place.is === 'again' ? { ...place, of: group[place.of]!.line } : lineOf(place, group),
        )
    }
    await context.step(
      Math.min(at + keysASlice, keys.length),
      keys.length,
      'Comparing with the promises kept',
    )
  }
  return places
}

/** A place whose lines are lines of the file, not of their group. */
const lineOf = (place: Place<Known>, group: readonly Kept[]): Place<Known> =>
  place.is === 'new' && place.alike !== null ? { ...place, alike: group[place.alike]!.line } : place

async function knownPromises({ db }: Context, keys: readonly string[]): Promise<Map<string, Known[]>> {
  const rows = await db
    .selectFrom('promises')
    .select(['id', 'sourceId', 'sourceCustomer', 'customerId', 'what', 'madeAtMs', 'toldAtMs'])
    .select(['readyAtMs', 'doneAtMs', 'brokenAtMs'])
    .where('sourceId', '<>', '')
    .where('sourceId', 'in', keys)
    .orderBy('id')
    .execute()
  const known = new Map<string, Known[]>()
  for (const { sourceId, sourceCustomer, what, madeAtMs, ...row } of rows) {
    const says = what !== nameless(sourceId) && what !== nameless('')
    const one = {
      ...row,
      customer: sourceCustomer,
      what: says ? what : '',
      madeAtMs: madeAtMs < row.toldAtMs ? madeAtMs : null,
    }
    known.set(sourceId, [...(known.get(sourceId) ?? []), one])
  }
  return known
}
