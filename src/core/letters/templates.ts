import type { Language } from '../out/languages.ts'
import type { MergeField, Occasion, OccasionText, OccasionTexts } from './occasions.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { es } from './texts/es.ts'
import { fr } from './texts/fr.ts'
import { it } from './texts/it.ts'
import { nl } from './texts/nl.ts'

/** The words on every occasion in every language. */
export const templates: Readonly<Record<Language, OccasionTexts>> = { en, de, fr, es, it, nl }

/** What is known for the fields of a text; '' or absent where it is not. */
export type MergeValues = Readonly<Partial<Record<MergeField, string>>>

const optional = /\[([^[\]|]*)(?:\|([^[\]]*))?\]/g
const field = /\{(\w+)\}/g

/** The fields of a text, and those of them that stand outside of brackets. */
export function fieldsIn(text: string): {
  readonly all: readonly string[]
  readonly bare: readonly string[]
} {
  const names = (words: string) => [...words.matchAll(field)].map(([, name]) => name!)
  return { all: names(text), bare: names(text.replace(optional, '')) }
}

/** A text with its fields filled: what is in brackets stands where all its fields are known, else what is behind the bar, or nothing. */
export function filledWords(text: string, values: MergeValues): string {
  const valueOf = (name: string) => oneLine(values[name as MergeField] ?? '')
  const put = (words: string) => words.replace(field, (_, name: string) => valueOf(name))
  // Outside of brackets first: what is filled in may have brackets of its own.
  return text
    .split(/(\[[^[\]]*\])/)
    .map((part) => {
      const [whole, sure = '', otherwise = ''] = new RegExp(optional.source).exec(part) ?? []
      if (whole === undefined || whole !== part) return put(part)
      return fieldsIn(sure).all.every((name) => valueOf(name) !== '') ? put(sure) : put(otherwise)
    })
    .join('')
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The words on an occasion, as its country writes the language; Swiss German has no ß. */
export function occasionText(occasion: Occasion, language: Language, country: string): OccasionText {
  const text = templates[language][occasion]
  if (language !== 'de' || (country !== 'CH' && country !== 'LI')) return text
  const swiss = (words: string) => words.replaceAll('ß', 'ss').replaceAll('„', '«').replaceAll('“', '»')
  return { subject: swiss(text.subject), words: swiss(text.words), phone: swiss(text.phone) }
}
