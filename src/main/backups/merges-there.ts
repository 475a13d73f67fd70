import type Database from 'better-sqlite3'

/** A customer of the other file, or, with `parts`, what a merge made of two. */
export interface Entry {
  readonly id: number
  /** Their row as it was before they became part of another, '' where the log has it no more. */
  readonly before: string
  readonly parts: readonly Entry[]
  /** The act that merged them, 0 where they are one by themselves. */
  readonly mergedBy: number
}

/** What merges changed that stand in the other file and do not here: the row of who was kept first, of who went last. */
const changedByMerges = `SELECT act.id AS actId, was.rowId AS id, was.before
  FROM gone.acts AS act JOIN gone.changes AS was
    ON was.actId = act.id AND was.tableName = 'customers' AND was.before IS NOT NULL
  WHERE act.call = 'customers.merge' AND act.ofAct IS NULL AND act.state <> 'undone'
    AND NOT EXISTS (SELECT 1 FROM main.acts AS mine
      WHERE mine.id = act.id AND mine.atMs = act.atMs AND mine.state <> 'undone')
  ORDER BY act.id, was.id`

interface Changed {
  readonly actId: number
  readonly id: number
  readonly before: string
}

/** Who was made one in the attached file `gone` and is not so here, each entry with all that became part of it, one merge after the other. */
export function mergesThere(into: Database.Database): readonly Entry[] {
  const entries = new Map<number, Entry>()
  const partOf = ({ id, before }: Changed): Entry => ({
    ...(entries.get(id) ?? { id, parts: [], mergedBy: 0 }),
    before,
  })
  const changed = into.prepare<[], Changed>(changedByMerges).all()
  for (const [at, kept] of changed.entries()) {
    if (changed[at - 1]?.actId === kept.actId) continue
    const gone = changed.findLast(({ actId }) => actId === kept.actId)!
    if (kept.id === gone.id) continue
    const parts = [partOf(kept), partOf(gone)]
    entries.set(kept.id, { id: kept.id, before: '', parts, mergedBy: kept.actId })
    entries.delete(gone.id)
  }
  return [...entries.values()]
}

/** All who became one, each as they were before the first merge, with the act by which they became part of the entry. */
export const membersOf = (entry: Entry, joinedBy = 0): readonly (Entry & { readonly joinedBy: number })[] =>
  entry.parts.length === 0
    ? [{ ...entry, joinedBy }]
    : entry.parts.flatMap((part) =>
        membersOf(part, part.id === entry.id ? joinedBy : joinedBy || entry.mergedBy),
      )
