import { fold } from '../fold.ts'

/** Where a letter goes. */
export interface PostalPlace {
  readonly name: string
  readonly company: string
  readonly street: string
  readonly postcode: string
  readonly city: string
  readonly region: string
  readonly country: string
}

/** Countries where the postcode stands behind the town. */
const behindTown: ReadonlySet<string> = new Set(['US', 'CA', 'AU', 'NZ', 'IN', 'IE', 'GB', 'ZA', 'SG'])
/** Of these, those where it stands in a line of its own. */
const ownLine: ReadonlySet<string> = new Set(['GB', 'IE', 'ZA'])

/** The lines of an address as they stand on an envelope in the shop's country, none of them blank. */
export function addressLines(to: PostalPlace, shopCountry: string): readonly string[] {
  const { name, company, street, postcode, city, region, country } = to
  const isAtHome = isHome(country, shopCountry)
  // A letter abroad is sorted by the customs of where it goes.
  const there = isAtHome || country.trim() === '' ? shopCountry : codeOf(country)
  const town = !behindTown.has(there)
    ? [`${postcode} ${city}`]
    : ownLine.has(there)
      ? [city, region, postcode]
      : [`${[city, region].filter((part) => part.trim() !== '').join(', ')} ${postcode}`]
  return [
    company,
    fold(name) === fold(company) ? '' : name,
    ...street.split('\n').flatMap(streetLines),
    ...town,
    isAtHome ? '' : countryWords(country),
  ]
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
}

/** 24; 12a; 7 bis; 5-7; 3/1: a house of its street, which stands in one line with it (`24, place Kléber`; `Rua Orós, 92`). */
const houseNumber =
  /^(?:n[.ºo°]*\s*)?\d+(?:\s?(?:[a-z]|bis|ter|quater))?(?:\s?[-/]\s?(?:\d+\s?[a-z]?|[a-z]))*$/i

/** The lines of a street as it was typed in one: a comma parts them, but for one that parts a house number. */
function streetLines(typed: string): readonly string[] {
  const lines: string[] = []
  let [waits, hasNumber] = [false, false]
  for (const part of typed.split(',').map((one) => one.trim())) {
    if (part === '') continue
    const isNumber = houseNumber.test(part)
    if (lines.length > 0 && (waits || (isNumber && !hasNumber))) lines.push(`${lines.pop()!}, ${part}`)
    else lines.push(part)
    waits = isNumber && lines.length === 1 && lines[0] === part
    hasNumber ||= isNumber
  }
  return lines
}

/** Languages in which lists write the country of their own shop. */
const languagesOfLists = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'sv', 'da', 'cs'] as const
const shortNames: Readonly<Record<string, readonly string[]>> = {
  US: ['USA', 'U.S.A.', 'U.S.'],
  GB: ['UK', 'U.K.', 'England', 'Great Britain', 'GBR'],
  DE: ['D', 'BRD', 'DEU'],
  AT: ['A', 'AUT'],
  CH: ['CHE'],
}

/** Whether a country as it was written is the one of a code, in any language in which lists come. */
function isCountry(written: string, code: string): boolean {
  const name = fold(written.trim())
  return [
    code,
    ...(shortNames[code] ?? []),
    ...languagesOfLists.map((language) =>
      new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }).of(code),
    ),
  ].some((one) => one !== undefined && fold(one) === name)
}

/** Whether a country as it was written is the shop's own, which no address within it names. */
const isHome = (written: string, shopCountry: string): boolean =>
  written.trim() !== '' && shopCountry !== '' && isCountry(written, shopCountry)

/** Which of the countries with customs of their own in the line of the town it is; '' for any other. */
const codeOf = (written: string): string => [...behindTown].find((code) => isCountry(written, code)) ?? ''

/** A country as post abroad reads it: `CH` alone is no country there. */
function countryWords(written: string): string {
  const code = written.trim().toUpperCase()
  if (!/^[A-Z]{2}$/.test(code)) return written
  return new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code) ?? written
}

/** Whether there is enough of an address for a letter to arrive. */
export const hasAddress = ({
  street,
  city,
  postcode,
}: Pick<PostalPlace, 'street' | 'city' | 'postcode'>): boolean =>
  street.trim() !== '' && (city.trim() !== '' || postcode.trim() !== '')
