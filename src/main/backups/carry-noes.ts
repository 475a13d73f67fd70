import type Database from 'better-sqlite3'
import { foundBySign } from '../../core/customers/found-by-sign.ts'
import { isFromFile } from '../../core/customers/import-source.ts'
import { personOnFile } from '../../core/customers/same-for-a-no.ts'
import { isKnownAgain } from '../../core/customers/whose.ts'
import { keepAnswers, type CameAnswer } from './carry-answers.ts'
import { isOfMerge, signsThere } from './merged-there.ts'
import { isOwnAct } from './same-person.ts'

/**
 * The noes of the other file, each with whose it is here, 0 for nobody on file, and all that they are known by there. What a merge wrote
 * holds for the other one's addresses while it stands: here they are another person's.
 */
const others = (who: string) => `CREATE TEMP TABLE otherNoes AS
  SELECT s.id, s.emailKey, s.day, s.source, s.fromFile, coalesce(stand.who, ${who}) AS who,
    ${signsThere('s', 'person')} AS whose
  FROM gone.suppressions AS s LEFT JOIN gone.customers AS person ON person.id = s.customerId
  LEFT JOIN temp.standsFor AS stand ON stand.id = s.customerId
  WHERE NOT ${isOfMerge('s')}`

/** The noes that were taken back here since the files parted; of long ago the log only knows which row of whom it was. */
const turnedHere = `CREATE TEMP TABLE turnedNoes AS
  SELECT rowId, iif(before = '', person, before ->> 'customerId') AS who,
    iif(before = '', NULL, before ->> 'day') AS day, iif(before = '', NULL, before ->> 'source') AS source
  FROM (SELECT turned.rowId, turned.before, asked.rowId AS person
    FROM main.changes AS turned LEFT JOIN main.changes AS asked
      ON turned.before = '' AND asked.actId = turned.actId AND asked.tableName = 'customers'
    WHERE turned.tableName = 'suppressions' AND turned.before IS NOT NULL AND ${isOwnAct('turned.actId')}
      AND NOT EXISTS (SELECT 1 FROM main.suppressions AS mine WHERE mine.id = turned.rowId))`

/** The no was noted before the files parted. */
const wasShared = `EXISTS (SELECT 1 FROM main.changes AS noted WHERE noted.tableName = 'suppressions'
  AND noted.before IS NULL AND said.id BETWEEN noted.rowId AND noted.lastRowId AND NOT ${isOwnAct('noted.actId')})`

/** The person was asked here again, on a later day. */
const saidYesSince = `EXISTS (SELECT 1 FROM main.customers AS m
  WHERE m.id = said.who AND m.mailConsent = 'yes' AND m.mailConsentDay > said.day)`

/** Taken back here by who knew of it: the owner who asked again, or undid it. It is one no under every address it went along to. */
const isTurned = `EXISTS (SELECT 1 FROM temp.turnedNoes AS turned WHERE turned.who = said.who
  AND ((turned.day = said.day AND turned.source = said.source
      AND (${saidYesSince} OR (turned.rowId = said.id AND ${wasShared})))
    OR (turned.day IS NULL AND turned.rowId = said.id AND ${saidYesSince})))`

/** It stands here already; of nobody on file only what is told by the same signs is the same. */
const isKept = `EXISTS (SELECT 1 FROM main.suppressions AS mine
  WHERE mine.customerId = said.who AND mine.emailKey = said.emailKey AND mine.day >= said.day
    AND (said.who <> 0 OR mine.whose = said.whose))`

/** Nobody on file here, nor merged here into who is, has said it, and it does not stand here as such. */
const isNobodys = `(said.who = 0 OR (said.who NOT IN (SELECT id FROM main.customers)
  AND said.who NOT IN (SELECT goneId FROM main.formerCustomers) AND NOT ${isKept}))`

/**
 * Takes the noes of the attached file `gone` into `into`; `who` says whose each is here. Those of nobody on file hold for
 * their address, and in a file of the same shop for who is known again by name and phone or number. There they also reach
 * who may be the same person.
 */
export function takeNoes(into: Database.Database, who: string, isSame: boolean): void {
  into.exec(others(who))
  into.exec(turnedHere)
  try {
    into.exec(`CREATE INDEX temp.turnedOfWho ON turnedNoes (who)`)
    if (isSame) findAgain(into)
    const came = into
      .prepare<[], Came>(
        `INSERT INTO main.suppressions (emailKey, customerId, day, source, whose, fromFile)
      SELECT emailKey, who, day, source, whose, fromFile FROM temp.otherNoes AS said
      WHERE (who <> 0 OR emailKey <> ''${isSame ? ` OR whose <> ''` : ''}) AND NOT ${isKept} AND NOT ${isTurned}
      RETURNING customerId, 'email' AS channel, 'no' AS answer, day, source, whose`,
      )
      .all()
    keepAnswers(into, came)
    if (isSame) takeYeses(into, came)
  } finally {
    into.exec('DROP TABLE temp.otherNoes; DROP TABLE temp.turnedNoes')
  }
}

/** A no that was taken in. */
interface Came extends CameAnswer {
  readonly whose: string
}

interface Row {
  readonly id: number
  readonly name: string
  readonly phone: string
  readonly sourceId: string
  readonly broughtFields: number
  readonly earlierValues: string
  readonly mailConsentSource: string
}

/** Customers whose signs tell of noes, with these; `where` says among whom they are looked for. */
function knownAgain<No extends { readonly whose: string }>(
  into: Database.Database,
  noes: readonly No[],
  where: string,
) {
  const signed = noes.filter(({ whose }) => whose.includes(' '))
  const found: { readonly row: Row; readonly no: No; readonly again: ReturnType<typeof isKnownAgain> }[] = []
  if (signed.length === 0) return found
  const find = foundBySign(signed)
  const people = into.prepare<[], Row>(
    `SELECT id, name, phone, sourceId, broughtFields, earlierValues, mailConsentSource
    FROM main.customers WHERE ${where}`,
  )
  for (const row of people.iterate()) {
    const person = personOnFile(row)
    for (const no of find(() => person)) found.push({ row, no, again: isKnownAgain(no.whose, person) })
  }
  return found
}

/** Who said a no in the other file may be on file here under a number of their own. */
function findAgain(into: Database.Database): void {
  const nobodys = into
    .prepare<[], { id: number; whose: string }>(
      `SELECT id, whose FROM temp.otherNoes AS said WHERE ${isNobodys}`,
    )
    .all()
  const found = knownAgain(into, nobodys, 'true').filter(({ again }) => again === 'surely')
  const isTheirs = `id = ? AND who NOT IN (SELECT id FROM main.customers)`
  const copy = into.prepare(`INSERT INTO temp.otherNoes (id, emailKey, day, source, whose, fromFile, who)
    SELECT id, emailKey, day, source, whose, fromFile, ? FROM temp.otherNoes WHERE ${isTheirs}`)
  for (const { no, row } of found) copy.run(row.id, no.id)
  const drop = into.prepare(`DELETE FROM temp.otherNoes WHERE ${isTheirs} AND emailKey = ''`)
  for (const { no } of found) drop.run(no.id)
}

/** As beside a no of a file, a file's yes of who may be the same person counts as not asked; the owner's own stays. */
function takeYeses(into: Database.Database, came: readonly Came[]): void {
  const unasked = into.prepare(
    `UPDATE main.customers SET mailConsent = 'unasked', mailConsentDay = ?, mailConsentSource = '' WHERE id = ?`,
  )
  for (const { row, no, again } of knownAgain(into, came, `mailConsent = 'yes'`)) {
    const isAlike = no.customerId !== row.id && (again === 'alike' || again === 'surely')
    if (isAlike && isFromFile(row.mailConsentSource)) unasked.run(no.day, row.id)
  }
}
