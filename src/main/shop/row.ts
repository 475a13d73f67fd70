import { currencyOf } from '../../core/money.ts'
import { plainLanguage } from '../../core/out/languages.ts'
import type { ShopDetails } from '../../core/shop/calls.ts'
import type { Context } from '../store/context.ts'
import type { NewRow, Row } from '../store/schema.ts'
import { usableZone } from '../store/zone.ts'

/** The shop as the contract tells it, in a zone that every screen can reckon with. */
export function shopDetails(row: Row<'shop'>): ShopDetails {
  const {
    name,
    country,
    region,
    currency,
    language,
    zone,
    address,
    email,
    phone,
    cadenceDays,
    toleranceMinutes,
    newsletterResets,
    billResets,
    mostContacts,
  } = row
  const hearing = {
    newsletterResets: newsletterResets === 1,
    billResets: billResets === 1,
    mostContacts,
  }
  const place = { country, region, currency, language, zone: usableZone(zone) }
  return { name, ...place, address, email, phone, cadenceDays, toleranceMinutes, ...hearing }
}

/** Writes the shop into a file that has none, with the currency and, where it has but one, the language of its country. */
export const addShop = (
  { db }: Pick<Context, 'db'>,
  shop: Omit<NewRow<'shop'>, 'id'>,
): Promise<Row<'shop'>> =>
  db
    .insertInto('shop')
    .values({
      id: 1,
      currency: currencyOf(shop.country),
      ...shop,
      language: shop.language || plainLanguage(shop.country),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
