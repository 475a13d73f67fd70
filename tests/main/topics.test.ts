import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { AboutKind } from '../../src/core/about/about.ts'
import type { Topic } from '../../src/core/call.ts'
import { calls, type StoreCallName } from '../../src/core/calls.ts'
import { formatsOf } from '../../src/core/formats.ts'
import { optOutCode } from '../../src/core/newsletter/opt-out.ts'
import { sentInput } from '../../src/core/sent-input.ts'
import { handlers } from '../../src/main/handlers.ts'
import { beginAct } from '../../src/main/store/acts.ts'
import type { Context } from '../../src/main/store/context.ts'
import { tame } from '../support/nonsense.ts'
import { testShop, type TestShop } from '../support/shop.ts'
import { ownerOf } from '../support/table-owners.ts'
import { TableUse } from '../support/table-use.ts'

/** What a change of a table makes stale: what its owner's screens show; null for what no screen does. */
const topicOf: Readonly<Record<string, Topic | null>> = {
  ...(ownerOf as Readonly<Record<string, Topic>>),
  // Given out once and never again.
  optOutCodes: null,
  fileNotes: 'shop',
  drafts: null,
  // Read by what lists acts, whose topics are all there are.
  acts: null,
  changes: null,
}

/** Turn or list any act, whatever it was about. */
const aboutAll = ['shop.undo', 'shop.redo', 'shop.acts', 'shop.history', 'shop.actChanges'] as const
const isAboutAll = (name: string): boolean => aboutAll.some((one) => one === name)

const back = new Error('taken back')

interface Used {
  readonly read: Set<Topic>
  readonly changed: Set<Topic>
}

/** Makes a call as dispatch does and takes it back; what it used is added. A refusal has used what it looked at. */
async function use(t: TestShop, name: StoreCallName, input: unknown, used: Used): Promise<boolean> {
  const { shop } = t
  const tables = new TableUse()
  const row = await shop.reader.selectFrom('shop').selectAll().where('id', '=', 1).executeTakeFirst()
  const handler = handlers[name]
  let done = false
  const run = async (db: Context['db'], actId: number) => {
    const context = {
      db: db.withPlugin(tables),
      now: t.now,
      get zone() {
        tables.read.add('shop')
        return row?.zone ?? 'UTC'
      },
      get formats() {
        tables.read.add('shop')
        return formatsOf(row?.country ?? '', row?.currency)
      },
      get shop() {
        tables.read.add('shop')
        return row ?? null
      },
      who: 'owner',
      actId,
      madeAt: '',
      engine: shop.engine,
      say() {},
      goOn() {},
      ifParted() {},
      wipeAfter() {},
      step: () => Promise.resolve(),
      insertMany(table, rows) {
        tables.changed.add(table)
        return shop.engine.insertMany(db, table, rows)
      },
      updateMany(table, rows) {
        tables.changed.add(table)
        return shop.engine.updateMany(db, table, rows)
      },
    } satisfies Context
    if (typeof handler === 'function') done = (await handler(context, input as never)).ok
    else {
      const prepared = await handler.prepare(context, input as never)
      if (!prepared.ok) return
      done = (await handler.write(context, input as never, prepared.value)).ok
      await handler.discard(prepared.value)
    }
  }
  await shop.writer
    .transaction()
    .execute(async (trx) => {
      const act = { atMs: t.now, who: 'owner', madeAt: '', call: name }
      await run(trx, await beginAct(trx, shop.engine.log, act))
      throw back
    })
    .catch((error: unknown) => {
      if (error !== back) throw error
    })
  const add = (to: Set<Topic>, from: ReadonlySet<string>) => {
    for (const table of from) {
      const topic = topicOf[table]
      if (topic) to.add(topic)
    }
  }
  add(used.read, tables.read)
  // What was looked at and refused is changed by nothing.
  if (done) add(used.changed, tables.changed)
  return done
}

async function filledShop(): Promise<TestShop> {
  const t = await testShop({ setUp: false, now: '2026-11-24T12:00:00Z' })
  await t.call('shop.fillSample', { folder: resolve(import.meta.dirname, '../../resources') })
  const [one] = (await t.call('customers.search', { limit: 1 })).rows
  const regular = one!.name
  const files = join(t.folder, 'files')
  mkdirSync(files)
  writeFileSync(
    join(files, 'customers.csv'),
    'Name,Email,Newsletter\nNew One,new@x.example,no\nTwo,two@x.example,yes\n',
  )
  writeFileSync(join(files, 'products.csv'), 'Name,Code,Price,Stock\nNew Ham,,1.00,5\n')
  writeFileSync(join(files, 'visits.csv'), `Order no,Customer,Date\n1,${regular},2026-11-20\n`)
  // No list can read a line of these.
  writeFileSync(join(files, 'left-out.csv'), 'Name,Email,Date,Due\n,,?,?\n')
  writeFileSync(join(files, 'promises.csv'), 'Order no,Customer,What,Due\n1,Zoe,Cake,2026-11-20\n')
  return t
}

const fileFor: Readonly<Record<string, string>> = {
  'customers.importFile': 'customers.csv',
  'stock.importProducts': 'products.csv',
  'promises.importFile': 'promises.csv',
  'customers.importVisits': 'visits.csv',
  'customers.saveRefused': 'left-out.csv',
  'stock.saveRefused': 'left-out.csv',
  'promises.saveRefused': 'left-out.csv',
  'customers.saveRefusedVisits': 'left-out.csv',
}

const week = { tue: [['07:00', '19:00']] } as const
const shopInput = { name: 'New', country: 'DE', region: '', zone: 'Europe/Berlin', address: '' }

/** Inputs that reach what chance does not, in a shop as {@link filledShop} makes it. */
async function besides(t: TestShop): Promise<Partial<Record<StoreCallName, object>>> {
  const [issue] = await t.call('newsletter.issues', {})
  const issueId = issue!.id
  const { subject, blocks } = await t.call('newsletter.one', { issueId })
  const entries = await t.call('hours.entries', { from: '2026-11-23', to: '2026-11-24' })
  const { id: entryId } = entries[0]!
  const { validFrom } = (await t.call('hours.schedule', {}))!
  const [coming] = (await t.call('hours.holidays', { year: 2026 })).filter(({ day }) => day > '2026-11-24')
  const { id: specialDayId } = await t.call('hours.setSpecialDay', {
    day: '2026-12-03',
    closed: true,
    label: 'Stocktaking',
  })
  const { id: promiseId } = await t.call('promises.make', {
    name: 'Zoe',
    what: 'Cake',
    told: '2026-12-03T23:59',
  })
  await t.call('newsletter.exportMail', { issueId, as: 'eml-each', folder: t.folder })
  const { rows } = await sql<{ code: number }>`SELECT code FROM optOutCodes LIMIT 1`.execute(t.shop.reader)
  const { id: asideId } = await t.call('customers.save', { name: 'Moved Away' })
  await t.call('customers.putAside', { customerId: asideId })
  const { id: staffId } = await t.call('staff.save', { name: 'Mia Lang' })
  const { id: goneId } = await t.call('staff.save', { name: 'Max Lindt' })
  await t.call('staff.retire', { staffId: goneId })
  const { id: closeId } = await t.call('promises.make', {
    customerId: 1,
    what: 'Pie',
    told: '2026-12-10T12:00',
  })
  const phone = '0199 8877665'
  const { id: callerId } = await t.call('customers.save', { name: 'Caller', phone })
  await t.call('promises.make', { customerId: callerId, what: 'Tart', told: '2026-12-11T12:00' })
  const things = { customer: asideId, promise: promiseId, product: 1, batch: 1, issue: issueId }
  const links = Object.entries(things) as [AboutKind, number][]
  const toDo: number[] = []
  const letter = {
    customerId: 2,
    subject: 'Ready',
    words: 'It is ready.',
    occasion: 'ready',
    language: 'en',
  } as const
  for (const [kind, id] of links) {
    toDo.push((await t.call('actions.add', { what: kind, due: '2026-11-24', about: { kind, id } })).id)
    await t.call('letters.done', { ...letter, way: 'letter', about: { kind, id } })
  }
  const [actionId] = toDo
  await t.call('referrals.set', { customerId: 3, byId: 2 })
  const { id: tierId } = await t.call('customers.saveTier', { name: 'Regulars', idealDays: 5, maxDays: 9 })
  const reads = { from: '2026-11-20', to: '2026-12-05' }
  return {
    'shop.setUp': shopInput,
    // Moves the days of promises along.
    'shop.change': { zone: 'Asia/Tokyo' },
    'shop.begin': { ...shopInput, week },
    'hours.takeOver': {
      validFrom: '2026-12-07',
      week,
      specialDays: [{ from: '2026-12-08', to: '2026-12-08', yearly: false, blocks: [], label: 'Off' }],
    },
    'hours.closeForWhile': {
      from: '2026-12-03',
      to: '2026-12-03',
      label: 'Family',
      promises: [{ promiseId, told: '2026-12-05T12:00' }],
      newsletter: true,
    },
    'customers.takeBack': { customerId: asideId },
    'promises.close': { promiseId: closeId, inBudget: true, fullScope: true, leftClean: true },
    'referrals.set': { customerId: 2, byId: 1 },
    'referrals.of': { customerId: 2 },
    'letters.propose': { customerId: 2, occasion: 'ready', about: { kind: 'promise', id: promiseId } },
    'letters.sheet': { customerId: 2, subject: 'Ready', words: 'It is ready.', language: 'en' },
    'letters.mail': { customerId: 2, subject: 'Ready', words: 'It is ready.', occasion: 'ready' },
    'letters.done': { ...letter, way: 'letter', actionId },
    'letters.of': { customerId: 2 },
    'letters.setVoice': { signName: 'Mia' },
    'customers.byPhone': { digits: phone },
    'customers.wayLink': { customerId: callerId, by: 'call', to: phone },
    'referrals.remove': { customerId: 3 },
    'actions.one': { actionId },
    'actions.finish': { actionId },
    'actions.drop': { actionId },
    'actions.move': { actionId, due: '2026-12-01' },
    'staff.retire': { staffId },
    'staff.takeBack': { staffId: goneId },
    'customers.setTier': { customerIds: [1], tierId },
    'customers.removeTier': { tierId },
    'customers.saveTier': { tierId, name: 'Regulars', idealDays: 1, maxDays: 2 },
    'customers.merge': { keepId: 1, goneId: 2 },
    'customers.twoPeople': { customerId: asideId, otherId: 1 },
    'hours.removeSchedule': { validFrom },
    'hours.removeSpecialDay': { specialDayId },
    'hours.opensToo': { ...reads, yearly: false },
    'hours.specialDays': reads,
    'hours.correct': { entryId, at: '2026-11-23T07:11', reason: 'clock was wrong' },
    'hours.pause': { until: '13:30' },
    'hours.isOpen': { at: '2026-11-24T12:00:00Z' },
    'hours.holidays': { year: 2026 },
    'hours.decideHoliday': { day: coming!.day, name: coming!.name, decision: 'closed' },
    'hours.decideHolidays': { year: 2027, decision: 'closed' },
    'newsletter.save': { issueId, subject: `${subject} now`, blocks },
    'newsletter.arrange': { issueId, subject, blocks: [...blocks, ...blocks] },
    'newsletter.remove': { issueId },
    'newsletter.one': { issueId },
    'newsletter.preview': { issueId },
    'newsletter.obstacles': { issueId },
    'newsletter.sent': { issueId },
    'newsletter.exportMail': { issueId, as: 'eml-each', folder: t.folder, again: true },
    'newsletter.optOut': { text: optOutCode(rows[0]!.code) },
  }
}

/** A shop whose closing of yesterday was forgotten, and that is closed for a while now. */
async function pausedShop(): Promise<TestShop> {
  const t = await testShop({ now: '2026-11-23T06:00:00Z' })
  await t.call('hours.setSchedule', { validFrom: '2026-11-01', week: { ...week, mon: [['07:00', '19:00']] } })
  await t.call('hours.log', { event: 'open' })
  t.now = Date.parse('2026-11-24T06:00:00Z')
  await t.call('hours.log', { event: 'open' })
  await t.call('hours.pause', { until: '12:00' })
  t.now += 60_000
  return t
}

const ofPaused: Partial<Record<StoreCallName, object>> = {
  'hours.endPause': {},
  'hours.reconstructClose': { day: '2026-11-23', at: '2026-11-23T19:00' },
  'hours.answerDay': {
    day: '2026-11-23',
    answers: [{ event: 'close', forMs: Date.parse('2026-11-23T18:00:00Z'), answer: 'not known' }],
  },
}

const inputsOf = (t: TestShop, name: StoreCallName, known: readonly object[]): readonly unknown[] =>
  [...known, ...fc.sample(tame(calls[name].input), { numRuns: 60, seed: 7 })].flatMap((sent) => {
    const paths = Object.fromEntries(
      calls[name].paths.map((field) => [
        field,
        join(t.folder, 'files', field === 'to' ? 'written.csv' : (fileFor[name] ?? '')),
      ]),
    )
    const given = sentInput(calls[name], {
      ...(sent as object),
      ...paths,
      ...(fileFor[name] && { mapping: undefined }),
      ...('list' in calls[name] && { commit: true }),
    })
    return given.ok ? [given.value] : []
  })

const names = (Object.keys(handlers) as StoreCallName[]).filter(
  (name) => name !== 'shop.fillSample' && !isAboutAll(name),
)

test(
  'each call names the topics of the tables it reads or changes, and no others',
  { timeout: 300_000 },
  async () => {
    const t = await filledShop()
    const empty = await testShop({ setUp: false })
    const paused = await pausedShop()
    const known = await besides(t)
    const wrong: string[] = []
    const neverDone: string[] = []
    for (const name of names) {
      const used: Used = { read: new Set(), changed: new Set() }
      let done = 0
      const inputs = inputsOf(t, name, known[name] ? [known[name]] : [])
      for (const input of inputs) if (await use(t, name, input, used)) done++
      if (name === 'shop.setUp' || name === 'shop.begin')
        if (await use(empty, name, known[name], used)) done++
      if (ofPaused[name] && (await use(paused, name, ofPaused[name], used))) done++
      if (done === 0) neverDone.push(name)
      const found = [...(calls[name].kind === 'write' ? used.changed : used.read)].toSorted()
      const named = [...calls[name].topics].toSorted()
      if (done > 0 && found.join() !== named.join())
        wrong.push(`${name}: uses ${found.join(' ')}, names ${named.join(' ')}`)
    }
    expect({ wrong, neverDone }).toEqual({ wrong: [], neverDone: [] })
  },
)

test('what turns or lists any act is about all that acts can change', () => {
  const all = [...new Set(Object.values(topicOf).filter((topic) => topic !== null))].toSorted()
  for (const name of aboutAll) expect([name, [...calls[name].topics].toSorted()]).toEqual([name, all])
})
