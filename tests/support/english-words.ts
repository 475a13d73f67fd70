import type { Language } from '../../src/core/out/languages.ts'

const english = new Set(
  (
    'a about after again all and are as at back be because been below better by call can cannot change closed code customer ' +
    'customers day days do every everyone find first follow for friday friend from get give good goodbye have hello her his ' +
    'holiday holidays hours how if in instead is it january february march april may june july august september october ' +
    'november december just last late leave link mail make march message midnight miss moment monday month more must name ' +
    'news newsletter nobody noon not note now number of offer on open opened opening or our out phone please public reach ' +
    'reached reader regular return said saturday say see should shop sign someone something soon sorry special start stop ' +
    'subject sunday take thank that the there this thursday time to today tomorrow tone tuesday until us usual wait waited ' +
    'we wednesday week what when where who why will with write yes yesterday you your'
  ).split(' '),
)

/** English words that are words of the language too, or that it borrows as they are. */
const also: Readonly<Record<Language, readonly string[]>> = {
  en: [],
  de: [
    'am',
    'an',
    'code',
    'link',
    'mail',
    'moment',
    'newsletter',
    'was',
    'so',
    'in',
    'es',
    'um',
    'name',
    'april',
    'august',
    'september',
    'november',
  ],
  fr: ['code', 'mail', 'moment', 'on', 'an', 'message', 'note', 'us', 'note', 'public', 'date'],
  es: ['a', 'no', 'he', 'has', 'son'],
  it: ['a', 'in', 'mail', 'e', 'newsletter', 'per', 'come', 'note'],
  nl: [
    'code',
    'in',
    'is',
    'moment',
    'of',
    'open',
    'week',
    'we',
    'mail',
    'april',
    'september',
    'november',
    'december',
    'over',
    'link',
  ],
}

/** Words of English in a text that is to be in another language; what customers' names say is the caller's to leave out. */
export function englishIn(text: string, language: Language): readonly string[] {
  const own = new Set(also[language])
  // Names of values are the owner's to read.
  return (text.replace(/\{+[^{}|]*/g, '').match(/\p{L}+/gu) ?? []).filter(
    (word) => english.has(word.toLowerCase()) && !own.has(word.toLowerCase()),
  )
}
