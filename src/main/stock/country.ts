import type { Context } from '../store/context.ts'

/** The shop's country (ISO 3166 code), '' where it has none: how dates and numbers are written there. */
export async function countryOf(db: Context['db']): Promise<string> {
  const shop = await db.selectFrom('shop').select('country').where('id', '=', 1).executeTakeFirst()
  return shop?.country ?? ''
}
