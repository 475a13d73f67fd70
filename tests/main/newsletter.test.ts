import { join } from 'node:path'
import * as fc from 'fast-check'
import { convert } from 'html-to-text'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { escapeHtml } from '../../src/core/html.ts'
import type { Block } from '../../src/core/newsletter/blocks.ts'
import { withoutPlaces } from '../../src/core/newsletter/places.ts'
import { firstCode, optOutCode, sampleCode } from '../../src/core/newsletter/opt-out.ts'
import { consenting, firstRecipient, readerOf } from '../../src/main/newsletter/audience.ts'
import { draftsIn } from '../support/parse-mail.ts'
import { newsletterShop } from '../support/newsletter-shop.ts'
import { runs } from '../support/runs.ts'
import { testShop } from '../support/shop.ts'

const offer = {
  kind: 'offer',
  title: 'Rye bread',
  text: 'Two for one.',
  code: 'RYE2',
  ends: '2026-12-24',
} as const

test('a new issue drafts itself from what the shop has said, and takes the next free month', async () => {
  const t = await newsletterShop()
  expect(await t.issue()).toEqual({
    id: 1,
    month: '2026-11',
    subject: 'November 2026: news from Corner Shop',
    blocks: [
      {
        kind: 'text',
        text: `Hello {{first name|friend}},

thank you for being our customer. This is our newsletter for November 2026. Below you find when we are open.

Is there something you miss in our shop, or something we should do better? Just answer this mail.

See you soon,
Corner Shop`,
      },
      { kind: 'hours' },
    ],
    createdAtMs: t.now,
    exportedAtMs: null,
    exportedTo: 0,
    changedSince: false,
    sentAtMs: null,
  })
  expect((await t.issue()).month).toBe('2026-12')
  expect((await t.issue()).month).toBe('2027-01')
})

test('without hours a new issue has no hours block', async () => {
  const t = await testShop()
  const { id } = await t.call('newsletter.create', {})
  const { blocks } = await t.call('newsletter.one', { issueId: id })
  expect(blocks.map(({ kind }) => kind)).toEqual(['text'])
  expect(JSON.stringify(blocks)).not.toContain('open')
})

test('an issue is saved, listed, removed, and each is undone by name', async () => {
  const t = await newsletterShop()
  const { id } = await t.issue()
  const saved = await t.answer('newsletter.save', { issueId: id, subject: 'Advent', blocks: [offer] })
  expect(saved.act?.says).toBe('Newsletter “Advent” saved')
  expect(await t.call('newsletter.issues', {})).toEqual([
    {
      id,
      month: '2026-11',
      subject: 'Advent',
      createdAtMs: t.now,
      exportedAtMs: null,
      exportedTo: 0,
      changedSince: false,
      sentAtMs: null,
    },
  ])
  const removed = await t.answer('newsletter.remove', { issueId: id })
  expect(removed.act?.says).toBe('Newsletter “Advent” removed')
  expect(await t.call('newsletter.issues', {})).toEqual([])
  await t.call('shop.undo', {})
  expect((await t.call('newsletter.one', { issueId: id })).blocks).toEqual([offer])
  expect((await t.problem('newsletter.save', { issueId: 99, subject: '', blocks: [] })).code).toBe('no-issue')
})

test('a preview tells which block is where, and without that is the mail to the letter', async () => {
  const t = await newsletterShop()
  const blocks: Block[] = [
    { kind: 'text', key: '"><b>', text: 'One\n\nTwo' },
    { kind: 'text', key: 'blank', text: ' ' },
    { ...offer, key: 'offer' },
    { kind: 'hours', key: 'hours' },
    { kind: 'text', key: 'end', text: 'Bye' },
  ]
  const { id: issueId } = await t.issue({ blocks })
  const plain = await t.call('newsletter.preview', { issueId })
  const placed = await t.call('newsletter.preview', { issueId, placed: true })
  const keys = [...placed.html.matchAll(/<i data-block="([^"]*)"><\/i>/g)].map(([, key]) => key)
  expect(keys).toEqual(['&quot;&gt;&lt;b&gt;', 'offer', 'hours', 'end', ''])
  expect(plain.html).not.toContain('data-block')
  expect(withoutPlaces(placed.html)).toBe(plain.html)
  expect({ ...placed, html: '' }).toEqual({ ...plain, html: '' })
})

test('the preview is what the reader gets, and an unsaved text can be looked at', async () => {
  const t = await newsletterShop()
  t.people([
    { name: 'Maria Anders', email: 'maria@x.example' },
    { name: 'J. Brown', email: 'brown@x.example', mailConsent: 'no' },
  ])
  const { id } = await t.issue({
    subject: 'For {{first name}}',
    blocks: [{ kind: 'text', text: 'Hello {{first name|neighbour}},\n\na & b' }, { kind: 'hours' }, offer],
  })
  const shown = await t.call('newsletter.preview', { issueId: id })
  expect(shown).toMatchObject({
    subject: 'For Maria',
    reader: { customerId: 1, name: 'Maria Anders' },
    bytes: Buffer.byteLength(shown.html),
  })
  expect(shown.text).toBe(`Corner Shop

Hello Maria,

a & b

Opening hours
Monday          07:00–12:00
Tuesday–Sunday  closed

Rye bread

Two for one.

Code: RYE2
Until 24 December 2026

----------
Corner Shop
Market Street 1, 12345 Berlin
shop@corner.example

You get this newsletter because you said yes to news from Corner Shop.
To stop it, write to shop@corner.example and give this code: ${optOutCode(sampleCode)}
`)
  const other = await t.call('newsletter.preview', {
    issueId: id,
    customerId: 2,
    unsaved: { subject: 'New', blocks: [{ kind: 'text', text: 'Dear {{first name|neighbour}}' }] },
  })
  expect([other.subject, other.text.split('\n')[2]]).toEqual(['New', 'Dear neighbour'])
  expect((await t.problem('newsletter.preview', { issueId: id, customerId: 3 })).code).toBe('no-customer')
})

test('the HTML says what the plain text says, with the postal address and the way out in both', async () => {
  const t = await newsletterShop()
  t.people([{ name: 'Maria Anders', email: 'maria@x.example' }])
  const { id } = await t.issue({
    blocks: [
      { kind: 'text', text: 'Hello {{first name}},\nsecond line\n\nthird' },
      { kind: 'hours', heading: 'When' },
      offer,
    ],
  })
  const { html, text } = await t.call('newsletter.preview', { issueId: id })
  const words = (all: string) => all.split(/[^\p{L}\p{N}@.:–-]+/u).filter(Boolean)
  const [body, footer] = text.split('----------') as [string, string]
  const read = convert(html, {
    wordwrap: false,
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      ...['h1', 'h2'].map((selector) => ({ selector, options: { uppercase: false } })),
      { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
    ],
  })
  expect(words(read).slice(0, words(body).length)).toEqual(words(body))
  for (const must of ['Market Street 1, 12345 Berlin', optOutCode(sampleCode)]) {
    expect(footer).toContain(must)
    expect(read).toContain(must)
  }
  expect(read.replace(/\s+/g, ' ')).toContain(
    `said yes to news from Corner Shop. Stop the newsletter (a mail with your code ${optOutCode(sampleCode)})`,
  )
  expect(html).toContain(
    `href="mailto:shop@corner.example?subject=Stop%20the%20newsletter%20${optOutCode(sampleCode)}"`,
  )
  expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)|data:/)
})

test('whatever is typed anywhere shows as words, never as markup', async () => {
  const t = await newsletterShop()
  const payloads = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    '</mj-text></mj-column><mj-raw><script>alert(1)</script></mj-raw>',
    '<mj-include path="/etc/passwd" />',
    '&lt;script&gt;',
    '&#60;script&#62;',
    '<!-- --><!--[if mso]>x<![endif]-->',
    ']]><x>',
    'javascript:alert(1)',
    '<a href="javascript:alert(1)">x</a>',
    '{{7*7}}',
    '${alert(1)}',
    '<style>*{display:none}</style>',
    '</title><script>alert(1)</script>',
    '`"\'<>&',
  ]
  const shown = async (word: string) => {
    await t.call('shop.change', { name: `Shop ${word}`, address: `Street ${word}`, phone: word })
    const blocks: Block[] = [
      { kind: 'text', text: `a ${word} b` },
      { kind: 'hours', heading: word },
      { kind: 'offer', title: word, text: word, code: word, ends: '2026-12-24' },
    ]
    const { id } = await t.issue({ subject: word, blocks })
    return (await t.call('newsletter.preview', { issueId: id })).html
  }
  const harmless = await shown('harmless')
  for (const payload of payloads)
    expect((await shown(payload)).replaceAll(escapeHtml(payload), 'harmless')).toBe(harmless)
})

test('what keeps an issue from going out is said in sentences, with where to put it right', async () => {
  const t = await testShop()
  const { id } = await t.call('newsletter.create', {
    subject: ' ',
    blocks: [{ kind: 'hours' }, { ...offer, title: ' ', text: 'Hello {{last name}}', ends: '2026-11-22' }],
  })
  const codes = async () =>
    (await t.call('newsletter.obstacles', { issueId: id })).map(({ code, fix }) => `${code}: ${fix}`)
  expect(await codes()).toEqual([
    'no-postal-address: settings',
    'no-shop-mail: settings',
    'no-subject: issue',
    'no-hours: hours',
    'no-offer-title: issue',
    'offer-over: issue',
    'unknown-field: issue',
    'no-recipients: customers',
  ])
  await t.call('shop.change', { address: 'x', email: 'shop' })
  await t.call('newsletter.save', { issueId: id, subject: 'x', blocks: [{ kind: 'text', text: ' ' }] })
  expect(await codes()).toEqual(['bad-shop-mail: settings', 'no-words: issue', 'no-recipients: customers'])
  const long = Array.from({ length: 6 }, (): Block => ({ kind: 'text', text: 'a '.repeat(10_000) }))
  await t.call('newsletter.save', { issueId: id, subject: 'x', blocks: long })
  expect(await codes()).toContain('too-long: issue')
  expect(
    (await t.problem('newsletter.exportMail', { issueId: id, folder: t.folder, as: 'eml-each' })).message,
  ).toMatch(/^No drafts were written\. “shop” is not a mail address/)
})

test('the audience is exactly those who said yes and can be reached, one message an address', async () => {
  const t = await newsletterShop()
  t.people([
    { email: 'a@x.example' },
    { email: 'A@X.example ' },
    { email: 'b@x.example', mailConsent: 'no' },
    { email: 'b@x.example' },
    { email: 'c@x.example', mailConsent: 'unasked' },
    { email: 'c@x.example' },
    { email: '' },
    { email: ' ' },
    { email: 'not an address' },
    { email: 'd@käse.example' },
  ])
  expect(await t.call('newsletter.audience', {})).toEqual({
    recipients: 3,
    deceased: 0,
    putAside: 0,
    deadMail: 0,
    paused: 0,
    withoutConsent: 3,
    withoutMail: 2,
    invalidMail: 1,
    duplicates: 1,
    aboveCap: 0,
  })
})

test('each of the audience is written to by name, address and code of their own, and by nobody else’s', async () => {
  const t = await newsletterShop()
  t.people([
    { name: 'Anna Adam', email: ' A@x.example ' },
    { name: 'Bäckerei Berg', company: 'Bäckerei Berg', email: 'b@x.example' },
    { name: 'Cem Can', email: 'c@x.example', mailConsent: 'no' },
    { name: 'David Dahl', email: 'd@käse.example' },
    { name: 'Emil Ek', email: 'e@faß' },
    { name: 'Fine Funk', email: '' },
    { name: 'Anna Again', email: 'a@x.example' },
    { name: 'Cem Cousin', email: 'c@x.example' },
  ])
  const asked: [number, string][] = []
  const newCode = (customerId: number, emailKey: string) => {
    asked.push([customerId, emailKey])
    return firstCode + customerId
  }
  const pages = []
  for await (const page of consenting(t.shop.reader, '2026-11-23', newCode)) pages.push(page)
  expect(pages).toEqual([
    [
      {
        customerId: 1,
        name: 'Anna Adam',
        address: 'A@x.example',
        firstName: 'Anna',
        optOutCode: optOutCode(firstCode + 1),
      },
      {
        customerId: 2,
        name: 'Bäckerei Berg',
        address: 'b@x.example',
        firstName: '',
        optOutCode: optOutCode(firstCode + 2),
      },
      {
        customerId: 4,
        name: 'David Dahl',
        address: 'd@xn--kse-qla.example',
        firstName: 'David',
        optOutCode: optOutCode(firstCode + 4),
      },
      'invalidMail',
      'withoutMail',
      'duplicates',
      'withoutConsent',
    ],
  ])
  expect(asked).toEqual([
    [1, 'a@x.example'],
    [2, 'b@x.example'],
    [4, 'd@käse.example'],
  ])
  expect(await firstRecipient(t.shop.reader, '2026-11-23')).toEqual({
    customerId: 1,
    name: 'Anna Adam',
    address: 'A@x.example',
    firstName: 'Anna',
    optOutCode: optOutCode(sampleCode),
  })
  expect(await readerOf(t.shop.reader, 3)).toEqual({
    customerId: 3,
    name: 'Cem Can',
    address: 'c@x.example',
    firstName: 'Cem',
    optOutCode: optOutCode(sampleCode),
  })
  expect(await readerOf(t.shop.reader, 9)).toBeUndefined()
})

test('an audience of more than a page is whole, and its first may come late', async () => {
  const t = await newsletterShop()
  t.people([
    ...Array.from({ length: 1000 }, () => ({ email: '' })),
    { name: 'Last Lamp', email: 'last@x.example' },
    { email: 'n@x.example', mailConsent: 'no' },
  ])
  const pages = []
  for await (const page of consenting(t.shop.reader, '2026-11-23')) pages.push(page.length)
  expect(pages).toEqual([1000, 1])
  expect(await firstRecipient(t.shop.reader, '2026-11-23')).toMatchObject({
    customerId: 1001,
    address: 'last@x.example',
  })
  expect(await t.call('newsletter.audience', {})).toEqual({
    recipients: 1,
    deceased: 0,
    putAside: 0,
    deadMail: 0,
    paused: 0,
    withoutConsent: 1,
    withoutMail: 1000,
    invalidMail: 0,
    duplicates: 0,
    aboveCap: 0,
  })
  t.people([{ id: 2000, email: 'n@x.example' }])
  expect((await t.call('newsletter.audience', {})).withoutConsent).toBe(2)
})

test('random histories of consent: recipients are those of a plain reckoning', async () => {
  const t = await newsletterShop()
  const person = fc.record({
    email: fc.constantFrom(
      '',
      'a@x.example',
      'A@x.example',
      'b@x.example',
      'c@x.example',
      'broken@',
      'ü@x.example',
    ),
    mailConsent: fc.constantFrom('yes' as const, 'no' as const, 'unasked' as const),
  })
  let tried = 0
  await fc.assert(
    fc.asyncProperty(fc.array(person, { maxLength: 12 }), async (all) => {
      t.shop.connection.exec(
        'INSERT INTO temp.actNow (id) VALUES (1); DELETE FROM customers; DELETE FROM temp.actNow',
      )
      t.people(all)
      const reachable = new Set<string>()
      for (const { email, mailConsent } of all)
        if (mailConsent === 'yes' && /^[abc]@/i.test(email)) reachable.add(email.toLowerCase())
      for (const { email, mailConsent } of all)
        if (mailConsent === 'no') reachable.delete(email.toLowerCase())
      const audience = await t.call('newsletter.audience', {})
      expect(audience.recipients).toBe(reachable.size)
      expect(Object.values(audience).reduce((a, b) => a + b)).toBe(all.length)
      tried++
    }),
    runs(250),
  )
  console.log(`${tried} histories`)
}, 900_000)

test('the newsletter goes to each address of those whose page says that it may, whoever has it before them', async () => {
  const step = fc.record({
    does: fc.constantFrom('no', 'yes', 'suppress', 'pause', 'deceased', 'dead', 'undo'),
    who: fc.nat({ max: 3 }),
    mail: fc.constantFrom('b@x.example', 'c@x.example', 'd@x.example'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
      const t = await testShop()
      await t.call('customers.save', { name: 'Anna Berg', email: 'b@x.example', otherMails: 'd@x.example' })
      await t.call('customers.save', {
        name: 'Bea Vogel',
        email: 'Bea <b@x.example>',
        otherMails: 'c@x.example',
      })
      await t.call('customers.save', { name: 'Carl Ott', email: 'b@x.example' })
      await t.call('customers.save', { name: 'Dora Lang', email: 'c@x.example' })
      for (const id of [1, 2, 3, 4])
        await t.call('customers.setConsent', { customerIds: [id], answer: 'yes', source: 'asked' })
      for (const { does, who, mail } of steps) {
        const customerId = who + 1
        if (does === 'suppress') await t.answer('customers.suppress', { email: mail })
        else if (does === 'pause') await t.answer('customers.pause', { customerId, until: '2027-01-01' })
        else if (does === 'deceased') await t.answer('customers.deceased', { customerId, isDeceased: true })
        else if (does === 'dead')
          await t.answer('customers.addressDead', { customerId, channel: 'email', isDead: true })
        else if (does === 'undo') await t.answer('shop.undo', {})
        else
          await t.answer('customers.setConsent', { customerIds: [customerId], answer: does, source: 'asked' })
      }
      const may = new Set<string>()
      for (const customerId of [1, 2, 3, 4]) {
        const { channels } = await t.call('customers.consent', { customerId })
        const { email } = await t.call('customers.one', { customerId })
        if (channels.find(({ channel }) => channel === 'email')!.may) may.add(email)
      }
      expect((await t.call('newsletter.audience', {})).recipients).toBe(may.size)
    }),
    { ...runs(15), examples: [[[{ does: 'suppress', who: 0, mail: 'd@x.example' }]]] },
  )
}, 900_000)

test('an opt-out code, alone or in the mail that came, takes the consent back for good', async () => {
  const t = await newsletterShop()
  t.people([{ name: 'Maria Anders', email: 'maria@x.example' }])
  const { id } = await t.issue()
  const { folder } = await t.call('newsletter.exportMail', { issueId: id, folder: t.folder, as: 'eml-each' })
  const mail = draftsIn(join(t.folder, folder))[0]!.bytes.toString('latin1')
  const answer = await t.answer('newsletter.optOut', {
    text: `Subject: Stop the newsletter ${/NL-\w{8}-\w{2}/.exec(mail)![0]}`,
  })
  expect(answer.result).toEqual({ ok: true, value: { customerId: 1, name: 'Maria Anders' } })
  expect(answer.act?.says).toBe('Maria Anders opted out of the newsletter: their own no, which stays')
  expect((await t.call('newsletter.audience', {})).recipients).toBe(0)
  const row = () =>
    t.shop.reader
      .selectFrom('customers')
      .select(['mailConsent', 'mailConsentDay', 'mailConsentSource'])
      .executeTakeFirst()
  expect(await row()).toEqual({
    mailConsent: 'no',
    mailConsentDay: '2026-11-23',
    mailConsentSource: 'opt-out code',
  })
  await t.call('shop.undo', {})
  expect((await t.call('newsletter.audience', {})).recipients).toBe(0)
  expect((await t.problem('newsletter.optOut', { text: 'NL-1-V7' })).code).toBe('no-code')
  expect((await t.problem('newsletter.optOut', { text: optOutCode(77) })).code).toBe('no-customer')
})

test('a part that a newer program has written is said, not thrown, and stays as it is', async () => {
  const t = await testShop()
  const { id: issueId } = await t.call('newsletter.create', { month: '2026-12', subject: 'December' })
  const blocks = '[{"kind":"survey","question":"Rye or spelt?"}]'
  const newer = new Database(t.shop.path)
  newer.prepare('UPDATE newsletterIssues SET blocks = ? WHERE id = ?').run(blocks, issueId)
  newer.close()
  const text = { kind: 'text' as const, text: 'Hello' }
  for (const [name, input] of [
    ['newsletter.one', { issueId }],
    ['newsletter.obstacles', { issueId }],
    ['newsletter.save', { issueId, subject: 'December', blocks: [text] }],
    ['newsletter.append', { block: text }],
  ] as const)
    expect(await t.problem(name, input as never)).toMatchObject({ code: 'other-version' })
  const kept = t.shop.connection.prepare('SELECT blocks FROM newsletterIssues').pluck().get()
  expect(kept).toBe(blocks)
  expect(await t.call('newsletter.issues', {})).toMatchObject([{ id: issueId }])
})
