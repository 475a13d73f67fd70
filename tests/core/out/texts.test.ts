import { expect, test } from 'vitest'
import { languages, type Language } from '../../../src/core/out/languages.ts'
import { placesIn } from '../../../src/core/out/fill.ts'
import { messageNames, messages, paramsOf, places } from '../../../src/core/out/messages.ts'
import { standardText } from '../../../src/core/out/voice.ts'
import { englishIn } from '../../support/english-words.ts'

const each = languages.flatMap((language) => messageNames.map((name) => ({ language, name })))

test('every sentence is there in each language, with its values and no others', () => {
  expect(each.length).toBeGreaterThan(250)
  for (const { language, name } of each) {
    const text = standardText(name, language, '')
    expect(text.trim(), `${language} ${name}`).not.toBe('')
    expect(placesIn(text).toSorted(), `${language} ${name}`).toEqual([...paramsOf(name).all].toSorted())
  }
})

test('every place of Settings has sentences, each called what no other of its place is', () => {
  for (const place of Object.keys(places)) {
    const called = Object.values(messages)
      .filter((one) => one.place === place)
      .map((one) => one.called)
    expect(called.length).toBeGreaterThan(3)
    expect(new Set(called).size).toBe(called.length)
  }
})

test('no English word is left over in another language', () => {
  const others = languages.filter((one): one is Exclude<Language, 'en'> => one !== 'en')
  for (const language of others)
    for (const name of messageNames)
      expect(englishIn(standardText(name, language, ''), language), `${language} ${name}`).toEqual([])
  expect(englishIn('We are closed on Sunday', 'de')).toEqual(['We', 'are', 'closed', 'on', 'Sunday'])
})

test('each language is set as its printers set it', () => {
  for (const name of messageNames) {
    const french = standardText(name, 'fr', '')
    // French sets a space that does not break before these signs.
    expect(french, name).not.toMatch(/[^\u00a0][:;?!]/)
    for (const language of languages)
      expect(standardText(name, language, ''), `${language} ${name}`).not.toMatch(/['"]| {2}|^\s|\s$|\.\.\./)
    expect(standardText(name, 'de', 'CH'), name).not.toContain('ß')
  }
})

test('customers are spoken to formally', () => {
  const informal: Readonly<Record<string, RegExp>> = {
    de: /(?<!\p{L})(du|dein\p{L}*|dich|dir|euch|euer|eure)(?!\p{L})/iu,
    fr: /(?<!\p{L})(tu|te|toi|ton|tes)(?!\p{L})/iu,
    es: /(?<!\p{L})(tú|te|tu|tus|vosotros|vuestr\p{L}+|os)(?!\p{L})/iu,
    it: /(?<!\p{L})(tu|ti|tuo|tua|tuoi|tue)(?!\p{L})/iu,
    nl: /(?<!\p{L})(je|jij|jouw|jullie)(?!\p{L})/iu,
  }
  for (const [language, words] of Object.entries(informal))
    for (const name of messageNames)
      expect(standardText(name, language as Language, ''), `${language} ${name}`).not.toMatch(words)
})
