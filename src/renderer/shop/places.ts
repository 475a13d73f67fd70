import { proposedLanguage, type Language } from '../../core/out/languages.ts'

/** A choice for a select. */
export interface Choice {
  readonly value: string
  readonly label: string
}

/** Codes that CLDR names though they are groups of countries, tests, or no longer exist. */
const noCountry = new Set([
  'EU',
  'EZ',
  'UN',
  'QO',
  'XA',
  'XB',
  'ZZ',
  'AN',
  'BU',
  'CS',
  'DD',
  'FX',
  'NT',
  'SU',
  'TP',
  'YD',
  'YU',
  'ZR',
  'UK',
  'VD',
  'NH',
  'RH',
  'HV',
  'DY',
])

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const codes = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => !noCountry.has(code))

const nameIn = (language: string, code: string): string =>
  new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }).of(code) ?? ''

/** Countries by ISO 3166-1 code, named in the PC's language, sorted. */
export function countries(): readonly Choice[] {
  const names = new Intl.DisplayNames(navigator.language, { type: 'region', fallback: 'none' })
  return codes
    .flatMap((value) => {
      const label = names.of(value)
      return label ? [{ value, label }] : []
    })
    .toSorted((a, b) => a.label.localeCompare(b.label))
}

const known = new Map<string, readonly string[]>()

/** What a country is called in English and in its own language: whoever looks for Deutschland finds Germany. */
export function otherNames(country: string): readonly string[] {
  const names = known.get(country) ?? [
    nameIn('en', country),
    nameIn(new Intl.Locale(`und-${country}`).maximize().language, country),
  ]
  known.set(country, names)
  return names
}

/** The IANA zones this PC knows. */
export const zones = (): readonly string[] => Intl.supportedValuesOf('timeZone')

// TypeScript's own library does not know it yet.
type WithZones = Intl.Locale & { getTimeZones?: () => readonly string[] | undefined }

const zonesOf = (country: string): readonly string[] =>
  (new Intl.Locale(`und-${country}`) as WithZones).getTimeZones?.() ?? []

/** The country a PC stands in, ISO 3166-1: the one its zone is in, which a language such as English does not tell; '' if unknown. */
export function countryOf(zone: string, language: string): string {
  const here = codes.filter((code) => zonesOf(code).includes(zone))
  const spoken = new Intl.Locale(language).region ?? ''
  return here.length === 0 || here.includes(spoken) ? spoken : here[0]!
}

/** The language a shop of a country is asked about first. */
export const languageHere = (country: string): Language | '' => proposedLanguage(country, navigator.language)

/** The PC's own zone and country. */
export const here = () => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return { zone, country: countryOf(zone, navigator.language) }
}
