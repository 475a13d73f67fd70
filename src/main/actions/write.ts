import type { actionsCalls } from '../../core/actions/calls.ts'
import { actionsPage } from '../../core/actions/page.ts'
import { type Day, dayAt } from '../../core/day.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { thingNamed } from '../about/edge.ts'
import { noStaff, staffNamed } from '../staff/edge.ts'
import type { Context, Handler, HandlersOf } from '../store/context.ts'
import type { NewRow } from '../store/schema.ts'
import { followAnswer } from './after-sale.ts'
import { openAction } from './open-action.ts'
import { startAction } from './start.ts'

const addAction: Handler<'actions.add'> = async (context, { what, about, due, staffId }) => {
  const ahead = notPast(context, due)
  if (!ahead.ok) return ahead
  const who = await whoDoes(context, staffId)
  if (!who.ok) return who
  const thing = about && (await thingNamed(context, about))
  if (about && !thing)
    return fail('nothing-there', 'What this is about is no longer there. Nothing was changed.', 'about')
  const named = about && { ...about, name: thing!.name }
  const row = await startAction(context, { what, about: named, dueDay: due, staffId })
  context.say(`${short(what)}: to do ${when(context, due)}${who.value}`, thing?.page ?? actionsPage)
  return ok(row)
}

const moveAction: Handler<'actions.move'> = async (context, { actionId, due, staffId }) => {
  const found = await openAction(context, actionId)
  if (!found.ok) return found
  const ahead = due === undefined ? ok(undefined) : notPast(context, due)
  if (!ahead.ok) return ahead
  const who = await whoDoes(context, staffId ?? undefined)
  if (!who.ok) return who
  const { what, ...before } = found.value
  const after = { dueDay: due ?? before.dueDay, staffId: staffId === undefined ? before.staffId : staffId }
  if (after.dueDay === before.dueDay && after.staffId === before.staffId) return ok(null)
  await context.db.updateTable('actions').set(after).where('id', '=', actionId).execute()
  context.say(`${short(what)}: to do ${when(context, after.dueDay)}${who.value}`, actionsPage)
  return ok(null)
}

const finishAction: Handler<'actions.finish'> = async (context, input) => {
  const { actionId, result, satisfied, askReferral } = input
  const found = await openAction(context, actionId)
  if (!found.ok) return found
  const isAsked = found.value.source === 'asked'
  if (isAsked && satisfied === undefined)
    return fail('answer-missing', 'Say whether they are satisfied. Nothing was changed.', 'satisfied')
  if (!isAsked || satisfied === undefined) return close(context, actionId, { state: 'done', result })
  const closed = await close(context, actionId, { state: 'done', result, satisfied })
  if (closed.ok) await followAnswer(context, found.value, { satisfied, said: result, askReferral })
  return closed
}

export const actionWritings: HandlersOf<
  Pick<typeof actionsCalls, 'actions.add' | 'actions.move' | 'actions.finish' | 'actions.drop'>
> = {
  'actions.add': addAction,
  'actions.move': moveAction,
  'actions.finish': finishAction,
  'actions.drop': (context, { actionId, result }) => close(context, actionId, { state: 'dropped', result }),
}

async function close(
  context: Context,
  actionId: number,
  set: Pick<NewRow<'actions'>, 'result' | 'satisfied'> & { readonly state: 'done' | 'dropped' },
): Promise<Result<null>> {
  const found = await openAction(context, actionId)
  if (!found.ok) return found
  await context.db
    .updateTable('actions')
    .set({ ...set, closedAtMs: context.now })
    .where('id', '=', actionId)
    .execute()
  context.say(`${set.state === 'done' ? 'Done' : 'Off the list'}: ${short(found.value.what)}`, actionsPage)
  return ok(null)
}

/** What a letter or a call to a customer has done is off the list, in the same act; a question waits for its answer. */
export async function doneByLetter(
  context: Context,
  { actionId, customerId }: { readonly actionId: number; readonly customerId: number },
  result: string,
): Promise<void> {
  const found = await openAction(context, actionId)
  if (!found.ok || found.value.source === 'asked') return
  const { aboutKind, aboutId } = found.value
  const isAnothers = aboutKind === 'customer' && aboutId !== customerId
  if (!isAnothers) await close(context, actionId, { state: 'done', result })
}

const notPast = ({ now, zone, formats }: Context, due: Day): Result<undefined> =>
  due < dayAt(now, zone)
    ? fail('past', `${formats.fullDay(due)} has passed. Nothing was changed. Give a day to come.`, 'due')
    : ok(undefined)

/** Whose it is, behind the words of an act. */
async function whoDoes({ db }: Context, staffId: number | undefined): Promise<Result<string>> {
  if (staffId === undefined) return ok('')
  const name = await staffNamed(db, staffId)
  return name === undefined ? noStaff : ok(`, ${name}`)
}

const when = ({ now, zone, formats }: Context, day: Day): string => {
  const near = formats.near(day, dayAt(now, zone))
  return near === 'today' || near === 'tomorrow' ? near : `by ${near}`
}

/** Short enough for a toast. */
const short = (what: string): string => (what.length > 80 ? `${what.slice(0, 79)}…` : what)
