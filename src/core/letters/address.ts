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
      ? [city, fold(region) === fold(city) ? '' : regionBeside(city, region), postcode]
      : [`${[city, regionBeside(city, region)].filter((part) => part.trim() !== '').join(', ')} ${postcode}`]
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

/** A region, unless the town says it already: "Springfield, IL". */
const regionBeside = (city: string, region: string): string =>
  fold(region) !== '' && ` ${fold(city)}`.endsWith(` ${fold(region)}`) && fold(city) !== fold(region)
    ? ''
    : region

/** A part of a house, before the house: the number behind it is the street's ("Unit 5, 10, Long Road"). */
const partOfHouse =
  /^(?:unit|flat|apt|apartment|suite|ste|room|floor|studio|office|shop|block|wohnung|whg|top|app|interno|int)\b\.?\s*\S+$/i

/** 24; 12a; 7 bis; 5-7; 3/1: a house of its street, which stands in one line with it (`24, place Kléber`; `Rua Orós, 92`). */
const houseNumber =
  /^(?:n[.ºo°]*\s*)?\d+(?:\s?(?:[a-z]|bis|ter|quater))?(?:\s?[-/]\s?(?:\d+\s?[a-z]?|[a-z]))*$/i

/** The lines of a street as it was typed in one: a comma parts them, but for one that parts a house number. */
function streetLines(typed: string): readonly string[] {
  const parts = typed
    .split(',')
    .map((one) => one.trim())
    .filter((part) => part !== '')
  const lines: string[] = []
  let [waits, hasNumber] = [false, false]
  for (const [i, part] of parts.entries()) {
    const isNumber = houseNumber.test(part)
    const next = parts[i + 1] ?? ''
    const isOfNext = partOfHouse.test(parts[i - 1] ?? '') && next !== '' && !houseNumber.test(next)
    if (lines.length > 0 && (waits || (isNumber && !hasNumber && !isOfNext)))
      lines.push(`${lines.pop()!}, ${part}`)
    else lines.push(part)
    waits = isNumber && (isOfNext || (lines.length === 1 && lines[0] === part))
    hasNumber ||= isNumber
  }
  return lines
}

/** Languages in which lists write the country of their own shop. */
const languagesOfLists = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'sv', 'da', 'cs'] as const
/** Names and signs of countries that lists write for short: those of cars, of three letters (ISO 3166), and others. */
const shortNames: Readonly<Record<string, readonly string[]>> = {
  US: ['USA', 'U.S.A.', 'U.S.'],
  GB: ['UK', 'U.K.', 'England', 'Great Britain', 'GBR'],
  DE: ['D', 'BRD', 'DEU', 'GER'],
  AT: ['A', 'AUT'],
  CH: ['CHE', 'SUI'],
  LI: ['FL', 'LIE'],
  FR: ['F', 'FRA'],
  IT: ['I', 'ITA'],
  ES: ['E', 'ESP'],
  PT: ['P', 'PRT'],
  BE: ['B', 'BEL'],
  NL: ['NLD', 'Holland'],
  LU: ['L', 'LUX'],
  IE: ['IRL'],
  DK: ['DNK'],
  SE: ['S', 'SWE'],
  NO: ['N', 'NOR'],
  FI: ['FIN'],
  PL: ['POL'],
  CZ: ['CZE'],
  SK: ['SVK'],
  HU: ['H', 'HUN'],
  SI: ['SLO', 'SVN'],
  CA: ['CAN'],
  AU: ['AUS'],
}
/** Short and known as it is to all post. */
const knownShort = 'USA'

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

/** A country as post abroad reads it: `CH` or `D` alone is no country there. */
function countryWords(written: string): string {
  const short = written.trim().toUpperCase()
  if (!/^[A-Z]{1,3}$/.test(short) || short === knownShort) return written
  const code = Object.entries(shortNames).find(([, names]) => names.includes(short))?.[0]
  if (code === undefined && short.length !== 2) return written
  return new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code ?? short) ?? written
}

/** Whether there is enough of an address for a letter to arrive. */
export const hasAddress = ({
  street,
  city,
  postcode,
}: Pick<PostalPlace, 'street' | 'city' | 'postcode'>): boolean =>
  street.trim() !== '' && (city.trim() !== '' || postcode.trim() !== '')
