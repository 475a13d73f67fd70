import { sql, type RawBuilder } from 'kysely'
import { formerDetails } from '../../core/customers/former.ts'
import { customerMemory } from '../../core/customers/import-memory.ts'
import { detailNames, type CustomerDetails } from '../../core/customers/person.ts'
import type { KeptRow, PersonFile } from '../../core/customers/person-file.ts'
import { fieldWords } from '../../core/shop/field-words.ts'
import { dayAt } from '../../core/day.ts'
import { promisesTo } from '../promises/edge.ts'
import type { Context } from '../store/context.ts'
import { things, type LoggedTable } from '../store/schema.ts'
import type { Field } from '../store/thing.ts'
import type { movers } from './moved.ts'
import { holdingRow, whatHolds } from './what-holds.ts'
import { anotherCustomer, withoutOthers } from './without-others.ts'
import { nameOfRow, type AnyRow } from '../history/edge.ts'

const named =
  (...columns: readonly string[]) =>
  (id: number): RawBuilder<boolean> =>
    sql`(${sql.join(
      columns.map((column) => sql`${sql.ref(column)} = ${id}`),
      sql` OR `,
    )})`

/** Noes stay with who said them, also where they were merged into somebody. */
const said = (id: number): RawBuilder<boolean> =>
  sql`("customerId" = ${id} OR "customerId" IN (
    SELECT former."goneId" FROM "formerCustomers" AS former WHERE former."customerId" = ${id}))`

/** Which rows of each table that names customers are about somebody; the compiler sees that none is missing. */
const theirs = {
  touches: named('customerId'),
  visits: named('customerId'),
  promises: named('customerId'),
  actions: (id) => sql`"aboutKind" = 'customer' AND "aboutId" = ${id} OR "aboutKind" = 'promise'
    AND "aboutId" IN ${promisesTo(id)}`,
  referrals: named('customerId', 'byId'),
  suppressions: said,
  letters: named('customerId'),
  consentAnswers: named('customerId'),
  channelNoes: said,
  formerCustomers: named('customerId'),
  twoPeople: named('customerId', 'otherId'),
} satisfies Readonly<Record<keyof typeof movers, (id: number) => RawBuilder<boolean>>>

/** Rows of a table about somebody, as they are stored. */
interface StoredPart {
  readonly table: LoggedTable
  readonly rows: readonly AnyRow[]
}

/** All rows about somebody, the customer's own first; nothing where they are not on file. */
export async function storedOf(
  { db }: Pick<Context, 'db'>,
  customerId: number,
): Promise<readonly StoredPart[]> {
  const parts: StoredPart[] = []
  const wheres = { customers: named('id'), ...theirs }
  for (const [table, where] of Object.entries(wheres)) {
    const { rows } =
      await sql<AnyRow>`SELECT * FROM ${sql.table(table)} WHERE ${where(customerId)} ORDER BY id`.execute(db)
    if (table === 'customers' && rows.length === 0) return []
    if (rows.length === 0) continue
    const whose = where === said ? rows.map((row) => ({ ...row, customerId })) : rows
    parts.push({ table: table as LoggedTable, rows: whose.map((row) => withoutOthers(customerId, row)) })
  }
  return parts
}

const fieldOf = (table: LoggedTable, column: string): Field | null | undefined =>
  (things[table].fields as Readonly<Record<string, Field | null>>)[column]

/** As a program reads it: moments as ISO 8601, money as a decimal; without ids of other customers, who are nobody's business. */
export function plainRow(
  customerId: number,
  table: LoggedTable,
  row: AnyRow,
): Readonly<Record<string, unknown>> {
  const isCustomer = (column: string) => fieldOf(table, column)?.of === 'customers'
  // Of two in a row it is said which of them is meant: who sent, and who was sent.
  const isOfTwo = Object.keys(row).filter(isCustomer).length > 1
  const kept = Object.entries(row).filter(
    ([column, value]) =>
      value !== null && value !== '' && !pointing.has(column) && (isOfTwo || !isCustomer(column)),
  )
  return Object.fromEntries(
    kept.map(([column, value]) => {
      const field = fieldOf(table, column)
      if (!isCustomer(column)) return [column, plain(field, value!)]
      return [column, Number(value) === customerId ? 'this customer' : anotherCustomer]
    }),
  )
}

/** Ids of other things that no descriptor names, and what is made of the rest for search. */
const pointing = new Set(['id', 'goneId', 'aboutId', 'folded', 'emailKey', 'broughtFields', 'whose'])

function plain(field: Field | null | undefined, value: string | number): string | number | boolean {
  switch (field?.kind) {
    case 'instant':
      return new Date(Number(value)).toISOString()
    case 'money':
      return Number(value) / 1000
    case 'yesNo':
      return value === 1
    default:
      return value
  }
}

/** In the words of the screens; other customers are "another customer". */
async function wordedRow(
  { db, zone, formats }: Context,
  customerId: number,
  table: LoggedTable,
  row: AnyRow,
): Promise<KeptRow> {
  const words: { name: string; words: string }[] = []
  for (const [column, value] of Object.entries(row)) {
    const field = fieldOf(table, column)
    if (!field || value === null || value === '' || (field.saidOf && !field.saidOf(row))) continue
    if (field.of === 'customers') {
      if (Number(value) !== customerId) words.push({ name: field.name, words: anotherCustomer })
      continue
    }
    const shown = field.of ? await nameOfRow(db, field.of, Number(value)) : (field.words?.(value) ?? value)
    words.push({
      name: field.name,
      words:
        field.kind === 'instant'
          ? `${formats.date(dayAt(Number(value), zone))}, ${formats.timeAt(Number(value), zone)}`
          : (fieldWords(shown, field.words ? 'text' : field.kind, zone, formats) ?? ''),
    })
  }
  return [...words, ...mergedWords(row), ...earlierWords(row)]
}

/** What a field of a customer is called on the screens. */
const titleOf = (name: keyof CustomerDetails): string => fieldOf('customers', name)?.name ?? name

/** What somebody who was merged into them was known by. */
function mergedWords({ details }: AnyRow): KeptRow {
  if (typeof details !== 'string' || details === '') return []
  const said = formerDetails(details)
  return detailNames
    .filter((name) => said[name] !== '')
    .map((name) => ({ name: titleOf(name), words: said[name] }))
}

/** What their fields said before. */
function earlierWords({ earlierValues, broughtFields }: AnyRow): KeptRow {
  if (typeof earlierValues !== 'string' || earlierValues === '') return []
  const { earlier } = customerMemory.read({ earlierValues, broughtFields: Number(broughtFields ?? 0) })
  return detailNames.flatMap((name) => {
    const before = (earlier[name] ?? []).filter((text) => text !== '')
    return before.length === 0 ? [] : [{ name: `${titleOf(name)}, before`, words: before.join('; ') }]
  })
}

/** All that is kept of somebody in the words of the screens; undefined where they are not on file. */
export async function personFile(context: Context, customerId: number): Promise<PersonFile | undefined> {
  const stored = await storedOf(context, customerId)
  const [own] = stored
  if (!own) return undefined
  const { formats, now, zone, shop } = context
  const parts = await Promise.all(
    stored.map(async ({ table, rows }) => ({
      title: things[table].thing,
      rows: (await Promise.all(rows.map((row) => wordedRow(context, customerId, table, row)))).filter(
        (row) => row.length > 0,
      ),
    })),
  )
  const holding = (await whatHolds(context, customerId)).map((one) => holdingRow(one, formats))
  return {
    shop: shop?.name ?? '',
    name: String(own.rows[0]!['name'] ?? ''),
    madeOn: formats.longDate(dayAt(now, zone)),
    parts: [...parts.slice(0, 1), { title: 'How they may be reached', rows: holding }, ...parts.slice(1)],
  }
}
