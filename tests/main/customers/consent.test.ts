import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { optOutCode } from '../../../src/core/newsletter/opt-out.ts'
import { consenting } from '../../../src/main/newsletter/audience.ts'
import { newsletterShop } from '../../support/newsletter-shop.ts'
import { runs } from '../../support/runs.ts'
import type { TestShop } from '../../support/shop.ts'

let files = 0

async function importText(t: TestShop, text: string, commit = true) {
  const path = join(t.folder, `list-${files++}.csv`)
  writeFileSync(path, text)
  return t.call('customers.importFile', { path, commit })
}

const source = 'asked at the counter'
const bulkYes = (t: TestShop, customerIds: number[]) =>
  t.call('customers.setConsent', { customerIds, answer: 'yes', source })
const recipients = async (t: TestShop) => (await t.call('newsletter.audience', {})).recipients
const consentOf = async (t: TestShop, customerId: number) =>
  (await t.call('customers.one', { customerId })).mailConsent

/** Anna, Ben and Cleo, with addresses, ids 1 to 3. */
async function threePeople() {
  const t = await newsletterShop()
  for (const name of ['Anna', 'Ben', 'Cleo'])
    await t.call('customers.save', { name, email: `${name.toLowerCase()}@x.example` })
  return t
}

test('“Yes to mail” for all leaves the noes, and says how many and who', async () => {
  const t = await threePeople()
  await t.call('customers.setConsent', { customerIds: [2], answer: 'no', source: 'on the phone' })
  const { result, act } = await t.answer('customers.setConsent', {
    customerIds: [1, 2, 3],
    answer: 'yes',
    source,
  })
  expect(result).toEqual({
    ok: true,
    value: { changed: 2, refused: 1, refusing: [{ customerId: 2, name: 'Ben' }] },
  })
  expect(act?.says).toBe('Mail for 2 customers: yes; 1 who said no stay so')
  expect(await recipients(t)).toBe(2)
  // Nor does "not asked" for all turn it.
  await t.call('customers.setConsent', { customerIds: [1, 2, 3], answer: 'unasked' })
  expect([await consentOf(t, 1), await consentOf(t, 2)]).toEqual(['unasked', 'no'])
})

test('only the same person, asked again, with source and day, turns a no', async () => {
  const t = await threePeople()
  await t.call('customers.setConsent', { customerIds: [1], answer: 'no', source: 'on the phone' })
  expect(await t.problem('customers.setConsent', { customerIds: [1], answer: 'yes', source })).toEqual({
    code: 'said-no',
    message:
      'Anna said no to mail on 23 November 2026 (on the phone). Nothing was changed. A no is only turned by asking again: open the customer, and say where and on which day you asked.',
    field: 'day',
  })
  const again = (day: string) => ({ customerIds: [1], answer: 'yes', source, day })
  expect((await t.problem('customers.setConsent', again('2026-11-22'))).code).toBe('asked-before')
  expect((await t.problem('customers.setConsent', again('2026-11-24'))).code).toBe('in-future')
  expect(await t.call('customers.setConsent', { ...again('2026-11-23'), answer: 'yes' })).toMatchObject({
    changed: 1,
  })
  expect(await t.call('customers.one', { customerId: 1 })).toMatchObject({
    mailConsent: 'yes',
    mailConsentDay: '2026-11-23',
    mailConsentSource: source,
    refusal: null,
  })
  await t.call('shop.undo', {})
  expect(await consentOf(t, 1)).toBe('no')
  expect(await recipients(t)).toBe(0)
})

test('a no holds under another name, another spelling of the address, and goes along to a new one', async () => {
  const t = await threePeople()
  await t.call('customers.save', { customerId: 1, email: 'K@KÄSE.example' })
  await t.call('customers.setConsent', { customerIds: [1], answer: 'no' })
  const file = await importText(t, 'Name,E-mail,Newsletter\nBert Lang,k@xn--kse-qla.example,yes\n')
  expect(file).toMatchObject({ added: 1, consents: { yes: 0, no: 1, unasked: 0 } })
  expect(file.sample[0]).toMatchObject({
    mailConsent: 'no',
    mailWhy: 'Anna said no to mail under k@xn--kse-qla.example',
  })
  expect(await bulkYes(t, [2, 3, 4])).toMatchObject({
    changed: 2,
    refused: 1,
    refusing: [{ name: 'Bert Lang' }],
  })
  expect(
    await t.problem('customers.setConsent', { customerIds: [4], answer: 'yes', source, day: '2026-11-23' }),
  ).toMatchObject({
    code: 'said-no',
    message:
      'Anna said no under the same address on 23 November 2026. Nothing was changed. Only Anna can turn it; or give this customer an address of their own.',
  })
  await t.call('customers.save', { customerId: 1, email: 'anna@new.example', name: 'Anna Neu' })
  await importText(t, 'Name,E-mail,Newsletter\nDora,anna@new.example,yes\nAnna Neu,anna@new.example,yes\n')
  expect(await recipients(t)).toBe(2)
  // Ben takes the old address: it is still refused there.
  await t.call('customers.save', { customerId: 2, email: 'k@käse.example' })
  expect([await recipients(t), await consentOf(t, 2)]).toEqual([1, 'no'])
})

test('asking one person again turns no no of somebody else who is gone, and none that came later', async () => {
  const t = await newsletterShop()
  await t.call('customers.save', { name: 'Anna', email: 'l@x.example' })
  await importText(t, 'Name,E-mail,Newsletter\nBert,l@x.example,no\n')
  await t.call('shop.undo', {})
  const ask = (customerId: number, day: string) => ({
    customerIds: [customerId],
    answer: 'yes' as const,
    source,
    day,
  })
  expect(await t.problem('customers.setConsent', ask(1, '2026-11-23'))).toMatchObject({
    code: 'said-no',
    message:
      'Somebody who is no longer on file said no under the same address on 23 November 2026 (Imported from list-' +
      `${files - 1}.csv). Nothing was changed. Give this customer an address of their own.`,
  })
  await importText(t, 'Name,E-mail,Newsletter\nCleo,c@x.example,no\n')
  await t.call('shop.undo', {})
  await importText(t, 'Name,E-mail\nCleo,c@x.example\n')
  const cleo = (await t.call('customers.search', { text: 'Cleo' })).rows[0]!.id
  expect((await t.problem('customers.setConsent', ask(cleo, '2020-01-01'))).code).toBe('asked-before')
  expect(await recipients(t)).toBe(0)
  expect(await t.call('customers.setConsent', ask(cleo, '2026-11-23'))).toMatchObject({ changed: 1 })
  expect(await recipients(t)).toBe(1)
})

test('a no holds for every address that the text names, however it is written', async () => {
  const t = await newsletterShop()
  const written = ['A <a@x.example>', 'mailto:b@x.example', "'c@x.example'", 'd@x.example; e@x.example']
  await importText(
    t,
    `Name,E-mail,Newsletter\n${written.map((email, i) => `P${i},${email},no`).join('\n')}\n`,
  )
  const plain = ['a', 'b', 'c', 'd', 'e'].map((one) => `${one}@x.example`)
  await importText(t, `Name,E-mail,Newsletter\n${plain.map((email, i) => `Q${i},${email},yes`).join('\n')}\n`)
  expect(await recipients(t)).toBe(0)
  const { rows } = await t.call('customers.search', { text: 'q' })
  expect(rows.map(({ mailConsent }) => mailConsent)).toEqual(['no', 'no', 'no', 'no', 'no'])
})

test('a yes that the owner took back is not brought again by the file', async () => {
  const t = await newsletterShop()
  const file = 'Name,E-mail,Newsletter\nAnna,a@x.example,yes\n'
  await importText(t, file)
  await t.call('customers.setConsent', { customerIds: [1], answer: 'unasked' })
  const again = await importText(t, file)
  expect(again).toMatchObject({ unchanged: 1 })
  expect(again.errors.map(({ message }) => message)).toEqual([
    'Anna said yes once, and you took that back. The file says yes; not asked was kept.',
  ])
  expect(await consentOf(t, 1)).toBe('unasked')
})

test('a status that tells who unsubscribed is read for its noes alone', async () => {
  const t = await newsletterShop()
  await importText(t, 'Name,E-mail,Status\nAnna,a@x.example,Active\nBert,b@x.example,Unsubscribed\n')
  expect([await consentOf(t, 1), await consentOf(t, 2)]).toEqual(['unasked', 'no'])
  await importText(t, 'Name,E-mail,Status\nCleo,c@x.example,Gold\nDora,d@x.example,cancelled\n')
  expect([await consentOf(t, 3), await consentOf(t, 4)]).toEqual(['unasked', 'no'])
})

test('a column of refusals turns no cell into a yes; its noes stay when the import is undone', async () => {
  const t = await threePeople()
  await bulkYes(t, [1, 2, 3])
  const rows = 'Anna,anna@x.example,1\nBen,ben@x.example,0\nNew,new@x.example,1\n'
  const preview = await importText(t, `Name,E-mail,do_not_email\n${rows}`, false)
  expect(preview).toMatchObject({
    mapping: { refusal: 'do_not_email' },
    consents: { yes: 1, no: 2, unasked: 0 },
  })
  expect(preview.sample.map(({ mailConsent, mailWhy }) => [mailConsent, mailWhy])).toEqual([
    ['no', '“do_not_email” says “1”: must not be mailed'],
    ['yes', '“do_not_email” says “0”: not refused, but not asked either'],
    ['no', '“do_not_email” says “1”: must not be mailed'],
  ])
  // Taken by hand for the answer itself, it is still what its name says.
  const path = join(t.folder, `list-${files - 1}.csv`)
  const mapped = await t.call('customers.importFile', {
    path,
    commit: true,
    mapping: { consent: 'do_not_email', refusal: '' },
  })
  expect(mapped.consents).toEqual({ yes: 1, no: 2, unasked: 0 })
  expect(await recipients(t)).toBe(2)
  await t.call('shop.undo', {})
  expect([await consentOf(t, 1), await recipients(t)]).toEqual(['no', 2])
  await importText(t, 'Name,E-mail,Newsletter\nNew,new@x.example,yes\nOther,NEW@x.example,yes\n')
  expect(await recipients(t)).toBe(2)
})

test('a no of a file is kept beside that of the owner: taking back the one leaves the other', async () => {
  const t = await threePeople()
  await t.call('customers.setConsent', { customerIds: [1], answer: 'no' })
  const file = await importText(t, 'Name,E-mail,Newsletter\nAnna,anna@x.example,no\n')
  expect(file).toMatchObject({ unchanged: 1 })
  await t.call('shop.undo', {})
  expect(await consentOf(t, 1)).toBe('no')
  expect(await bulkYes(t, [1, 2])).toMatchObject({ changed: 1, refused: 1 })
})

const names = ['Anna', 'Ben', 'Cleo', 'Dora']
const addresses = ['a@käse.example', 'A@xn--kse-qla.example', 'b@x.example', 'B@X.example', 'c@x.example', '']
const keyOf = (address: string) => address.toLowerCase().replace('käse', 'xn--kse-qla')

interface No {
  readonly person: number
  readonly key: string
  readonly isFiled: boolean
}

const who = fc.nat(3)
const step = fc.oneof(
  fc.record({
    kind: fc.constant('bulk' as const),
    answer: fc.constantFrom('yes' as const, 'yes' as const, 'no' as const, 'unasked' as const),
    but: fc.nat(8),
  }),
  fc.record({
    kind: fc.constant('single' as const),
    who,
    answer: fc.constantFrom('yes' as const, 'no' as const),
  }),
  fc.record({ kind: fc.constant('again' as const), who }),
  fc.record({
    kind: fc.constant('file' as const),
    lines: fc.array(
      fc
        .record({
          name: fc.constantFrom(...names),
          address: fc.constantFrom(...addresses),
          answer: fc.constantFrom('yes', 'yes', 'no', ''),
        })
        // Whose a no without an address is, nobody can tell from outside.
        .map((line) => (line.address === '' && line.answer === 'no' ? { ...line, answer: '' } : line)),
      { minLength: 1, maxLength: 3 },
    ),
    isInverted: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('rename' as const), who, name: fc.constantFrom(...names, 'Emil') }),
  fc.record({ kind: fc.constant('move' as const), who, address: fc.constantFrom(...addresses) }),
  fc.record({ kind: fc.constant('code' as const), who }),
  fc.record({ kind: fc.constant('undo' as const) }),
)

test('random histories of consent: nobody who said no is in the audience, and no no is lost', async () => {
  const t = await newsletterShop()
  // Thousands of histories, and none of them is about the disk.
  t.shop.connection.pragma('synchronous = OFF')
  let histories = 0
  let kept = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
      t.shop.connection.exec(
        `INSERT INTO temp.actNow (id) VALUES (1); DELETE FROM customers; DELETE FROM suppressions; DELETE FROM optOutCodes;
         DELETE FROM temp.actNow; DELETE FROM changes; UPDATE acts SET ofAct = NULL, turnId = NULL;
         DELETE FROM acts WHERE id > 3`,
      )
      t.people(names.slice(0, 3).map((name, i) => ({ name, email: `${'abc'[i]}@x.example` })))
      const called = new Map<number, Set<string>>()
      const had = new Map<number, Set<string>>()
      const people = async () => {
        const { rows } = await t.call('customers.search', { limit: 100 })
        for (const { id, name, email } of rows) {
          called.set(id, (called.get(id) ?? new Set()).add(name))
          had.set(id, (had.get(id) ?? new Set()).add(keyOf(email)))
        }
        return rows.toSorted((a, b) => a.id - b.id)
      }
      const codes = (await people()).map(({ id, email }, i) => ({
        code: 32 ** 7 + i,
        customerId: id,
        emailKey: keyOf(email),
      }))
      for (const { code, customerId, emailKey } of codes)
        t.shop.connection
          .prepare('INSERT INTO optOutCodes (code, customerId, emailKey) VALUES (?, ?, ?)')
          .run(code, customerId, emailKey)
      // The rule: who said no, for which address; a no goes along, and falls only with its own act or by asking again.
      let noes: readonly No[] = []
      const acts: (readonly No[])[] = []
      const add = (...more: readonly No[]) => (noes = [...noes, ...more])
      const refused = (id: number, email: string) =>
        noes.some((no) => no.person === id || (no.key !== '' && no.key === keyOf(email)))
      const done = (act: unknown, before: readonly No[]) => {
        if (act) acts.push(before)
      }
      let all = await people()
      for (const one of steps) {
        const before = noes
        const person = 'who' in one ? all[one.who % Math.max(1, all.length)] : undefined
        if ('who' in one && !person) continue
        const { id = 0, email = '' } = person ?? {}
        if (one.kind === 'bulk') {
          const ids = all.filter((_, i) => i !== one.but).map((row) => row.id)
          if (ids.length === 0) continue
          const input = { customerIds: ids, answer: one.answer, source }
          const { act } = await t.answer('customers.setConsent', input)
          if (one.answer === 'no')
            for (const row of all)
              if (ids.includes(row.id)) add({ person: row.id, key: keyOf(row.email), isFiled: false })
          done(act, before)
          // Whom a file's no is about is told by names; without one, all who were not refused are readers now.
          if (one.answer === 'yes' && !noes.some((no) => no.isFiled)) {
            const wanted = all.filter(
              (row) => ids.includes(row.id) && row.email && !refused(row.id, row.email),
            )
            const got = new Set<string>()
            for await (const page of consenting(t.shop.reader))
              for (const reader of page) if (typeof reader !== 'string') got.add(keyOf(reader.address))
            for (const row of wanted) expect(got).toContain(keyOf(row.email))
          }
        } else if (one.kind === 'single') {
          const input = { customerIds: [id], answer: one.answer, source }
          const { act } = await t.answer('customers.setConsent', input)
          if (one.answer === 'no') add({ person: id, key: keyOf(email), isFiled: false })
          done(act, before)
        } else if (one.kind === 'again') {
          const ids = new Set(all.map((row) => row.id))
          const isHere = (no: No) => no.key !== '' && no.key === keyOf(email)
          const isGone = (no: No) => isHere(no) && !ids.has(no.person)
          // Of the gone, only one of the same name may be the person who was asked.
          const own = called.get(id) ?? new Set()
          const isMine = (no: No) =>
            no.person === id ||
            (isGone(no) &&
              (no.person === 0 || [...(called.get(no.person) ?? [])].some((name) => own.has(name))))
          const isOthers = noes.some((no) => isHere(no) && !isMine(no))
          const input = { customerIds: [id], answer: 'yes', source, day: '2026-11-23' }
          const { result, act } = await t.answer('customers.setConsent', input)
          // Where names left open whose no a file's is, it may stand in the way without being known here.
          if (isOthers || !noes.some((no) => no.person === 0 || isGone(no))) expect(result.ok).toBe(!isOthers)
          if (result.ok) noes = noes.filter((no) => !isMine(no))
          done(act, before)
        } else if (one.kind === 'file') {
          const cell = (answer: string) =>
            one.isInverted ? (answer === 'no' ? '1' : answer === '' ? '' : '0') : answer
          const rows = one.lines.map((line) => [line.name, line.address, cell(line.answer)].join(','))
          const header = one.isInverted ? 'do_not_email' : 'Newsletter'
          const path = join(t.folder, 'history.csv')
          writeFileSync(path, `Name,E-mail,${header}\n${rows.join('\n')}\n`)
          const { act, result } = await t.answer('customers.importFile', { path, commit: true })
          expect(result.ok).toBe(true)
          const now = await people()
          const moved = now.filter((row) => all.find((was) => was.id === row.id && was.email !== row.email))
          for (const row of moved)
            if (noes.some((no) => no.person === row.id))
              add({ person: row.id, key: keyOf(row.email), isFiled: false })
          for (const line of one.lines) {
            if (line.answer !== 'no') continue
            const meant = now.filter(
              (row) => called.get(row.id)?.has(line.name) && had.get(row.id)?.has(keyOf(line.address)),
            )
            const person = meant.length === 1 ? meant[0] : undefined
            add({ person: person?.id ?? 0, key: keyOf(line.address), isFiled: true })
            // It goes along to where they are now.
            if (person) add({ person: person.id, key: keyOf(person.email), isFiled: true })
          }
          done(act, before)
        } else if (one.kind === 'rename') {
          done((await t.answer('customers.save', { customerId: id, name: one.name })).act, before)
        } else if (one.kind === 'move') {
          const { act } = await t.answer('customers.save', { customerId: id, email: one.address })
          if (noes.some((no) => no.person === id))
            add({ person: id, key: keyOf(one.address), isFiled: false })
          done(act, before)
        } else if (one.kind === 'code') {
          const given = codes[one.who % codes.length]!
          const owner = all.find((row) => row.id === given.customerId)
          const { act, result } = await t.answer('newsletter.optOut', {
            text: `Stop ${optOutCode(given.code)}`,
          })
          expect(result.ok).toBe(true)
          add({ person: given.customerId, key: given.emailKey, isFiled: false })
          if (owner) add({ person: given.customerId, key: keyOf(owner.email), isFiled: false })
          done(act, before)
        } else {
          const back = acts.pop()
          if (!back) continue
          await t.call('shop.undo', {})
          noes = [...back, ...noes.filter((no) => no.isFiled && !back.includes(no))]
        }
        for await (const page of consenting(t.shop.reader))
          for (const reader of page) {
            if (typeof reader === 'string') continue
            expect({ one, reader, no: refused(reader.customerId, reader.address) }).toMatchObject({
              no: false,
            })
          }
        all = await people()
        for (const row of all) if (refused(row.id, row.email)) expect(row.mailConsent).toBe('no')
      }
      histories++
      kept += noes.length
    }),
    runs(60, 5000),
  )
  console.log(`${histories} histories, ${kept} noes at their ends, 0 lost`)
}, 3_600_000)
