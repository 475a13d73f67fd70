import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../../support/runs.ts'
import { testShop } from '../../support/shop.ts'

const fields = ['city', 'street', 'country'] as const
type Field = (typeof fields)[number]

/** Two lists know three people each, by numbers, names and addresses of their own. */
const records = ['Anna', 'Bert', 'Cleo'].flatMap((name, n) => [
  { key: `T${n}`, name: `${name} Berg${n}`, mail: `${name}@till.example` },
  { key: `W-${n}`, name: `${name} Maria Berg${n}`, mail: `${name}@web.example` },
])

interface Person {
  /** The records that are theirs. */
  readonly keys: readonly string[]
  /** What the owner wrote last, where nobody but a file has said anything: undefined. */
  readonly own: Readonly<Partial<Record<Field, string>>>
  /** What they wrote of an address that is not the first any more: it stands among the others. */
  readonly others: readonly string[]
}
type World = ReadonlyMap<number, Person>

const value = fc.constantFrom('', 'a', 'b', 'c')
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('import' as const),
      lines: fc.uniqueArray(fc.record({ who: fc.nat(5), city: value, street: value, country: value }), {
        minLength: 1,
        maxLength: 6,
        selector: ({ who }) => who,
      }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('again' as const), back: fc.nat(5) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      who: fc.nat(5),
      field: fc.constantFrom(...fields),
      value: fc.constantFrom('', 'own', 'mine', 'a'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('merge' as const), who: fc.nat(5), other: fc.nat(5) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
)

test('random imports, older files, edits, merges and undos: nothing the owner wrote is lost, and nobody comes back', async () => {
  const t = await testShop()
  // Thousands of sequences, and none of them is about the disk.
  t.shop.connection.pragma('synchronous = OFF')
  const counts = { sequences: 0, merges: 0, ownersFields: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 20 }), async (steps) => {
      t.shop.connection.exec(
        `INSERT INTO temp.actNow (id) VALUES (1); DELETE FROM customers; DELETE FROM formerCustomers;
         DELETE FROM twoPeople; DELETE FROM suppressions; DELETE FROM temp.actNow; DELETE FROM changes;
         UPDATE acts SET ofAct = NULL, turnId = NULL; DELETE FROM acts WHERE id > 1`,
      )
      let world: World = new Map()
      const before: World[] = []
      const texts: string[] = []
      const rowsNow = () =>
        t.shop.reader
          .selectFrom('customers')
          .select(['id', 'sourceId', 'otherAddresses', ...fields])
          .execute()
      const made = async (name: string, input: object, next: () => Promise<World>) => {
        const { result, act } = await t.answer(name, input)
        expect(result).toMatchObject({ ok: true })
        if (act) before.push(world)
        world = await next()
      }
      const holderOf = (key: string) => [...world].find(([, { keys }]) => keys.includes(key))?.[0]
      for (const one of steps) {
        if (one.kind === 'import' || one.kind === 'again') {
          const text =
            one.kind === 'again'
              ? texts[texts.length - 1 - one.back]
              : one.lines
                  .map(({ who, city, street, country }) => {
                    const { key, name, mail } = records[who]!
                    return [key, name, mail, city, street, country].join(',')
                  })
                  .join('\n')
          if (!text) continue
          texts.push(text)
          const path = join(t.folder, 'random.csv')
          writeFileSync(path, `Number,Name,E-mail,City,Street,Country\n${text}\n`)
          await made('customers.importFile', { path, commit: true }, async () => {
            const next = new Map(world)
            const known = new Set([...world.values()].flatMap(({ keys }) => keys))
            for (const { id, sourceId } of await rowsNow())
              if (!world.has(id) && !known.has(sourceId))
                next.set(id, { keys: [sourceId], own: {}, others: [] })
            return next
          })
        } else if (one.kind === 'undo') {
          const back = before.pop()
          if (!back) continue
          await t.call('shop.undo', {})
          world = back
        } else {
          const id = holderOf(records[one.who]!.key)
          if (id === undefined) continue
          const person = world.get(id)!
          if (one.kind === 'edit') {
            const { city, street, country } = (await rowsNow()).find((row) => row.id === id)!
            const present = { city, street, country }[one.field]
            await made('customers.save', { customerId: id, [one.field]: one.value }, async () =>
              present === one.value
                ? world
                : new Map(world).set(id, { ...person, own: { ...person.own, [one.field]: one.value } }),
            )
            continue
          }
          const goneId = holderOf(records[one.other]!.key)
          if (goneId === undefined || goneId === id) continue
          const gone = world.get(goneId)!
          counts.merges++
          await made('customers.merge', { keepId: id, goneId }, async () => {
            const next = new Map(world)
            next.delete(goneId)
            // What the owner wrote of either stays, in the address or among the others; what they emptied may be filled by the other.
            const row = (await rowsNow()).find((one) => one.id === id)!
            const said = [person, gone].flatMap(({ own }) =>
              fields.flatMap((field) => (own[field] ? [{ field, value: own[field] }] : [])),
            )
            const own = Object.fromEntries(
              said
                .filter(({ field, value }) => row[field] === value)
                .map(({ field, value }) => [field, value]),
            )
            const others = said.filter(({ field, value }) => row[field] !== value).map(({ value }) => value)
            const before = [...person.others, ...gone.others]
            return next.set(id, { keys: [...person.keys, ...gone.keys], own, others: [...before, ...others] })
          })
        }
        const rows = await rowsNow()
        expect(rows.map(({ id }) => id)).toEqual([...world.keys()].toSorted((a, b) => a - b))
        for (const row of rows) {
          expect(row).toMatchObject(world.get(row.id)!.own)
          for (const value of world.get(row.id)!.others)
            expect(row.otherAddresses.split(/[,\n ]+/)).toContain(value)
        }
      }
      counts.sequences++
      for (const { own } of world.values()) counts.ownersFields += Object.keys(own).length
    }),
    runs(40, 2000),
  )
  console.log(
    `${counts.sequences} sequences, ${counts.merges} merges, ${counts.ownersFields} fields of the owner's at their ends, 0 lost`,
  )
}, 1_800_000)
