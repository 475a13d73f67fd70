import type Database from 'better-sqlite3'
import { ofTheLiving } from '../../core/actions/after-sale.ts'
import { isOwnAct } from './same-person.ts'
import { cameStanding, isTakenBack, noteEach } from './standing-marks.ts'

/**
 * Takes from the attached file `gone` that somebody died, asked for a pause, or that mail or letters came back, as a no is taken;
 * `isTheirs` says whether the number `cameStanding.customerId` is the same person's here. What ended there alone stands here, and what
 * was taken back here stays so. Answers of how many.
 */
export function takeStanding(into: Database.Database, isTheirs: string): number {
  into.exec(cameStanding)
  try {
    into.exec(`DELETE FROM temp.cameStanding AS came WHERE customerId NOT IN (SELECT id FROM main.customers)
      OR ${isTakenBack(isOwnAct)}`)
    into.exec(`DELETE FROM temp.cameStanding WHERE NOT (${isTheirs})`)
    const changed = new Set<number>()
    for (const { column, sql } of noteEach) {
      const ids = into.prepare(sql).pluck().all() as number[]
      if (column === 'deceasedDay') askNoMore(into, ids)
      for (const id of ids) changed.add(id)
    }
    return changed.size
  } finally {
    into.exec('DROP TABLE temp.cameStanding')
  }
}

/** Who died is neither asked nor thanked, as where a death is noted here. */
function askNoMore(into: Database.Database, dead: readonly number[]): void {
  const drop = into.prepare(`UPDATE main.actions SET state = 'dropped', closedByDeath = 1,
      closedAtMs = (SELECT max(atMs) FROM gone.acts)
    WHERE aboutKind = 'customer' AND aboutId = ? AND state = 'open'
      AND source IN (SELECT value FROM json_each('${JSON.stringify(ofTheLiving)}'))`)
  for (const id of dead) drop.run(id)
}
