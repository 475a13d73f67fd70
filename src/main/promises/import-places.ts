import { judgedAtMs } from '../../core/promises/outcome.ts'
import {
  placesOfEqual,
  placesOfNumber,
  type KnownTold,
  type Place,
} from '../../core/promises/same-promise.ts'
import { inSlices } from '../import/slices.ts'
import type { Context } from '../store/context.ts'
import type { Line } from './import-lines.ts'

/** A promise of an earlier file, as far as a line can change it. */
export interface Known extends KnownTold {
  readonly id: number
  readonly customerId: number | null
  readonly readyAtMs: number | null
  readonly brokenAtMs: number | null
  /** What is kept of it, whatever the file says. */
  readonly kept: { readonly customer: string; readonly what: string; readonly doneDayOnly: boolean }
}

export type Places = ReadonlyMap<Line, Place<Known>>

/** What is being done, for the progress bar. */
export const comparing = 'Comparing with the promises kept'

/** What each line is: the lines of one number, or that say the same without one, are looked at together. */
export async function placesOf(context: Context, lines: readonly Line[]): Promise<Places> {
  const groups = new Map<string, Line[]>()
  for (const line of lines) {
    const group = groups.get(line.promise.sourceId)
    if (group) group.push(line)
    else groups.set(line.promise.sourceId, [line])
  }
  const places = new Map<Line, Place<Known>>()
  await inSlices(context, [...groups.keys()], comparing, async (keys) => {
    const olderOf = (key: string) => groups.get(key)![0]!.promise.olderId
    const known = await knownPromises(context, [...new Set(keys.flatMap((key) => [key, olderOf(key)]))])
    for (const key of keys) {
      const group = groups.get(key)!
      const ids = new Set([key, olderOf(key)])
      const placed = group[0]!.promise.numbered ? placesOfNumber : placesOfEqual
      for (const [i, place] of placed(
        group,
        [...ids].flatMap((id) => known.get(id) ?? []),
      ).entries())
        places.set(
          group[i]!,
          place.is === 'again' ? { ...place, of: group[place.of]!.line } : lineOf(place, group),
        )
    }
  })
  return places
}

/** A place whose lines are lines of the file, not of their group. */
const lineOf = (place: Place<Known>, group: readonly Line[]): Place<Known> =>
  place.is === 'new' && place.alike !== null ? { ...place, alike: group[place.alike]!.line } : place

async function knownPromises({ db }: Context, keys: readonly string[]): Promise<Map<string, Known[]>> {
  const rows = await db
    .selectFrom('promises')
    .select(['id', 'sourceId', 'sourceCustomer', 'sourceWhat', 'sourceMade', 'sourceTold'])
    .select(['customerId', 'what', 'madeAtMs', 'toldAtMs'])
    .select(['firstToldAtMs', 'readyAtMs', 'doneAtMs', 'brokenAtMs', 'doneDayOnly', 'name'])
    .where('sourceId', '<>', '')
    .where('sourceId', 'in', keys)
    .orderBy('id')
    .execute()
  const known = new Map<string, Known[]>()
  for (const { sourceId, sourceCustomer, sourceWhat, sourceMade, sourceTold, ...kept } of rows) {
    const { what, madeAtMs, doneDayOnly, name, ...row } = kept
    const one = {
      ...row,
      customer: sourceCustomer,
      what: sourceWhat,
      made: sourceMade,
      told: sourceTold,
      toldAtMs: judgedAtMs(row),
      madeAtMs: madeAtMs < judgedAtMs(row) ? madeAtMs : null,
      kept: { customer: name, what, doneDayOnly: doneDayOnly === 1 },
    }
    known.set(sourceId, [...(known.get(sourceId) ?? []), one])
  }
  return known
}
