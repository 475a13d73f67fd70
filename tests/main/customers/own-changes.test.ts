import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../../support/runs.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

let files = 0

async function importText(t: TestShop, text: string, commit = true) {
  const path = join(t.folder, `list-${files++}.csv`)
  writeFileSync(path, text)
  return t.call('customers.importFile', { path, commit })
}

const one = (t: TestShop, customerId = 1) => t.call('customers.one', { customerId })

const first = 'Name,E-mail,Phone,City,Notes\nAnna,a@x.example,030 1,Ulm,Regular\n'

test('the same file leaves what the owner changed, emptied and removed, and says so', async () => {
  const t = await testShop()
  await importText(t, first)
  await t.call('customers.save', { customerId: 1, phone: '030 9', city: '', notes: '' })
  const preview = await importText(t, first, false)
  expect(preview).toMatchObject({ added: 0, updated: 0, unchanged: 1 })
  expect(preview.errors).toEqual([
    {
      line: 2,
      message:
        'Kept as you have it: phone “030 9” (the file says “030 1”), city left empty (the file says “Ulm”), notes left empty (the file says “Regular”).',
    },
  ])
  const { act } = await t.answer('customers.importFile', {
    path: join(t.folder, `list-${files - 1}.csv`),
    commit: true,
  })
  expect(act).toBe(undefined)
  expect(await one(t)).toMatchObject({ phone: '030 9', city: '', notes: '' })
})

test('a newer file changes what the owner left alone, old and new are shown, an older one takes nothing back', async () => {
  const t = await testShop()
  await importText(t, first)
  await t.call('customers.save', { customerId: 1, phone: '030 9' })
  const newer = 'Name,E-mail,Phone,City,Notes\nAnna,a@x.example,030 2,Bonn,Likes rye\n'
  const preview = await importText(t, newer, false)
  expect(preview).toMatchObject({ updated: 1, changeCount: 3 })
  expect(preview.changes).toEqual([
    { line: 2, name: 'Anna', field: 'phone', before: '030 9', after: '030 2', kept: 'owner' },
    { line: 2, name: 'Anna', field: 'city', before: 'Ulm', after: 'Bonn', kept: null },
    { line: 2, name: 'Anna', field: 'notes', before: 'Regular', after: 'Regular\nLikes rye', kept: null },
  ])
  await importText(t, newer)
  const now = { phone: '030 9', city: 'Bonn', notes: 'Regular\nLikes rye' }
  expect(await one(t)).toMatchObject(now)
  const older = await importText(t, first)
  expect(older).toMatchObject({ updated: 0, unchanged: 1 })
  expect(older.changes.map(({ field, kept }) => [field, kept])).toEqual([
    ['phone', 'owner'],
    ['city', 'file'],
  ])
  expect(await one(t)).toMatchObject(now)
  // What was removed of the notes does not come back with either file.
  await t.call('customers.save', { customerId: 1, notes: 'Likes rye' })
  for (const file of [first, newer]) await importText(t, file)
  expect((await one(t)).notes).toBe('Likes rye')
})

test('what the owner typed stays; what nobody ever filled in is filled', async () => {
  const t = await testShop()
  await t.call('customers.save', { name: 'Anna', email: 'a@x.example', phone: '030 9' })
  expect(await importText(t, first)).toMatchObject({ updated: 1 })
  expect(await one(t)).toMatchObject({ phone: '030 9', city: 'Ulm', notes: 'Regular' })
  await t.call('shop.undo', {})
  expect(await one(t)).toMatchObject({ phone: '030 9', city: '', notes: '' })
})

const fields = ['phone', 'city', 'street', 'notes'] as const
type Field = (typeof fields)[number]

/** What the rule says of one field: who wrote it last, and what files ever brought. */
interface Cell {
  readonly value: string
  readonly isOwners: boolean
  readonly seen: readonly string[]
}
type Person = Readonly<Record<Field, Cell>>
type World = ReadonlyMap<string, Person>

const people = ['Anna', 'Bert', 'Cleo'] as const
const blank: Cell = { value: '', isOwners: false, seen: [] }
const nobody: Person = { phone: blank, city: blank, street: blank, notes: blank }

function fromFile(cell: Cell, field: Field, value: string): Cell {
  if (value === '' || value === cell.value || cell.seen.includes(value)) return cell
  const seen = [...cell.seen, value]
  if (field === 'notes' && cell.value !== '')
    return cell.value.includes(value) ? cell : { ...cell, value: `${cell.value}\n${value}`, seen }
  return cell.isOwners ? cell : { ...cell, value, seen }
}

const value = fc.constantFrom('', '', '1', '2', '3')
const line = fc.record({
  who: fc.constantFrom(...people),
  phone: value,
  city: value,
  street: value,
  notes: value,
})
/** Two phones of one name in one file are two people. */
const onePhoneEach = <L extends { readonly who: string; readonly phone: string }>(lines: readonly L[]) =>
  lines.map((l) => ({ ...l, phone: lines.find((other) => other.who === l.who)!.phone }))
const step = fc.oneof(
  {
    weight: 7,
    arbitrary: fc.record({
      kind: fc.constant('import' as const),
      lines: fc.array(line, { maxLength: 3 }).map(onePhoneEach),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('again' as const), back: fc.nat(5) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      who: fc.constantFrom(...people),
      field: fc.constantFrom(...fields),
      value: fc.constantFrom('', '', '1', '2', 'own', 'mine'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('rename' as const), who: fc.constantFrom(...people) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('move' as const), who: fc.constantFrom(...people) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
)

const address = (who: string) => `${who.toLowerCase()}@x.example`

test('random imports, edits, older files and undos: nothing the owner wrote is lost', async () => {
  const t = await testShop()
  // Thousands of sequences, and none of them is about the disk.
  t.shop.connection.pragma('synchronous = OFF')
  const counts = { sequences: 0, ownersFields: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 18 }), async (steps) => {
      t.shop.connection.exec(
        `INSERT INTO temp.actNow (id) VALUES (1); DELETE FROM customers; DELETE FROM temp.actNow; DELETE FROM changes;
         UPDATE acts SET ofAct = NULL, turnId = NULL; DELETE FROM acts WHERE id > 1`,
      )
      let world: World = new Map()
      const before: World[] = []
      const texts: string[] = []
      const ids = new Map<string, number>()
      const made = async (name: string, input: object, next: World) => {
        const { result, act } = await t.answer(name, input)
        expect(result).toMatchObject({ ok: true })
        if (act) before.push(world)
        world = next
      }
      const imported = async (text: string, lines: readonly (readonly string[])[]) => {
        const path = join(t.folder, 'random.csv')
        writeFileSync(path, text)
        const next = new Map(world)
        // An address of another place in a further line of one file is another address.
        const heard = new Map<string, readonly string[]>()
        for (const [who, ...all] of lines) {
          const person = next.get(who!) ?? nobody
          const [phone, city, street, notes] = all as [string, string, string, string]
          const [thisCity, thisStreet] = heard.get(who!) ?? ['', '']
          const isElsewhere =
            (city !== '' && thisCity !== '' && city !== thisCity) ||
            (street !== '' && thisStreet !== '' && street !== thisStreet)
          const cells = isElsewhere ? [phone, '', '', notes] : [phone, city, street, notes]
          heard.set(who!, isElsewhere ? [thisCity!, thisStreet!] : [thisCity || city, thisStreet || street])
          const entries = fields.map((field, i) => [field, fromFile(person[field], field, cells[i]!)])
          next.set(who!, Object.fromEntries(entries) as Person)
        }
        await made('customers.importFile', { path, commit: true }, next)
      }
      for (const one of steps) {
        if (one.kind === 'import' || one.kind === 'again') {
          const text =
            one.kind === 'again'
              ? texts[texts.length - 1 - one.back]
              : one.lines.map((l) => [l.who, l.phone, l.city, l.street, l.notes].join(',')).join('\n')
          if (!text) continue
          texts.push(text)
          const lines = text.split('\n').map((row) => row.split(','))
          const rows = lines.map(([who, ...cells]) => [who, address(who!), ...cells].join(','))
          await imported(`Name,E-mail,Phone,City,Street,Notes\n${rows.join('\n')}\n`, lines)
        } else if (one.kind === 'undo') {
          const back = before.pop()
          if (!back) continue
          await t.call('shop.undo', {})
          world = back
        } else {
          const id = ids.get(one.who)
          const person = world.get(one.who)
          if (id === undefined || !person) continue
          if (one.kind === 'rename')
            await made('customers.save', { customerId: id, name: `${one.who} of ${before.length}` }, world)
          else if (one.kind === 'move')
            await made('customers.save', { customerId: id, email: `${before.length}@y.example` }, world)
          else {
            const cell = person[one.field]
            const after = { ...cell, value: one.value, isOwners: cell.isOwners || cell.value !== one.value }
            if (one.field === 'notes' && cell.value !== '' && cell.value !== one.value)
              Object.assign(after, { seen: [...cell.seen, cell.value] })
            await made(
              'customers.save',
              { customerId: id, [one.field]: one.value },
              new Map(world).set(one.who, { ...person, [one.field]: after }),
            )
          }
        }
        const rows = await t.shop.reader
          .selectFrom('customers')
          .select(['id', 'name', ...fields])
          .execute()
        ids.clear()
        for (const { id, name } of rows) ids.set(name.split(' ')[0]!, id)
        const kept = rows.map(
          (row) =>
            [
              row.name.split(' ')[0]!,
              Object.fromEntries(fields.map((field) => [field, row[field]])),
            ] as const,
        )
        expect(new Map(kept)).toEqual(
          new Map(
            [...world].map(([who, person]) => [
              who,
              Object.fromEntries(fields.map((field) => [field, person[field].value])),
            ]),
          ),
        )
        expect(kept).toHaveLength(world.size)
      }
      counts.sequences++
      for (const person of world.values())
        counts.ownersFields += fields.filter((field) => person[field].isOwners).length
    }),
    runs(40, 2000),
  )
  console.log(
    `${counts.sequences} sequences, ${counts.ownersFields} fields of the owner's at their ends, 0 lost`,
  )
}, 1_800_000)

/** What the same file does once more after the owner wrote something of the first customer. */
async function sameFileAgain(file: string, written: Record<string, string>) {
  const t = await testShop()
  await importText(t, file)
  await t.call('customers.save', { customerId: 1, ...written })
  const before = await t.call('customers.search', { text: '' })
  const again = await importText(t, file)
  expect(await t.call('customers.search', { text: '' })).toEqual(before)
  return { added: again.added, updated: again.updated }
}

const names = 'Name\nBo Ek\nAnna Berg\n'
const cities = 'Name,City\nBo Ek,Ulm\nAnna Berg,Bonn\n'
const phones = 'Name,Phone\nBo Ek,030 5555\nBo Ek,030 7777\n'
const numbers = 'Nr,Name\n1,Bo Ek\n2,Anna Berg\n'
const mails = 'Name,E-mail\nBo Ek,b@x.example\nAnna Berg,a@x.example\n'
const spellings = 'Name,Phone\nAnna Berg,030 5555\n"Berg, Anna",030 5555\n'

test.each([
  ['a company where the file has none', names, { company: 'Ek Ltd' }],
  ['a company and another city', cities, { company: 'Ek Ltd', city: 'Bonn' }],
  ['a company of one of two of a name', phones, { company: 'Ek Ltd' }],
  ['a company and another name', phones, { company: 'Ek Ltd', name: 'Bob Ekman' }],
  ['a name that is in the file as well', names, { name: 'Anna Berg' }],
  ['a name of the file and a company', cities, { name: 'Anna Berg', company: 'Ek Ltd' }],
  ['a name of the file beside a number', numbers, { name: 'Anna Berg' }],
  ['a name of the file beside an address', mails, { name: 'Anna Berg' }],
  ['a name of somebody who is in two lines', spellings, { name: 'Cy Dahl' }],
  ['a phone of somebody who is in two lines', spellings, { phone: '030 9999' }],
])('the same file adds nobody after the owner wrote %s', async (_what, file, written) => {
  expect(await sameFileAgain(file, written)).toEqual({ added: 0, updated: 0 })
})

test('a company that was typed twice, or that another file brought, leaves the first file nobody to add', async () => {
  const t = await testShop()
  await importText(t, names)
  await t.call('customers.save', { customerId: 1, company: 'Ek Ltd' })
  await t.call('customers.save', { customerId: 1, company: 'Ek & Sons' })
  await importText(t, 'Name,E-mail\nCy Dahl,c@x.example\n')
  await importText(t, 'Name,Company,E-mail\nCy Dahl,Dahl AB,c@x.example\n')
  expect(await importText(t, names)).toMatchObject({ added: 0, updated: 0 })
  expect(await importText(t, 'Name\nCy Dahl\n')).toMatchObject({ added: 0, updated: 0 })
})

test('who is renamed to a name of the file does not take that line from whoever has always been called so', async () => {
  const t = await testShop()
  await importText(t, names)
  await t.call('customers.save', { customerId: 1, name: 'Anna Berg' })
  await importText(t, 'Name,City\nAnna Berg,Bonn\nBo Ek,Ulm\n')
  expect([(await one(t, 1)).city, (await one(t, 2)).city]).toEqual(['Ulm', 'Bonn'])
})
