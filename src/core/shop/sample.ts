/** The trades there is a sample shop of, in the order they are offered. */
export const sampleTrades = ['grocer', 'baker', 'pharmacy', 'hardware', 'repair', 'salon'] as const
export type SampleTrade = (typeof sampleTrades)[number]

/** The countries there is a sample shop in, ISO 3166-1. */
export const sampleCountries = ['AT', 'BE', 'CH', 'DE', 'ES', 'FR', 'GB', 'IT', 'NL', 'US'] as const
export type SampleCountry = (typeof sampleCountries)[number]

/** What a trade's sample shop is called where one is chosen. */
export const sampleTradeWords: Readonly<Record<SampleTrade, string>> = {
  grocer: 'Grocer',
  baker: 'Baker',
  pharmacy: 'Pharmacy',
  hardware: 'Hardware shop',
  repair: 'Bicycle repairs',
  salon: 'Hairdresser',
}

/** Which sample shop: of which trade, in which country. */
export interface SampleChoice {
  readonly trade: SampleTrade
  readonly country: SampleCountry
}

/** Where a country has no sample shop, one that sells and speaks alike. */
const alike: Readonly<Record<string, SampleCountry>> = {
  LI: 'CH',
  LU: 'BE',
  MC: 'FR',
  SM: 'IT',
  VA: 'IT',
  AD: 'ES',
  CA: 'US',
  MX: 'ES',
  AR: 'ES',
}

/** The country whose sample shop is offered first to somebody in a country; that of Great Britain where none is near. */
export const sampleCountryFor = (country: string): SampleCountry =>
  sampleCountries.find((one) => one === country) ?? alike[country] ?? 'GB'
