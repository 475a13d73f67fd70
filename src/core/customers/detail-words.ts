import type { Formats } from '../formats.ts'
import { birthdayWords } from './birthday.ts'
import { languageWords } from './language.ts'
import { channelOf, channelWords } from './reach.ts'

/** What is kept of a customer in one field, as the window writes it: a birthday, a language and a way to reach them in words. */
export function detailWords(field: string, value: string, formats: Formats): string {
  if (field === 'birthday') return birthdayWords(value, formats)
  if (field === 'language') return languageWords(value)
  const channel = field === 'reachBy' ? channelOf(value) : ''
  return channel === '' ? value : channelWords[channel]
}
