import { sql } from 'kysely'
import { actionsPage } from '../../core/actions/page.ts'
import type { Erased } from '../../core/customers/erased-words.ts'
import {
  namingWords,
  whoTheyAre,
  type NamedElsewhere,
  type NamingPlace,
} from '../../core/customers/naming-words.ts'
import { customerPage } from '../../core/customers/page.ts'
import { productPage } from '../../core/stock/page.ts'
import { actionIdsOf } from '../actions/edge.ts'
import { draftsBeside } from '../drafts/edge.ts'
import { promisePage } from '../promises/edge.ts'
import type { Context } from '../store/context.ts'
import { things, type LoggedTable } from '../store/schema.ts'
import type { Field, Thing } from '../store/thing.ts'

type Found = Readonly<Record<string, string | number | null>>

/** The tables with words of the owner's, and where each is seen. */
export const wordsOfOwners: Readonly<Partial<Record<LoggedTable, (row: Found) => string>>> = {
  customers: ({ id }) => customerPage(Number(id)),
  touches: ({ customerId }) => customerPage(Number(customerId)),
  consentAnswers: ({ customerId }) => customerPage(Number(customerId)),
  channelNoes: ({ customerId }) => customerPage(Number(customerId)),
  letters: ({ customerId }) => customerPage(Number(customerId)),
  promises: ({ what, name }) => promisePage({ what: String(what), name: String(name) }),
  actions: () => actionsPage,
  newsletterIssues: () => '/newsletter',
  checklistLines: () => '/checklists',
  specialDays: () => '/hours',
  pauses: () => '/hours',
  hoursLog: () => '/hours',
  stockActions: () => '/stock',
  ownWords: () => '/settings',
  products: ({ id }) => productPage(Number(id)),
  batches: ({ productId }) => productPage(Number(productId)),
  tiers: () => '/settings',
  shop: () => '/settings',
  shopVoice: () => '/settings',
}

/** What tells who somebody else is, or who works here. */
const notTheirWords: Readonly<Partial<Record<LoggedTable, readonly string[]>>> = {
  customers: whoTheyAre,
  hoursLog: ['who'],
  hoursAnswers: ['who'],
  pauses: ['who'],
}

const mostShown = 40

/** Where words about others may name somebody. Nothing there is changed when they are erased: the owner looks at each. */
export async function namedElsewhere(context: Context, erased: Erased): Promise<NamedElsewhere> {
  const words = namingWords(erased.words.tells)
  const places: NamingPlace[] = []
  let total = 0
  const list = async (lines: readonly string[], place: () => Promise<Omit<NamingPlace, 'line'>>) => {
    const shown = lines.slice(0, mostShown - places.length)
    total += lines.length
    if (shown.length === 0) return
    const where = await place()
    places.push(...shown.map((line) => ({ ...where, line })))
  }
  for (const [table, pageOf] of Object.entries(wordsOfOwners)) {
    const name = table as LoggedTable
    for (const row of await rowsLike(context, name, words.patterns)) {
      if (isOwn(name, row, erased)) continue
      const lines = textsOf(name, row, erased).flatMap((text) => words.lineIn(text) ?? [])
      const thing: Thing<Found> = things[name] as never
      await list(lines, async () => ({
        thing: thing.thing,
        named: await namedOf(context, thing, row),
        page: pageOf(row),
      }))
    }
    await context.step(0, 1, 'Looking for the name')
  }
  for (const { thing, customerId, page, texts } of await draftsBeside(
    context,
    erased,
    await actionIdsOf(context, erased),
  ))
    await list(
      texts.flatMap((text) => words.lineIn(text) ?? []),
      async () => ({ thing, named: customerId === null ? '' : await nameOf(context, customerId), page }),
    )
  return { places, total }
}

/** The columns of a table that hold free words. */
export const wordColumns = (table: LoggedTable): readonly string[] =>
  Object.entries<Field | null>(things[table].fields).flatMap(([column, field]) =>
    field?.kind === 'text' && !field.of && !field.isCode && !notTheirWords[table]?.includes(column)
      ? [column]
      : [],
  )

async function rowsLike(
  { db }: Context,
  table: LoggedTable,
  patterns: readonly (readonly string[])[],
): Promise<readonly Found[]> {
  const isLike = (column: string) =>
    patterns.map(
      (all) =>
        sql`(${sql.join(
          all.map((one) => sql`${sql.ref(column)} LIKE ${one}`),
          sql` AND `,
        )})`,
    )
  const any = wordColumns(table).flatMap(isLike)
  const { rows } =
    await sql<Found>`SELECT * FROM ${sql.table(table)} WHERE ${sql.join(any, sql` OR `)} ORDER BY id`.execute(
      db,
    )
  return rows
}

/** What is theirs goes, or is made nobody's. */
function isOwn(table: LoggedTable, row: Found, { ids, promiseIds }: Erased): boolean {
  const is = (column: string, of: readonly number[]) => of.some((id) => id === row[column])
  if (table === 'customers') return is('id', ids)
  if (table === 'promises') return is('id', promiseIds)
  if (table === 'actions' && row['aboutKind'] === 'customer') return is('aboutId', ids)
  if (table === 'actions' && row['aboutKind'] === 'promise') return is('aboutId', promiseIds)
  return is('customerId', ids)
}

/** What will be left of a row's words. */
function textsOf(table: LoggedTable, row: Found, { words: { sure } }: Erased): readonly string[] {
  const fields = things[table].fields as Readonly<Record<string, Field | null>>
  return wordColumns(table).flatMap((column) => {
    const value = row[column] ?? ''
    if (typeof value !== 'string' || value === '') return []
    // Whom a promise is linked to has their name there.
    if (table === 'promises' && column === 'name' && row['customerId'] !== null) return []
    return table === 'actions' ? [sure.without(value)] : [fields[column]!.words?.(value) ?? value]
  })
}

/** Whose it is, or what it is called. */
async function namedOf(context: Context, { named }: Thing<Found>, row: Found): Promise<string> {
  const customerId = 'what' in row ? null : (row['customerId'] ?? null)
  if (customerId === null) return named(row)
  return await nameOf(context, Number(customerId))
}

async function nameOf({ db }: Context, id: number): Promise<string> {
  const who = await db.selectFrom('customers').select('name').where('id', '=', id).executeTakeFirst()
  return who?.name ?? ''
}
