import type { lettersCalls } from '../../core/letters/calls.ts'
import { occasionWords, wayWords } from '../../core/letters/occasions.ts'
import { fail, ok } from '../../core/result.ts'
import { shownAbout, thingNamed } from '../about/edge.ts'
import { doneByLetter } from '../actions/edge.ts'
import { logTouch, noCustomer, writtenTo } from '../customers/edge.ts'
import { customerPage } from '../../core/customers/page.ts'
import type { Handler, HandlersOf } from '../store/context.ts'
import { closedWays } from './reach.ts'

const letterDone: Handler<'letters.done'> = async (context, input) => {
  const { customerId, occasion, way, language, subject, words, about, actionId } = input
  const customer = await writtenTo(context.db, customerId)
  if (!customer) return noCustomer
  const { closed, shut } = await closedWays(context, customer, occasion)
  if (shut[way])
    return fail(way === 'mail' ? 'no-mail' : 'no-way', `${closed[way]} Nothing was changed.`, 'way')
  const thing = about && (await thingNamed(context, about))
  const { id } = await context.db
    .insertInto('letters')
    .values({
      customerId,
      occasion,
      way,
      language,
      subject,
      words,
      ...(about && thing && { aboutKind: about.kind, aboutId: about.id, aboutName: thing.name }),
      doneAtMs: context.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const said = occasionWords[occasion]
  const note = way === 'call' || subject === '' ? said : `${said}: ${subject}`
  const touch = await logTouch(context, { customerId, kind: way, note })
  if (!touch.ok) return touch
  if (actionId !== undefined)
    await doneByLetter(context, { actionId, customerId }, `${wayWords[way]}: ${note}`)
  context.say(`${wayWords[way]} to ${customer.name} done: ${said}`, customerPage(customerId))
  return ok({ id })
}

/** How many letters a customer's page lists. */
const mostListed = 200

export const done: HandlersOf<Pick<typeof lettersCalls, 'letters.done' | 'letters.of'>> = {
  'letters.done': letterDone,

  'letters.of': async (context, { customerId }) => {
    const rows = await context.db
      .selectFrom('letters')
      .selectAll()
      .where('customerId', '=', customerId)
      .orderBy('doneAtMs', 'desc')
      .orderBy('id', 'desc')
      .limit(mostListed)
      .execute()
    const links = rows.map(({ aboutKind: kind, aboutId: id }) =>
      kind === null || id === null ? null : { kind, id },
    )
    const shown = await shownAbout(
      context,
      links.filter((link) => link !== null),
    )
    return ok(
      rows.map(({ id, occasion, way, subject, words, aboutName, doneAtMs }, at) => ({
        id,
        occasion,
        way,
        subject,
        words,
        about: links[at] ? shown(links[at], aboutName) : null,
        atMs: doneAtMs,
      })),
    )
  },
}
