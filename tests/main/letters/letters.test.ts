import { expect, test } from 'vitest'
import { testShop, type TestShop } from '../../support/shop.ts'

async function letterShop(): Promise<TestShop> {
  const t = await testShop()
  await t.call('shop.change', { address: 'Lange Straße 1, 12345 Ulm', email: 'shop@example.com' })
  await t.call('customers.save', {
    name: 'Anna Berg',
    formOfAddress: 'Ms',
    email: 'anna@example.com',
    phone: '030 123456',
    street: 'Hauptstr. 7',
    postcode: '89073',
    city: 'Ulm',
    language: 'de',
  })
  await t.call('customers.save', { name: 'The Smith Family' })
  return t
}

const typed = { subject: 'Ready', words: 'It is ready.' }
const ready = { ...typed, occasion: 'ready', language: 'en' } as const

test('words are proposed in the customer’s language, about what was promised, and signed as the shop signs', async () => {
  const t = await letterShop()
  await t.call('letters.setVoice', {
    signName: 'Mia Roth',
    phrases: 'Bis bald.\n\n Bis bald. \nWir freuen uns.',
  })
  const { id } = await t.call('promises.make', { customerId: 1, what: 'Torte', told: '2026-11-27T17:00' })
  const letter = await t.call('letters.propose', {
    customerId: 1,
    occasion: 'late',
    about: { kind: 'promise', id },
  })
  expect(letter).toMatchObject({
    name: 'Anna Berg',
    language: 'de',
    closed: { letter: '', mail: '', call: '' },
    number: '030 123456',
    phrases: ['Bis bald.', 'Wir freuen uns.'],
  })
  expect(letter.words).toMatch(
    /^Sehr geehrte Frau Berg,\n\nwir hatten Ihnen Ihre Bestellung \(„Torte“\) zugesagt, und zwar für Freitag, 27. November\./,
  )
  expect(letter.words).toMatch(/Mit freundlichen Grüßen\nMia Roth\nCorner Shop$/)
  expect(letter.phone).toMatch(/^Guten Tag, hier ist Corner Shop\./)
  const informal = async () =>
    (await t.call('letters.propose', { customerId: 2, occasion: 'birthday' })).words
  expect(await informal()).toMatch(/^Hello,/)
  await t.call('letters.setVoice', { manner: 'formal' })
  expect(await informal()).toMatch(/^Dear customer,/)
  await t.call('shop.setWords', { message: 'personal.helloFormal', words: 'Dear neighbour' })
  expect(await informal()).toMatch(/^Dear neighbour,/)
  await t.call('shop.setWords', { message: 'personal.byeFormal', words: 'Viele Grüße', language: 'de' })
  const german = await t.call('letters.propose', { customerId: 1, occasion: 'thanks' })
  expect(german.words).toContain('Viele Grüße\nMia Roth')
  expect(await t.call('letters.voice', {})).toMatchObject({ manner: 'formal', signName: 'Mia Roth' })
  await t.call('shop.undo', {})
  await t.call('shop.undo', {})
  await t.call('shop.undo', {})
  expect((await t.call('letters.voice', {})).manner).toBe('informal')
})

test('thanking for somebody names them, and done is one act: contact, letter, and off the list', async () => {
  const t = await letterShop()
  await t.call('referrals.set', { customerId: 2, byId: 1 })
  const { rows } = await t.call('actions.list', {})
  const about = { kind: 'customer', id: 2 } as const
  const letter = await t.call('letters.propose', { customerId: 1, occasion: 'referral', about })
  expect(letter.words).toContain('The Smith Family')
  const { subject, words, language } = letter
  await t.call('letters.done', {
    customerId: 1,
    occasion: 'referral',
    way: 'letter',
    subject,
    words,
    language,
    about,
    actionId: rows[0]!.id,
  })
  const of = async () => await t.call('letters.of', { customerId: 1 })
  expect(await of()).toEqual([
    {
      id: 1,
      occasion: 'referral',
      way: 'letter',
      subject,
      words,
      about: { ...about, name: 'The Smith Family', page: '/customers?id=2', phone: '' },
      atMs: t.now,
    },
  ])
  expect((await t.call('customers.one', { customerId: 1 })).touches).toMatchObject([
    { kind: 'letter', strong: true, note: `Thank you for sending somebody: ${subject}` },
  ])
  expect((await t.call('actions.list', {})).total).toBe(0)
  await t.call('shop.undo', {})
  expect([await of(), (await t.call('customers.one', { customerId: 1 })).touches]).toEqual([[], []])
  expect((await t.call('actions.list', {})).total).toBe(1)
})

test('a question stays on the list until it is answered, whatever was written', async () => {
  const t = await letterShop()
  const { id } = await t.call('promises.make', { customerId: 1, what: 'Torte', told: '2026-11-23T17:00' })
  await t.call('promises.close', { promiseId: id, inBudget: true, fullScope: true, leftClean: true })
  const { rows } = await t.call('actions.list', {})
  expect(rows[0]!.source).toBe('asked')
  await t.call('letters.done', { ...ready, customerId: 1, way: 'call', actionId: rows[0]!.id })
  expect((await t.call('actions.list', {})).total).toBe(1)
})

test('who said no to mail gets none but about their own order; paper and telephone stay open', async () => {
  const t = await letterShop()
  await t.call('customers.setConsent', { customerIds: [1], answer: 'no' })
  const closed = async (occasion: 'ready' | 'birthday') =>
    (await t.call('letters.propose', { customerId: 1, occasion })).closed
  expect(await closed('ready')).toEqual({ letter: '', mail: '', call: '' })
  expect(await closed('birthday')).toMatchObject({
    letter: '',
    call: '',
    mail: expect.stringMatching(/^They said no to mail\./),
  })
  expect((await t.call('letters.mail', { ...typed, customerId: 1, occasion: 'ready' })).eml).toContain(
    'X-Unsent: 1',
  )
  expect(await t.problem('letters.mail', { ...typed, customerId: 1, occasion: 'birthday' })).toMatchObject({
    code: 'no-mail',
  })
  const done = { ...ready, customerId: 1, occasion: 'birthday' }
  expect(await t.problem('letters.done', { ...done, way: 'mail' })).toMatchObject({ code: 'no-mail' })
  await t.call('letters.done', { ...ready, customerId: 1, occasion: 'birthday', way: 'letter' })
  expect((await t.call('letters.propose', { customerId: 2, occasion: 'ready' })).closed).toEqual({
    letter: 'No postal address is on file: the letter can only be handed over.',
    mail: 'No mail address is on file.',
    call: 'No telephone number is on file.',
  })
  await t.call('shop.change', { email: '' })
  expect(await t.problem('letters.mail', { ...typed, customerId: 1, occasion: 'ready' })).toMatchObject({
    code: 'bad-shop-mail',
  })
})

test('a letter on paper has the shop’s head and the address, and nothing typed is markup', async () => {
  const t = await letterShop()
  for (const paper of ['A4', 'Letter', 'A5'] as const) {
    const { html } = await t.call('letters.sheet', {
      customerId: 1,
      subject: '<b>Ready</b>',
      words: 'One\n<script>two</script>',
      language: 'de',
      paper,
    })
    expect(html).toContain('Anna Berg<br />Hauptstr. 7<br />89073 Ulm')
    expect(html).toContain('23. November 2026')
    expect(html).toContain('&lt;b&gt;Ready&lt;/b&gt;')
    expect(html).not.toMatch(/<script|<b>/)
    expect(html).toContain('<html lang="de">')
  }
})

test('a merge takes letters along, and erasing somebody takes them out of all letters', async () => {
  const t = await letterShop()
  await t.call('customers.save', { name: 'Zacharias Quittenbaum' })
  const about = { kind: 'customer', id: 3 } as const
  await t.call('letters.done', { ...ready, customerId: 2, way: 'letter' })
  await t.call('letters.done', {
    ...ready,
    customerId: 1,
    occasion: 'referral',
    way: 'letter',
    about,
    words: 'Zacharias Quittenbaum came because of you.',
  })
  await t.call('letters.done', { ...ready, customerId: 3, way: 'letter', words: 'Quittenbaum alone' })
  await t.call('customers.merge', { keepId: 1, goneId: 2 })
  expect((await t.call('letters.of', { customerId: 1 })).map(({ id }) => id)).toEqual([2, 1])
  await t.call('customers.erase', { customerId: 3 })
  expect(await t.call('letters.of', { customerId: 3 })).toEqual([])
  const [told] = await t.call('letters.of', { customerId: 1 })
  expect(JSON.stringify(told)).not.toContain('Quittenbaum')
  expect(told!.words).toBe('a customer (erased) came because of you.')
})

test('nobody is written to who is not on file, and nothing is kept without words', async () => {
  const t = await letterShop()
  expect(await t.problem('letters.propose', { customerId: 9, occasion: 'ready' })).toMatchObject({
    code: 'no-customer',
  })
  expect(await t.problem('letters.done', { ...ready, customerId: 9, way: 'letter' })).toMatchObject({
    code: 'no-customer',
  })
  expect(
    await t.problem('letters.done', { ...ready, customerId: 1, way: 'letter', words: ' \n' }),
  ).toMatchObject({ code: 'bad-input' })
})

test('a no to calls or letters, a pause, a dead address and a death close what they are about', async () => {
  const t = await letterShop()
  const source = 'on the phone'
  const closed = async (occasion: 'ready' | 'birthday') =>
    (await t.call('letters.propose', { customerId: 1, occasion })).closed
  await t.call('customers.setConsent', { customerIds: [1], answer: 'yes', source })
  await t.call('customers.setConsent', { customerIds: [1], channel: 'phone', answer: 'no', source })
  expect(await closed('ready')).toEqual({ letter: '', mail: '', call: '' })
  expect(await closed('birthday')).toMatchObject({
    letter: '',
    call: 'They said no to calls. Only what they are promised is a reason to call: write a letter, or write a mail.',
  })
  await t.call('customers.setConsent', { customerIds: [1], channel: 'post', answer: 'no', source })
  expect(await closed('birthday')).toEqual({
    letter: 'They said no to letters. Only an answer about their own order goes by letter: write a mail.',
    mail: '',
    call: 'They said no to calls. Only what they are promised is a reason to call: write a mail.',
  })
  await t.call('customers.setConsent', { customerIds: [1], answer: 'no', source })
  // Where all are shut, none sends to another.
  expect(Object.values(await closed('birthday')).filter((said) => /write|, or call/.test(said))).toEqual([])
  await t.call('shop.undo', {})
  await t.call('customers.addressDead', { customerId: 1, channel: 'email', isDead: true })
  expect((await closed('ready')).mail).toBe('Mail to this address came back: ask for a new one.')
  await t.call('shop.undo', {})
  await t.call('customers.pause', { customerId: 1, until: '2027-01-01' })
  expect([(await closed('ready')).mail, (await closed('birthday')).mail]).toEqual([
    '',
    'They asked for a pause. Only an answer about their own order goes out before its end.',
  ])
  await t.call('customers.deceased', { customerId: 1, isDeceased: true })
  expect(new Set(Object.values(await closed('ready')))).toEqual(new Set(['They are noted as deceased.']))
})

test('by a way that is shut nothing is printed and nothing is done; a letter without an address is handed over', async () => {
  const t = await letterShop()
  const source = 'on the phone'
  const sheet = { customerId: 1, subject: 'Hello', words: 'Hello.', language: 'en' } as const
  const tried = async (occasion: 'ready' | 'birthday', way: 'letter' | 'call') => {
    const done = await t.answer('letters.done', { ...ready, customerId: 1, occasion, way })
    if (done.result.ok) await t.call('shop.undo', {})
    return done.result.ok ? 'done' : done.result.problem.code
  }
  for (const channel of ['phone', 'post'] as const)
    await t.call('customers.setConsent', { customerIds: [1], channel, answer: 'no', source })
  expect(await tried('birthday', 'letter')).toBe('no-way')
  expect(await tried('birthday', 'call')).toBe('no-way')
  expect([await tried('ready', 'letter'), await tried('ready', 'call')]).toEqual(['done', 'done'])
  expect(await t.problem('letters.sheet', { ...sheet, occasion: 'birthday' })).toMatchObject({
    code: 'no-way',
    message: expect.stringMatching(/^They said no to letters\..*Nothing was printed\.$/),
  })
  await t.call('letters.sheet', { ...sheet, occasion: 'ready' })
  await t.call('customers.deceased', { customerId: 1, isDeceased: true })
  expect([await tried('ready', 'letter'), await tried('ready', 'call')]).toEqual(['no-way', 'no-way'])
  expect(await t.problem('letters.sheet', { ...sheet, occasion: 'ready' })).toMatchObject({ code: 'no-way' })
  // Nobody else on file has an address: theirs is handed over.
  await t.call('letters.done', { ...ready, customerId: 2, occasion: 'birthday', way: 'letter' })
})
