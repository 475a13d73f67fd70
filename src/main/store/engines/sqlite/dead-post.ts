import type Database from 'better-sqlite3'
import { isDeadPost } from '../../../../core/customers/may-reach.ts'

/** Makes the rule of letters that came back known to a connection: of the address that is kept, and of street, postcode and city now. */
export function addDeadPost(connection: Database.Database): void {
  connection.function('isDeadPost', { deterministic: true }, (dead, street, postcode, city) =>
    Number(
      isDeadPost(String(dead), { street: String(street), postcode: String(postcode), city: String(city) }),
    ),
  )
}
