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

/** All that is noted in the other file, by the entries there. */
const there = `SELECT * FROM (SELECT g.id, mark.value AS mark, ${inRow('mark.value', 'g')} AS value
  FROM gone.customers AS g CROSS JOIN json_each('${JSON.stringify(marks.map(({ name }) => name))}') AS mark)
  WHERE value <> ''`

/** It is known of one of those who were merged there that it was noted of them alone: before the merge, or here. */
const isSomeones = `EXISTS (SELECT 1 FROM temp.mergedThere AS one LEFT JOIN main.customers AS mine ON mine.id = one.id
  WHERE one.keptId = noted.id AND noted.value IN (${inImage('noted.mark', 'one.before')}, ${inRow('noted.mark', 'mine')}))`

/** Whose a number is here. */
const idHere = (id: string) => `iif(${id} IN (SELECT id FROM main.customers), ${id}, coalesce(
  (SELECT customerId FROM main.formerCustomers WHERE goneId = ${id} ORDER BY id DESC LIMIT 1), ${id}))`

/**
 * Makes `cameStanding` of what is noted in the other file. Of two who are one there, what was noted of one before is theirs alone;
 * of what was noted of both nobody can tell whose it is, and it is each one's.
 */
export const cameStanding = `CREATE TEMP TABLE cameStanding AS
  SELECT ${idHere('said.id')} AS customerId, '' AS whose, said.mark, max(said.value) AS value
  FROM (SELECT coalesce(person.id, noted.id) AS id, noted.mark,
      iif(person.id IS NOT NULL AND ${isSomeones}, ${inImage('noted.mark', 'person.before')}, noted.value) AS value
    FROM (${there}) AS noted LEFT JOIN temp.mergedThere AS person ON person.keptId = noted.id) AS said
  WHERE said.value <> '' GROUP BY 1, said.mark`

/** It was taken back here by who knew of it, and not noted again there since. */
export const isTakenBack = (isOwnAct: (actId: string) => string) => `EXISTS (SELECT 1
  FROM main.changes AS ended JOIN main.acts AS endedBy ON endedBy.id = ended.actId
  WHERE ended.tableName = 'customers' AND ended.rowId = came.customerId AND ended.before <> ''
    AND ${inImage('came.mark', 'ended.before')} = came.value AND ${isOwnAct('ended.actId')}
    AND NOT EXISTS (SELECT 1 FROM gone.changes AS again JOIN gone.acts AS againBy ON againBy.id = again.actId
      WHERE again.tableName = 'customers' AND again.rowId = came.customerId AND again.before <> ''
        AND ${inImage('came.mark', 'again.before')} IS NOT came.value AND againBy.atMs > endedBy.atMs))`

/** For each mark the statement that notes it here of whoever it came for; answers of whom. */
export const noteEach = marks.map(({ name, comes, set = `${name} = came.value` }) => ({
  name,
  sql: `UPDATE main.customers SET ${set} FROM temp.cameStanding AS came
    WHERE came.customerId = main.customers.id AND came.mark = '${name}' AND (${comes})
    RETURNING id AS customerId, mailConsentDay AS day`,
}))
