import type Database from 'better-sqlite3'
import { membersOf, type Entry } from './merges-there.ts'
import { notedIn, notedInImages, type MarkName } from './standing-marks.ts'

/** What is noted of somebody, by the name of the mark. */
type Noted = ReadonlyMap<MarkName, string | number>

interface Row {
  readonly id: number
  readonly mark: MarkName
  readonly value: string | number
}

const none: Noted = new Map()

function byId(rows: readonly Row[]): ReadonlyMap<number, Noted> {
  const noted = new Map<number, Map<MarkName, Row['value']>>()
  for (const { id, mark, value } of rows)
    noted.set(id, (noted.get(id) ?? new Map<MarkName, Row['value']>()).set(mark, value))
  return noted
}

const partsIn = (entry: Entry): readonly Entry[] => entry.parts.flatMap((part) => [part, ...partsIn(part)])

/**
 * Makes `marksOfMerged` of whose each mark is of those who are one in the other file and several here. What one of two had before they
 * were merged is theirs alone; what was noted since is of who has it here, and else of everybody, as nobody can tell. Of who was
 * entered there since it is of those they were made one with.
 */
export function knowMarksOfMerged(into: Database.Database, entries: readonly Entry[]): void {
  into.exec('CREATE TEMP TABLE marksOfMerged (id, mark, value)')
  if (entries.length === 0) return
  const add = into.prepare('INSERT INTO temp.marksOfMerged (id, mark, value) VALUES (?, ?, ?)')
  const parts = entries.flatMap(partsIn)
  const images = byId(
    into.prepare<[string], Row>(notedInImages).all(JSON.stringify(parts.map(({ before }) => before || null))),
  )
  const before = new Map(parts.map((part, at) => [part, images.get(at) ?? none]))
  const rows = (of: string, ids: string) =>
    byId(
      into
        .prepare<[], Row>(
          notedIn(`(SELECT * FROM ${of}.customers WHERE id IN (SELECT ${ids} FROM temp.mergedThere))`),
        )
        .all(),
    )
  const [there, mine] = [rows('gone', 'keptId'), rows('main', 'id')]
  const here = new Set(into.prepare<[], number>('SELECT id FROM temp.mergedThere WHERE isHere').pluck().all())
  for (const entry of entries)
    for (const [mark, value] of there.get(entry.id) ?? none)
      for (const one of ownersOf({ mark, before, mine, here }, entry, value)) add.run(one.id, mark, one.value)
}

interface Known {
  readonly mark: MarkName
  readonly before: ReadonlyMap<Entry, Noted>
  readonly mine: ReadonlyMap<number, Noted>
  readonly here: ReadonlySet<number>
}

type Owner = Pick<Row, 'id' | 'value'>

function ownersOf(known: Known, entry: Entry, value: Owner['value']): readonly Owner[] {
  if (entry.parts.length === 0) return [{ id: entry.id, value }]
  const { mark, before, here } = known
  const had = entry.parts.map((part) => ({ part, value: before.get(part)?.get(mark) }))
  const owners = had.some((one) => one.value === value)
    ? had.flatMap((one) => (one.value === undefined ? [] : ownersOf(known, one.part, one.value)))
    : notedSince(known, entry, value)
  const onFile = membersOf(entry).filter(({ id }) => here.has(id))
  // Put aside is a row, not a person: who was entered twice stays a customer under the other number.
  if (onFile.length === 0 || mark === 'asideSinceMs') return owners
  return owners.flatMap((one) =>
    here.has(one.id) ? [one] : onFile.map(({ id }) => ({ id, value: one.value })),
  )
}

function notedSince({ mark, mine, here }: Known, entry: Entry, value: Owner['value']): readonly Owner[] {
  const members = membersOf(entry)
  const having = members.filter(({ id }) => here.has(id) && mine.get(id)?.get(mark) === value)
  return (having.length > 0 ? having : members).map(({ id }) => ({ id, value }))
}
