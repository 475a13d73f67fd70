import { expect, test } from 'vitest'
import { instantOf } from '../../../src/core/day.ts'
import { openShop } from '../../../src/main/store/open.ts'
import { olderShop } from '../../support/older-shop.ts'

test('promises of files get back what their file said, and acts the zone and currency they began in', async () => {
  const { path, older } = olderShop(240)
  const at = (local: string) => instantOf(local, 'Europe/Berlin')
  const [made, told, moved] = ['2026-11-01T00:00', '2026-12-01T23:59', '2026-12-05T10:00'].map(at)
  older.exec(`
    INSERT INTO shop (id, name, country, zone, currency) VALUES (1, 'Shop', 'DE', 'Europe/Berlin', 'EUR');
    INSERT INTO promises (id, name, what, sourceId, sourceCustomer, madeAtMs, toldAtMs, firstToldAtMs, targetAtMs) VALUES
      (1, 'Carla', 'Apple tart', '101', 'Anna', ${made}, ${told}, NULL, ${told}),
      (2, 'Bo', 'Order 102', '102', 'Bo', ${told}, ${moved}, ${told}, ${moved}),
      (3, 'Cy', 'Cake', '', '', ${made}, ${told}, NULL, ${told});
    INSERT INTO acts (id, atMs, who, call, says) VALUES (1, 0, 'owner', 'promises.importFile', 'imported'),
      (2, 0, 'owner', 'shop.change', 'Shop details changed'), (3, 0, 'owner', 'promises.change', 'changed');
    INSERT INTO changes (actId, tableName, rowId, lastRowId, before) VALUES (1, 'promises', 1, 2, NULL),
      (2, 'shop', 1, 1, json_object('id', 1, 'zone', 'Asia/Tokyo', 'currency', 'JPY')),
      (3, 'promises', 1, 1, (SELECT json_object('id', 1, 'name', 'Anna', 'what', 'Tart', 'sourceId', '101',
        'madeAtMs', madeAtMs, 'toldAtMs', toldAtMs) FROM promises WHERE id = 1));
  `)
  older.close()
  const opened = await openShop(path)
  if (!opened.ok) throw new Error(opened.problem.message)
  const all = (sql: string) => opened.value.connection.prepare(sql).all()
  expect(all('SELECT what, sourceWhat, sourceMade, sourceTold FROM promises ORDER BY id')).toEqual([
    {
      what: 'Apple tart',
      sourceWhat: 'Tart',
      sourceMade: '2026-11-01T00:00',
      sourceTold: '2026-12-01T23:59',
    },
    { what: 'Order 102', sourceWhat: '', sourceMade: '', sourceTold: '2026-12-01T23:59' },
    { what: 'Cake', sourceWhat: '', sourceMade: '', sourceTold: '' },
  ])
  expect(all('SELECT zone, currency FROM acts ORDER BY id')).toEqual([
    { zone: 'Asia/Tokyo', currency: 'JPY' },
    { zone: 'Asia/Tokyo', currency: 'JPY' },
    { zone: 'Europe/Berlin', currency: 'EUR' },
  ])
  const image = all(`SELECT before FROM changes WHERE tableName = 'promises' AND before <> ''`)[0] as {
    before: string
  }
  expect(JSON.parse(image.before)).toMatchObject({ what: 'Tart', sourceWhat: 'Tart' })
  await opened.value.close()
})
