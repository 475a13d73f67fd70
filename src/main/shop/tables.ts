import type { Generated } from 'kysely'

interface ShopTable {
  id: Generated<number>
  name: string
  country: string
  zone: string
  address: Generated<string>
  email: Generated<string>
  phone: Generated<string>
  cadenceDays: Generated<number>
  toleranceMinutes: Generated<number>
  /** The part of the country whose public holidays hold, as date-holidays names it: 'BY', 'CA', 'BY.A'; '' for the whole. */
  region: Generated<string>
}

export interface ShopTables {
  shop: ShopTable
}

/** Those whose every change is logged and can be undone. */
export const shopLogged = ['shop'] as const satisfies readonly (keyof ShopTables)[]
