import type { ShopDetails } from '../../core/shop/calls.ts'
import type { Context } from '../store/context.ts'
import type { NewRow, Row } from '../store/schema.ts'
import { usableZone } from '../store/zone.ts'

/** The shop as the contract tells it, in a zone that every screen can reckon with. */
export function shopDetails(row: Row<'shop'>): ShopDetails {
  const { name, country, region, zone, address, email, phone, cadenceDays, toleranceMinutes } = row
  const usable = usableZone(zone)
  return { name, country, region, zone: usable, address, email, phone, cadenceDays, toleranceMinutes }
}

/** Writes the shop into a file that has none. */
export const addShop = (
  { db }: Pick<Context, 'db'>,
  shop: Omit<NewRow<'shop'>, 'id'>,
): Promise<Row<'shop'>> =>
  db
    .insertInto('shop')
    .values({ id: 1, ...shop })
    .returningAll()
    .executeTakeFirstOrThrow()
