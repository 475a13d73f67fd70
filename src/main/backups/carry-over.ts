import type Database from 'better-sqlite3'
import { setPragmas } from '../store/engines/sqlite/connect.ts'
import { copyWhole, readOnly, removeFile } from '../store/engines/sqlite/copy-whole.ts'
import { migrate } from '../store/engines/sqlite/migrate.ts'
import { newest } from '../store/migrations/index.ts'
import { asOneAct, type Exchange } from './carry-act.ts'
import { takeChannelNoes } from './carry-channel-noes.ts'
import { takeNoes } from './carry-noes.ts'
import { takeStanding } from './carry-standing.ts'
import { erasedBack, hideSuppressed, takeSuppressed } from './carry-suppressed.ts'
import { takeUnasked } from './carry-unasked.ts'
import { knowMarksOfMerged } from './marks-of-merged.ts'
import { forgetMergedThere, knowMergedThere, signsThere } from './merged-there.ts'
import { mergesThere } from './merges-there.ts'
import { actsOnlyIn, isPerson, knowPeople } from './same-person.ts'

const codeIn = (schema: string) =>
  `SELECT what FROM ${schema}.fileNotes WHERE kind = 'code' ORDER BY id LIMIT 1`

interface CarryOver {
  /** Also what was typed there and not saved. */
  readonly drafts: boolean
  /** Both are of one line: a number given in the one was never given to something else in the other. */
  readonly oneLine: boolean
  /** When it is done, epoch ms. */
  readonly atMs: number
  readonly how: Exchange
}

interface CarriedOver {
  /** Both are of one line. */
  readonly oneLine: boolean
  /** Who is on file in the one and was erased in the other. */
  readonly erasedBack: readonly number[]
  /** Of how many a death, a pause, a yes taken back, that they are put aside, or a dead address came along; null where the people are not the same ones. */
  readonly standing: number | null
}

/**
 * Takes into a file what time does not take back: who said no to mail in another, who died, paused or is
 * not where mail goes, the codes that are out in mails, which numbers were given, and what was half-typed. `from` is that other file: the shop that goes, or one that does not come.
 * Of a file with another code the people are not the same ones; there only the addresses count. Where both were worked in
 * apart, a number given since may be two people's: it counts for who is known by it too, and else for nobody on file.
 */
export async function carryOver(
  into: Database.Database,
  from: string,
  what: CarryOver,
): Promise<CarriedOver> {
  if (versionOf(from) === newest) return take(into, from, what)
  // What it says is read in today's schema; the file itself stays as it is.
  const today = `${into.name}.going`
  try {
    await removeFile(today)
    await copyWhole(from, today, (copy) => {
      setPragmas(copy)
      migrate(copy)
    })
    return take(into, today, what)
  } finally {
    await removeFile(today)
  }
}

function versionOf(path: string): number {
  const connection = readOnly(path)
  try {
    return connection.pragma('user_version', { simple: true }) as number
  } finally {
    connection.close()
  }
}

function take(into: Database.Database, from: string, { drafts, oneLine, atMs, how }: CarryOver): CarriedOver {
  knowPeople(into)
  into.prepare('ATTACH ? AS gone').run(from)
  try {
    const is = (sql: string) => into.prepare(`SELECT (${sql})`).pluck().get() === 1
    const isSame = is(`(${codeIn('main')}) = (${codeIn('gone')})`)
    const isLine = isSame && (oneLine || is(knowsAllOf('gone', 'main')))
    const isTheirs = (row: string) => (isLine ? 'true' : isSame ? isPerson(row) : 'false')
    const who = (row: string) => `iif(${isTheirs(row)}, ${row}.customerId, 0)`
    const merges = mergesThere(into)
    knowMergedThere(into, merges, isTheirs)
    knowMarksOfMerged(into, merges)
    const carry = () => {
      takeNoes(into, who('s'), isSame)
      takeChannelNoes(into, who('s'))
      takeSuppressed(into)
      if (!isSame) return null
      takeCodes(into, who('theirs'))
      hideSuppressed(into)
      if (drafts && isLine) takeDrafts(into)
      return takeStanding(into, isTheirs('cameStanding'), takeUnasked(into, isTheirs('came')))
    }
    const standing = into.transaction(() => {
      if (isSame) takeNumbers(into)
      return asOneAct(into, atMs, how, carry)
    })()
    return { oneLine: isLine, erasedBack: isSame ? erasedBack(into, isLine) : [], standing }
  } finally {
    forgetMergedThere(into)
    into.exec('DETACH gone')
  }
}

/** Every act of `other` is one of `schema` too. */
const knowsAllOf = (schema: string, other: string) =>
  `NOT EXISTS (SELECT 1 FROM ${actsOnlyIn(other, schema)})`

/** A code tells whose it is by all that its customer was known by, in either file. */
function takeCodes(into: Database.Database, who: string): void {
  into.exec(`CREATE TEMP TABLE otherCodes AS SELECT code, theirs.emailKey, coalesce((SELECT max(who)
      FROM temp.standsFor WHERE id = theirs.customerId HAVING count(*) = 1), ${who}) AS who,
    ${signsThere('theirs', 'person')} AS whose
    FROM gone.optOutCodes AS theirs LEFT JOIN gone.customers AS person ON person.id = theirs.customerId`)
  into.exec(`UPDATE main.optOutCodes SET whose = joinedSigns(main.optOutCodes.whose, its.whose)
    FROM temp.otherCodes AS its WHERE its.code = main.optOutCodes.code AND main.optOutCodes.emailKey NOT LIKE '#%'`)
  into.exec(`INSERT INTO main.optOutCodes (code, customerId, emailKey, whose)
    SELECT code, who, emailKey, whose FROM temp.otherCodes AS theirs
    WHERE NOT EXISTS (SELECT 1 FROM main.optOutCodes AS mine WHERE mine.code = theirs.code)`)
  into.exec('DROP TABLE temp.otherCodes')
}

function takeNumbers(into: Database.Database): void {
  into.exec(`UPDATE main.sqlite_sequence SET seq = max(seq,
    coalesce((SELECT g.seq FROM gone.sqlite_sequence AS g WHERE g.name = main.sqlite_sequence.name), 0))`)
  into.exec(`INSERT INTO main.sqlite_sequence (name, seq) SELECT name, seq FROM gone.sqlite_sequence AS g
    WHERE name IN (SELECT name FROM main.sqlite_schema) AND name NOT IN (SELECT name FROM main.sqlite_sequence)`)
}

function takeDrafts(into: Database.Database): void {
  into.exec(`DELETE FROM main.drafts WHERE EXISTS (SELECT 1 FROM gone.drafts AS theirs
    WHERE theirs.form = main.drafts.form AND theirs.savedAtMs >= main.drafts.savedAtMs)`)
  into.exec(`INSERT INTO main.drafts (form, value, savedAtMs)
    SELECT form, value, savedAtMs FROM gone.drafts AS theirs
    WHERE NOT EXISTS (SELECT 1 FROM main.drafts AS mine WHERE mine.form = theirs.form)`)
}
