import { dayAt } from '../../core/day.ts'
import type { Formats } from '../../core/formats.ts'
import type { newsletterCalls } from '../../core/newsletter/calls.ts'
import { allOf } from '../../core/newsletter/opt-out-words.ts'
import { optOutCode, optOutCodesIn } from '../../core/newsletter/opt-out.ts'
import { fail, ok } from '../../core/result.ts'
import {
  besideGone,
  besideNoes,
  besideInAnswer,
  besideInWords,
  keepOwnNoes,
  keptOf,
  noKeys,
  optOutOf,
  suppressHash,
} from '../customers/edge.ts'
import type { Context, HandlersOf } from '../store/context.ts'
import type { Row } from '../store/schema.ts'
import { hashOfCode } from './hidden-codes.ts'

/** Whose code it is when they were erased. */
const erasedPerson = 'Somebody who was erased'

/** Names that an act carries. */
const mostNames = 10

/** Codes that came back: those they were given to get no more mail, also when they are gone or have moved. */
export const optOut: HandlersOf<typeof newsletterCalls>['newsletter.optOut'] = async (context, { text }) => {
  const { numbers, misread } = optOutCodesIn(text)
  if (numbers.length === 0)
    return fail(
      'no-code',
      'There is no opt-out code in this, such as NL-7K3Q9XWM-4T. Nothing was changed.',
      'text',
    )
  const codes = await codesOf(context, numbers)
  if (codes.length === 0)
    return fail(
      'no-customer',
      'This shop never gave out this code. Nothing was changed. Look for the customer by name and note the no there.',
      'text',
    )
  const said = { day: dayAt(context.now, context.zone), source: 'opt-out code' }
  const people: Person[] = []
  for (const code of codes) people.push(await optOutBy(context, code, said))
  const beside = [
    ...(await besideNoes(context, idsOf(people.filter(({ isOnFile }) => isOnFile)), 'yeses')),
    ...(await besideGone(
      context,
      people.filter(({ isOnFile }) => !isOnFile).map(({ whose }) => whose),
      said,
    )),
  ]
  context.say(`${inWords(people, context.formats)}${besideInWords(beside)}`)
  const [first, ...others] = eachOnce(people).map(({ customerId, name }) => ({ customerId, name }))
  const given = new Set(codes.map(({ code }) => code))
  const unknown = [...numbers.filter((number) => !given.has(number)).map(optOutCode), ...misread]
  return ok({
    ...first!,
    ...(others.length > 0 && { others }),
    ...(unknown.length > 0 && { unknown }),
    ...besideInAnswer(beside),
  })
}

/** The codes of these numbers that this shop gave out, in their order. */
async function codesOf({ db }: Context, numbers: readonly number[]): Promise<readonly Row<'optOutCodes'>[]> {
  const rows = await db.selectFrom('optOutCodes').selectAll().where('code', 'in', numbers).execute()
  const byNumber = new Map(rows.map((row) => [row.code, row]))
  return numbers.flatMap((number) => byNumber.get(number) ?? [])
}

/** Somebody whose code came back. */
interface Person {
  readonly customerId: number
  /** Of who is no longer on file, the address the mail went to. */
  readonly name: string
  readonly isOnFile: boolean
  readonly whose: string
}

async function optOutBy(
  context: Context,
  { customerId: givenTo, emailKey, whose }: Row<'optOutCodes'>,
  said: { readonly day: string; readonly source: string },
): Promise<Person> {
  const hash = hashOfCode(emailKey)
  if (hash !== undefined) {
    await suppressHash(context, hash, said.day)
    return { customerId: givenTo, name: erasedPerson, isOnFile: false, whose: '' }
  }
  const customerId = await keptOf(context, givenTo)
  const customer = await optOutOf(context, { ...said, customerId })
  const keys = new Set([emailKey, ...(customer && givenTo === customerId ? noKeys(customer) : [])])
  // It stays the no of who the mail went to, also where they were merged: that may be undone.
  await keepOwnNoes(
    context,
    [...keys].map((key) => ({ ...said, customerId: givenTo, emailKey: key, whose })),
  )
  return { customerId, name: customer?.name ?? emailKey, isOnFile: customer !== undefined, whose }
}

const idsOf = (people: readonly Person[]): readonly number[] => [
  ...new Set(people.map(({ customerId }) => customerId)),
]

/** Two codes may be one person's. */
const eachOnce = (people: readonly Person[]): readonly Person[] => [
  ...new Map(people.map((one) => [`${one.customerId} ${one.name}`, one])).values(),
]

function inWords(people: readonly Person[], { number }: Formats): string {
  const names = eachOnce(people).map(({ name, isOnFile }) =>
    isOnFile || people.length > 1 || name === erasedPerson ? name : `${name}, no longer on file,`,
  )
  const more = names.length - mostNames
  const all = allOf(more > 0 ? [...names.slice(0, mostNames), `${number(more)} more`] : names)
  return `${all} opted out of the newsletter: their own ${names.length > 1 ? 'noes, which stay' : 'no, which stays'}`
}
