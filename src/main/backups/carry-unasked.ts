import type Database from 'better-sqlite3'
import { idHere } from './standing-marks.ts'

/** Of whom an answer was whom a merge gave to somebody else there, who are two here. */
const movedFrom = `(SELECT was.before ->> 'customerId' FROM gone.changes AS was
  WHERE was.tableName = 'consentAnswers' AND was.rowId = answers.id AND was.before <> ''
    AND was.before ->> 'customerId' IN (SELECT id FROM temp.mergedThere AS one WHERE one.keptId = answers.customerId)
  ORDER BY was.id LIMIT 1)`

const addedBy = `(SELECT actId FROM gone.changes AS added WHERE added.tableName = 'consentAnswers'
  AND added.before IS NULL AND answers.id BETWEEN added.rowId AND added.lastRowId)`

/** An answer of the merged entry is of each who was one of them by then: nobody can tell. */
const ofMembers = `SELECT one.id AS sayer, answers.* FROM (
    SELECT answers.*, ${movedFrom} AS was, ${addedBy} AS byAct FROM gone.consentAnswers AS answers
    WHERE answers.customerId IN (SELECT keptId FROM temp.mergedThere)) AS answers
  JOIN temp.mergedThere AS one ON one.keptId = answers.customerId
    AND iif(answers.was IS NULL, one.id = one.keptId OR one.joinedBy < coalesce(answers.byAct, 9e15), one.id = answers.was)`

/** The last answer of each by calls, letters and messages, where it takes a yes back. */
const came = `CREATE TEMP TABLE cameUnasked AS
  SELECT ${idHere('coalesce(stand.who, said.sayer)')} AS customerId, '' AS whose, said.customerId AS keptId,
    said.channel, said.answer, said.day, said.who AS noter, max(said.id) AS id
  FROM (SELECT answers.customerId AS sayer, answers.*, NULL AS was, NULL AS byAct FROM (
        SELECT DISTINCT customerId, channel FROM gone.consentAnswers WHERE answer = 'unasked' AND channel <> 'email') AS one
      JOIN gone.consentAnswers AS answers ON answers.customerId = one.customerId AND answers.channel = one.channel
      WHERE one.customerId NOT IN (SELECT keptId FROM temp.mergedThere)
    UNION ALL ${ofMembers}) AS said
  LEFT JOIN temp.standsFor AS stand ON stand.id = said.sayer
  WHERE said.channel <> 'email' GROUP BY 1, said.channel HAVING said.answer = 'unasked'`

const sameIn = (answers: string, customerId: string) => `(SELECT count(*) FROM ${answers} AS mine
  WHERE mine.customerId = ${customerId} AND mine.channel = came.channel AND mine.answer = 'unasked' AND mine.day = came.day)`

const isYesOfBefore = `(SELECT mine.answer = 'yes' AND mine.day <= came.day FROM main.consentAnswers AS mine
  WHERE mine.customerId = came.customerId AND mine.channel = came.channel ORDER BY mine.id DESC LIMIT 1)`

/**
 * Takes from the attached file `gone` that a yes to calls, letters or messages was taken back; `isTheirs` says whether the number
 * `came.customerId` is the same person's here. Where who knew of that asked again here, their yes stays. Answers of whom.
 */
export const takeUnasked = (into: Database.Database, isTheirs: string): readonly number[] => {
  into.exec(came)
  try {
    return into
      .prepare<[], number>(
        `INSERT INTO main.consentAnswers (customerId, channel, answer, day, source, wording, who)
        SELECT customerId, channel, answer, day, '', '', noter FROM temp.cameUnasked AS came
        WHERE customerId IN (SELECT id FROM main.customers) AND ${isYesOfBefore} AND ${isTheirs}
          AND ${sameIn('main.consentAnswers', 'came.customerId')} < ${sameIn('gone.consentAnswers', 'came.keptId')}
        RETURNING customerId`,
      )
      .pluck()
      .all()
  } finally {
    into.exec('DROP TABLE temp.cameUnasked')
  }
}
