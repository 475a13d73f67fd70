/** The languages in which Wellkept speaks to customers. */
export const languages = ['en', 'de', 'fr', 'es', 'it', 'nl'] as const
export type Language = (typeof languages)[number]

/** Each language in English and as its own speakers call it. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'German – Deutsch',
  fr: 'French – Français',
  es: 'Spanish – Español',
  it: 'Italian – Italiano',
  nl: 'Dutch – Nederlands',
}

/** Countries in which a shop may speak one of several of these, the most spoken first. */
const several: Readonly<Record<string, readonly Language[]>> = {
  CH: ['de', 'fr', 'it'],
  BE: ['nl', 'fr', 'de'],
  LU: ['fr', 'de'],
  CA: ['en', 'fr'],
}

/** Countries whose language the Unicode CLDR names first is not the one on shop doors. */
const others: Readonly<Record<string, Language>> = { AD: 'es', MC: 'fr', SM: 'it', VA: 'it' }

const isLanguage = (text: string): text is Language => languages.some((one) => one === text)

/** What shops of a country speak, the most spoken first; English where it is none of ours. Only where it is one is it plain. */
export function languagesOf(country: string): readonly Language[] {
  if (!/^[A-Z]{2}$/.test(country)) return ['en']
  const spoken = new Intl.Locale(`und-${country}`).maximize().language
  return several[country] ?? [others[country] ?? (isLanguage(spoken) ? spoken : 'en')]
}

/** The language of a country's shops; '' where the shop has to say which. */
export function plainLanguage(country: string): Language | '' {
  const spoken = languagesOf(country)
  return spoken.length === 1 ? spoken[0]! : ''
}

/** The language a shop speaks to its customers: the chosen one, and until one is chosen the most spoken of its country. */
export const spokenLanguage = (country: string, chosen: string): Language =>
  isLanguage(chosen) ? chosen : languagesOf(country)[0]!

/** The language to propose in a country: the only one, or that of the PC where it is one of several. */
export function proposedLanguage(country: string, locale: string): Language | '' {
  const here = new Intl.Locale(locale).language
  return plainLanguage(country) || (languagesOf(country).find((one) => one === here) ?? '')
}
