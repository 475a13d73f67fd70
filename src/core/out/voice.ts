import { outFormatsOf, type OutFormats } from './dates.ts'
import { filled } from './fill.ts'
import { grammarOf, type Grammar } from './grammar.ts'
import { spokenLanguage, type Language } from './languages.ts'
import type { MessageName, ParamsOf, Texts } from './messages.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { es } from './texts/es.ts'
import { fr } from './texts/fr.ts'
import { it } from './texts/it.ts'
import { nl } from './texts/nl.ts'

const texts: Readonly<Record<Language, Texts>> = { en, de, fr, es, it, nl }

/** Who speaks: a shop's country, and the language it chose; '' for that of its country. */
export interface Speaker {
  readonly country: string
  readonly language: string
}

/** The owner's own wording of some sentences, in the shop's language. */
export type OwnWords = Readonly<Partial<Record<MessageName, string>>>

type Values<N extends MessageName> = {} extends ParamsOf<N> ? [] : [ParamsOf<N>]

/** How a shop speaks to its customers: one language, one format, its own words where it has some. */
export interface Voice extends Grammar {
  readonly language: Language
  readonly formats: OutFormats
  /** A sentence, filled. */
  say<N extends MessageName>(name: N, ...values: Values<N>): string
  /** The same in its pieces, for who sets a value apart. */
  pieces<N extends MessageName>(
    name: N,
    ...values: Values<N>
  ): readonly { readonly words: string; readonly param?: string }[]
}

/** The voice of a shop. */
export function voiceOf({ country, language: chosen }: Speaker, own: OwnWords = {}): Voice {
  const language = spokenLanguage(country, chosen)
  const formats = outFormatsOf(language, country)
  const pieces: Voice['pieces'] = (name, values?: Readonly<Record<string, string>>) =>
    filled(own[name] ?? standardText(name, language, country), values ?? {}, language)
  return {
    ...grammarOf(language, formats),
    language,
    formats,
    pieces,
    say: (name, ...values) =>
      pieces(name, ...values)
        .map(({ words }) => words)
        .join(''),
  }
}

/** A sentence as Wellkept has it; Swiss German has no ß. */
export function standardText(name: MessageName, language: Language, country: string): string {
  const text = texts[language][name]
  return language === 'de' && (country === 'CH' || country === 'LI') ? text.replaceAll('ß', 'ss') : text
}
