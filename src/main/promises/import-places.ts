import { dayAt } from '../../core/day.ts'
import { judgedAtMs } from '../../core/promises/outcome.ts'
import { keptCustomer, signOfWords } from '../../core/promises/said-customer.ts'
import { placesOfParts } from '../../core/promises/same-parts.ts'
import { placesOfEqual, sharedByDone } from '../../core/promises/equal-lines.ts'
import { listed, placesOfNumber, type Place } from '../../core/promises/same-promise.ts'
import type { KnownTold } from '../../core/promises/told.ts'
import { nameNow } from '../customers/edge.ts'
import { inSlices } from '../import/slices.ts'
import type { Context } from '../store/context.ts'
import type { Line } from './import-lines.ts'

/** A promise of an earlier file, as far as a line can change it. */
export interface Known extends KnownTold {
  readonly id: number
  readonly sourceId: string
  readonly customerId: number | null
  readonly readyAtMs: number | null
  /** What is kept of it, whatever the file says. */
  readonly kept: KnownTold['kept'] & { readonly doneDayOnly: boolean }
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
  const { now, zone } = context
  const on = { today: dayAt(now, zone), dayOf: (atMs: number) => dayAt(atMs, zone) }
  const places = new Map<Line, Place<Known>>()
  const byId = (ids: readonly string[]) => knownPromises(context, 'sourceId', ids)
  await inSlices(context, [...groups.keys()], comparing, async (keys) => {
    const olderOf = (key: string) => groups.get(key)![0]!.promise.olderId
    const known = bySourceId(await byId([...new Set(keys.flatMap((key) => [key, olderOf(key)]))]))
    for (const key of keys) {
      const group = groups.get(key)!
      const ids = new Set([key, olderOf(key)])
      const alike = [...ids].flatMap((id) => known.get(id) ?? [])
      const placed = group[0]!.promise.numbered
        ? placesOfNumber(group, alike, on)
        : placesOfEqual(group, alike)
      for (const [i, place] of placed.entries())
        places.set(
          group[i]!,
          place.is === 'again' ? { ...place, of: group[place.of]!.line } : lineOf(place, group),
        )
    }
  })
  await placeInOtherColumns(context, places)
  for (const group of groups.values())
    if (!group[0]!.promise.numbered) for (const alike of byCustomer(group)) shareAlike(alike, places)
  return places
}

/** The lines of each customer, who may share a number with others. */
function byCustomer(group: readonly Line[]): Iterable<readonly Line[]> {
  const bySign = new Map<string, Line[]>()
  for (const line of group) listed(bySign, signOfWords(line.customer)).push(line)
  return bySign.values()
}

/** Equal lines that are all known, some by all they say and some from other columns, take none that was another's before. */
function shareAlike(group: readonly Line[], places: Map<Line, Place<Known>>): void {
  const known = group.flatMap((line) => {
    const place = places.get(line)!
    return place.is === 'known' ? [place.known] : []
  })
  if (group.length === 1 || known.length < group.length) return
  for (const [line, one] of sharedByDone(group, known)) places.set(line, { is: 'known', known: one })
}

/** Lines without a number that are new by all they say may be known from a file with other columns. */
async function placeInOtherColumns(context: Context, places: Map<Line, Place<Known>>): Promise<void> {
  const taken = new Set(
    [...places.values()].flatMap((place) => (place.is === 'known' ? [place.known.id] : [])),
  )
  const open = [...places].filter(([line, place]) => place.is === 'new' && !line.promise.numbered)
  const known: Known[] = []
  const days = [...new Set(open.map(([line]) => line.told))]
  await inSlices(context, days, comparing, async (some) => {
    for (const one of await knownPromises(context, 'sourceTold', some))
      if (isUnnumbered(one) && !taken.has(one.id)) known.push(one)
  })
  const lines = open.map(([line]) => line)
  for (const [line, one] of placesOfParts(lines, known)) places.set(line, { is: 'known', known: one })
}

/** Whether what stands for a promise is all that its line said, which ends with the told time. */
const isUnnumbered = ({ sourceId }: Known): boolean => / ?\d{4} \d\d \d\dt\d\d \d\d[ \d]*z?$/.test(sourceId)

function bySourceId(all: readonly Known[]): Map<string, Known[]> {
  const known = new Map<string, Known[]>()
  for (const one of all) known.set(one.sourceId, [...(known.get(one.sourceId) ?? []), one])
  return known
}

/** A place whose lines are lines of the file, not of their group. */
const lineOf = (place: Place<Known>, group: readonly Line[]): Place<Known> =>
  place.is === 'new' && place.alike !== null ? { ...place, alike: group[place.alike]!.line } : place

async function knownPromises(
  { db }: Context,
  column: 'sourceId' | 'sourceTold',
  keys: readonly string[],
): Promise<readonly Known[]> {
  const rows = await db
    .selectFrom('promises')
    .select(['id', 'sourceId', 'sourceCustomer', 'sourceWhat', 'sourceMade', 'sourceTold'])
    .select(['customerId', 'what', 'madeAtMs', 'toldAtMs'])
    .select(['firstToldAtMs', 'readyAtMs', 'doneAtMs', 'brokenAtMs', 'doneDayOnly', 'name'])
    .select((eb) => nameNow(eb.ref('promises.customerId')).as('nameToday'))
    .where('sourceId', '<>', '')
    .where(column, 'in', keys)
    .orderBy('id')
    .execute()
  return rows.map(({ sourceCustomer, sourceWhat, sourceMade, sourceTold, nameToday, ...kept }) => {
    const { what, madeAtMs, doneDayOnly, name, ...row } = kept
    const [told = '', ...alsoTold] = sourceTold.split(' ')
    return {
      ...row,
      customer: keptCustomer(sourceCustomer),
      alsoCalled: nameToday === null ? [] : [nameToday],
      what: sourceWhat,
      made: sourceMade,
      told,
      alsoTold,
      toldAtMs: judgedAtMs(row),
      madeAtMs: madeAtMs < judgedAtMs(row) ? madeAtMs : null,
      kept: { customer: name, what, toldAtMs: row.toldAtMs, doneDayOnly: doneDayOnly === 1 },
    }
  })
}
