import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnAnswer, mailAnswer, mailColumns } from '../../../src/core/customers/consent-column.ts'
import { mailKind, refuses } from '../../../src/core/customers/mail-columns.ts'
import { guessCustomerMapping } from '../../../src/core/customers/import-fields.ts'
import { runs } from '../../support/runs.ts'

test.each([
  ['Shopify', 'Accepts Email Marketing', { yes: 'yes', no: 'unasked', '': 'unasked' }],
  ['Square', 'Email Subscription Status', { subscribed: 'yes', unsubscribed: 'no', unknown: 'unasked' }],
  ['Square before', 'Email Unsubscribed', { True: 'no', False: 'unasked' }],
  ['Clover', 'Marketing Allowed', { true: 'yes', false: 'no', '': 'unasked' }],
  ['Lightspeed X', 'do_not_email', { 1: 'no', 0: 'unasked', '': 'unasked' }],
  ['Mailchimp, unsubscribed', 'UNSUB_TIME', { '2026-03-01 10:00:00': 'no', '': 'unasked' }],
  [
    'Klaviyo',
    'Email Marketing Consent',
    { SUBSCRIBED: 'yes', UNSUBSCRIBED: 'no', NEVER_SUBSCRIBED: 'unasked' },
  ],
  ['Klaviyo', 'Email Suppressions', { USER_SUPPRESSED: 'no', SPAM_COMPLAINT: 'no', '': 'unasked' }],
  ['Brevo', 'EMAIL_BLACKLISTED', { Yes: 'no', No: 'unasked' }],
  ['HubSpot', 'Unsubscribed from all email', { true: 'no', false: 'unasked', '': 'unasked' }],
  ['Zoho, Salesforce', 'Email Opt Out', { true: 'no', 1: 'no', false: 'unasked' }],
  [
    'Wix',
    'Email subscriber status',
    { Subscribed: 'yes', Unsubscribed: 'no', 'Never subscribed': 'unasked' },
  ],
  ['Ghost', 'subscribed_to_emails', { true: 'yes', false: 'no' }],
  ['Constant Contact', 'Email permission status', { Express: 'yes', Implied: 'unasked', Unsubscribed: 'no' }],
  ['a till in German', 'Newsletter', { ja: 'yes', nein: 'no', vielleicht: 'unasked' }],
])('the column about mail of %s is found and understood', (_program, header, answers) => {
  const mapping = guessCustomerMapping(['Name', header])
  expect(mapping['refusal'] ?? mapping['consent']).toBe(header)
  for (const [cell, consent] of Object.entries(answers))
    expect({ cell, consent: columnAnswer(header, cell).consent }).toEqual({ cell, consent })
})

test('a column that says who must not be mailed is known by its words', () => {
  for (const header of [
    'doNotEmail',
    'No newsletter',
    'Kein Newsletter',
    'Nicht anschreiben',
    'opt_out',
    'Ne pas contacter',
    'Geen mail',
    'Unsubscribed?',
    'Not to be mailed',
  ])
    expect({ header, refuses: refuses(header) }).toEqual({ header, refuses: true })
  for (const header of [
    'Newsletter',
    'Newsletter ja/nein',
    'Opt-in/Opt-out',
    'Subscribed',
    'Yes/No',
    'Notes',
  ])
    expect({ header, refuses: refuses(header) }).toEqual({ header, refuses: false })
})

test('a refusal in people’s own words is a no, and no sentence about asking is one', () => {
  for (const cell of [
    'Nein danke',
    'STOP',
    'no, thanks',
    'abgemeldet am 1.2.24',
    'unsubscribe',
    'never',
    'möchte nicht',
    'nee',
    'non merci',
    'bitte keine Werbung',
    'opted out on 3 May',
    'hard bounced',
    'ohne Newsletter',
    'sans newsletter',
    'sin boletín',
    'senza la newsletter',
    'zonder nieuwsbrief',
    'plus de mails',
    'Sans newsletter svp',
    'sans infolettre',
    'uten nyhetsbrev',
    'bez newsletteru',
    'niente più newsletter',
    'Plus jamais de mail',
    'Zonder reclame aub',
  ])
    expect({ cell, consent: columnAnswer('Newsletter', cell).consent }).toEqual({ cell, consent: 'no' })
  for (const cell of ['not asked', 'nicht gefragt', 'never subscribed', 'not set', 'perhaps', 'maybe later'])
    expect({ cell, consent: columnAnswer('Newsletter', cell).consent }).toEqual({ cell, consent: 'unasked' })
})

test('words that only seem a no leave somebody not asked, and refuse nothing for good', () => {
  for (const cell of `don't know, I do not know, dont know, weiß nicht, weiß ich nicht, keine Ahnung, no sé, no lo sé, non so, non lo so, je ne sais pas, weet niet,
    ved ikke, noch nicht, noch nicht gefragt, noch keine, pas encore, nog niet, no email address, keine E-Mail, keine E-Mail-Adresse, keine Mailadresse, pas d’email,
    pas d'adresse mail, sin correo, kein Einwand, keine Einwände, no complaints, never bounced, keine Beschwerden, no spam complaints, nicht widersprochen,
    keine Abmeldung, noch nicht abgemeldet, no objection`.split(',')) {
    const text = cell.trim()
    expect([text, columnAnswer('Newsletter', text).consent]).toEqual([text, 'unasked'])
    expect([text, columnAnswer('Newsletter', text).says]).not.toEqual([text, 'unclear'])
  }
  for (const cell of [
    'No, opted out',
    'no (complaint)',
    'nein - abgemeldet',
    'bitte nicht noch mehr Werbung',
    'do not know him, stop it',
    'no spam please',
    'no spam',
    'kein Spam',
    'keine Mails',
    'no email please',
    'bounced',
    'complaint',
    'no se desea',
  ])
    expect([cell, columnAnswer('Newsletter', cell).consent]).toEqual([cell, 'no'])
})

test('a column of refusals that no list names is read beside a yes, and one about another thing is not', () => {
  for (const header of [
    'Opt-out date',
    'Opted Out On',
    'Unsubscribed at',
    'Abgemeldet am',
    'Abmeldedatum',
    'Date désinscription',
    'Is Unsubscribed',
    'Do Not Contact',
    'Kontaktsperre',
    'Robinson',
    'Reklamesperre',
    'CLEAN_TIME',
  ])
    expect({
      header,
      refusal: guessCustomerMapping(['Name', 'Email', 'Newsletter', header])['refusal'],
    }).toEqual({
      header,
      refusal: header,
    })
  for (const header of ['No client', 'No TVA', 'Exclude VAT', 'Do not call', 'SMS opt-out', 'Blocked credit'])
    expect({
      header,
      refusal: guessCustomerMapping(['Name', 'Email', 'Newsletter', header])['refusal'],
    }).toEqual({
      header,
      refusal: undefined,
    })
  expect(guessCustomerMapping(['Email address', 'Email status', 'Email permission status'])['consent']).toBe(
    'Email permission status',
  )
})

test('a column is known by its words: what it answers, what it refuses, and what is none of ours', () => {
  const kinds = {
    answer: [
      'Email Consent',
      'Marketing opt-in',
      'Newsletter erlaubt',
      'Email allowed',
      'DOUBLE_OPT-IN',
      'Newsletter (2)',
      'Consent',
      'Email Marketing: Status',
      'E-Mail-Werbung erlaubt',
      'Samtycke e-post',
      'Consenso marketing',
      'Consentimiento de correo',
      'Zgoda marketingowa',
      'Opt-in/Opt-out',
    ],
    refusal: [
      'Newsletter abgelehnt',
      'Reject marketing',
      'DNE',
      'GDPR consent revoked',
      'Opt-in widerrufen',
      'Not opted in',
      'Werbewiderspruch',
      'Newsletter-Kündigung',
      'Consent withdrawn',
      'Refus newsletter',
      'Rifiuto newsletter',
      'Do not call or email',
    ],
    subscription: ['Accepts Email Marketing', 'Accepts Marketing (2)', 'Customer accepts marketing'],
    status: ['Email status'],
    noes: ['Status', 'GDPR', 'DSGVO', 'Permission', 'Abo-Status', 'Subscriber status'],
    none: [
      'Partner offers',
      'Third-party marketing consent',
      'Accepts SMS Marketing',
      'Einwilligung Telefon',
      'Do not call',
      'Marketing contact status',
      'OPTIN_TIME',
      'Email Marketing Consent Timestamp',
      'Mailing Street',
      'Order Status',
      'Lead Status',
      'State',
      'Customer',
      'No client',
      'Photo consent',
    ],
  }
  for (const [kind, headers] of Object.entries(kinds))
    for (const header of headers) expect([header, mailKind(header) ?? 'none']).toEqual([header, kind])
  // Whoever chooses such a column for the answer itself gets no yes out of a refusal.
  for (const [header, cell] of [
    ['Newsletter abgelehnt', 'ja'],
    ['Reject marketing', 'yes'],
    ['DNE', '1'],
  ] as const)
    expect([header, columnAnswer(header, cell).consent]).toEqual([header, 'no'])
})

test('a column that only mentions the newsletter gives no yes', () => {
  for (const header of `Newsletter sent, Newsletter opened, opened newsletter, Newsletter delivered, Newsletter clicked, Newsletter received, Newsletter gelesen, Newsletter offered,
    Newsletter angeboten, Newsletter invited, Newsletter off, Newsletter pause, Newsletter paused, Newsletter pausiert, Newsletter removal, Left newsletter,
    Wants to leave newsletter, Hates newsletters, Newsletter nein, Newsletter no, Print newsletter, Newsletter (print), Newsletter gedruckt, Receive email reminders,
    Email opt-in pending, Email opt-in requested, Newsletter Weihnachten, Newsletter interest, Newsletter test, Allowed email domains, Opt-in/opt-out reminders`.split(
    ',',
  ))
    for (const cell of ['yes', 'ja', '1', 'x']) {
      const [answer] = answersOf(['Name', 'Email', header.trim()], ['Anna', 'a@x.example', cell])
      expect([header, answer!.consent === 'yes']).toEqual([header, false])
    }
  for (const header of [
    'Newsletter',
    'Wants newsletter',
    'Möchte den Newsletter',
    'Boletín de noticias',
    'Newsletter signup',
    'Newsletter Abo',
    'Suscrito al boletín',
    'Newsletter gewünscht',
    'Receive our newsletter by email',
    'Our newsletter',
    'Receive marketing emails',
  ])
    expect([header, mailKind(header)]).toEqual([header, 'answer'])
  // What was done about a letter refuses nothing.
  expect(answersOf(['Name', 'Newsletter opened'], ['Anna', 'no'])[0]!.consent).toBe('unasked')
  for (const cell of ['yes?', 'ja ?', 'Yes (?)', 'x?'])
    expect([cell, columnAnswer('Newsletter', cell).consent]).toEqual([cell, 'unasked'])
  expect(columnAnswer('Do not email', 'yes?').consent).toBe('no')
  for (const cell of ['stop?', 'no newsletter any more (why?)'])
    expect([cell, columnAnswer('Do not email', cell).consent]).toEqual([cell, 'no'])
  expect(columnAnswer('Do not email', 'no?').says).toBe('doubt')
})

test('a column that keeps the letter from somebody is one of refusals, in whatever words', () => {
  for (const header of `Ohne Newsletter, Without newsletter, uden nyhedsbrev, utan nyhetsbrev, uten nyhetsbrev, niente newsletter, rien newsletter, ilman uutiskirjettä newsletter,
    Newsletter-Ausschluss, Newsletterausschluss, Mailing list exclusion, Newsletter exclusion, Newsletter Austritt, Newsletter-Verzicht, Remove from newsletter, lehnt Newsletter ab,
    Kunde lehnt den Newsletter ab, meldet sich vom Newsletter ab, Skip newsletter, Avoid newsletter, Hide newsletter, Newsletter quit, Newsletter hidden,
    Newsletter skip, Newsletter skipped, Newsletter omitted, Prohibit email, Email ban, Forbid marketing, Newsletter verborgen, Cannot receive newsletter, Newsletter dismissed,
    Escluso dalla newsletter, Exclure de la newsletter, Quitar del boletín, Nieuwsbrief uitsluiten, Newsletter überspringen, Vom Newsletter ausgetreten, No longer wants newsletter,
    Plus de mail, Plus de newsletter, Plus jamais de pub par mail, Sin boletín, Senza newsletter, Zonder nieuwsbrief, Basta newsletter`.split(
    ',',
  )) {
    const column = header.trim()
    const [anna, bo] = answersOf(
      ['Name', 'Email', column],
      ['Anna', 'a@x.example', 'ja'],
      ['Bo', 'b@x.example', 'nein'],
    )
    expect([column, anna!.consent, bo!.consent]).toEqual([column, 'no', 'unasked'])
  }
  // Offers for some are no refusal, an address may be kept from sight, and who has none refuses nothing.
  expect(answersOf(['Name', 'Offerte esclusive newsletter'], ['Anna', 'no'])[0]!.consent).not.toBe('yes')
  for (const cell of ['plus newsletter', 'plus de 3 mails par mois', 'plus tard', 'sans mail'])
    expect([cell, columnAnswer('Newsletter', cell).consent]).toEqual([cell, 'unasked'])
  for (const header of ['Hide email', 'Email hidden', 'Email restricted', 'Ohne E-Mail', 'without email'])
    expect([header, mailKind(header)]).toEqual([header, 'doubt'])
  expect(mailKind('Contact hidden')).toBeNull()
})

test('where nobody knows which way round a column asks, a plain answer is neither, and it is said', () => {
  for (const header of [
    'Newsletter Weihnachten',
    'Newsletter xyzzy',
    'Not unsubscribed',
    'Kein Widerspruch Newsletter',
    'Newsletter: not opted out',
  ]) {
    const read = (cell: string) => answersOf(['Name', header], ['Anna', cell])[0]!
    for (const cell of ['ja', 'no', '0', '1', 'nein danke'])
      expect([header, cell, read(cell).consent, read(cell).unclear.map((one) => one.cell)]).toEqual([
        header,
        cell,
        'unasked',
        [cell],
      ])
    for (const cell of ['unsubscribed', 'STOP', 'abgemeldet', 'withdrawn'])
      expect([header, cell, read(cell).consent]).toEqual([header, cell, 'no'])
    // A yes elsewhere holds beside a yes here, and not beside a no.
    const beside = (cell: string) =>
      answersOf(['Name', 'Newsletter', header], ['Anna', 'yes', cell])[0]!.consent
    expect([header, beside('yes'), beside('no'), beside('')]).toEqual([header, 'yes', 'unasked', 'yes'])
  }
  // A word of agreement says which way round.
  expect(answersOf(['Name', 'Receive email reminders'], ['Anna', 'no'])[0]!.consent).toBe('no')
  // What is no answer at all makes no column of answers.
  expect(answersOf(['Name', 'Newsletter topics'], ['Anna', 'cooking'])[0]!.unclear).toEqual([])
})

test('what a mail program bills is no answer of the customer’s', () => {
  const header = ['Name', 'Email', 'Marketing contact status']
  expect(guessCustomerMapping(header)['consent']).toBeUndefined()
  expect(answersOf(header, ['Anna', 'a@x.example', 'Non-marketing contact'])[0]!.consent).toBe('unasked')
})

test('a yes that was taken back is a no, in many languages', () => {
  for (const cell of `withdrawn, revoked, declined, not interested, gekündigt, inaktiv, cancelado, archived, expired, Nur per Post,
    ✗, ❌, off, refused, rejected, objected, widerrufen, Widerspruch, abgelehnt, ausgetragen, abgelaufen, retiré, révoqué, refusé,
    résilié, désinscrite, pas intéressé, retirado, revocado, rechazado, baja, no interesado, ritirato, rifiutato, disdetto,
    revocato, ingetrokken, opgezegd, geweigerd, uitgeschreven, retirada, recusado, wycofano, odmowa, återkallat, tilbagekaldt,
    odvoláno, visszavonva, peruutettu, iptal, нет, отозвано, lösche mich, yes but only by post`.split(',')) {
    const text = cell.trim()
    expect([text, columnAnswer('Newsletter', text).consent]).toEqual([text, 'no'])
  }
  for (const cell of ['keine Angabe', 'no answer', 'non renseigné', 'not yet', 'n/a', '-', '☐', 'none']) {
    expect([cell, columnAnswer('Newsletter', cell).consent]).toEqual([cell, 'unasked'])
    expect([cell, columnAnswer('do_not_email', cell).consent]).toEqual([cell, 'unasked'])
  }
})

const answersOf = (header: readonly string[], ...rows: readonly (readonly string[])[]) => {
  const columns = mailColumns(header, guessCustomerMapping(header), false, (column) =>
    rows.map((cells) => cells[column] ?? ''),
  )
  const places = columns.map((column) => header.indexOf(column.header))
  return rows.map((cells) =>
    mailAnswer(
      columns,
      places.map((place) => cells[place] ?? ''),
    ),
  )
}

test.each([
  ['Email status', 'Email permission status', 'Unsubscribed', 'Express', 'no'],
  ['Email permission status', 'Email status', 'Express', 'Unsubscribed', 'no'],
  ['Email status', 'Email permission status', 'Active', 'Express', 'yes'],
  ['Email status', 'Email permission status', 'Active', 'Implied', 'unasked'],
  ['Newsletter', 'Consent', 'yes', 'no', 'no'],
  ['Opt-in', 'Status', 'yes', 'unsubscribed', 'no'],
  ['Opt-in', 'Status', 'yes', 'VIP', 'yes'],
  ['Newsletter', 'Newsletter (2)', 'yes', 'no', 'no'],
  ['Newsletter', 'Newsletter (2)', '', 'yes', 'yes'],
  ['Newsletter', 'Einwilligung', 'ja', 'nein', 'no'],
  ['Marketing Allowed', 'Email status', 'yes', 'unsubscribed', 'no'],
  ['Accepts Email Marketing', 'Email Marketing: Status', 'yes', 'unsubscribed', 'no'],
  ['Newsletter', 'Accepts Email Marketing', 'yes', 'no', 'unasked'],
  ['Email Marketing Consent', 'Email Suppressions', 'SUBSCRIBED', 'USER_SUPPRESSED', 'no'],
  ['Email Marketing Consent', 'Email Suppressions', 'SUBSCRIBED', '[]', 'yes'],
  ['Do not email', 'Unsubscribed', '0', '1', 'no'],
  ['Email Opt Out', 'Unsubscribed from all email', '0', 'true', 'no'],
  ['Newsletter', 'List', 'yes', 'unsubscribed', 'no'],
  ['Newsletter', 'SMS subscriber status', 'yes', 'unsubscribed', 'yes'],
  ['GDPR', 'City', 'yes', '', 'unasked'],
  ['GDPR', 'City', 'revoked', '', 'no'],
  ['Newsletter', 'Partner offers', '', 'yes', 'unasked'],
])('%s and %s are both read: %s, %s is %s', (one, other, first, second, consent) => {
  expect(answersOf(['Name', one, other], ['Anna', first, second])[0]!.consent).toBe(consent)
})

test('a status is read value by value: a word nobody knows switches off no no', () => {
  for (const word of ['junk', 'VIP', 'inactive', 'Gold']) {
    const [anna, bob] = answersOf(['Name', 'Status'], ['Anna', 'unsubscribed'], ['Bob', word])
    expect([word, anna!.consent, bob!.consent, bob!.unclear.map(({ cell }) => cell)]).toEqual([
      word,
      'no',
      'unasked',
      [word],
    ])
  }
  // Without a single no it is about something else, and nothing is said of it.
  expect(answersOf(['Name', 'Status'], ['Bob', 'VIP'])[0]!.unclear).toEqual([])
})

const mailHeaders = {
  answer: ['Newsletter', 'Consent', 'Email Consent', 'Einwilligung'],
  refusal: ['do_not_email', 'Unsubscribed', 'Newsletter abgelehnt', 'DNE'],
  subscription: ['Accepts Email Marketing', 'Accepts Marketing'],
  noes: ['Status', 'GDPR'],
  none: ['Affiliate offers', 'SMS opt-in', 'City'],
} as const

test('several columns about mail: one no wins, what speaks against a yes leaves nobody asked', () => {
  const column = fc
    .constantFrom(...(Object.keys(mailHeaders) as (keyof typeof mailHeaders)[]))
    .chain((kind) =>
      fc.record({
        kind: fc.constant(kind),
        header: fc.constantFrom(...mailHeaders[kind]),
        cell: fc.constantFrom('yes', '1', 'no', '0', 'withdrawn', 'pending', 'perhaps', '', 'unsubscribed'),
      }),
    )
  const meaning = (kind: keyof typeof mailHeaders, cell: string) => {
    const isYes = cell === 'yes' || cell === '1'
    const isFirm = cell.length > 7
    const isNo = !isYes && !['', 'pending', 'perhaps'].includes(cell)
    if (kind === 'none' || cell === '') return 'nothing'
    if (kind === 'refusal') return isYes || isFirm ? 'no' : cell === 'perhaps' ? 'against' : 'nothing'
    if (kind === 'noes') return isNo ? 'no' : 'nothing'
    if (kind === 'subscription' && isNo) return isFirm ? 'no' : 'against'
    if (cell === 'pending') return 'against'
    return isYes ? 'yes' : isNo ? 'no' : 'nothing'
  }
  fc.assert(
    fc.property(
      fc.uniqueArray(column, { minLength: 1, maxLength: 5, selector: ({ header }) => header }),
      (columns) => {
        const header = ['Name', 'Email', ...columns.map((one) => one.header)]
        const cells = ['Anna', 'a@x.example', ...columns.map(({ cell }) => cell)]
        const said = columns.map(({ kind, cell }) => meaning(kind, cell))
        const wanted = ['no', 'against', 'yes', 'nothing'].find((one) => said.some((word) => word === one))
        expect({ columns, consent: answersOf(header, cells)[0]!.consent }).toEqual({
          columns,
          consent: wanted === 'no' || wanted === 'yes' ? wanted : 'unasked',
        })
      },
    ),
    runs(1000, 20_000),
  )
})

test('no cell of a column of refusals is ever a yes', () => {
  const header = fc.constantFrom(
    'do_not_email',
    'Email Opt Out',
    'EMAIL_BLACKLISTED',
    'Unsubscribed',
    'kein Newsletter',
  )
  const cell = fc.oneof(
    fc.constantFrom('1', 'yes', 'TRUE', 'ja', 'x', '✓', '0', 'no', 'subscribed', '2026-01-01', 'opt in'),
    fc.string({ maxLength: 12 }),
  )
  fc.assert(
    fc.property(header, cell, (column, text) => {
      expect(columnAnswer(column, text).consent).not.toBe('yes')
    }),
    runs(500),
  )
})
