import type Database from 'better-sqlite3'

/** As of when the other shop was last worked in: a pause that had ended by then is none. */
const lastDay = `(SELECT date(max(atMs) / 1000, 'unixepoch') FROM gone.acts)`

const noted = (id: string, more: string) => `SELECT ${id} AS customerId, '' AS whose,
    iif(g.pausedUntil > ${lastDay}, g.pausedUntil, '') AS pausedUntil, g.deceasedDay, g.deadMail, g.deadPost
  FROM gone.customers AS g ${more}
  WHERE g.pausedUntil > ${lastDay} OR g.deceasedDay <> '' OR g.deadMail <> '' OR g.deadPost <> ''`

/** Of whom the other file has something noted, by all the numbers they had there: who was merged since may be two people here. */
const came = `CREATE TEMP TABLE cameStanding AS
  SELECT customerId, whose, max(pausedUntil) AS pausedUntil, max(deceasedDay) AS deceasedDay,
    max(deadMail) AS deadMail, max(deadPost) AS deadPost
  FROM (${noted('g.id', '')} UNION ALL
    ${noted('f.goneId', 'JOIN gone.formerCustomers AS f ON f.customerId = g.id AND f.goneId <> g.id')})
  GROUP BY customerId`

/** A mark of an address that is theirs no more gives way; one that holds stays. */
const deadMail = `(came.deadMail <> '' AND came.deadMail <> main.customers.deadMail
  AND (main.customers.deadMail = '' OR main.customers.deadMail <> main.customers.emailKey))`
const deadPost = `(came.deadPost <> '' AND main.customers.deadPost = '')`
const death = `(came.deceasedDay <> '' AND main.customers.deceasedDay = '')`
const pause = `(came.pausedUntil > main.customers.pausedUntil)`

/**
 * Takes from the attached file `gone` that somebody died, asked for a pause, or that mail or letters came back, as a no is taken;
 * `isTheirs` says whether the number `cameStanding.customerId` is the same person's here. What ended there alone stands here. Answers
 * of how many.
 */
export function takeStanding(into: Database.Database, isTheirs: string): number {
  into.exec(came)
  try {
    into.exec(
      `DELETE FROM temp.cameStanding WHERE customerId NOT IN (SELECT id FROM main.customers) OR NOT (${isTheirs})`,
    )
    const died = into.prepare(`SELECT came.customerId FROM temp.cameStanding AS came
      JOIN main.customers ON main.customers.id = came.customerId WHERE ${death}`)
    const dead = died.pluck().all() as number[]
    const { changes } = into
      .prepare(
        `UPDATE main.customers SET pausedUntil = max(main.customers.pausedUntil, came.pausedUntil),
          deceasedDay = iif(${death}, came.deceasedDay, main.customers.deceasedDay),
          deadMail = iif(${deadMail}, came.deadMail, main.customers.deadMail),
          deadPost = iif(${deadPost}, came.deadPost, main.customers.deadPost)
        FROM temp.cameStanding AS came
        WHERE came.customerId = main.customers.id AND (${pause} OR ${death} OR ${deadMail} OR ${deadPost})`,
      )
      .run()
    askNoMore(into, dead)
    return changes
  } finally {
    into.exec('DROP TABLE temp.cameStanding')
  }
}

/** Who died is neither asked nor thanked, as where a death is noted here. */
function askNoMore(into: Database.Database, dead: readonly number[]): void {
  const drop = into.prepare(`UPDATE main.actions SET state = 'dropped',
      closedAtMs = (SELECT max(atMs) FROM gone.acts)
    WHERE aboutKind = 'customer' AND aboutId = ? AND state = 'open'
      AND source IN ('asked', 'referral', 'thanks', 'complaint')`)
  for (const id of dead) drop.run(id)
}
