import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { optOutCode } from '../../../src/core/newsletter/opt-out.ts'
import { dispatch } from '../../../src/main/store/dispatch.ts'
import { migrate } from '../../../src/main/store/engines/sqlite/migrate.ts'
import { migrations } from '../../../src/main/store/migrations/index.ts'
import { setPragmas } from '../../../src/main/store/engines/sqlite/connect.ts'
import { applicationId } from '../../../src/main/store/engines/sqlite/inspect.ts'
import { openShop } from '../../../src/main/store/open.ts'
import { temporaryFolder } from '../../support/shop.ts'

/** A shop of 0.1.0: Anna came by a file, Ben was edited since, Cleo's number was Carl's before his import was undone. */
async function shopBefore() {
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
    INSERT INTO customers (id, name, email, emailKey, phone, mailConsent, mailConsentDay, mailConsentSource, createdAtMs, folded)
    VALUES (1, 'Anna', 'A@KÄSE.example', 'a@käse.example', '030 1', 'no', '2026-03-01', 'on the phone', 0, 'anna'),
      (2, 'Ben', 'ben@x.example', 'ben@x.example', '030 2', 'yes', '', '', 0, 'ben'),
      (3, 'Cleo', 'cleo@x.example', 'cleo@x.example', '', 'yes', '', '', 0, 'cleo');
    INSERT INTO acts (id, atMs, who, call, says) VALUES (1, 0, 'owner', 'customers.importFile', 'imported'),
      (2, 0, 'owner', 'customers.save', 'Ben changed'), (3, 0, 'owner', 'customers.save', 'Cleo added');
    INSERT INTO changes (actId, tableName, rowId, before) VALUES (1, 'customers', 1, NULL), (1, 'customers', 2, NULL),
      (2, 'customers', 2, '{}'), (1, 'customers', 3, NULL), (3, 'customers', 3, NULL);
  `)
  connection.close()
  const opened = await openShop(path)
  if (!opened.ok) throw new Error(opened.problem.message)
  return opened.value
}

test('noes, codes in mails that are out, and what files brought come along from 0.1.0', async () => {
  const shop = await shopBefore()
  const call = async (name: string, input: object) =>
    (await dispatch(shop, name, input, { now: Date.parse('2026-11-23T08:00:00Z') })).result
  expect(shop.connection.prepare('SELECT emailKey, customerId, day, source FROM suppressions').all()).toEqual(
    [{ emailKey: 'a@xn--kse-qla.example', customerId: 1, day: '2026-03-01', source: 'on the phone' }],
  )
  expect(shop.connection.prepare('SELECT id, broughtFields FROM customers').all()).toEqual([
    { id: 1, broughtFields: 1 + 8 + 16 },
    { id: 2, broughtFields: 0 },
    { id: 3, broughtFields: 0 },
  ])
  expect(await call('newsletter.optOut', { text: optOutCode(2) })).toMatchObject({ value: { name: 'Ben' } })
  // Whether 3 was mailed as Carl or as Cleo nobody can tell.
  expect(await call('newsletter.optOut', { text: optOutCode(3) })).toMatchObject({
    problem: { code: 'no-customer' },
  })
  await shop.close()
})
