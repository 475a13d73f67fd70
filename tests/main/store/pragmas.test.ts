import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { openShop } from '../../../src/main/store/open.ts'
import type { Shop } from '../../../src/main/store/shop.ts'
import { temporaryFolder } from '../../support/shop.ts'

async function opened(path: string): Promise<Shop> {
  const result = await openShop(path, { create: true })
  if (!result.ok) throw new Error(result.problem.message)
  return result.value
}

async function pragmasOf(connection: Shop['reader']) {
  const names = ['synchronous', 'foreign_keys', 'journal_mode', 'trusted_schema'] as const
  const values = await Promise.all(
    names.map(async (name) => {
      const { rows } = await sql.raw<Record<string, unknown>>(`PRAGMA ${name}`).execute(connection)
      return [name, rows[0]![name]] as const
    }),
  )
  return Object.fromEntries(values)
}

const durable = { synchronous: 2, foreign_keys: 1, journal_mode: 'wal', trusted_schema: 0 }

test('every connection is durable and strict on the first and on the second launch', async () => {
  const path = join(temporaryFolder(), 'shop.wellkept')
  for (const launch of ['first', 'second']) {
    const shop = await opened(path)
    const found = { writer: await pragmasOf(shop.writer), reader: await pragmasOf(shop.reader) }
    await shop.close()
    expect({ launch, ...found }).toEqual({ launch, writer: durable, reader: durable })
  }
})

test('the reading connection cannot write', async () => {
  const shop = await opened(join(temporaryFolder(), 'shop.wellkept'))
  await expect(sql`CREATE TABLE x (y INTEGER)`.execute(shop.reader)).rejects.toThrow(/readonly/)
  await shop.close()
})
