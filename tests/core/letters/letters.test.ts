import * as fc from 'fast-check'
import { simpleParser } from 'mailparser'
import { expect, test } from 'vitest'
import { addressLines, hasAddress } from '../../../src/core/letters/address.ts'
import { languageFor, proposed, usualManner, type SpokenTo } from '../../../src/core/letters/compose.ts'
import { personalMail } from '../../../src/core/letters/mail.ts'
import { mergeFields, occasions } from '../../../src/core/letters/occasions.ts'
import { fieldsIn, filledWords, occasionText, templates } from '../../../src/core/letters/templates.ts'
import { languages, type Language } from '../../../src/core/out/languages.ts'
import { standardText } from '../../../src/core/out/voice.ts'
import { peopleOfTheWorld } from '../../support/names-of-the-world.ts'
import { runs } from '../../support/runs.ts'

const texts = languages.flatMap((language) =>
  occasions.flatMap((occasion) =>
    (['subject', 'words', 'phone'] as const).map(
      (part) => [`${language} ${occasion} ${part}`, templates[language][occasion][part]] as const,
    ),
  ),
)

test('every language has words for every occasion, and none twice', () => {
  expect(texts).toHaveLength(languages.length * occasions.length * 3)
  for (const [name, text] of texts) expect([name, text.trim().length > 4]).toEqual([name, true])
  const subjects = texts.filter(([name]) => name.endsWith('subject'))
  expect(new Set(subjects.map(([, text]) => text)).size).toBe(subjects.length)
})

test('no text takes who reads it for a man', () => {
  const french = texts.filter(([name]) => name.startsWith('fr ')).map(([, text]) => text)
  expect(
    french.filter((text) => /vous avons (?:pas )?\p{L}+[éiu]\b|nous avoir \p{L}+és|\btous un/u.test(text)),
  ).toEqual([])
  expect(standardText('mail.reader', 'es', 'ES')).toBe('estimada clienta, estimado cliente')
})

test.each(texts)(
  '%s: its fields are known, what may be missing stands in brackets, and it does not shout',
  (name, text) => {
    const { all, bare } = fieldsIn(text)
    for (const field of all) expect(mergeFields).toContain(field)
    expect(bare.filter((field) => field !== 'shop')).toEqual([])
    expect(text).not.toMatch(/!|[A-Z]{4,}/)
    expect(text.replace(/\[[^[\]]*\]/g, '')).not.toMatch(/[[\]|]/)
    expect(text.length).toBeLessThan(600)
    expect(name.endsWith('subject') ? all : []).toEqual([])
  },
)

/** No text of a letter has a hole where something is not known. */
function expectWhole(text: string): void {
  expect(text).not.toMatch(/[{}[\]|]|\bundefined\b|\bnull\b/)
  expect(text).not.toMatch(/ {2}| [,.;?](?!\p{L})|\(\s*\)|„“|«\s*»|‘’|,,|\.\.|^\s|\s$|:\s*\./u)
}

test.each(texts.map(([name]) => [name] as const))(
  '%s reads right with all fields, with none, and with each alone',
  (name) => {
    const [language, occasion, part] = name.split(' ') as [
      Language,
      (typeof occasions)[number],
      'subject' | 'words' | 'phone',
    ]
    const text = occasionText(occasion, language, 'DE')[part]
    const all = { what: 'Torte', day: 'Freitag', friend: 'Bo Lang' }
    const values = [{}, all, ...Object.entries(all).map(([field, value]) => ({ [field]: value }))]
    for (const one of values) {
      const said = filledWords(text, { shop: 'Bäckerei Berg', ...one })
      // French sets a space before ? and :.
      expectWhole(language === 'fr' ? said.replace(/ ([?:;»])/g, '$1') : said)
    }
  },
)

const spoken = (language: Language, country = 'DE'): SpokenTo => {
  const manner = usualManner(language)
  return {
    language,
    country,
    manner,
    hello: standardText(manner === 'formal' ? 'personal.helloFormal' : 'personal.hello', language, country),
    bye: standardText(manner === 'formal' ? 'personal.byeFormal' : 'personal.bye', language, country),
    sign: ['Mia Berg', 'Bäckerei Berg'],
  }
}

test('a letter has its opening, its words and its signature', () => {
  const who = { name: 'Anna Müller', company: '', formOfAddress: 'Ms' }
  expect(proposed('ready', who, { shop: 'Bäckerei Berg', what: 'Torte' }, spoken('de')).words).toBe(
    'Sehr geehrte Frau Müller,\n\nIhre Bestellung („Torte“) ist fertig.\n\nSie können sie zu unseren Öffnungszeiten jederzeit abholen. Wir freuen uns auf Sie.\n\nMit freundlichen Grüßen\nMia Berg\nBäckerei Berg',
  )
  const swiss = proposed('thanks', who, { what: 'Torte' }, spoken('de', 'CH')).words
  expect(swiss).toMatch(/^Sehr geehrte Frau Müller\n\nVielen Dank für Ihren Auftrag \(«Torte»\)/)
  expect(swiss).not.toContain('ß')
  expect(proposed('thanks', who, {}, spoken('es')).words).toMatch(/^Estimada señora Müller:\n\nGracias/)
  expect(
    proposed('thanks', { ...who, name: 'Müller GmbH', formOfAddress: '' }, {}, spoken('en')).words,
  ).toMatch(/^Hello,\n\nThank you/)
})

test('whoever it is to, no letter opens with a comma after nothing or has a hole', () => {
  for (const name of ['', 'The Smith Family', 'J.', ...peopleOfTheWorld])
    for (const language of languages)
      for (const occasion of occasions) {
        const who = { name, company: '', formOfAddress: '' }
        const { words } = proposed(occasion, who, { shop: 'B' }, spoken(language))
        expect(words).toMatch(/^\p{Lu}/u)
        expect(words).not.toMatch(/^(?:Dear|Beste|Geachte|Gentile|Estimad[oa])[,:]/)
        expect(words).not.toMatch(/[{}[\]]/)
      }
})

test('what is filled in stays as it is, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (value) => {
      const line = value.replace(/\s+/g, ' ').trim()
      const said = filledWords('A[ ({what})|, no more] B', { what: value })
      expect(said).toBe(line === '' ? 'A, no more B' : `A (${line}) B`)
    }),
    runs(500),
  )
})

test('somebody is written to in their own language where it is one of ours, else in the shop’s', () => {
  const shop = { country: 'DE', language: 'de' }
  expect(languageFor('fr', shop)).toBe('fr')
  expect(languageFor('fr-CH', shop)).toBe('fr')
  expect(languageFor('pl', shop)).toBe('de')
  expect(languageFor('', shop)).toBe('de')
  expect(languageFor('', { country: 'GB', language: '' })).toBe('en')
})

test('an address stands as it does on envelopes of the shop’s country', () => {
  const place = {
    name: 'Anna Berg',
    company: 'Berg Ltd',
    street: 'High St 5',
    postcode: '12345',
    city: 'Town',
    region: 'TX',
    country: '',
  }
  const lines = (change: Partial<typeof place>, country: string) =>
    addressLines({ ...place, ...change }, country)
  expect(lines({}, 'DE')).toEqual(['Berg Ltd', 'Anna Berg', 'High St 5', '12345 Town'])
  expect(lines({}, 'US')).toEqual(['Berg Ltd', 'Anna Berg', 'High St 5', 'Town, TX 12345'])
  expect(lines({ region: '' }, 'GB')).toEqual(['Berg Ltd', 'Anna Berg', 'High St 5', 'Town', '12345'])
  expect(lines({ company: 'Anna Berg', country: 'France' }, 'DE')).toEqual([
    'Anna Berg',
    'High St 5',
    '12345 Town',
    'France',
  ])
  expect(lines({ company: '', street: '', postcode: '', city: '', region: '' }, 'US')).toEqual(['Anna Berg'])
  expect(hasAddress(place)).toBe(true)
  expect(hasAddress({ ...place, street: ' ' })).toBe(false)
  expect(hasAddress({ ...place, city: '', postcode: '' })).toBe(false)
})

test('a mail is a draft that mail programs read as it was written, whatever was typed', async () => {
  const part = fc.constantFrom(
    'Anna',
    'Ünü',
    '\r\n',
    '\n',
    '.',
    'From me',
    ' ',
    '=',
    '佐藤',
    '"',
    ',',
    'Bcc: x@y.example',
    '😀',
    'a'.repeat(90),
  )
  const typed = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''))
  await fc.assert(
    fc.asyncProperty(typed, typed, typed, async (name, subject, words) => {
      const eml = personalMail({
        shopName: 'Bäckerei Berg',
        shopAddress: 'shop@example.com',
        name,
        address: 'anna@example.com',
        subject,
        words,
        now: Date.UTC(2026, 10, 30, 8),
        zone: 'Europe/Berlin',
        unique: 'x1',
      })
      expect(eml).toMatch(/^[\r\n -~]*$/)
      expect(eml).toContain('\r\nX-Unsent: 1\r\n')
      expect(eml).not.toMatch(/[^\r]\n/)
      const read = await simpleParser(eml)
      const one = (text: string) => text.replace(/\s+/g, ' ').trim()
      expect(one(read.subject ?? '')).toBe(one(subject))
      expect([read.to].flat()[0]?.value.map(({ address }) => address)).toEqual(['anna@example.com'])
      expect(read.bcc).toBeUndefined()
      expect((read.text ?? '').trimEnd()).toBe(words.replace(/\r\n/g, '\n').trimEnd())
    }),
    runs(100),
  )
})
