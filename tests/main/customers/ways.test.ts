import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newsletterShop } from '../../support/newsletter-shop.ts'
import { nothingKnown } from '../../support/nothing-known.ts'
import { runs } from '../../support/runs.ts'
import type { TestShop } from '../../support/shop.ts'

let files = 0

async function importText(t: TestShop, text: string) {
  const path = join(t.folder, `ways-${files++}.csv`)
  writeFileSync(path, text)
  return t.call('customers.importFile', { path, commit: true })
}

const one = (t: TestShop, customerId = 1) => t.call('customers.one', { customerId })
const audience = async (t: TestShop) => (await t.call('newsletter.audience', {})).recipients
const source = 'asked at the counter'

/** As Thunderbird writes people, with both addresses, and a birthday in three columns. */
const thunderbird = [
  'Vorname,Nachname,Primäre E-Mail-Adresse,Sekundäre E-Mail-Adresse,Tel. dienstlich,Tel. privat,Mobil-Tel.-Nr.,Privat: Adresse,Privat: PLZ,Privat: Ort,Dienstlich: Adresse,Dienstlich: PLZ,Dienstlich: Ort,Geburtsjahr,Geburtsmonat,Geburtstag',
  'Anna,Berg,anna@home.example,anna@work.example,030 111111,030 222222,0171 3333333,Hauptstr. 7,10115,Berlin,Werkstr. 1,20095,Hamburg,1980,3,14',
].join('\n')

test('somebody has several addresses and numbers, each with its kind, and a birthday of three columns', async () => {
  const t = await newsletterShop()
  expect((await importText(t, thunderbird)).errors).toEqual([])
  const { name, email, otherMails, phone, street, city, otherAddresses, birthday } = await one(t)
  expect({ name, email, otherMails, phone, street, city, otherAddresses, birthday }).toEqual({
    name: 'Anna Berg',
    email: 'anna@home.example',
    otherMails: 'anna@work.example',
    phone: '030 222222 (home), 030 111111 (work), 0171 3333333 (mobile)',
    street: 'Hauptstr. 7',
    city: 'Berlin',
    otherAddresses: 'Werkstr. 1, 20095 Hamburg (work)',
    birthday: '1980-03-14',
  })
  expect(await importText(t, thunderbird)).toMatchObject({ added: 0, updated: 0, unchanged: 1 })
})

test('Google’s labels say what kind a way is; a cell with several is parted', async () => {
  const t = await newsletterShop()
  const header =
    'First Name,Last Name,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Birthday'
  await importText(
    t,
    `${header}\nAnna,Berg,* Home,anna@home.example ::: anna@club.example,Work,anna@work.example,Mobile,0171 1 ::: 0171 2222222, --03-14`,
  )
  expect(await one(t)).toMatchObject({
    email: 'anna@home.example',
    otherMails: 'anna@club.example, anna@work.example (work)',
    phone: '0171 1 (mobile), 0171 2222222 (mobile)',
    birthday: '--03-14',
  })
})

test('what a file lacks of several stays, what it has more is added, and what the owner took out stays out', async () => {
  const t = await newsletterShop()
  await importText(t, 'Name,Email,Email 2\nAnna,a@x.example,b@y.example')
  await importText(t, 'Name,Email,Email 2\nAnna,a@x.example,c@z.example')
  expect((await one(t)).otherMails).toBe('b@y.example, c@z.example')
  await t.call('customers.save', { customerId: 1, otherMails: 'c@z.example' })
  const again = await importText(t, 'Name,Email,Email 2\nAnna,a@x.example,b@y.example')
  expect((await one(t)).otherMails).toBe('c@z.example')
  expect(again.errors.map(({ message }) => message)).toEqual([
    'Kept as you have it: otherMails “c@z.example” (the file says “c@z.example, b@y.example”).',
  ])
})

test('somebody is found again by any of their addresses, and another name stays another', async () => {
  const t = await newsletterShop()
  await importText(t, 'Name,Email,Email 2\nAnna Berg,a@x.example,b@y.example')
  expect(await importText(t, 'Name,Email\nAnna Berg,b@y.example')).toMatchObject({ added: 0 })
  const other = await importText(t, 'Name,Email\nBert Berg,b@y.example')
  expect(other.errors.map(({ message }) => message)).toEqual([
    'Anna Berg has the same mail address, b@y.example. Both were kept.',
  ])
})

test('what is typed is read as what it is, and refused in words where it is not', async () => {
  const t = await newsletterShop()
  const { id } = await t.call('customers.save', {
    name: 'Anna',
    birthday: '14.3.',
    language: 'Deutsch',
    reachBy: 'post',
    mustKnow: 'Nuts',
    otherMails: 'b@y.example (work); B@Y.example',
  })
  expect(await one(t, id)).toMatchObject({
    ...nothingKnown,
    name: 'Anna',
    birthday: '--03-14',
    language: 'de',
    reachBy: 'post',
    mustKnow: 'Nuts',
    otherMails: 'b@y.example (work)',
  })
  expect(await t.problem('customers.save', { customerId: id, birthday: '31.2.1980' })).toEqual({
    code: 'no-birthday',
    message:
      '“31.2.1980” is no birthday. Nothing was changed. Write it with or without the year, such as 14 March 1980.',
    field: 'birthday',
  })
  expect((await t.problem('customers.save', { customerId: id, language: 'hers' })).code).toBe('no-language')
  expect((await t.call('customers.search', { text: 'nuts' })).total).toBe(1)
  expect((await t.call('customers.search', { text: 'b@y.example' })).total).toBe(1)
})

test('a no under one of somebody’s addresses holds under all of them, and for whoever has it among theirs', async () => {
  const t = await newsletterShop()
  const { id: anna } = await t.call('customers.save', {
    name: 'Anna',
    email: 'a@x.example',
    otherMails: 'b@y.example',
  })
  await t.call('customers.setConsent', { customerIds: [anna], answer: 'no', source })
  for (const mails of [
    { email: 'b@y.example' },
    { email: 'c@z.example', otherMails: 'B@Y.example (work)' },
  ]) {
    const { id } = await t.call('customers.save', { name: `Of ${mails.email}`, ...mails })
    expect((await one(t, id)).mailConsent).toBe('no')
    expect((await t.problem('customers.setConsent', { customerIds: [id], answer: 'yes', source })).code).toBe(
      'said-no',
    )
  }
  expect((await t.call('customers.search', { only: 'no' })).total).toBe(3)
  // An address that comes later is theirs as well.
  await t.call('customers.save', { customerId: anna, otherMails: 'd@w.example' })
  await importText(t, 'Name,Email,Newsletter\nDora,d@w.example,yes')
  expect(await audience(t)).toBe(0)
})

test('whoever said no under any address is never written to, whatever becomes of the addresses', async () => {
  const mails = ['a@x.example', 'b@y.example', 'c@z.example']
  const step = fc.oneof(
    fc.record({
      do: fc.constant('mails' as const),
      who: fc.nat(2),
      email: fc.constantFrom('', ...mails),
      other: fc.subarray(mails),
    }),
    fc.record({
      do: fc.constant('import' as const),
      who: fc.nat(2),
      email: fc.constantFrom(...mails),
      other: fc.subarray(mails),
    }),
    fc.record({ do: fc.constant('yes' as const), who: fc.nat(2) }),
    fc.record({ do: fc.constant('no' as const), who: fc.nat(2) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      const t = await newsletterShop()
      for (const name of ['Anna', 'Ben', 'Cleo']) await t.call('customers.save', { name })
      /** By the rule alone: every address that was ever of somebody when they had said no. */
      const refused = new Set<string>()
      const noes = new Set<number>()
      const theirs = [new Set<string>(), new Set<string>(), new Set<string>()]
      for (const one of steps) {
        const customerId = one.who + 1
        if (one.do === 'mails')
          await t.call('customers.save', { customerId, email: one.email, otherMails: one.other.join(', ') })
        if (one.do === 'import')
          await importText(
            t,
            `Name,Email,Other mail addresses,Newsletter\n${['Anna', 'Ben', 'Cleo'][one.who]},${one.email},"${one.other.join(', ')}",yes`,
          )
        if (one.do === 'yes')
          await t.answer('customers.setConsent', { customerIds: [customerId], answer: 'yes', source })
        if (one.do === 'no') {
          await t.call('customers.setConsent', { customerIds: [customerId], answer: 'no', source })
          noes.add(one.who)
        }
        for (const [who, all] of theirs.entries()) {
          const { email, otherMails } = await t.call('customers.one', { customerId: who + 1 })
          for (const mail of [email, ...otherMails.split(', ')]) if (mail !== '') all.add(mail)
          if (noes.has(who))
            for (const mail of [email, ...otherMails.split(', ')]) if (mail !== '') refused.add(mail)
        }
        const { rows } = await t.call('customers.search', { only: 'yes' })
        for (const row of rows) {
          const { email, otherMails } = await t.call('customers.one', { customerId: row.id })
          expect(noes.has(row.id - 1)).toBe(false)
          for (const mail of [email, ...otherMails.split(', ')])
            expect(refused.has(mail) && mail !== '').toBe(false)
        }
      }
    }),
    runs(40),
  )
})
