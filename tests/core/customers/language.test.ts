import { expect, test } from 'vitest'
import { languageOf, languageWords } from '../../../src/core/customers/language.ts'
import { channelOf } from '../../../src/core/customers/reach.ts'

test.each([
  ['de', 'de'],
  ['DE', 'de'],
  ['de-CH', 'de-CH'],
  ['pt_br', 'pt-BR'],
  ['en_US.UTF-8', 'en-US'],
  ['German', 'de'],
  ['français', 'fr'],
  ['Español', 'es'],
  ['', ''],
  ['whatever she likes', ''],
  ['n/a', ''],
])('%s is the language %s', (text, code) => expect(languageOf(text)).toBe(code))

test('a language is read again from its words', () => {
  for (const code of ['de', 'de-CH', 'pt-BR', 'en', 'sw']) expect(languageOf(languageWords(code))).toBe(code)
  expect(languageWords('de-CH')).toBe('German (CH)')
})

test('a channel is known by its words', () => {
  expect(['Email', 'E-Mail', 'call', 'Brief', 'WhatsApp', 'post', 'pigeon', ''].map(channelOf)).toEqual([
    'email',
    'email',
    'phone',
    'post',
    'message',
    'post',
    '',
    '',
  ])
})
