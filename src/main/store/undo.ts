import { sql, type Kysely } from 'kysely'
import { fail, ok, type Result } from '../../core/result.ts'
import { actState, actStates, stateAfter, type Turn } from '../../core/shop/act-states.ts'
import { keptDays } from '../../core/shop/reach.ts'
import { carriedCall } from './acts.ts'
import { otherVersion, takeBackAll } from './changes.ts'
import type { Context } from './context.ts'
import { firstThat, partedFrom, type InTheWay } from './parted.ts'
import type { Row, Schema } from './schema.ts'

type Said = Result<{ says: string }>

/**
 * A feature's word on turns: looks at what is there before the changes of the act `taking` are taken back; what it answers is asked
 * when they are, and says why that may not be, or fits what was put back to what is there by now.
 */
export type Guard = (
  context: Context,
  taking: number,
  turn: Turn,
) => Promise<() => Promise<Result<never> | undefined>>

/**
 * Takes an act back; without an id the newest of our own that stands. The id of an undo or a redo turns that one round.
 * Problems: nothing-to-undo, undone-already, carried, beginning, too-long-ago, changed-since, in-the-way, other-version,
 * belongs-together, and those of the guard.
 */
export async function undo(context: Context, actId: number | undefined, guard: Guard): Promise<Said> {
  const act = actId === undefined ? await newestOfOurs(context) : await actOf(context, actId)
  if (!act) return fail('nothing-to-undo', 'There is nothing left to undo. Nothing was changed.')
  const { turn } = actStates[actState(act)]
  const isOver = actId !== undefined && actId !== act.id && actId !== act.turnId
  if (isOver || (turn === 'redo' && actId === act.id))
    return fail('undone-already', `“${act.says}” has been undone already. Nothing was changed.`)
  return take(context, act, turn, guard)
}

/**
 * Brings back an act that was undone; without an id the one that was undone last, as long as nothing new was done since.
 * Problems: nothing-to-redo, redone-already, too-long-ago, changed-since, in-the-way, other-version,
 * belongs-together, and those of the guard.
 */
export async function redo(context: Context, actId: number | undefined, guard: Guard): Promise<Said> {
  const act = actId === undefined ? await lastUndone(context) : await actOf(context, actId)
  if (!act) return fail('nothing-to-redo', 'There is nothing to bring back. Nothing was changed.')
  const { turn } = actStates[actState(act)]
  const isOver = actId !== undefined && actId !== act.id && actId !== act.turnId
  if (isOver || turn === 'undo')
    return fail('redone-already', `“${act.says}” is not undone. Nothing was changed.`)
  return take(context, act, turn, guard)
}

async function take(context: Context, act: Row<'acts'>, turn: Turn | null, guard: Guard): Promise<Said> {
  const { db, engine } = context
  const turnId = context.actId!
  if (turn === null) return (await staysFor(context, act)) ?? cannotTurn(act, context.now)
  const other = await inTheWay(db, act)
  if (other) return fail('changed-since', firstThat(other))
  const taking = turn === 'undo' ? act.id : act.turnId!
  context.ifParted((left) => partedFrom(left, engine, taking))
  const whyNot = await guard(context, taking, turn)
  await engine.deferReferences(db)
  // What an undo takes away is kept for the redo; a redo leaves everything as it was kept before.
  await engine.log.keep(db, turn === 'undo' ? 'rows' : 'none')
  const taken = await takeBackAll(context, taking, turn === 'redo')
  if (!taken.ok) return taken
  const refused = await whyNot()
  if (refused) return refused
  const state = stateAfter[turn]
  await db
    .updateTable('acts')
    .set({ ofAct: act.id, state, says: act.says })
    .where('id', '=', turnId)
    .execute()
  await db.updateTable('acts').set({ state, turnId }).where('id', '=', act.id).execute()
  const says = actStates[state].called(act.says)
  context.say(says)
  return ok({ says })
}

/** What stays whatever is undone: what a restore kept, and who is erased is erased from what can be undone as well. */
async function staysFor({ db, now }: Context, { id, atMs, says, kept, beginning, call }: Row<'acts'>) {
  if (call === carriedCall)
    return fail(
      'carried',
      `“${says}” cannot be undone. Nothing was changed. Change on their page what is to be otherwise.`,
    )
  if (kept === 'whole' || beginning || now - atMs > keptDays * 86_400_000) return undefined
  if (call === 'customers.erase') return fail('erased', `“${says}” cannot be undone. Nothing was changed.`)
  if (call === 'customers.suppress')
    return fail(
      'erased',
      `“${says}” cannot be undone. Nothing was changed. Ask whoever has it, and note their yes on their page.`,
    )
  const erased = await db
    .selectFrom('acts')
    .select('id')
    .where('call', '=', 'customers.erase')
    .where('id', '>', id)
    .limit(1)
    .executeTakeFirst()
  return (
    erased &&
    fail(
      'erased',
      `“${says}” cannot be undone: a customer was erased since, and with them what was before. Nothing was changed.`,
    )
  )
}

/** Upkeep lets go of what is old; what is not kept of a younger act, an update could not bring along. */
function cannotTurn({ says, beginning, atMs }: Row<'acts'>, now: number): Result<never> {
  if (beginning)
    return fail('beginning', `The shop began with “${says}”, which cannot be undone. Nothing was changed.`)
  return now - atMs > keptDays * 86_400_000
    ? fail('too-long-ago', `“${says}” is too long ago: what was before is not kept. Nothing was changed.`)
    : otherVersion
}

/** The owner's act that the id is of, or is a turn of. */
const actOf = ({ db, actId }: Context, id: number) =>
  db
    .selectFrom('acts')
    .selectAll()
    .where('id', '=', (eb) =>
      eb
        .selectFrom('acts as given')
        .select(sql<number>`coalesce("ofAct", id)`.as('id'))
        .where('given.id', '=', id),
    )
    .where('id', '<>', actId)
    .executeTakeFirst()

/** As the index of the acts with an undo has it, which are few. */
const isKept = (acts: string) => sql<boolean>`${sql.ref(`${acts}.kept`)} <> 'line'`

/** Acts from before it was noted where they were made are everybody's. */
const ours = ({ madeAt }: Context): readonly string[] => [madeAt, '']

/** The act of ours that was done, or done again, last and can be taken back. */
const newestOfOurs = (context: Context) =>
  context.db
    .selectFrom('acts')
    .selectAll()
    .where('ofAct', 'is', null)
    .where(isKept('acts'))
    .where('kept', '=', 'whole')
    .where('beginning', '=', 0)
    .where('state', '<>', 'undone')
    .where('madeAt', 'in', ours(context))
    .where('id', '<>', context.actId)
    .orderBy(sql`coalesce("turnId", id)`, 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The act whose undo is our newest, unless we did something new since. */
const lastUndone = (context: Context) =>
  context.db
    .selectFrom('acts')
    .innerJoin('acts as undoing', 'undoing.id', 'acts.turnId')
    .selectAll('acts')
    .where('acts.ofAct', 'is', null)
    .where(isKept('acts'))
    .where('acts.kept', '=', 'whole')
    .where('acts.state', '=', 'undone')
    .where('undoing.madeAt', 'in', ours(context))
    .where(sql`coalesce(acts."turnId", acts.id)`, '>', sql<number>`coalesce(${newestNew(context)}, 0)`)
    .orderBy(sql`coalesce(acts."turnId", acts.id)`, 'desc')
    .orderBy('acts.id', 'desc')
    .limit(1)
    .executeTakeFirst()

const newestNew = (context: Context) =>
  context.db
    .selectFrom('acts')
    .select('id')
    .where('ofAct', 'is', null)
    .where('madeAt', 'in', ours(context))
    .where('id', '<>', context.actId)
    .orderBy('id', 'desc')
    .limit(1)

/**
 * What is in the way of turning an act round: another one that changed one of the same rows and stands otherwise now than
 * right after the act's last turn. One that was done and undone since, or undone and done again, left the rows alike.
 */
async function inTheWay(db: Kysely<Schema>, act: Row<'acts'>): Promise<InTheWay | undefined> {
  const since = act.turnId ?? act.id
  const { rows } = await sql<InTheWay>`
    WITH others (id) AS (
      SELECT theirs."actId" FROM changes AS mine JOIN changes AS theirs
        ON theirs."tableName" = mine."tableName" AND theirs."rowId" BETWEEN mine."rowId" AND mine."lastRowId"
        WHERE mine."actId" = ${act.id}
      UNION SELECT (
        SELECT CASE WHEN run."lastRowId" >= mine."rowId" THEN run."actId" END FROM changes AS run
        WHERE run."tableName" = mine."tableName" AND run."rowId" <= mine."rowId" AND run."lastRowId" > run."rowId"
        ORDER BY run."rowId" DESC, run.id DESC LIMIT 1)
        FROM changes AS mine WHERE mine."actId" = ${act.id})
    SELECT acts.says, acts.state, acts.call FROM others JOIN acts ON acts.id = others.id
    WHERE acts.id <> ${act.id} AND acts."ofAct" IS NULL AND coalesce(acts."turnId", acts.id) > ${since}
      AND (acts.state <> 'undone') <> (acts.id <= ${since} AND 'undone' <> coalesce(
        (SELECT turn.state FROM acts AS turn WHERE turn."ofAct" = acts.id AND turn.id <= ${since} ORDER BY turn.id DESC LIMIT 1),
        'standing'))
    ORDER BY coalesce(acts."turnId", acts.id) DESC, acts.id DESC LIMIT 1`.execute(db)
  return rows[0]
}
