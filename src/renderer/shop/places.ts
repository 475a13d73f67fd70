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

/** Countries by ISO 3166-1 code, named in the PC's language, sorted. */
export function countries(): readonly Choice[] {
  const names = new Intl.DisplayNames(navigator.language, { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return letters
    .flatMap((a) => letters.map((b) => a + b))
    .flatMap((value) => {
      const label = noCountry.has(value) ? undefined : names.of(value)
      return label ? [{ value, label }] : []
    })
    .toSorted((a, b) => a.label.localeCompare(b.label))
}

/** The IANA zones this PC knows. */
export const zones = (): readonly string[] => Intl.supportedValuesOf('timeZone')

/** The PC's own zone and, from its language, its country ('' when the language names none). */
export const here = () => ({
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  country: new Intl.Locale(navigator.language).region ?? '',
})
