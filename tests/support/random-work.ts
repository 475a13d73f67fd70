import * as fc from 'fast-check'
import type { CallName, Sent } from '../../src/core/calls.ts'
import { addDays, instantOf, localAt } from '../../src/core/day.ts'
import { loggedTables, type LoggedTable } from '../../src/main/store/schema.ts'
import { testShop, type TestShop } from './shop.ts'

/** Random numbers and words that a step makes its input of. */
export interface Draw {
  readonly what: number
  readonly which: number
  readonly amount: number
  readonly text: string
}

/** Draws for a day's work of 5 to `maxLength` writes. */
export const draws = (maxLength: number) =>
  fc.array(
    fc.record({
      what: fc.nat(10_000),
      which: fc.nat(10_000),
      amount: fc.nat(1000),
      text: fc.oneof(
        fc.constantFrom(
          'Łucja O’Brien',
          "Robert'); DROP TABLE",
          '美咲 "佐藤"',
          'a\u0000b',
          'Zoë\u2028',
          '🧀',
          '{"a":1}',
        ),
        fc.string({ maxLength: 20 }).map((text) => text.trim() || 'x'),
      ),
    }),
    { minLength: 5, maxLength, size: 'max' },
  )

type Table = LoggedTable
type Step = (t: TestShop, draw: Draw, id: (table: Table) => number) => readonly [CallName, unknown]

const step =
  <N extends CallName>(
    name: N,
    input: (t: TestShop, d: Draw, id: (table: Table) => number) => Sent<N>,
  ): Step =>
  (t, d, id) => [name, input(t, d, id)]

const local = (t: TestShop) => localAt(t.now, 'Europe/Berlin')
const dayIn = (t: TestShop, days: number) => addDays(local(t).slice(0, 10), days)
const yes = (n: number) => n % 2 === 0

/** Every kind of write that the shop's owner makes; ids are drawn from the rows there are. */
const steps: readonly Step[] = [
  step('shop.change', (_t, { text, amount }) => ({ address: text, cadenceDays: 1 + amount })),
  step('shop.change', (_t, { amount, which }) => ({
    mostContacts: 1 + (amount % 4),
    newsletterResets: yes(amount),
    billResets: yes(which),
  })),
  step('hours.setSchedule', (t, { amount }) => ({
    validFrom: dayIn(t, (amount % 5) - 2),
    week: { mon: [['07:00', yes(amount) ? '19:00' : '02:00']], tue: [['08:00', '12:00']] },
  })),
  step('hours.log', (_t, { which, text }) => ({ event: yes(which) ? 'open' : 'close', reason: text })),
  step('hours.explain', (_t, { text }, id) => ({ entryId: id('hoursLog'), reason: text })),
  step('hours.correct', (t, { amount, text }, id) => ({
    entryId: id('hoursLog'),
    at: localAt(t.now - (amount % 120) * 60_000, 'Europe/Berlin'),
    reason: text,
  })),
  step('hours.answerDay', (t, { which, amount }) => {
    const day = dayIn(t, -(amount % 4))
    const event = yes(which) ? ('open' as const) : ('close' as const)
    const forMs = instantOf(`${day}T${event === 'open' ? '07:00' : '19:00'}`, 'Europe/Berlin')
    const answer = (['as scheduled', 'did not', 'not known'] as const)[amount % 3]!
    return { day, answers: [{ event, forMs, answer }] }
  }),
  step('hours.leaveAsked', () => ({})),
  step('hours.reconstructClose', (t, { amount }) => ({ day: dayIn(t, -(amount % 3)) })),
  step('hours.pause', (t, { amount, text }) => ({
    until: localAt(t.now + (5 + amount) * 60_000, 'Europe/Berlin'),
    note: text,
  })),
  step('hours.endPause', () => ({})),
  step('hours.setSpecialDay', (t, { amount, which, text }) => ({
    day: dayIn(t, (amount % 9) - 4),
    yearly: yes(amount),
    label: text,
    ...(yes(which) ? { closed: true } : { blocks: [['09:00', '13:00']] }),
  })),
  step('hours.setSpecialDay', (t, { amount, text }, id) => ({
    day: dayIn(t, amount % 5),
    to: dayIn(t, 9),
    closed: true,
    label: text,
    specialDayId: id('specialDays'),
  })),
  step('hours.removeSpecialDay', (_t, _d, id) => ({ specialDayId: id('specialDays') })),
  step('hours.removeSchedule', (t, { amount }) => ({ validFrom: dayIn(t, (amount % 5) - 2) })),
  step('stock.saveProduct', (_t, { text, amount }) => ({ name: text, leadDays: amount })),
  step('stock.saveProduct', (_t, { text, amount }, id) => ({
    productId: id('products'),
    shelf: text,
    leadDays: amount % 9,
  })),
  step('stock.addBatch', (t, { text, amount }, id) => ({
    productId: id('products'),
    lot: text,
    date: dayIn(t, (amount % 40) - 10),
    quantity: 1 + amount / 4,
  })),
  step('stock.act', (_t, { which, amount }, id) => ({
    batchId: id('batches'),
    action: (['pull', 'reduce', 'return', 'bin', 'sold', 'still-fine'] as const)[which % 6]!,
    ...(yes(amount) ? { quantity: 0.5 } : {}),
  })),
  step('customers.save', (_t, { text, amount }) => ({
    name: text,
    ...(yes(amount) ? { phone: String(amount) } : {}),
  })),
  step('customers.save', (_t, { text, which }, id) => ({
    customerId: id('customers'),
    ...(yes(which) ? { name: text, notes: text } : { phone: '', street: text }),
  })),
  step('customers.logTouch', (t, { which, amount, text }, id) => ({
    customerId: id('customers'),
    kind: yes(which) ? 'visit' : 'billing',
    at: `${dayIn(t, -(amount % 60))}T09:00`,
    note: text,
  })),
  step('staff.save', (_t, { text }) => ({ name: text })),
  step('staff.retire', (_t, _d, id) => ({ staffId: id('staff') })),
  step('staff.takeBack', (_t, _d, id) => ({ staffId: id('staff') })),
  step('actions.add', (t, { text, amount, which }, id) => ({
    what: text,
    due: dayIn(t, amount % 9),
    ...(yes(which) && { about: { kind: 'customer', id: id('customers') } }),
    ...(yes(amount) && { staffId: id('staff') }),
  })),
  step('actions.move', (t, { amount }, id) => ({ actionId: id('actions'), due: dayIn(t, amount % 9) })),
  step('actions.finish', (_t, { text }, id) => ({ actionId: id('actions'), result: text })),
  step('referrals.set', (_t, _d, id) => ({ customerId: id('customers'), byId: id('customers') })),
  step('referrals.remove', (_t, _d, id) => ({ customerId: id('customers') })),
  step('actions.drop', (_t, _d, id) => ({ actionId: id('actions') })),
  step('customers.visit', (t, { amount }, id) => ({
    customerId: id('customers'),
    at: `${dayIn(t, -(amount % 60))}T09:00`,
  })),
  step('customers.snooze', (t, { amount }, id) => ({
    customerId: id('customers'),
    until: dayIn(t, amount % 30),
  })),
  step('customers.notToday', (_t, _d, id) => ({ customerId: id('customers') })),
  step('customers.saveTier', (_t, { text, amount, which }, id) => ({
    ...(yes(which) && { tierId: id('tiers') }),
    name: text,
    idealDays: 1 + (amount % 10),
    maxDays: 10 + amount,
  })),
  step('customers.removeTier', (_t, _d, id) => ({ tierId: id('tiers') })),
  step('customers.setTier', (_t, { amount }, id) => ({
    customerIds: [id('customers')],
    tierId: yes(amount) ? id('tiers') : null,
  })),
  step('customers.putAside', (_t, _d, id) => ({ customerId: id('customers') })),
  step('customers.takeBack', (_t, _d, id) => ({ customerId: id('customers') })),
  step('customers.merge', (_t, { amount }, id) => ({
    keepId: id('customers'),
    goneId: 1 + (amount % 6),
    fields: { ...(yes(amount) && { name: 'gone', phone: 'keep' }) },
  })),
  step('customers.twoPeople', (_t, { amount }, id) => ({
    customerId: id('customers'),
    otherId: 1 + (amount % 4),
  })),
  step('customers.setConsent', (_t, { which, text }, id) => ({
    customerIds: [id('customers')],
    answer: (['yes', 'no', 'unasked'] as const)[which % 3]!,
    source: text,
  })),
  step('promises.make', (t, { text, amount }, id) => ({
    ...(yes(amount) ? { name: text } : { customerId: id('customers') }),
    what: text,
    told: `${dayIn(t, amount % 14)}T17:00`,
    priceCap: amount,
  })),
  step('promises.warn', (t, { amount }, id) => ({
    promiseId: id('promises'),
    ...(yes(amount) && { told: `${dayIn(t, 1 + (amount % 14))}T10:00` }),
  })),
  step('promises.ready', (_t, _d, id) => ({ promiseId: id('promises') })),
  step('promises.break', (_t, { text }, id) => ({ promiseId: id('promises'), reason: text })),
  step('promises.close', (_t, { amount, text }, id) => ({
    promiseId: id('promises'),
    inBudget: yes(amount),
    fullScope: true,
    leftClean: true,
    note: text,
  })),
  step('checklists.saveLine', (_t, { text }) => ({ part: 'day', text })),
  step('checklists.saveLine', (_t, { text, amount }, id) => ({
    lineId: id('checklistLines'),
    part: 'closing',
    weekday: 1 + (amount % 7),
    text,
  })),
  step('checklists.moveLine', (_t, { amount }, id) => ({ lineId: id('checklistLines'), up: yes(amount) })),
  step('checklists.printed', (_t, { amount }) => ({ week: `2026-W${10 + (amount % 40)}` })),
  step('checklists.removeLine', (_t, _d, id) => ({ lineId: id('checklistLines') })),
  step('newsletter.create', (_t, { text }) => ({ subject: text })),
  step('newsletter.save', (_t, { text }, id) => ({
    issueId: id('newsletterIssues'),
    subject: text,
    blocks: [{ kind: 'text', text }],
  })),
  step('newsletter.arrange', (_t, { text, amount }, id) => ({
    issueId: id('newsletterIssues'),
    subject: text,
    blocks: Array.from({ length: amount % 3 }, () => ({ kind: 'text' as const, text })),
  })),
  step('newsletter.remove', (_t, _d, id) => ({ issueId: id('newsletterIssues') })),
]

/** A shop with a few of everything, so that most random writes find what they need. */
export async function busyShop(): Promise<TestShop> {
  const t = await testShop()
  for (const n of [1, 2, 3]) {
    await t.call('customers.save', { name: `Customer ${n}`, phone: `030 ${n}` })
    await t.call('customers.logTouch', { customerId: n, kind: 'call' })
    await t.call('stock.saveProduct', { name: `Product ${n}` })
    await t.call('stock.addBatch', { productId: n, date: dayIn(t, n * 3), quantity: 10 })
    await t.call('promises.make', { name: `Customer ${n}`, what: 'Cake', told: `${dayIn(t, n)}T17:00` })
    await t.call('checklists.saveLine', { part: 'day', text: `Line ${n}` })
    await t.call('newsletter.create', { subject: `Issue ${n}` })
  }
  return t
}

/** Makes one random write a minute after the last; answers its act, or undefined when it was refused or changed nothing. */
export async function work(t: TestShop, draw: Draw): Promise<number | undefined> {
  t.now += 60_000
  const id = (table: Table) => {
    const ids = t.shop.connection.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all() as number[]
    return ids[draw.which % Math.max(1, ids.length)] ?? 1
  }
  const [name, input] = steps[draw.what % steps.length]!(t, draw, id)
  const { act } = await t.answer(name, input)
  return act?.id
}

/** Every row of every table that is logged or derived, as stored. */
export const everyRow = (t: TestShop): unknown =>
  Object.fromEntries(
    [...loggedTables, 'customerContact', 'customerRhythm'].map((table) => [
      table,
      t.shop.connection.prepare(`SELECT * FROM ${table} ORDER BY 1`).raw().all(),
    ]),
  )

/** Throws when a search index differs from the rows it stands for. */
export function checkSearch(t: TestShop): void {
  for (const table of ['customersSearch', 'productsSearch'])
    t.shop.connection.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('integrity-check', 1)`)
}
