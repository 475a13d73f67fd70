import type Database from 'better-sqlite3'
import { ofCustomers, ofTheLiving } from '../../core/actions/after-sale.ts'
import { keepAnswers } from './carry-answers.ts'
import { isOwnAct } from './same-person.ts'
import { cameStanding, isTakenBack, noteEach } from './standing-marks.ts'

/**
 * Takes from the attached file `gone` that somebody died, asked for a pause, took a yes back or was put aside, or that mail or letters
 * came back, as a no is taken; `isTheirs` says whether the number `cameStanding.customerId` is the same person's here. What ended there
 * alone stands here, and what was taken back here stays so. Answers of how many, with `others` of whom more was taken.
 */
export function takeStanding(into: Database.Database, isTheirs: string, others: readonly number[]): number {
  into.exec(cameStanding)
  try {
    into.exec(`DELETE FROM temp.cameStanding AS came WHERE customerId NOT IN (SELECT id FROM main.customers)
      OR ${isTakenBack(isOwnAct)}`)
    into.exec(`DELETE FROM temp.cameStanding WHERE NOT (${isTheirs})`)
    const changed = new Set(others)
    for (const { name, sql } of noteEach) {
      const noted = into.prepare<[], { customerId: number; day: string }>(sql).all()
      if (name === 'deceasedDay' || name === 'asideSinceMs')
        for (const { customerId } of noted) askNoMore(into, customerId, name)
      if (name === 'unasked')
        keepAnswers(
          into,
          noted.map((one) => ({ ...one, channel: 'email', answer: 'unasked', source: '' })),
        )
      for (const { customerId } of noted) changed.add(customerId)
    }
    return changed.size
  } finally {
    into.exec('DROP TABLE temp.cameStanding')
  }
}

/** Who died or was put aside is neither asked nor thanked, as where that is noted here. */
function askNoMore(into: Database.Database, id: number, why: 'deceasedDay' | 'asideSinceMs'): void {
  const [sources, byDeath] = why === 'deceasedDay' ? ([ofTheLiving, 1] as const) : ([ofCustomers, 0] as const)
  into
    .prepare(
      `UPDATE main.actions SET state = 'dropped', closedByDeath = ?, closedAtMs = (SELECT max(atMs) FROM gone.acts)
      WHERE aboutKind = 'customer' AND aboutId = ? AND state = 'open'
        AND source IN (SELECT value FROM json_each(?))`,
    )
    .run(byDeath, id, JSON.stringify(sources))
}
