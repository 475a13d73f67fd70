import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CallName, Output, Sent } from '../../../src/core/calls.ts'
import { optOutCode } from '../../../src/core/newsletter/opt-out.ts'
import { restore } from '../../../src/main/backups/restore.ts'
import { dispatch } from '../../../src/main/store/dispatch.ts'
import { openShop } from '../../../src/main/store/open.ts'
import { asOlderSigns } from '../../support/older-signs.ts'
import { newsletterShop } from '../../support/newsletter-shop.ts'
import { runs } from '../../support/runs.ts'
import { testShop, type TestShop } from '../../support/shop.ts'
import { backUp } from '../../support/shop-files.ts'

const files = mkdtempSync(join(tmpdir(), 'wellkept-beside-'))
const source = 'asked at the counter'
const head = 'Name,Email,Phone,Newsletter\n'
const gross = 'GROSS Peter,pa@x.example,0171 7654304,yes\n'
const peter = 'Peter Groß,pb@x.example,0171 7654304,yes\n'

const importText = (t: Pick<TestShop, 'call'>, lines: string) => {
  const path = join(files, 'list.csv')
  writeFileSync(path, head + lines)
  return t.call('customers.importFile', { path, commit: true })
}

const answers = async (t: Pick<TestShop, 'call'>) =>
  Object.fromEntries(
    (await t.call('customers.search', {})).rows.map(({ name, mailConsent }) => [name, mailConsent]),
  )

async function shopWith(lines: string) {
  const t = await testShop()
  await importText(t, lines)
  return t
}

/** The opt-out code in the first mail that is written. */
async function codeInMail(t: TestShop): Promise<string> {
  const { id } = await t.call('newsletter.create', {})
  await t.call('newsletter.exportMail', {
    issueId: id,
    folder: mkdtempSync(join(files, 'mail-')),
    as: 'eml-each',
  })
  const code = t.shop.connection.prepare('SELECT code FROM optOutCodes ORDER BY id').pluck().get()
  return optOutCode(Number(code))
}

const takenBack = 'GROSS Peter may be the same person: their yes counts as not asked now.'

test('the owner’s own no reaches a file’s yes of who may be the same person, and says so', async () => {
  const t = await shopWith(gross + peter)
  const no = { customerIds: [2], answer: 'no' as const, source }
  const { result, act } = await t.answer('customers.setConsent', no)
  expect(result).toMatchObject({ ok: true, value: { changed: 1, beside: [takenBack] } })
  expect(act?.says).toBe(`Mail for Peter Groß: no. ${takenBack}`)
  expect(await answers(t)).toEqual({ 'GROSS Peter': 'unasked', 'Peter Groß': 'no' })
  await t.call('shop.undo', {})
  expect(await answers(t)).toEqual({ 'GROSS Peter': 'yes', 'Peter Groß': 'yes' })
  // The owner's own yes stays, and that is said.
  await t.call('customers.setConsent', { customerIds: [1], answer: 'yes', source })
  expect((await t.call('customers.setConsent', no)).beside).toEqual([
    'GROSS Peter may be the same person, and said yes to you. That was kept.',
  ])
  expect(await answers(t)).toEqual({ 'GROSS Peter': 'yes', 'Peter Groß': 'no' })
})

test('a no for many reaches those who are not among them; without anybody alike nothing is said', async () => {
  const others = Array.from({ length: 30 }, (_, i) => `Hugo Moll${i},h${i}@x.example,030 12345${i},yes\n`)
  const t = await shopWith(gross + peter + others.join(''))
  const ids = (await t.call('customers.search', { limit: 500 })).rows.map(({ id }) => id)
  const rest = ids.filter((id) => id > 2)
  expect(await t.call('customers.setConsent', { customerIds: rest, answer: 'no', source })).toEqual({
    changed: 30,
    refused: 0,
    refusing: [],
  })
  await t.call('shop.undo', {})
  const but = ids.filter((id) => id !== 1)
  const noted = await t.call('customers.setConsent', { customerIds: but, answer: 'no', source })
  expect(noted).toMatchObject({ changed: 31, beside: [takenBack] })
  expect((await answers(t))['GROSS Peter']).toBe('unasked')
})

test('a no that holds but is not in the row meets whose phone is saved, or given with a promise', async () => {
  for (const how of ['saved', 'promised'] as const) {
    const t = await shopWith(gross + 'Peter Groß,pb@x.example,,\n')
    await importText(t, 'Peter Groß,pb@x.example,,no\n')
    await t.call('shop.undo', {})
    expect(await answers(t)).toEqual({ 'GROSS Peter': 'yes', 'Peter Groß': 'no' })
    const phone = '0171 7654304'
    const { act } =
      how === 'saved'
        ? await t.answer('customers.save', { customerId: 2, phone })
        : await t.answer('promises.make', { customerId: 2, phone, what: 'Watch', told: '2026-12-24T12:00' })
    expect(act?.says).toContain(takenBack)
    expect(await answers(t)).toEqual({ 'GROSS Peter': 'unasked', 'Peter Groß': 'no' })
  }
})

test('so does a code that came back', async () => {
  const t = await shopWith(gross + peter)
  const code = 32 ** 7
  t.shop.connection
    .prepare('INSERT INTO optOutCodes (code, customerId, emailKey) VALUES (?, 2, ?)')
    .run(code, 'pb@x.example')
  const { result, act } = await t.answer('newsletter.optOut', { text: optOutCode(code) })
  expect(result).toMatchObject({ ok: true, value: { name: 'Peter Groß', beside: [takenBack] } })
  expect(act?.says).toContain(takenBack)
  expect(await answers(t)).toEqual({ 'GROSS Peter': 'unasked', 'Peter Groß': 'no' })
})

test('so does the code of somebody who is no longer on file, before they come back and after', async () => {
  const t = await newsletterShop()
  const anna = 'Anna Lang,a@x.example,030 1234567,yes\n'
  const berg = 'Anna Berg-Lang,b@x.example,030 1234567,yes\n'
  await importText(t, anna)
  const code = await codeInMail(t)
  const acts = await t.call('shop.acts', {})
  await t.call('shop.undo', { actId: acts.find(({ says }) => says.includes('imported'))!.id })
  await importText(t, berg)
  const { result, act } = await t.answer('newsletter.optOut', { text: code })
  const said =
    'Somebody who is no longer on file may be the same person, and said no to mail. The yes counts as not asked now.'
  expect(result).toMatchObject({ ok: true, value: { beside: [said] } })
  expect(act?.says).toContain(said)
  expect(await answers(t)).toEqual({ 'Anna Berg-Lang': 'unasked' })
  await importText(t, anna.replace('a@x', 'new@x') + berg)
  expect(await answers(t)).toEqual({ 'Anna Lang': 'no', 'Anna Berg-Lang': 'unasked' })
})

test('a code given out before a restore still tells whose it was', async () => {
  const t = await newsletterShop()
  const backup = await backUp(t)
  await importText(t, 'Anna Lang,a@x.example,030 1234567,yes\n')
  const code = await codeInMail(t)
  await t.shop.close()
  expect(await restore(t.shop.path, backup, (t.now += 60_000))).toMatchObject({ ok: true })
  const opened = await openShop(t.shop.path)
  if (!opened.ok) throw new Error(opened.problem.message)
  const call = async <N extends CallName>(name: N, input: Sent<N>): Promise<Output<N>> => {
    const { result } = await dispatch(opened.value, name, input, { now: (t.now += 1000) })
    if (!result.ok) throw new Error(result.problem.message)
    return result.value as Output<N>
  }
  await call('newsletter.optOut', { text: code })
  await importText({ call }, 'Anna Lang,new@x.example,030 1234567,yes\n')
  expect(await answers({ call })).toEqual({ 'Anna Lang': 'no' })
  await opened.value.close()
})

test('a phone, name or address that makes a yes alike to a no counts as not asked, whichever of the two was changed', async () => {
  const said = 'Peter Groß may be the same person, and said no to mail. The yes counts as not asked now.'
  const no = 'Peter Groß,pb@x.example,0171 7654304,no\n'
  for (const [lines, change, words, gross] of [
    ['GROSS Peter,pa@x.example,,yes\n' + no, { customerId: 1, phone: '+49 171 765 43 04' }, said, 'unasked'],
    [
      'Hugo Moll,pa@x.example,0171 7654304,yes\n' + no,
      { customerId: 1, name: 'GROSS Peter' },
      said,
      'unasked',
    ],
    [
      'GROSS Peter,pa@x.example,,yes\n' + no,
      { customerId: 1, email: 'pb@x.example' },
      'Peter Groß said no to mail under pb@x.example. That holds.',
      'no',
    ],
    [
      'GROSS Peter,pa@x.example,0171 7654304,yes\nPeter Groß,pb@x.example,,no\n',
      { customerId: 2, phone: '0171 7654304' },
      takenBack,
      'unasked',
    ],
  ] as const) {
    const t = await shopWith(lines)
    const { result, act } = await t.answer('customers.save', change)
    expect([change, result]).toMatchObject([change, { ok: true, value: { beside: [words] } }])
    expect(act?.says).toContain(words)
    expect([change, (await answers(t))['GROSS Peter']]).toEqual([change, gross])
  }
})

test('a changed phone meets the no of who is no longer on file, and is said of the owner’s own yes alone', async () => {
  const t = await shopWith('Peter Groß,,0171 7654304,no\n')
  await t.call('shop.undo', {})
  await importText(t, 'GROSS Peter,pa@x.example,,yes\nPeter Groß,pb@x.example,0172 111222,yes\n')
  const [one, two] = (await t.call('customers.search', {})).rows.map(({ id }) => id).toSorted((a, b) => a - b)
  expect((await t.call('customers.save', { customerId: one, phone: '0171 7654304' })).beside).toEqual([
    'Somebody who is no longer on file may be the same person, and said no to mail. The yes counts as not asked now.',
  ])
  expect((await t.call('customers.save', { customerId: two, phone: '0171 7654304' })).beside).toEqual([
    'Peter Groß said no to mail. That holds.',
  ])
  expect(await answers(t)).toEqual({ 'GROSS Peter': 'unasked', 'Peter Groß': 'no' })
  await t.call('customers.save', { customerId: one, phone: '' })
  await t.call('customers.setConsent', { customerIds: [one!], answer: 'yes', source })
  expect((await t.call('customers.save', { customerId: one, phone: '0171 7654304' })).beside).toEqual([
    'Peter Groß may be the same person, and said no to mail. GROSS Peter said yes to you, and that was kept.',
  ])
})

test('a no of who is no longer on file is met under an earlier name, by a saved phone, a file and a restore', async () => {
  for (const how of ['saved', 'file'] as const) {
    const t = await shopWith('Peter Groß,,0171 7654304,no\n')
    await t.call('shop.undo', {})
    await importText(t, 'Groß Peter Karl,pa@x.example,,yes\n')
    const { id } = (await t.call('customers.search', {})).rows[0]!
    await t.call('customers.save', { customerId: id, name: 'Berta Klein' })
    expect(await answers(t)).toEqual({ 'Berta Klein': 'yes' })
    if (how === 'saved') await t.call('customers.save', { customerId: id, phone: '0171 7654304' })
    else await importText(t, 'Berta Klein,pa@x.example,0171 7654304,yes\n')
    expect([how, await answers(t)]).toEqual([how, { 'Berta Klein': 'unasked' }])
  }
  const t = await shopWith('Groß Peter Karl,pa@x.example,0171 7654304,yes\n')
  await t.call('customers.save', { customerId: 1, name: 'Berta Klein' })
  const backup = await backUp(t)
  await importText(t, 'Peter Groß,,0171 7654304,no\n')
  await t.call('shop.undo', {})
  expect(await answers(t)).toEqual({ 'Berta Klein': 'yes' })
  await t.shop.close()
  expect(await restore(t.shop.path, backup, (t.now += 60_000))).toMatchObject({ ok: true })
  const opened = await openShop(t.shop.path)
  if (!opened.ok) throw new Error(opened.problem.message)
  const { result } = await dispatch(opened.value, 'customers.search', {}, { now: t.now })
  expect(result).toMatchObject({ ok: true, value: { rows: [{ mailConsent: 'unasked' }] } })
  await opened.value.close()
})

test('a stranger whose signs begin as those of a no keeps their yes, also in a second file', async () => {
  const no = 'P3139 Q208,m1@x.example,0301003139,no\n'
  const yes = 'P5256 Q371,m2@x.example,0301005256,yes\n'
  const t = await shopWith(no)
  expect((await importText(t, yes)).errors).toEqual([])
  await importText(t, no + yes)
  expect(await answers(t)).toEqual({ 'P3139 Q208': 'no', 'P5256 Q371': 'yes' })
})

test('a no with the signs of an older file holds for who comes back, stands beside who is alike, and is turned', async () => {
  const anna = 'Anna Lang,a@x.example,030 1234567,yes\n'
  const t = await shopWith(anna.replace('yes', 'no'))
  await t.call('shop.undo', {})
  const older = new Database(t.shop.path)
  older.function('asOlderSigns', (whose) => asOlderSigns(String(whose)))
  expect(older.prepare('UPDATE suppressions SET whose = asOlderSigns(whose)').run().changes).toBe(1)
  older.close()
  await importText(t, anna.replace('a@x', 'new@x') + 'Anna Berg-Lang,b@x.example,030 1234567,yes\n')
  expect(await answers(t)).toEqual({ 'Anna Lang': 'no', 'Anna Berg-Lang': 'unasked' })
  await t.call('shop.undo', {})
  await importText(t, 'Anna Lang,a@x.example,,yes\n')
  expect(await answers(t)).toEqual({ 'Anna Lang': 'no' })
  const { id } = (await t.call('customers.search', {})).rows[0]!
  await t.call('customers.setConsent', { customerIds: [id], answer: 'yes', source, day: '2026-11-23' })
  expect(await answers(t)).toEqual({ 'Anna Lang': 'yes' })
})

const spellings = ['Peter Groß', 'GROSS Peter', 'Groß, Peter', 'Hugo Moll']
const phones = ['0171 7654304', '+49 171 765 43 04', '0172 111222', '']
const mails = ['pa@x.example', 'pb@x.example', 'pc@x.example', '']
const which = fc.nat(3)
const alikeStep = fc.oneof(
  fc.record({
    kind: fc.constant('file' as const),
    name: fc.constantFrom(...spellings),
    mail: fc.constantFrom(...mails),
    phone: fc.constantFrom(...phones),
    answer: fc.constantFrom('yes', 'yes', 'no', ''),
  }),
  fc.record({ kind: fc.constantFrom('no' as const, 'yes' as const), which }),
  fc.record({ kind: fc.constant('name' as const), which, value: fc.constantFrom(...spellings) }),
  fc.record({ kind: fc.constant('phone' as const), which, value: fc.constantFrom(...phones) }),
  fc.record({ kind: fc.constant('email' as const), which, value: fc.constantFrom(...mails) }),
  fc.constantFrom({ kind: 'back up' as const }, { kind: 'restore' as const }),
)

/** The same name under the same phone, as far as these names and phones go. */
const signOf = ({ name, phone }: { name: string; phone: string }) => {
  const words = name.toLowerCase().replace('ß', 'ss').split(/\W+/).toSorted()
  return phone === '' ? '' : `${words.join(' ')} ${phone.replace(/\D/g, '').slice(-7)}`
}

test('random histories of alike people: no file’s yes stands beside a no, whoever said it and however they became alike', async () => {
  let checked = 0
  await fc.assert(
    fc.asyncProperty(fc.array(alikeStep, { minLength: 4, maxLength: 14 }), async (steps) => {
      const t = await testShop()
      let { shop } = t
      const call = async <N extends CallName>(name: N, input: Sent<N>): Promise<Output<N>> => {
        const { result } = await dispatch(shop, name, input, { now: (t.now += 1000) })
        // A yes beside a no is refused.
        if (!result.ok && name !== 'customers.setConsent') throw new Error(result.problem.message)
        return (result.ok ? result.value : undefined) as Output<N>
      }
      let backup: Awaited<ReturnType<typeof backUp>> | undefined
      for (const step of steps) {
        const { rows } = await call('customers.search', {})
        const id = 'which' in step ? rows[step.which % Math.max(1, rows.length)]?.id : undefined
        if ('which' in step && id === undefined) continue
        if (step.kind === 'file')
          await importText({ call }, `"${step.name}",${step.mail},${step.phone},${step.answer}\n`)
        else if (step.kind === 'no' || step.kind === 'yes')
          await call('customers.setConsent', { customerIds: [id!], answer: step.kind, source })
        else if (step.kind === 'back up') backup = await backUp({ ...t, shop })
        else if ('value' in step) await call('customers.save', { customerId: id, [step.kind]: step.value })
        else if (backup) {
          await shop.close()
          expect(await restore(t.shop.path, backup, (t.now += 60_000))).toMatchObject({ ok: true })
          const opened = await openShop(t.shop.path)
          if (!opened.ok) throw new Error(opened.problem.message)
          shop = opened.value
        }
        const now = (await call('customers.search', {})).rows
        const all = await Promise.all(now.map((row) => call('customers.one', { customerId: row.id })))
        const noes = all.filter(({ id: one, refusal }) => refusal?.customerId === one)
        for (const one of all.filter(({ mailConsent }) => mailConsent !== 'no')) {
          const alike = noes.find((no) => signOf(no) !== '' && signOf(no) === signOf(one))
          if (!alike) continue
          checked++
          if (one.mailConsent === 'yes')
            expect({ step, one, alike, source: one.mailConsentSource }).toMatchObject({ source })
        }
      }
      await shop.close()
    }),
    runs(25, 600),
  )
  console.log(`${checked} times somebody beside a no, never with a file's yes`)
}, 3_600_000)
