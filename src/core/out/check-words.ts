import { fail, ok, type Result } from '../result.ts'
import { placesIn } from './fill.ts'
import { paramsOf, type MessageName } from './messages.ts'

/** The longest a sentence may be, in UTF-16 units. */
export const longestWords = 500

/** A line of a mail's head is no longer than 998 signs, and a sign may take nine there. */
const longestSubject = 60

/** Control characters, line ends of other kinds, halves of signs. */
const unprintable = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}\uFEFF]/gu

const oneLine = (name: MessageName): boolean => name !== 'letter.bye'

/** The owner's own words for a sentence without spaces around them, or why they cannot go out. */
export function checkWords(name: MessageName, typed: string): Result<string> {
  const plain = typed.replace(/\r\n?/g, '\n').replace(unprintable, ' ').trim()
  const words = oneLine(name) ? plain.replace(/\s*\n\s*/g, ' ') : plain
  if (words === '') return wrong('Write the sentence, or go back to the standard one.')
  if (name === 'mail.stopSubject' && words.length > longestSubject)
    return wrong(`Use at most ${longestSubject} characters for this subject.`)
  const { all, must } = paramsOf(name)
  const used = placesIn(words)
  const strange = used.find((one) => !all.includes(one))
  if (strange !== undefined)
    return wrong(
      all.length === 0
        ? `Nothing is filled in here. Take {${strange}} out.`
        : `Nothing is filled in for {${strange}} here. Write ${inWords(all, 'or')}, or take it out.`,
    )
  const missing = must.filter((one) => !used.includes(one))
  if (missing.length > 0) return wrong(`${inWords(missing, 'and')} must stay in it: customers need it.`)
  const twice = used.find((one, i) => used.indexOf(one) !== i)
  if (twice !== undefined) return wrong(`Write {${twice}} once.`)
  return ok(words)
}

const wrong = (message: string) => fail('bad-words', message, 'words')

const inWords = (names: readonly string[], joint: string): string =>
  names
    .map((name) => `{${name}}`)
    .join(', ')
    .replace(/, (?=[^,]*$)/, ` ${joint} `)
