import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { greetedBy } from '../../../src/core/greeting/addressee.ts'
import { opening, openingMark, type Manner } from '../../../src/core/greeting/opening.ts'
import { languages, type Language } from '../../../src/core/out/languages.ts'
import { peopleOfTheWorld } from '../../support/names-of-the-world.ts'
import { runs } from '../../support/runs.ts'

const withoutName = 'WITHOUT A NAME'

const opens = (
  name: string,
  language: Language,
  {
    form = '',
    manner = 'formal',
    company = '',
    country = 'DE',
  }: { form?: string; manner?: Manner; company?: string; country?: string } = {},
): string => opening({ name, company, formOfAddress: form }, { language, country, manner, withoutName })

test.each([
  ['Frau Müller', 'Sehr geehrte Frau Müller'],
  ['Frau Anna Müller', 'Sehr geehrte Frau Müller'],
  ['Müller, Frau', 'Sehr geehrte Frau Müller'],
  ['Müller, Frau Anna', 'Sehr geehrte Frau Müller'],
  ['Herr Dr. med. Weiss', 'Sehr geehrter Herr Dr. Weiss'],
  ['Herr Max von der Heide', 'Sehr geehrter Herr von der Heide'],
  ['HERR KLAUS MÜLLER', 'Sehr geehrter Herr Müller'],
  ['frau anna müller', 'Sehr geehrte Frau Müller'],
  ['Frau Xiu Li', 'Sehr geehrte Frau Xiu Li'],
  ['Frau Anna Xenophontos Petrou', 'Sehr geehrte Frau Anna Xenophontos Petrou'],
  ['Herr Kim Min-jun', 'Sehr geehrter Herr Kim Min-jun'],
  ['Anna Müller', 'Guten Tag Anna Müller'],
  ['Prof. Dr. Hanna Weiss', 'Guten Tag Prof. Hanna Weiss'],
  ['Dr. Weiss', 'Guten Tag Dr. Weiss'],
  ['Familie Meyer', 'Sehr geehrte Familie Meyer'],
  ['Herr und Frau Berg', 'Sehr geehrte Frau Berg, sehr geehrter Herr Berg'],
  ['Anna und Max Berg', 'Guten Tag Anna und Max Berg'],
  ['Anna & Max Berg', 'Guten Tag Anna und Max Berg'],
  ['Anna', 'Guten Tag Anna'],
])('%s: %s', (name, said) => {
  expect(opens(name, 'de')).toBe(said)
})

test.each([
  'The Smith Family',
  'Bäckerei Müller',
  'Müller GmbH',
  'MAX',
  'J. Brown',
  'M. Dupont',
  'Fr. Müller',
  'Frau',
  'Frau Anna',
  'Rev. John Smith',
  '王小明',
  '',
  ' ',
  '???',
  'Anna Müller 2',
  'anna@x.example',
  'Anna, Max, Tim',
  'Praxis Dr. Weiss',
  'Erben Müller',
  'Chelsea FC',
  'Familie',
  'Familie Bäckerei Huber',
])('nobody is greeted by “%s”', (name) => {
  for (const language of languages)
    for (const manner of ['formal', 'informal'] as const)
      expect(opens(name, language, { manner })).toBe(withoutName)
})

test('the form of address on file is what is said, and where name and form differ nobody is named', () => {
  expect(opens('Anna Müller', 'de', { form: 'Ms' })).toBe('Sehr geehrte Frau Müller')
  expect(opens('Müller', 'de', { form: 'Mr Dr.' })).toBe('Sehr geehrter Herr Dr. Müller')
  expect(opens('Kim Schmidt', 'de', { form: 'Mx' })).toBe('Guten Tag Kim Schmidt')
  expect(opens('Anna Meyer', 'de', { form: 'Family' })).toBe('Sehr geehrte Familie Meyer')
  expect(opens('Anna und Max Berg', 'de', { form: 'Couple' })).toBe(
    'Sehr geehrte Frau Berg, sehr geehrter Herr Berg',
  )
  expect(opens('Anna Müller', 'de', { form: 'Company' })).toBe(withoutName)
  expect(opens('Frau Müller', 'de', { form: 'Mr' })).toBe(withoutName)
  expect(opens('Anders Bau', 'en', { company: 'Anders Bau' })).toBe(withoutName)
})

test('each language opens as it does in letters', () => {
  const said = (name: string, form: string, manner: Manner) =>
    Object.fromEntries(languages.map((language) => [language, opens(name, language, { form, manner })]))
  expect(said('Maria de Vries', 'Ms', 'formal')).toEqual({
    en: 'Dear Ms de Vries',
    de: 'Sehr geehrte Frau de Vries',
    fr: 'Madame',
    es: 'Estimada señora de Vries',
    it: 'Gentile signora de Vries',
    nl: 'Geachte mevrouw De Vries',
  })
  expect(said('Maria de Vries', 'Ms', 'informal')).toEqual({
    en: 'Hello Maria',
    de: 'Guten Tag Frau de Vries',
    fr: 'Bonjour Maria',
    es: 'Hola, Maria',
    it: 'Buongiorno Maria',
    nl: 'Beste Maria',
  })
  expect(said('Berg', 'Mr Dr.', 'formal')).toEqual({
    en: 'Dear Dr Berg',
    de: 'Sehr geehrter Herr Dr. Berg',
    fr: 'Monsieur',
    es: 'Estimado doctor Berg',
    it: 'Gentile dottor Berg',
    nl: 'Geachte heer Berg',
  })
  expect(said('Mr and Mrs Smith', '', 'informal')).toEqual({
    en: 'Hello Mr and Mrs Smith',
    de: 'Guten Tag Frau und Herr Smith',
    fr: 'Bonjour Madame et Monsieur Smith',
    es: 'Buenos días, señores Smith',
    it: 'Buongiorno signori Smith',
    nl: 'Beste heer en mevrouw Smith',
  })
  expect(opens('Anna Smith', 'en', { form: 'Ms', country: 'US' })).toBe('Dear Ms. Smith')
  expect(opens('Smith', 'en', { form: 'Dr.', country: 'US' })).toBe('Dear Dr. Smith')
})

test('of two given names none is taken for a surname, a given name alone is no formal greeting, and no wife is greeted by his name', () => {
  const greeted = (name: string, form = '') =>
    (['formal', 'informal'] as const).map((manner) => opens(name, 'en', { form, manner }))
  expect(greeted('Anna Maria', 'Ms')).toEqual(['Dear Ms Anna Maria', 'Hello Anna'])
  expect(greeted('Hans Peter', 'Mr')).toEqual(['Dear Mr Hans Peter', 'Hello Hans'])
  expect(greeted('María José', 'Ms')).toEqual(['Dear Ms María José', 'Hello María'])
  expect(opens('Mary Ann', 'de', { form: 'Ms' })).toBe('Sehr geehrte Frau Mary Ann')
  expect(greeted('Rainer Maria Rilke', 'Mr')).toEqual(['Dear Mr Rilke', 'Hello Rainer'])
  expect(greeted('Anna-Lena', 'Ms')).toEqual(['Dear Anna-Lena', 'Hello Anna-Lena'])
  expect(greeted('Mrs John Smith')).toEqual(['Dear Ms Smith', 'Hello Ms Smith'])
  expect(greeted('John Smith', 'Ms')).toEqual(['Dear Ms Smith', 'Hello Ms Smith'])
  expect(greetedBy({ name: 'Mrs John Smith', company: '', formOfAddress: '' })).toBe('')
  expect(greetedBy({ name: 'Mrs Mary Smith', company: '', formOfAddress: '' })).toBe('Mary')
  expect(greeted("SINEAD O'CONNOR", 'Ms')).toEqual(["Dear Ms O'Connor", 'Hello Sinead'])
  expect(opens("SINEAD O'CONNOR", 'de', { form: 'Ms' })).toBe("Sehr geehrte Frau O'Connor")
  expect(greeted('ANNA MCDONALD', 'Ms')).toEqual([withoutName, 'Hello Anna'])
})

test('behind an opening stands what letters of the country have there', () => {
  expect(languages.map((language) => openingMark(language, 'DE'))).toEqual([',', ',', ',', ':', ',', ','])
  expect(openingMark('de', 'CH')).toBe('')
})

/** Whatever is on file, the opening is the words of its language and words of the name, none of them spoilt. */
function expectSound(said: string, name: string): void {
  expect(said).not.toMatch(/^\s|\s$|\s\s|,\s*$|\b(?:Hello|Dear) The\b|undefined|null|[{}]/)
  expect(said).not.toBe('')
  if (said === withoutName || name !== name.normalize('NFC')) return
  const words = name.toLowerCase().split(/[\s,&+]+/)
  const ours = new Set(
    `dear hello ms ms. mr mr. mx mx. mrs mrs. dr dr. professor prof. family and sehr geehrte geehrter frau herr guten tag familie und madame monsieur
    bonjour à la famille et estimada estimado estimados señora señor señores doctora doctor profesora profesor hola buenos días familia y gentile gentili
    signora signor signori dottoressa dottor professoressa buongiorno famiglia e geachte beste mevrouw heer en`.split(
      /\s+/,
    ),
  )
  for (const word of said
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean))
    expect(
      ours.has(word) ||
        words.includes(word) ||
        words.some((one) => one.normalize('NFC').replace(/ss/g, 'ß') === word),
      `“${word}” in “${said}” of “${name}”`,
    ).toBe(true)
}

test('names of the world are never spoilt', () => {
  for (const name of peopleOfTheWorld)
    for (const form of ['', 'Ms', 'Mr Dr.', 'Mx', 'Family', 'Couple', 'Company', 'Prof.'])
      for (const language of languages)
        for (const manner of ['formal', 'informal'] as const)
          expectSound(opens(name, language, { form, manner }), name)
})

test('whatever a shop has as a name, the opening is whole', () => {
  const part = fc.constantFrom(
    'Anna',
    'Max',
    'Müller',
    'MÜLLER',
    'berg',
    'Frau',
    'Herr',
    'Dr.',
    'Prof.',
    'und',
    '&',
    'Familie',
    'The',
    'Family',
    'von',
    'de',
    'GmbH',
    'Bäckerei',
    'J.',
    'O’Brien',
    'McDonald',
    'Kim',
    'Min-jun',
    ',',
    'Jr.',
    'Otto',
    'Martin',
    '李',
    'ß',
    'İpek',
    'Sra.',
    'Mme',
    'x',
    '3',
  )
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 6 }),
      fc.constantFrom('', 'Ms', 'Mr', 'Mx', 'Ms Dr.', 'Family', 'Couple', 'Company'),
      fc.constantFrom(...languages),
      fc.constantFrom<Manner>('formal', 'informal'),
      (parts, form, language, manner) => {
        const name = parts.join(' ')
        expectSound(opens(name, language, { form, manner }), name)
      },
    ),
    runs(2000),
  )
})

test('the newsletter greets by no given name where they are several or a firm', () => {
  const who = { name: 'Anna Berg', company: '' }
  expect(greetedBy({ ...who, formOfAddress: '' })).toBe('Anna')
  expect(greetedBy({ ...who, formOfAddress: 'Ms Dr.' })).toBe('Anna')
  expect(greetedBy({ ...who, formOfAddress: 'Family' })).toBe('')
  expect(greetedBy({ ...who, formOfAddress: 'Couple' })).toBe('')
  expect(greetedBy({ ...who, formOfAddress: 'Company' })).toBe('')
})

test('no given name of the other gender greets anybody, in whatever language, and a second given name is no surname', () => {
  for (const [name, formOfAddress] of [
    ['Signora Marco Rossi', ''],
    ['Mevrouw Jan de Vries', ''],
    ['Marco Rossi', 'Ms'],
    ['Herr Anna Berg', ''],
    ['Grazyna Nowak', 'Mr'],
  ] as const)
    expect([name, greetedBy({ name, company: '', formOfAddress })]).toEqual([name, ''])
  expect(greetedBy({ name: 'Andrea Rossi', company: '', formOfAddress: 'Mr' })).toBe('Andrea')
  const greeted = (name: string) =>
    (['formal', 'informal'] as const).map((manner) => opens(name, 'en', { manner }))
  expect(greeted('Signora Marco Rossi')).toEqual(['Dear Ms Rossi', 'Hello Ms Rossi'])
  expect(greeted('Signora Maria Grazia').join(' ')).not.toMatch(/Ms Grazia/)
})
