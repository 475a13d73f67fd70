import type { Migration } from './migration.ts'

const texts = 'name gtin category shelf supplier unit'.split(' ')
const notEmpty = texts.map((field, place) => `(${field} <> '') * ${1 << place}`).join(' + ')

export const ownProducts: Migration = {
  number: 110,
  name: 'own-products',
  statements: [
    // What files brought, and what was there before: see core/stock/product-memory.ts.
    `ALTER TABLE products ADD COLUMN broughtFields INTEGER NOT NULL DEFAULT 0`,
    `ALTER TABLE products ADD COLUMN earlierValues TEXT NOT NULL DEFAULT ''`,
    // What an import added and nobody edited since is still as the file said.
    `UPDATE products SET broughtFields = ${notEmpty} + (leadDays <> 0) * ${1 << texts.length}
      WHERE id IN (SELECT added.id FROM changes JOIN acts ON acts.id = actId
        CROSS JOIN products AS added ON added.id BETWEEN rowId AND lastRowId
        WHERE tableName = 'products' AND before IS NULL AND call IN ('stock.importProducts', 'shop.fillSample'))
      AND id NOT IN (SELECT rowId FROM changes JOIN acts ON acts.id = actId
        WHERE tableName = 'products' AND call = 'stock.saveProduct')`,
  ],
}
