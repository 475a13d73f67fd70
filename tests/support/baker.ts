import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import Papa from 'papaparse'
import type { LaunchedApp } from './app.ts'

type Row = Readonly<Record<string, string>>

const rowsOf = (file: string): Row[] =>
  Papa.parse<Row>(readFileSync(resolve(import.meta.dirname, '../data/northwind', file), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data

/** The day before the owner's tasks, in the afternoon. */
export const yesterday = '2026-11-24T14:00:00Z'

/**
 * A baker's shop as it stands on the eve of 25 November 2026: Northwind's people and goods, a promise that is due early, a batch whose
 * date was typed wrong, and one that was binned by mistake before the afternoon's twenty calls.
 */
export async function setUpBaker({ call }: Pick<LaunchedApp, 'call'>): Promise<void> {
  await call('shop.setUp', { name: 'Crust & Crumb', country: 'GB', zone: 'Europe/London' })
  await call('shop.change', { address: '2 Mill Lane, Leeds LS1 4AB', email: 'hello@crust.example' })
  const day = [['07:00', '18:00'] as const]
  const week = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day }
  await call('hours.setSchedule', { validFrom: '2026-11-25', week })
  const people = new Map<string, number>()
  for (const { contact, company, email, phone, city } of rowsOf('customers.csv'))
    people.set(contact!, (await call('customers.save', { name: contact, company, email, phone, city })).id)
  const goods = new Map<string, number>()
  for (const { name, category } of rowsOf('products.csv'))
    goods.set(name!, (await call('stock.saveProduct', { name, category })).id)
  const ids = [...people.values()]
  await call('customers.setConsent', {
    customerIds: ids.slice(0, 12),
    answer: 'yes',
    source: 'asked at the counter',
  })
  await call('promises.make', {
    customerId: people.get('Ana Trujillo')!,
    what: 'Birthday cake for twelve',
    told: '2026-11-25T07:30',
  })
  const chai = await call('stock.addBatch', {
    productId: goods.get('Chai')!,
    date: '2026-11-29',
    quantity: 6,
  })
  await call('stock.act', { batchId: chai.batchId, action: 'bin' })
  for (const customerId of ids.slice(20, 40))
    await call('customers.logTouch', { customerId, kind: 'call', note: 'Asked about the Christmas order' })
  await call('stock.addBatch', { productId: goods.get('Chocolade')!, date: '2026-11-27', quantity: 4 })
}
