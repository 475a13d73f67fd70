import { sql, type Kysely } from 'kysely'
import { endOfDay, startOfDay } from '../../core/day.ts'
import { fold } from '../../core/fold.ts'
import { ok } from '../../core/result.ts'
import { actState } from '../../core/shop/act-states.ts'
import type { HistoryAct, Reach } from '../../core/shop/history-calls.ts'
import { keptActs, keptDays } from '../../core/shop/reach.ts'
import type { Context, Handler } from '../store/context.ts'
import type { Schema } from '../store/schema.ts'
import { rowNow } from './rows.ts'
import { things, type LoggedTable } from '../store/schema.ts'

/** Acts, newest first; the index of their times is walked only as far as the page goes. */
export const listHistory: Handler<'shop.history'> = async (context, input) => {
  const { db, zone, engine } = context
  let acts = ownersActs(db)
  for (const word of fold(input.text).split(' ').filter(Boolean))
    acts = acts.where(engine.search.inAct(word, input.text))
  if (input.from) acts = acts.where('acts.atMs', '>=', startOfDay(input.from, zone))
  if (input.to) acts = acts.where('acts.atMs', '<', endOfDay(input.to, zone))
  if (input.who !== undefined) acts = acts.where('acts.who', '=', input.who)
  if (input.thing) acts = acts.where('acts.id', 'in', actsOn(input.thing))
  const last =
    input.after &&
    (await db.selectFrom('acts').select('atMs').where('id', '=', input.after).executeTakeFirst())
  if (last) acts = acts.where(sql<boolean>`(acts."atMs", acts.id) < (${last.atMs}, ${input.after})`)
  const rows = await acts.limit(input.limit + 1).execute()
  const shown = rows.slice(0, input.limit)
  return ok({
    acts: shown.map((row) => actOf(row, context.madeAt)),
    next: rows.length > shown.length ? shown.at(-1)!.id : null,
    reach: await reach(db),
    people: await people(db),
    thing: input.thing ? await nameOf(db, input.thing) : null,
  })
}

const ownersActs = (db: Kysely<Schema>) =>
  db
    .selectFrom('acts')
    .leftJoin('acts as turn', 'turn.id', 'acts.turnId')
    .select([
      'acts.id',
      'acts.atMs',
      'acts.who',
      'acts.madeAt',
      'acts.says',
      'acts.state',
      'acts.beginning',
      'acts.kept',
    ])
    .select('turn.atMs as turnedAtMs')
    .where(sql<boolean>`acts."ofAct" IS NULL`)
    .orderBy('acts.atMs', 'desc')
    .orderBy('acts.id', 'desc')

type ActRow = Awaited<ReturnType<ReturnType<typeof ownersActs>['execute']>>[number]

const actOf = ({ madeAt, state, beginning, kept, ...row }: ActRow, here: string): HistoryAct => ({
  ...row,
  undone: state === 'undone',
  state: actState({ state, beginning, kept }),
  here: madeAt === here || madeAt === '',
})

/** Acts that changed the row; rows that were added together stand in one change. */
const actsOn = ({ table, rowId }: { readonly table: string; readonly rowId: number }) =>
  sql<number>`(
    SELECT "actId" FROM changes WHERE "tableName" = ${table} AND "rowId" = ${rowId}
    UNION SELECT CASE WHEN run."lastRowId" >= ${rowId} THEN run."actId" END FROM (
      SELECT "actId", "lastRowId" FROM changes
      WHERE "tableName" = ${table} AND "rowId" <= ${rowId} AND "lastRowId" > "rowId" ORDER BY "rowId" DESC, id DESC LIMIT 1) AS run)`

async function reach(db: Kysely<Schema>): Promise<Reach> {
  const oldest = await db
    .selectFrom('acts')
    .select('atMs')
    .where(sql<boolean>`"ofAct" IS NULL AND kept <> 'line'`)
    .where('kept', '=', 'whole')
    .where('beginning', '=', 0)
    .orderBy(sql`coalesce("turnId", id)`)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return { days: keptDays, acts: keptActs, sinceMs: oldest?.atMs ?? null }
}

/** One step in the index for each person, however much each did. */
async function people(db: Kysely<Schema>): Promise<string[]> {
  const { rows } = await sql<{ who: string }>`
    WITH RECURSIVE people (who) AS (
      SELECT min(who) FROM acts WHERE "ofAct" IS NULL
      UNION ALL SELECT (SELECT min(who) FROM acts WHERE "ofAct" IS NULL AND who > people.who) FROM people
        WHERE people.who IS NOT NULL)
    SELECT who FROM people WHERE who IS NOT NULL`.execute(db)
  return rows.map(({ who }) => who)
}

async function nameOf(
  db: Context['db'],
  { table, rowId }: { readonly table: string; readonly rowId: number },
): Promise<string | null> {
  if (!Object.hasOwn(things, table)) return null
  const { thing, named } = things[table as LoggedTable]
  const row = await rowNow(db, table as LoggedTable, rowId)
  const name = row && named(row as never)
  return name ? `${thing} ${name}` : thing
}
