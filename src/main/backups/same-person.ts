import type Database from 'better-sqlite3'
import { personOnFile } from '../../core/customers/same-for-a-no.ts'
import { isKnownAgain } from '../../core/customers/whose.ts'
import { carriedCall } from '../store/acts.ts'
import { addSigns, tellingColumns } from '../store/engines/sqlite/signs-of-codes.ts'

/** An act of the file at hand that the other one does not know. */
export const isOwnAct = (actId: string) => `NOT EXISTS (SELECT 1 FROM main.acts AS made
  JOIN gone.acts AS its ON its.id = made.id AND its.atMs = made.atMs WHERE made.id = ${actId})`

/** In SQL, the acts of one file that another has not; what was kept at restores is kept anew whenever files change places. */
export const actsOnlyIn = (one: string, other: string) =>
  `(SELECT 1 FROM ${one}.acts AS mine WHERE mine.call <> '${carriedCall}' AND NOT EXISTS (
    SELECT 1 FROM ${other}.acts AS its WHERE its.id = mine.id AND its.atMs = mine.atMs))`

/** The acts made here at a time that stand in the other file too, or do not. */
const actsAt = (ms: string, isShared: boolean) => `EXISTS (SELECT 1 FROM main.acts AS made
  WHERE made.ofAct IS NULL AND made.atMs = ${ms} AND ${isShared ? '' : 'NOT '}EXISTS (
    SELECT 1 FROM gone.acts AS its WHERE its.id = made.id AND its.atMs = made.atMs))`

/** The signs of who has a number in the other file; of who is gone there too, those that were kept. */
const signsThere = (kept: string) =>
  `coalesce((SELECT signsOf(${tellingColumns('g')}) FROM gone.customers AS g WHERE g.id = ${kept}.customerId), ${kept}.whose)`

/** An act that the other file does not know gave a number here, and can be brought back. */
const isGivenHere = (id: string) => `EXISTS (SELECT 1 FROM main.changes AS given
  WHERE given.tableName = 'customers' AND given.before IS NULL AND ${id} BETWEEN given.rowId AND given.lastRowId
    AND ${isOwnAct('given.actId')})`

/**
 * In SQL, of a row `kept` of the other file with `customerId` and `whose`: whether the customer of this number is the same one
 * in both, or in one of them alone. The number was given by an act that both know; or the name agrees, and neither phone nor
 * number says otherwise. An address alone may be shared.
 */
export const isPerson = (kept: string) => `coalesce(
  (SELECT (${actsAt('m.createdAtMs', true)} AND NOT ${actsAt('m.createdAtMs', false)})
      OR isKnownBy(${signsThere(kept)}, ${tellingColumns('m')})
    FROM main.customers AS m WHERE m.id = ${kept}.customerId),
  NOT ${isGivenHere(`${kept}.customerId`)})`

/** What {@link isPerson} asks of us. */
export function knowPeople(into: Database.Database): void {
  const personOf = ([name, phone, sourceId, broughtFields, earlierValues]: Told) =>
    personOnFile({ name, phone, sourceId, broughtFields, earlierValues })
  const knows = { deterministic: true, directOnly: true, varargs: true }
  addSigns(into)
  into.function('isKnownBy', knows, (whose, ...row) =>
    ['surely', 'perhaps'].includes(isKnownAgain(String(whose), personOf(row as Told))) ? 1 : 0,
  )
}

type Told = [string, string, string, number, string]
