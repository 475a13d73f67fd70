import { carriedCall } from '../store/acts.ts'

/** As of when the other shop was last worked in: a pause that had ended by then is none. */
const lastDay = `(SELECT date(max(atMs) / 1000, 'unixepoch') FROM gone.acts)`

/** A column in SQL: of a row, or of one as the log has it. */
type Column = (name: string) => string

/** The column it stands in; `unasked` for a yes that counts as none any more. */
export type MarkName = 'pausedUntil' | 'deceasedDay' | 'deadMail' | 'deadPost' | 'asideSinceMs' | 'unasked'

/** Something noted of a customer that a restore takes along. */
interface Mark {
  readonly name: MarkName
  /** '' or NULL where it is not noted. */
  readonly value: (column: Column) => string
  /** Whether what came takes the place of what stands here. */
  readonly comes: string
  /** What is written; the value into the column where it is not said. */
  readonly set?: string
}

const here = (name: string) => `main.customers.${name}`
const isFree = (column: string) => `${here(column)} = ''`

const marks: readonly Mark[] = [
  {
    name: 'pausedUntil',
    value: (column) => `iif(${column('pausedUntil')} > ${lastDay}, ${column('pausedUntil')}, '')`,
    comes: `came.value > ${here('pausedUntil')}`,
  },
  { name: 'deceasedDay', value: (column) => column('deceasedDay'), comes: isFree('deceasedDay') },
  {
    name: 'deadMail',
    value: (column) => column('deadMail'),
    // A mark of an address that is theirs no more gives way; one that holds stays.
    comes: `came.value <> ${here('deadMail')} AND (${isFree('deadMail')} OR ${here('deadMail')} <> ${here('emailKey')})`,
  },
  { name: 'deadPost', value: (column) => column('deadPost'), comes: isFree('deadPost') },
  {
    name: 'asideSinceMs',
    value: (column) => column('asideSinceMs'),
    comes: `${here('asideSinceMs')} IS NULL`,
  },
  {
    name: 'unasked',
    value: (column) => `iif(${column('mailConsent')} = 'unasked', ${column('mailConsentDay')}, '')`,
    comes: `${here('mailConsent')} = 'yes' AND ${here('mailConsentDay')} <= came.value`,
    set: `mailConsent = 'unasked', mailConsentDay = came.value, mailConsentSource = ''`,
  },
]

/** The value of the mark whose name `mark` says, by the columns it is given. */
const valueBy = (mark: string, of: Column) =>
  `CASE ${mark} ${marks.map(({ name, value }) => `WHEN '${name}' THEN ${value(of)}`).join(' ')} END`

/** What a row of the customers has noted. */
const inRow = (mark: string, row: string) => valueBy(mark, (name) => `${row}.${name}`)

/** The same of a row as the log has it. */
const inImage = (mark: string, image: string) => valueBy(mark, (name) => `${image} ->> '${name}'`)

const all = `json_each('${JSON.stringify(marks.map(({ name }) => name))}') AS mark`

/** All that is noted in rows of customers, by their numbers. */
export const notedIn = (rows: string) => `SELECT * FROM (
  SELECT who.id, mark.value AS mark, ${inRow('mark.value', 'who')} AS value FROM ${rows} AS who CROSS JOIN ${all})
  WHERE value <> ''`

/** The same of a list of rows as the log has them, by their place in it. */
export const notedInImages = `SELECT * FROM (
  SELECT image.key AS id, mark.value AS mark, ${inImage('mark.value', 'image.value')} AS value
  FROM json_each(?) AS image CROSS JOIN ${all}) WHERE value <> ''`

/** Whose a number is here. */
export const idHere = (id: string) => `iif(${id} IN (SELECT id FROM main.customers), ${id}, coalesce(
  (SELECT customerId FROM main.formerCustomers WHERE goneId = ${id} ORDER BY id DESC LIMIT 1), ${id}))`

/**
 * Makes `cameStanding` of what is noted in the other file, of who is one there and several here as `marksOfMerged` has it. Who was
 * put aside there and merged here is not: two of whom one is a customer are one.
 */
export const cameStanding = `CREATE TEMP TABLE cameStanding AS
  SELECT iif(said.mark = 'asideSinceMs', said.id, ${idHere('said.id')}) AS customerId, '' AS whose, said.mark,
    max(said.value) AS value
  FROM (SELECT * FROM (${notedIn('gone.customers')}) WHERE id NOT IN (SELECT keptId FROM temp.mergedThere)
    UNION ALL SELECT id, mark, value FROM temp.marksOfMerged) AS said
  GROUP BY 1, said.mark`

/** It was taken back here by who knew of it, and not noted again there since; what a restore took along is no new word. */
export const isTakenBack = (isOwnAct: (actId: string) => string) => `EXISTS (SELECT 1
  FROM main.changes AS ended JOIN main.acts AS endedBy ON endedBy.id = ended.actId
  WHERE ended.tableName = 'customers' AND ended.rowId = came.customerId AND ended.before <> ''
    AND ${inImage('came.mark', 'ended.before')} = came.value AND ${isOwnAct('ended.actId')}
    AND NOT EXISTS (SELECT 1 FROM gone.changes AS again JOIN gone.acts AS againBy ON againBy.id = again.actId
      WHERE again.tableName = 'customers' AND again.rowId = came.customerId AND again.before <> ''
        AND ${inImage('came.mark', 'again.before')} IS NOT came.value AND againBy.atMs > endedBy.atMs
        AND againBy.call <> '${carriedCall}'))`

/** For each mark the statement that notes it here of whoever it came for; answers of whom. */
export const noteEach = marks.map(({ name, comes, set = `${name} = came.value` }) => ({
  name,
  sql: `UPDATE main.customers SET ${set} FROM temp.cameStanding AS came
    WHERE came.customerId = main.customers.id AND came.mark = '${name}' AND (${comes})
    RETURNING id AS customerId, mailConsentDay AS day`,
}))
