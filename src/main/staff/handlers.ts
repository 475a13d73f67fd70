import { fold } from '../../core/fold.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { staffCalls } from '../../core/staff/calls.ts'
import { initialsFor, isTaken } from '../../core/staff/initials.ts'
import type { Context, HandlersOf } from '../store/context.ts'
import { noStaff } from './named.ts'

export const staff: HandlersOf<typeof staffCalls> = {
  'staff.list': async (context) => {
    const all = await everybody(context)
    const rows = all.map(({ retiredAtMs, ...one }) => ({ ...one, active: retiredAtMs === null }))
    return ok({ rows: [...rows.filter(({ active }) => active), ...rows.filter(({ active }) => !active)] })
  },
  'staff.save': async (context, { staffId, name, initials }) => {
    const { db, say } = context
    const all = await everybody(context)
    const before = all.find(({ id }) => id === staffId)
    if (staffId !== undefined && !before) return noStaff
    const others = all.filter((one) => one !== before)
    const namesake = others.find((one) => fold(one.name) === fold(name))
    if (namesake) return nameTaken(namesake)
    const taken = others.filter(({ retiredAtMs }) => retiredAtMs === null)
    const free = before?.retiredAtMs ? ok(undefined) : freeInitials(initials, taken)
    if (!free.ok) return free
    const values = {
      name,
      initials:
        initials ||
        initialsFor(
          name,
          taken.map((one) => one.initials),
        ),
    }
    if (before) {
      if (before.name === name && before.initials === values.initials) return ok({ id: before.id })
      await db.updateTable('staff').set(values).where('id', '=', before.id).execute()
      say(
        before.name === name ? `${name} is ${values.initials} on paper` : `${before.name} is now ${name}`,
        page,
      )
      return ok({ id: before.id })
    }
    const row = await db.insertInto('staff').values(values).returning('id').executeTakeFirstOrThrow()
    say(`${name} added to who works here`, page)
    return ok(row)
  },
  'staff.retire': async (context, { staffId }) => {
    const found = await oneOf(context, staffId)
    if (!found) return noStaff
    if (found.retiredAtMs !== null)
      return fail('retired-already', `${found.name} no longer works here already. Nothing was changed.`)
    await setRetired(context, staffId, context.now)
    context.say(`${found.name} no longer works here`, page)
    return ok(null)
  },
  'staff.takeBack': async (context, { staffId }) => {
    const all = await everybody(context)
    const found = all.find(({ id }) => id === staffId)
    if (!found) return noStaff
    if (found.retiredAtMs === null)
      return fail('not-retired', `${found.name} works here. Nothing was changed.`)
    const free = freeInitials(
      found.initials,
      all.filter(({ retiredAtMs }) => retiredAtMs === null),
    )
    if (!free.ok) return free
    await setRetired(context, staffId, null)
    context.say(`${found.name} works here again`, page)
    return ok(null)
  },
}

/** Where they are seen. */
const page = '/settings'

const everybody = ({ db }: Context) => db.selectFrom('staff').selectAll().orderBy('id').execute()

type Member = Awaited<ReturnType<typeof everybody>>[number]

const oneOf = ({ db }: Context, id: number): Promise<Member | undefined> =>
  db.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst()

const setRetired = ({ db }: Context, id: number, retiredAtMs: number | null) =>
  db.updateTable('staff').set({ retiredAtMs }).where('id', '=', id).execute()

const nameTaken = ({ name, retiredAtMs }: Member): Result<never> =>
  fail(
    'name-taken',
    retiredAtMs === null
      ? `${name} is on the list already. Nothing was changed. Write the name so that the two can be told apart.`
      : `${name} is on the list as somebody who no longer works here. Nothing was changed. Take them back there, or write the name so that the two can be told apart.`,
    'name',
  )

function freeInitials(initials: string, others: readonly Member[]): Result<undefined> {
  const whose = others.find((one) => isTaken(one.initials, [initials]))
  if (!whose) return ok(undefined)
  return fail(
    'initials-taken',
    `On paper ${whose.initials} is ${whose.name} already. Nothing was changed. Use other initials.`,
    'initials',
  )
}
