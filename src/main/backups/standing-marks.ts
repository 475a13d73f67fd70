/** As of when the other shop was last worked in: a pause that had ended by then is none. */
const lastDay = `(SELECT date(max(atMs) / 1000, 'unixepoch') FROM gone.acts)`

/** A column in SQL: of a row, or of one as the log has it. */
type Column = (name: string) => string

/** Something noted of a customer that a restore takes along. */
interface Mark {
  readonly column: string
  /** '' or NULL where it is not noted. */
  readonly value: (column: Column) => string
  /** Whether what came takes the place of what stands here. */
  readonly comes: string
}

const here = (name: string) => `main.customers.${name}`
const isFree = (column: string) => `${here(column)} = ''`

const marks: readonly Mark[] = [
  {
    column: 'pausedUntil',
    value: (column) => `iif(${column('pausedUntil')} > ${lastDay}, ${column('pausedUntil')}, '')`,
    comes: `came.value > ${here('pausedUntil')}`,
  },
  { column: 'deceasedDay', value: (column) => column('deceasedDay'), comes: isFree('deceasedDay') },
  {
    column: 'deadMail',
    value: (column) => column('deadMail'),
    // A mark of an address that is theirs no more gives way; one that holds stays.
    comes: `came.value <> ${here('deadMail')} AND (${isFree('deadMail')} OR ${here('deadMail')} <> ${here('emailKey')})`,
  },
  { column: 'deadPost', value: (column) => column('deadPost'), comes: isFree('deadPost') },
]

/** The value of the mark whose column `column` says, by the columns it is given. */
const valueBy = (column: string, of: Column) =>
  `CASE ${column} ${marks.map((mark) => `WHEN '${mark.column}' THEN ${mark.value(of)}`).join(' ')} END`

/** What a row of the customers has noted. */
const inRow = (column: string, row: string) => valueBy(column, (name) => `${row}.${name}`)

/** The same of a row as the log has it. */
const inImage = (column: string, image: string) => valueBy(column, (name) => `${image} ->> '${name}'`)

/** All that is noted in the other file, by the entries there. */
const there = `SELECT * FROM (SELECT g.id, mark.value AS mark, ${inRow('mark.value', 'g')} AS value
  FROM gone.customers AS g CROSS JOIN json_each('${JSON.stringify(marks.map(({ column }) => column))}') AS mark)
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
export const noteEach = marks.map(({ column, comes }) => ({
  column,
  sql: `UPDATE main.customers SET ${column} = came.value FROM temp.cameStanding AS came
    WHERE came.customerId = main.customers.id AND came.mark = '${column}' AND (${comes}) RETURNING id`,
}))
