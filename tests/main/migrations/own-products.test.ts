import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { setPragmas } from '../../../src/main/store/engines/sqlite/connect.ts'
import { applicationId } from '../../../src/main/store/engines/sqlite/inspect.ts'
import { migrate } from '../../../src/main/store/engines/sqlite/migrate.ts'
import { migrations } from '../../../src/main/store/migrations/index.ts'
import { openShop } from '../../../src/main/store/open.ts'
import { temporaryFolder } from '../../support/shop.ts'

test('what a file brought is remembered from 0.1.0 on, but for what the owner has edited or added', async () => {
  const path = join(temporaryFolder(), 'shop.wellkept')
  const connection = new Database(path)
  setPragmas(connection)
  connection.pragma(`application_id = ${applicationId}`)
  migrate(
    connection,
    migrations.filter(({ number }) => number <= 80),
  )
  connection.exec(`
    INSERT INTO shop (id, name, country, zone) VALUES (1, 'Shop', 'DE', 'Europe/Berlin');
    INSERT INTO products (id, name, gtin, gtinKey, shelf, leadDays, folded) VALUES
      (1, 'Chai', '96385074', '00000096385074', 'A1', 2, 'chai'), (2, 'Milk', '', '', '', 0, 'milk'),
      (3, 'Bread', '', '', 'A2', 0, 'bread'), (4, 'Tea', '', '', 'A3', 0, 'tea');
    INSERT INTO acts (id, atMs, who, call, says) VALUES (1, 0, 'owner', 'stock.importProducts', '3 products imported'),
      (2, 0, 'owner', 'stock.saveProduct', 'Bread changed'), (3, 0, 'owner', 'stock.saveProduct', 'Tea added');
    INSERT INTO changes (actId, tableName, rowId, before) VALUES (1, 'products', 1, NULL), (1, 'products', 2, NULL),
      (1, 'products', 3, NULL), (2, 'products', 3, '{}'), (3, 'products', 4, NULL);
  `)
  connection.close()
  const opened = await openShop(path)
  if (!opened.ok) throw new Error(opened.problem.message)
  expect(opened.value.connection.prepare('SELECT id, broughtFields FROM products').all()).toEqual([
    { id: 1, broughtFields: 1 + 2 + 8 + 64 },
    { id: 2, broughtFields: 1 },
    { id: 3, broughtFields: 0 },
    { id: 4, broughtFields: 0 },
  ])
  await opened.value.close()
})
