import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { consenting } from '../../../src/main/newsletter/audience.ts'
import { newsletterShop } from '../../support/newsletter-shop.ts'
import { runs } from '../../support/runs.ts'
import type { TestShop } from '../../support/shop.ts'

/** Few people and addresses, so that they meet. */
const names = ['Anna Berg', 'Bert Lang', 'Cleo Klein'] as const
const mails = ['k@käse.example', 'b@x.example', 'c@x.example', 'd@x.example'] as const
/** The first is one mailbox with what mailKey makes of it. */
const otherwise: Readonly<Record<string, string>> = { 'k@käse.example': 'K@XN--KSE-QLA.example' }

const pick = fc.nat({ max: 11 })
const step = fc.record({
  does: fc.constantFrom(
    'save',
    'move',
    'import',
    'merge',
    'erase',
    'suppress',
    'undo',
    'redo',
    'bulk',
    'bulk',
    'ask',
    'no',
  ),
  who: pick,
  mail: fc.constantFrom(...mails),
  also: fc.constantFrom(...mails),
  name: fc.constantFrom(...names),
})

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const idsOf = (t: TestShop) =>
  t.shop.connection.prepare('SELECT id FROM customers ORDER BY id').pluck().all() as number[]

/** An address as the test compares it, told by itself and not by the code it tests. */
const plain = (email: string) => email.toLowerCase().replace('xn--kse-qla', 'käse')

/** Who gets the newsletter, by address. */
async function audience(t: TestShop): Promise<readonly string[]> {
  const found: string[] = []
  for await (const page of consenting(t.shop.reader, '2026-11-23'))
    for (const one of page) if (typeof one === 'object') found.push(plain(one.address))
  return found
}

const addressesAll = (t: TestShop): readonly string[] => idsOf(t).flatMap((id) => addressesOf(t, id))

let files = 0

/** What a step does, and to whose addresses; whether it was done. */
async function take(t: TestShop, { does, who, mail, also, name }: Step) {
  const ids = idsOf(t)
  const id = ids[who % Math.max(1, ids.length)]
  const written = who % 2 === 0 ? mail : (otherwise[mail] ?? mail)
  const done = async (call: string, input: unknown) => (await t.answer(call, input)).result.ok
  switch (does) {
    case 'save':
      return done('customers.save', { name, email: written, otherMails: who > 8 ? also : '' })
    case 'move':
      return id !== undefined && done('customers.save', { customerId: id, email: written })
    case 'import': {
      const path = join(t.folder, `list-${files++}.csv`)
      writeFileSync(path, `Name,E-mail,Newsletter\n${name},${written},yes\n${names[who % 3]},${also},yes\n`)
      return done('customers.importFile', { path, commit: true })
    }
    case 'merge':
      return ids.length > 1 && done('customers.merge', { keepId: id, goneId: ids[(who + 1) % ids.length] })
    case 'erase':
      return id !== undefined && done('customers.erase', { customerId: id })
    case 'suppress':
      return done('customers.suppress', { email: written })
    case 'undo':
      return done('shop.undo', {})
    case 'redo':
      return done('shop.redo', {})
    case 'bulk':
      return (
        ids.length > 1 &&
        done('customers.setConsent', { customerIds: ids, answer: 'yes', source: 'all who came' })
      )
    case 'ask':
      return (
        id !== undefined &&
        done('customers.setConsent', { customerIds: [id], answer: 'yes', source: 'asked', day: '2026-11-23' })
      )
    case 'no':
      return id !== undefined && done('customers.setConsent', { customerIds: [id], answer: 'no' })
  }
}

const addressesOf = (t: TestShop, id: number): readonly string[] => {
  const row = t.shop.connection.prepare('SELECT email, otherMails FROM customers WHERE id = ?').get(id) as {
    email: string
    otherMails: string
  }
  return [row.email, row.otherMails].filter((email) => email !== '').map(plain)
}

test(
  'an erased address is never in the audience again, unless who has it is asked alone',
  { timeout: 3_600_000 },
  async () => {
    const counts = { sequences: 0, erased: 0, back: 0, asked: 0 }
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 24 }), async (steps) => {
        const t = await newsletterShop()
        t.shop.connection.pragma('synchronous = OFF')
        counts.sequences++
        /** Addresses that were erased and whose owner was not asked alone since. */
        const never = new Set<string>()
        for (const one of steps) {
          const ids = idsOf(t)
          const id = ids[one.who % Math.max(1, ids.length)]
          const theirs = id === undefined ? [] : addressesOf(t, id)
          if (!(await take(t, one))) continue
          if (one.does === 'erase') {
            counts.erased++
            for (const mail of theirs) never.add(mail)
          }
          if (one.does === 'ask') {
            counts.asked++
            for (const mail of theirs) never.delete(mail)
          }
          counts.back += addressesAll(t).filter((mail) => never.has(mail)).length
          expect((await audience(t)).filter((mail) => never.has(mail))).toEqual([])
        }
        await t.shop.close()
      }),
      runs(25, 500),
    )
    if (process.env['WELLKEPT_DEEP']) console.log(JSON.stringify(counts))
    // Few histories of chance may erase few; none at all would try nothing.
    expect(counts.erased).toBeGreaterThan(0)
    expect(counts.back).toBeGreaterThan(0)
  },
)
