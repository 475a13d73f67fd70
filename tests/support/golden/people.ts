import { optOutCode } from '../../../src/core/newsletter/opt-out.ts'
import { fileOf, type Told } from './told.ts'

/** Customers typed and of a file, their contacts, and what they said about mail. */
export async function customers(told: Told): Promise<void> {
  const { call, at } = told
  at('2026-11-25T09:00:00Z')
  await call('customers.save', {
    name: 'Björn Größe',
    company: 'Größe & Söhne',
    title: 'Owner',
    email: 'Björn@KÄSE.example',
    phone: '+49 (0)30 7654-1',
    street: 'Weg 1',
    city: 'Köln',
    region: 'NRW',
    postcode: '50667',
    country: 'Germany',
    notes: 'Likes rye.\nNo nuts.',
  })
  await call('customers.save', { customerId: 1, phone: '030 7655', notes: 'Likes rye.' })
  await call('customers.save', { customerId: 1, mustKnow: 'Nuts', otherMails: 'anna@office.example (work)' })
  const header = 'id,name,email,phone,city,newsletter'
  await call('customers.importFile', {
    path: fileOf(told, 'customers.csv', [
      header,
      'ALFKI,Maria Anders,maria@x.example,030 1,Berlin,yes',
      'ANATR,Ana Trujillo,ana@x.example,05 2,Lima,no',
      'GONE,Gone Later,gone@x.example,05 3,Rome,',
    ]),
    commit: true,
  })
  await call('customers.importFile', {
    path: fileOf(told, 'customers-again.csv', [header, 'ALFKI,Maria Anders,maria@x.example,030 99,Bonn,yes']),
    commit: true,
  })
  await call('customers.logTouch', { customerId: 1, kind: 'visit', note: 'Asked for 日本 tea' })
  await call('customers.logTouch', { customerId: 2, kind: 'letter', at: '2026-11-02T10:00' })
  await call('customers.logTouch', { customerId: 3, kind: 'call' })
  await call('customers.visit', { customerId: 1, at: '2026-11-20T10:00' })
  await call('customers.visit', { customerId: 2 })
  await call('customers.importVisits', {
    path: fileOf(told, 'visits.csv', [
      'Order ID,Date,Customer ID,Total',
      'O-1,2026-11-02,ALFKI,12.50',
      'O-2,2026-11-09,ALFKI,8.00',
    ]),
    commit: true,
  })
  await call('customers.snooze', { customerId: 3, until: '2026-12-24' })
  const { id: tierId } = await call('customers.saveTier', { name: 'Regulars', idealDays: 14, maxDays: 21 })
  await call('customers.setTier', { customerIds: [1, 3], tierId })
  await call('customers.notToday', { customerId: 2 })
  await call('customers.putAside', { customerId: 4 })
  const { id: sister } = await call('customers.save', { name: 'Maria Anders', phone: '030 99' })
  await call('customers.twoPeople', { customerId: 2, otherId: sister })
  await call('customers.save', { name: 'Bjoern Groesse', phone: '030 7655' })
  const { id: again } = await call('customers.save', { name: 'Ana Trujillo', city: 'Lima' })
  await call('customers.merge', { keepId: 3, goneId: again })
  await call('customers.setConsent', { customerIds: [1], answer: 'yes', source: 'asked at the counter' })
  await call('customers.setConsent', { customerIds: [4], answer: 'no', source: 'on the phone' })
  const wording = 'May we call you when your bread is ready?'
  const said = { source: 'at the counter', wording }
  await call('customers.setConsent', { customerIds: [1], channel: 'phone', answer: 'yes', ...said })
  await call('customers.setConsent', { customerIds: [2], channel: 'phone', answer: 'no', ...said })
  await call('customers.pause', { customerId: 3, until: '2027-03-01' })
  await call('customers.deceased', { customerId: 4, isDeceased: true })
  await call('customers.addressDead', { customerId: 3, channel: 'email', isDead: true })
  const { id: erased } = await call('customers.save', { name: 'Erik Erased', email: 'erik@x.example' })
  await call('customers.erase', { customerId: erased })
  await call('customers.suppress', { email: 'never@x.example' })
  await call('customers.save', { name: 'Erik Back', email: 'ERIK@x.example' })
}

/** An issue with drafts, one that is begun, one removed; a reader who opts out by the code of the mail. */
export async function newsletter({ call, at, folder, shop }: Told): Promise<void> {
  at('2026-11-26T09:00:00Z')
  const { id } = await call('newsletter.create', {
    month: '2026-12',
    subject: 'Advent, {{first name|friend}}',
    blocks: [
      { kind: 'text', key: 'a', text: 'Dear {{first name|friend}},\n\nthe oven is on.' },
      { kind: 'hours', heading: 'When we are here' },
      { kind: 'offer', title: 'Stollen', text: 'Two for one', code: 'ADVENT', ends: '2026-12-24' },
    ],
  })
  await call('newsletter.exportMail', { issueId: id, folder, as: 'eml-each' })
  await call('newsletter.sent', { issueId: id })
  await call('newsletter.append', { block: { kind: 'text', text: 'January' } })
  await call('newsletter.remove', await call('newsletter.create', { subject: 'Not sent' }).then(issueOf))
  const code = shop.connection.prepare('SELECT code FROM optOutCodes ORDER BY id').pluck().get()
  await call('newsletter.optOut', { text: `Please no more. ${optOutCode(Number(code))}` })
}

const issueOf = ({ id }: { readonly id: number }) => ({ issueId: id })
