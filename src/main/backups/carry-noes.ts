import type Database from 'better-sqlite3'
import { isKnownAgain, keysOfWhose, whoseKeys } from '../../core/customers/whose.ts'

/** An act of the file at hand that the other one does not know. */
const isOwnAct = (actId: string) => `NOT EXISTS (SELECT 1 FROM main.acts AS made
  JOIN gone.acts AS its ON its.id = made.id AND its.atMs = made.atMs WHERE made.id = ${actId})`

/** The noes of the other file, each with whose it is here; 0 for nobody on file. */
const others = (who: string) => `CREATE TEMP TABLE otherNoes AS
  SELECT s.id, s.emailKey, s.day, s.source, s.whose, s.fromFile, ${who} AS who FROM gone.suppressions AS s`

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

/**
 * Takes the noes of the attached file `gone` into `into`; `who` says whose each is here. Those of nobody on file hold for
 * their address, and in a file of the same shop for who is known again by name and phone or number.
 */
export function takeNoes(into: Database.Database, who: string, isSame: boolean): void {
  into.exec(others(who))
  into.exec(turnedHere)
  try {
    into.exec(`CREATE INDEX temp.turnedOfWho ON turnedNoes (who)`)
    if (isSame) findAgain(into)
    into.exec(`INSERT INTO main.suppressions (emailKey, customerId, day, source, whose, fromFile)
      SELECT emailKey, who, day, source, whose, fromFile FROM temp.otherNoes AS said
      WHERE (who <> 0 OR emailKey <> ''${isSame ? ` OR whose <> ''` : ''}) AND NOT ${isKept} AND NOT ${isTurned}`)
  } finally {
    into.exec('DROP TABLE temp.otherNoes; DROP TABLE temp.turnedNoes')
  }
}

/** Who said a no in the other file may be on file here under a number of their own. */
function findAgain(into: Database.Database): void {
  const byName = new Map<string, { readonly id: number; readonly whose: string }[]>()
  const nobodys = into.prepare(`SELECT id, whose FROM temp.otherNoes WHERE who = 0 AND whose LIKE '% %'`)
  for (const no of nobodys.all() as { id: number; whose: string }[])
    for (const key of keysOfWhose(no.whose)) byName.set(key, [...(byName.get(key) ?? []), no])
  if (byName.size === 0) return
  const found: { readonly no: number; readonly who: number }[] = []
  const people = into.prepare('SELECT id, name, phone, sourceId FROM main.customers').iterate()
  for (const person of people as Iterable<{ id: number; name: string; phone: string; sourceId: string }>)
    for (const { id, whose } of whoseKeys(person.name).flatMap((key) => byName.get(key) ?? []))
      if (isKnownAgain(whose, person) === 'surely') found.push({ no: id, who: person.id })
  const copy = into.prepare(`INSERT INTO temp.otherNoes (id, emailKey, day, source, whose, fromFile, who)
    SELECT id, emailKey, day, source, whose, fromFile, ? FROM temp.otherNoes WHERE id = ? AND who = 0`)
  for (const { no, who } of found) copy.run(who, no)
  const drop = into.prepare(`DELETE FROM temp.otherNoes WHERE id = ? AND who = 0 AND emailKey = ''`)
  for (const { no } of found) drop.run(no)
}
