import { expect, test } from 'vitest'
import { checkWords } from '../../../src/core/out/check-words.ts'
import { exampleOf } from '../../../src/core/out/example.ts'
import { languages } from '../../../src/core/out/languages.ts'
import { messageNames, type MessageName } from '../../../src/core/out/messages.ts'
import { standardText } from '../../../src/core/out/voice.ts'

const said = (name: MessageName, words: string) => {
  const checked = checkWords(name, words)
  return checked.ok ? checked.value : checked.problem.message
}

test('every standard sentence can go out, and is read whole', () => {
  const shop = { name: 'Anders', country: 'DE' }
  for (const language of languages)
    for (const name of messageNames) {
      const standard = standardText(name, language, 'DE')
      expect(said(name, standard)).toBe(standard)
      const read = exampleOf(name, { ...shop, language }, {})
      expect(read.replace(/\{\{[^}]*\}\}/g, ''), `${language} ${name}`).not.toMatch(/[{}]|undefined/)
    }
})

test.each([
  ['door.back', '  Gleich zurück, um {time}  ', 'Gleich zurück, um {time}'],
  ['door.back', 'Um {time}\n sind wir zurück', 'Um {time} sind wir zurück'],
  ['letter.bye', 'Bis bald\nIhr Team', 'Bis bald\nIhr Team'],
  ['door.back', 'a\r\nb\0{time}\u2028', 'a b {time}'],
  ['door.back', 'Gleich zurück', '{time} must stay in it: customers need it.'],
  ['notice.lateOnFor', 'Spät', '{day} and {time} must stay in it: customers need it.'],
  ['notice.lateFor', 'Heute ab {time}', 'Heute ab {time}'],
  ['door.back', '{time} {shop}', 'Nothing is filled in for {shop} here. Write {time}, or take it out.'],
  ['door.hours', 'Offen {time}', 'Nothing is filled in here. Take {time} out.'],
  ['phone.openFrom', '{a}', 'Nothing is filled in for {a} here. Write {first}, {last} or {hours}, or take it out.'],
  ['door.back', '{time} {time}', 'Write {time} once.'],
  ['door.back', ' \n', 'Write the sentence, or go back to the standard one.'],
  ['letter.hello', 'Hallo {{first name|Freund}}', 'Hallo {{first name|Freund}}'],
  ['mail.stopSubject', 'é'.repeat(61), 'Use at most 60 characters for this subject.'],
] as const)('%s: %j', (name, typed, answer) => {
  expect(said(name, typed)).toBe(answer)
})
