import type Database from 'better-sqlite3'

const codeIn = (schema: string) =>
  `SELECT what FROM ${schema}.fileNotes WHERE kind = 'code' ORDER BY id LIMIT 1`

/**
 * Takes into a restored file what time does not take back: who said no to mail since, the codes that are out in mails, and
 * which numbers were given. `from` is the shop file that goes. Of a file with another code the people are not the same ones;
 * there only the addresses count.
 */
export function carryOver(restored: Database.Database, from: string): void {
  restored.prepare('ATTACH ? AS gone').run(from)
  try {
    const known = restored
      .prepare(`SELECT count(*) FROM gone.sqlite_schema WHERE name IN ('suppressions', 'fileNotes')`)
      .pluck()
      .get()
    // A file of an older schema.
    if (known !== 2) return
    const isSame =
      restored
        .prepare(`SELECT (${codeIn('main')}) = (${codeIn('gone')})`)
        .pluck()
        .get() === 1
    restored.transaction(() => take(restored, isSame))()
  } finally {
    restored.exec('DETACH gone')
  }
}

function take(restored: Database.Database, isSame: boolean): void {
  const who = isSame ? 's.customerId' : '0'
  restored.exec(`INSERT INTO suppressions (emailKey, customerId, day, source, whose, fromFile)
    SELECT s.emailKey, ${who}, s.day, s.source, s.whose, s.fromFile FROM gone.suppressions AS s
    WHERE ${isSame ? 'true' : `s.emailKey <> ''`} AND NOT EXISTS (SELECT 1 FROM main.suppressions AS mine
      WHERE mine.customerId = ${who} AND mine.emailKey = s.emailKey)`)
  if (!isSame) return
  restored.exec(`INSERT INTO optOutCodes (code, customerId, emailKey)
    SELECT code, customerId, emailKey FROM gone.optOutCodes AS theirs
    WHERE NOT EXISTS (SELECT 1 FROM main.optOutCodes AS mine WHERE mine.code = theirs.code)`)
  restored.exec(`UPDATE main.sqlite_sequence SET seq = max(seq,
    coalesce((SELECT g.seq FROM gone.sqlite_sequence AS g WHERE g.name = main.sqlite_sequence.name), 0))`)
  restored.exec(`INSERT INTO main.sqlite_sequence (name, seq) SELECT name, seq FROM gone.sqlite_sequence AS g
    WHERE name IN (SELECT name FROM main.sqlite_schema) AND name NOT IN (SELECT name FROM main.sqlite_sequence)`)
}
