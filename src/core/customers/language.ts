import { fold } from '../fold.ts'

/** Names under which programs keep a language, with its code (ISO 639-1), folded. */
const names: Readonly<Record<string, string>> = {
  en: 'english englisch anglais ingles inglese engels',
  de: 'german deutsch allemand aleman tedesco duits',
  fr: 'french franzosisch francais frances francese frans',
  es: 'spanish spanisch espagnol espanol spagnolo spaans castellano',
  it: 'italian italienisch italien italiano italiaans',
  nl: 'dutch niederlandisch neerlandais holandes neerlandes olandese nederlands',
  pt: 'portuguese portugiesisch portugais portugues portoghese portugees',
  pl: 'polish polnisch polonais polaco polacco pools polski',
  sv: 'swedish schwedisch suedois sueco svedese zweeds svenska',
  da: 'danish danisch danois danes danese deens dansk',
  nb: 'norwegian norwegisch norvegien noruego norvegese noors norsk bokmal',
  cs: 'czech tschechisch tcheque checo ceco tsjechisch cestina',
  tr: 'turkish turkisch turc turco turks turkce',
  uk: 'ukrainian ukrainisch ukrainien ucraniano ucraino oekraiens',
  ru: 'russian russisch russe ruso russo russisch',
  ar: 'arabic arabisch arabe arabo',
}

const codes = new Map(
  Object.entries(names).flatMap(([code, words]) => words.split(' ').map((word) => [word, code] as const)),
)

/** A language as the window names it, the country behind it; one that has no name here by its code. */
export function languageWords(code: string): string {
  const [language = '', ...country] = code.split('-')
  const [name] = names[language]?.split(' ') ?? []
  if (name === undefined) return code
  const words = name.slice(0, 1).toUpperCase() + name.slice(1)
  return country.length === 0 ? words : `${words} (${country.join('-')})`
}

/** The code of a language as a file names it: `de`, `de-CH`, `German`, `Deutsch`; '' where nobody knows which it is. */
export function languageOf(text: string): string {
  const plain = text.trim()
  const worded = /^(\p{L}+) \(([A-Z]{2})\)$/u.exec(plain)
  const base = worded && codes.get(fold(worded[1]!))
  if (base) return `${base}-${worded[2]}`
  const tag = /^([a-z]{2,3})(?:[-_]([a-z]{2}))?(?:[-_.].*)?$/i.exec(plain)
  const named = codes.get(fold(plain))
  if (named !== undefined) return named
  if (!tag || !/^[a-z]{2,3}$/i.test(tag[1]!) || plain.length > 3 + (tag[2]?.length ?? -1) + 1 + 12) return ''
  return tag[2] === undefined ? tag[1]!.toLowerCase() : `${tag[1]!.toLowerCase()}-${tag[2].toUpperCase()}`
}
