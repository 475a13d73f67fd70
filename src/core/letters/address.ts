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
  const town = !behindTown.has(shopCountry)
    ? [`${postcode} ${city}`]
    : ownLine.has(shopCountry)
      ? [city, region, postcode]
      : [`${[city, region].filter((part) => part.trim() !== '').join(', ')} ${postcode}`]
  return [company, name === company ? '' : name, ...street.split(/\n|,\s*/), ...town, country]
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
}

/** Whether there is enough of an address for a letter to arrive. */
export const hasAddress = ({ street, city, postcode }: PostalPlace): boolean =>
  street.trim() !== '' && (city.trim() !== '' || postcode.trim() !== '')
