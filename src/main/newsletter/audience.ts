import { sql, type Expression } from 'kysely'
import type { WhyNot } from '../../core/customers/may-reach.ts'
import { dayAt, type Day } from '../../core/day.ts'
import { asciiAddress } from '../../core/mail-address.ts'
import type { Audience } from '../../core/newsletter/calls.ts'
import { greetedBy } from '../../core/greeting/addressee.ts'
import type { Recipient } from '../../core/newsletter/message.ts'
import { firstCode, optOutCode, sampleCode } from '../../core/newsletter/opt-out.ts'
import { countCustomers, customersCapped, mailReach, mailRow, whoSaidYes } from '../customers/edge.ts'
import type { Context } from '../store/context.ts'
import { pages } from '../store/pages.ts'

type Db = Context['db']

/** Why somebody who said yes still gets nothing. */
type Left = Exclude<keyof Audience, 'recipients' | 'aboveCap'>

const pageSize = 1000

/** Gives a code to a reader who has none yet. */
type NewCode = (customerId: number, emailKey: string) => number

const noneYet: NewCode = () => sampleCode

/**
 * Everybody who said yes, in pages by id, each as a recipient or the reason why not. A no of theirs or under the same address
 * wins over a yes; of several who share an address the first who may be written to gets it.
 */
export async function* consenting(
  db: Db,
  today: Day,
  newCode: NewCode = noneYet,
): AsyncGenerator<readonly (Recipient | Left)[]> {
  const leftOut = leftOutOn(today)
  for await (const rows of consentingRows(db))
    yield rows.map((row) => leftOut(row) ?? recipientOf(row, newCode))
}

const consentingRows = (db: Db) => pages((after) => audiencePage(db, after).execute())

/** The code a customer was given; the ids of 0.1.0 are only understood, never given again. */
const codeOf = (customerId: Expression<number>) =>
  sql<number | null>`(SELECT code FROM "optOutCodes" WHERE "customerId" = ${customerId}
    AND code >= ${sql.lit(firstCode)})`

export const audiencePage = (db: Db, after: number) =>
  whoSaidYes(db, after)
    .select(['c.name', 'c.company', 'c.formOfAddress'])
    .select((eb) => codeOf(eb.ref('c.id')).as('code'))
    .limit(pageSize)

type YesRow = Awaited<ReturnType<ReturnType<typeof whoSaidYes>['execute']>>[number]

type ReaderRow = Pick<YesRow, 'id' | 'email' | 'emailKey'> & {
  readonly name: string
  readonly company: string
  readonly formOfAddress: string
  readonly code: number | null
}

/** Each reason as the audience counts it. */
const counted: Readonly<Record<WhyNot, Left>> = {
  deceased: 'deceased',
  putAside: 'putAside',
  noWay: 'withoutMail',
  wrongWay: 'invalidMail',
  saidNo: 'withoutConsent',
  notAsked: 'withoutConsent',
  deadAddress: 'deadMail',
  paused: 'paused',
}

/** Why rows, asked in their order, get nothing: only who gets it takes their address from who comes after them. */
function leftOutOn(today: Day): (row: YesRow) => Left | null {
  const given = new Set<string>()
  return (row) => {
    const reach = mailReach(row, today)
    if (!reach.may) return counted[reach.why]
    if (given.has(row.emailKey)) return 'duplicates'
    given.add(row.emailKey)
    return null
  }
}

const recipientOf = (row: ReaderRow, newCode: NewCode): Recipient => ({
  customerId: row.id,
  name: row.name,
  address: asciiAddress(row.email),
  firstName: greetedBy(row),
  optOutCode: optOutCode(row.code ?? newCode(row.id, row.emailKey)),
})

/** One customer as a reader, whether or not they would get the newsletter; undefined when there is no such customer. */
export async function readerOf(db: Db, customerId: number): Promise<Recipient | undefined> {
  const row = await mailRow(db, customerId)
    .select((eb) => codeOf(eb.ref('c.id')).as('code'))
    .executeTakeFirst()
  return row && recipientOf(row, noneYet)
}

/** The first of the audience; undefined when it is empty. */
export async function firstRecipient(db: Db, today: Day): Promise<Recipient | undefined> {
  for await (const rows of consentingRows(db)) {
    const found = rows.find((row) => mailReach(row, today).may)
    if (found) return recipientOf(found, noneYet)
  }
  return undefined
}

/** Counts the audience and everybody left out of it. */
export async function countAudience(
  context: Pick<Context, 'db' | 'step' | 'now' | 'zone'>,
): Promise<Audience> {
  const { db, step } = context
  const today = dayAt(context.now, context.zone)
  const count = {
    recipients: 0,
    deceased: 0,
    putAside: 0,
    deadMail: 0,
    paused: 0,
    withoutConsent: 0,
    withoutMail: 0,
    invalidMail: 0,
    duplicates: 0,
    aboveCap: 0,
  }
  const capped = await customersCapped(context)
  let asked = 0
  // Codes are for those who are written to, not for their number.
  const leftOut = leftOutOn(today)
  for await (const rows of pages((after) => whoSaidYes(db, after).limit(pageSize).execute())) {
    for (const row of rows) {
      const left = leftOut(row)
      count[left ?? 'recipients']++
      if (left === null && capped.has(row.id)) count.aboveCap++
    }
    asked += rows.length
    await step(asked, asked + 1, 'Counting readers')
  }
  const all = await countCustomers(db)
  return { ...count, withoutConsent: count.withoutConsent + all - asked }
}
