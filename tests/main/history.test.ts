import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ChangedThing } from '../../src/core/shop/history-calls.ts'
import { things } from '../../src/main/store/schema.ts'
import type { Field } from '../../src/main/store/thing.ts'
import { dispatch } from '../../src/main/store/dispatch.ts'
import { keepUp } from '../../src/main/store/upkeep.ts'
import { loggedTables } from '../../src/main/store/schema.ts'
import { openListening, scansIn } from '../../scripts/bench/plans.ts'
import { busyShop, draws, work } from '../support/random-work.ts'
import { runs } from '../support/runs.ts'
import { testShop, type TestShop } from '../support/shop.ts'

const said = async (t: TestShop, input: object) =>
  (await t.call('shop.history', input)).acts.map(({ says }) => says)

async function aFewDays(): Promise<TestShop> {
  const t = await testShop({ now: '2026-11-20T08:00:00Z' })
  await t.call('customers.save', { name: 'Łucja Müller', phone: '030 1' })
  await t.call('customers.save', { name: 'Bob' })
  t.now = Date.parse('2026-11-21T08:00:00Z')
  await t.call('customers.save', { customerId: 1, phone: '030 2', notes: 'Allergic to nuts' })
  t.now = Date.parse('2026-11-22T08:00:00Z')
  await t.call('customers.logTouch', { customerId: 1, kind: 'call', note: 'About the cake' })
  const made = { customerId: 1, what: 'Cake', told: '2026-11-24T17:00', priceCap: 45.5 }
  await t.call('promises.make', made)
  return t
}

test('the history is searched by words, whatever their accents and case', async () => {
  const t = await aFewDays()
  expect(await said(t, { text: 'lucja MULLER' })).toEqual([
    'Promise to Łucja Müller made for Tue 17:00: Cake',
    'Call with Łucja Müller logged',
    'Łucja Müller changed',
    'Łucja Müller added',
  ])
  expect(await said(t, { text: 'added müller' })).toEqual(['Łucja Müller added'])
})

test('by day, by who, and by thing', async () => {
  const t = await aFewDays()
  expect(await said(t, { from: '2026-11-21', to: '2026-11-21' })).toEqual(['Łucja Müller changed'])
  expect(await said(t, { to: '2026-11-20' })).toEqual([
    'Bob added',
    'Łucja Müller added',
    'Corner Shop set up',
  ])
  await dispatch(t.shop, 'shop.change', { phone: '1' }, { now: t.now, who: 'Ana' })
  const { people } = await t.call('shop.history', {})
  expect(people).toEqual(['Ana', 'owner'])
  expect(await said(t, { who: 'Ana' })).toEqual(['Shop details changed'])
  const about = await t.call('shop.history', { thing: { table: 'customers', rowId: 1 } })
  expect(about.acts.map(({ says }) => says)).toEqual(['Łucja Müller changed', 'Łucja Müller added'])
  expect(about.thing).toBe('Customer Łucja Müller')
  expect(await said(t, { thing: { table: 'passwords', rowId: 1 } })).toEqual([])
})

test('a thing that came with many others has their import in its history', async () => {
  const t = await testShop()
  await t.call('checklists.addStarter', { trade: 'baker' })
  const { lines } = await t.call('checklists.ownLines', {})
  await t.call('checklists.removeLine', { lineId: lines[2]!.lineId })
  const about = { thing: { table: 'checklistLines', rowId: lines[2]!.lineId } }
  expect((await t.call('shop.history', about)).acts).toHaveLength(2)
  expect((await t.call('shop.history', { thing: { table: 'checklistLines', rowId: 999 } })).acts).toEqual([])
})

test('before and after are told in the words of the screens', async () => {
  const t = await aFewDays()
  const [promise, touch, change, , added] = (await t.call('shop.history', {})).acts
  const of = async (actId: number) => (await t.call('shop.actChanges', { actId })).things
  expect(await of(change!.id)).toEqual([
    {
      table: 'customers',
      rowId: 1,
      thing: 'Customer',
      name: 'Łucja Müller',
      event: 'changed',
      fields: [
        { name: 'Phone', kind: 'text', before: '030 1', after: '030 2' },
        { name: 'Notes', kind: 'text', before: null, after: 'Allergic to nuts' },
      ],
    },
  ])
  expect((await of(added!.id))[0]).toMatchObject({ event: 'added', name: 'Łucja Müller' })
  expect((await of(added!.id))[0]!.fields).toContainEqual({
    name: 'Phone',
    kind: 'text',
    before: null,
    after: '030 1',
  })
  expect((await of(touch!.id))[0]!.fields).toEqual(
    expect.arrayContaining([
      { name: 'Customer', kind: 'text', before: null, after: 'Łucja Müller' },
      { name: 'Kind', kind: 'text', before: null, after: 'Call' },
      { name: 'Note', kind: 'text', before: null, after: 'About the cake' },
    ]),
  )
  expect((await of(promise!.id))[0]!.fields).toContainEqual({
    name: 'At most, in money',
    kind: 'money',
    before: null,
    after: 45_500,
  })
})

test('a page goes on where the last one ended, and every act stands on exactly one', async () => {
  const t = await testShop()
  for (let n = 0; n < 23; n++) await t.call('shop.change', { phone: `${n}` })
  const ids: number[] = []
  let after: number | undefined
  do {
    const page = await t.call('shop.history', { limit: 5, ...(after && { after }) })
    ids.push(...page.acts.map(({ id }) => id))
    after = page.next ?? undefined
  } while (after)
  expect(ids).toEqual((await t.call('shop.acts', { limit: 500 })).map(({ id }) => id))
})

test('it is said how far undo reaches, and what is longer ago keeps its line and its thing', async () => {
  const t = await aFewDays()
  const began = Date.parse('2026-11-20T08:00:00Z')
  expect((await t.call('shop.history', {})).reach).toEqual({ days: 30, acts: 100, sinceMs: began })
  for (let n = 0; n < 100; n++) await t.call('shop.change', { phone: `${n}` })
  t.now += 40 * 86_400_000
  await keepUp(t.shop, t.now)
  expect((await t.call('shop.history', {})).reach.sinceMs).toBe(Date.parse('2026-11-22T08:00:00Z'))
  const [change] = (await t.call('shop.history', { text: 'Müller changed' })).acts
  expect(change).toMatchObject({ says: 'Łucja Müller changed', state: 'past' })
  expect(await t.call('shop.actChanges', { actId: change!.id })).toEqual({
    things: [
      { table: 'customers', rowId: 1, thing: 'Customer', name: 'Łucja Müller', event: 'changed', fields: [] },
    ],
    more: false,
    kept: false,
  })
})

test('an act of thousands shows its things a page at a time', async () => {
  const t = await testShop()
  await t.call('checklists.addStarter', { trade: 'baker' })
  const [act] = (await t.call('shop.history', { limit: 1 })).acts
  const all = await t.call('shop.actChanges', { actId: act!.id, limit: 100 })
  expect(all.more).toBe(false)
  const two = await t.call('shop.actChanges', { actId: act!.id, offset: 1, limit: 2 })
  expect(two).toEqual({ things: all.things.slice(1, 3), more: true, kept: true })
})

type Rows = ReadonlyMap<string, Readonly<Record<string, string | number | null>>>

function look(t: TestShop): Rows {
  return new Map(
    loggedTables.flatMap((table) =>
      (t.shop.connection.prepare(`SELECT * FROM ${table}`).all() as { id: number }[]).map(
        (row) => [`${table} ${row.id}`, row] as const,
      ),
    ),
  )
}

/** What an onlooker saw happen to the rows, in the words of the screens; values only where they are shown as stored. */
function seenChanges(before: Rows, after: Rows): unknown[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])]
  return keys.flatMap((key) => {
    const [was, became] = [before.get(key), after.get(key)]
    if (JSON.stringify(was) === JSON.stringify(became)) return []
    const fields = things[key.split(' ')[0] as keyof typeof things].fields as Readonly<
      Record<string, Field | null>
    >
    const shown = Object.entries(fields).flatMap(([column, field]) => {
      const said = (row: typeof was) => (row && (field?.saidOf?.(row) ?? true) ? (row[column] ?? '') : '')
      const [a, b] = [said(was), said(became)]
      if (!field || a === b) return []
      return [field.words || field.of ? { name: field.name } : { name: field.name, before: a, after: b }]
    })
    return [{ key, event: !was ? 'added' : !became ? 'removed' : 'changed', fields: shown }]
  })
}

function toldChanges(told: readonly ChangedThing[]): unknown[] {
  return (
    told
      .map(({ table, rowId, event, fields }) => {
        const known = Object.values(
          things[table as keyof typeof things].fields as Record<string, Field | null>,
        )
        const shown = fields.map(({ name, before, after }) => {
          const field = known.find((one) => one?.name === name)!
          return field.words || field.of ? { name } : { name, before: before ?? '', after: after ?? '' }
        })
        return { key: `${table} ${rowId}`, event, fields: shown }
      })
      // A row that was written as it was before, or was there only for a moment, is no news.
      .filter(({ event, fields }) => event !== 'changed' || fields.length > 0)
  )
}

const byKey = (changes: readonly unknown[]) =>
  (changes as { key: string; event: string; fields: unknown[] }[])
    .filter(({ event, fields }) => event !== 'changed' || fields.length > 0)
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))

test('after any work, undos and redos each act tells what an onlooker saw it do', async () => {
  await fc.assert(
    fc.asyncProperty(draws(25), async (all) => {
      const t = await busyShop()
      t.shop.connection.pragma('synchronous = OFF')
      const seen: { id: number; changes: unknown[] }[] = []
      for (const draw of all) {
        const before = look(t)
        const id = await work(t, draw)
        if (id !== undefined) seen.push({ id, changes: seenChanges(before, look(t)) })
        const one = seen[draw.amount % Math.max(1, seen.length)]
        if (draw.which % 3 === 0) await t.answer('shop.undo', {})
        if (draw.which % 3 === 1 && one) await t.answer('shop.undo', { actId: one.id })
        if (draw.which % 7 === 0) await t.answer('shop.redo', {})
        if (draw.which % 7 === 1 && one) await t.answer('shop.redo', { actId: one.id })
      }
      for (const { id, changes } of seen) {
        const told = await t.call('shop.actChanges', { actId: id, limit: 100 })
        expect({ id, changes: byKey(toldChanges(told.things)) }).toEqual({ id, changes: byKey(changes) })
      }
    }),
    { ...runs(10), endOnFailure: true },
  )
})

test('the first page is found without reading the whole history', async () => {
  const t = await aFewDays()
  t.shop.connection.pragma('wal_checkpoint(TRUNCATE)')
  const { shop, statements } = openListening(t.shop.path)
  const inputs = [
    {},
    { text: 'added' },
    { from: '2026-11-21', to: '2026-11-22' },
    { thing: { table: 'customers', rowId: 1 } },
  ]
  for (const input of [...inputs, { after: 3 }]) {
    const { result } = await dispatch(shop, 'shop.history', input, { now: t.now })
    expect(result.ok).toBe(true)
  }
  await dispatch(shop, 'shop.actChanges', { actId: 2 }, { now: t.now })
  await dispatch(shop, 'shop.acts', {}, { now: t.now })
  expect(statements.size).toBeGreaterThan(8)
  expect(scansIn(shop.connection, statements)).toEqual([])
  await shop.close()
})
