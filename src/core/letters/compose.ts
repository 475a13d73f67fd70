import type { OnFile } from '../greeting/addressee.ts'
import { opening, openingMark, type Manner } from '../greeting/opening.ts'
import { languages, spokenLanguage, type Language } from '../out/languages.ts'
import type { Occasion } from './occasions.ts'
import { filledWords, occasionText, type MergeValues } from './templates.ts'

/** How the shop speaks to one customer, in the language of that customer. */
export interface SpokenTo {
  readonly language: Language
  /** The shop's. */
  readonly country: string
  readonly manner: Manner
  /** The opening where no name is sure, and the ending. */
  readonly hello: string
  readonly bye: string
  /** Who signs, a line each; the shop's name last. */
  readonly sign: readonly string[]
}

/** Words as they are proposed; the owner may change all of them. */
export interface Proposed {
  readonly subject: string
  /** A letter or a mail from its opening to its signature. */
  readonly words: string
  /** What is said on the telephone. */
  readonly phone: string
}

/** Writes to somebody on an occasion. */
export function proposed(
  occasion: Occasion,
  onFile: OnFile,
  values: MergeValues,
  { language, country, manner, hello, bye, sign }: SpokenTo,
): Proposed {
  const { subject, words, phone } = occasionText(occasion, language, country)
  const mark = openingMark(language, country)
  const body = filledWords(words, values)
  const begun = mark === '' ? body.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : body
  const opened = opening(onFile, { language, country, manner, withoutName: hello })
  return {
    subject: filledWords(subject, values),
    words: [
      `${opened}${/\p{P}$/u.test(opened) && !opened.endsWith('.') ? '' : mark}`,
      begun,
      [bye, ...sign].join('\n'),
    ].join('\n\n'),
    phone: filledWords(phone, values),
  }
}

/** The language somebody is written to: their own where it is one of ours, else the shop's. */
export function languageFor(
  theirs: string,
  shop: { readonly country: string; readonly language: string },
): Language {
  const base = theirs.split('-')[0] ?? ''
  return languages.find((one) => one === base) ?? spokenLanguage(shop.country, shop.language)
}

/** How shops of a language usually speak. */
export const usualManner = (language: Language): Manner => (language === 'en' ? 'informal' : 'formal')
