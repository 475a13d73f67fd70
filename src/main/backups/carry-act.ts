import type Database from 'better-sqlite3'
import { fold } from '../../core/fold.ts'
import { formatsOf } from '../../core/formats.ts'
import { carriedCall } from '../store/acts.ts'
import { followCarried } from '../store/engines/sqlite/triggers.ts'

/** Whether a backup comes into the shop's place, or the shop stays and another file of it goes. */
export type Exchange = 'restored' | 'stayed'

/**
 * Notes what stands of customers in a file that nobody has open as one act: an earlier one that is undone would take it away with the
 * row of before. Where nothing changes there is no act.
 */
export function asOneAct<T>(into: Database.Database, atMs: number, how: Exchange, work: () => T): T {
  followCarried(into)
  const { id, ...shop } = into
    .prepare<unknown[], { id: number; zone: string; currency: string }>(
      `INSERT INTO main.acts (atMs, who, call, says, zone, currency, kept)
      SELECT ?, 'owner', ?, '', coalesce(max(zone), ''), coalesce(max(currency), ''), 'line' FROM main.shop WHERE id = 1
      RETURNING id, zone, currency`,
    )
    .get(atMs, carriedCall)!
  into.prepare('INSERT INTO temp.actNow (id) VALUES (?)').run(id)
  const done = work()
  into.exec('DELETE FROM temp.actNow')
  const names = namesIn(into, id)
  if (names.length === 0) into.prepare('DELETE FROM main.acts WHERE id = ?').run(id)
  else {
    const says = said[how](whose(names, countryOf(into), shop.currency))
    into.prepare('UPDATE main.acts SET says = ?, folded = ? WHERE id = ?').run(says, fold(says), id)
  }
  return done
}

const said: Readonly<Record<Exchange, (whose: string) => string>> = {
  restored: (whose) => `Kept at the restore: what was noted of ${whose} since`,
  stayed: (whose) => `Taken over from the other file: what was noted of ${whose} there`,
}

const namesIn = (into: Database.Database, actId: number) =>
  into
    .prepare(
      `SELECT name FROM main.customers WHERE id IN (
        SELECT rowId FROM main.changes WHERE actId = ? AND tableName = 'customers')`,
    )
    .pluck()
    .all(actId) as string[]

const countryOf = (into: Database.Database) =>
  (into.prepare('SELECT country FROM main.shop WHERE id = 1').pluck().get() ?? '') as string

const whose = (names: readonly string[], country: string, currency: string): string =>
  names.length === 1 ? names[0]! : formatsOf(country, currency).counted(names.length, 'customer', 'customers')
