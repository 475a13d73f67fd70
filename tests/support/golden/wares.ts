import { fileOf, type Told } from './told.ts'

/** Products typed and of a file, their batches, and what was done with them. */
export async function stock(told: Told): Promise<void> {
  const { call, at } = told
  at('2026-11-25T10:00:00Z')
  await call('stock.saveProduct', {
    name: 'Möhre',
    gtin: '96385074',
    category: 'Gemüse',
    shelf: 'A1',
    supplier: 'Hof Süd',
    unit: 'kg',
    leadDays: 2,
  })
  const header = 'id,name,category,unit_price,in_stock,shelf'
  await call('stock.importProducts', {
    path: fileOf(told, 'products.csv', [
      header,
      '1,Chai,Beverages,18.50,39,B1',
      '2,Chang,Beverages,19.00,17,B2',
    ]),
    commit: true,
  })
  await call('stock.saveProduct', { productId: 2, shelf: 'C7' })
  await call('stock.importProducts', {
    path: fileOf(told, 'products-again.csv', [header, '1,Chai,Tea,18.75,39,B9']),
    commit: true,
  })
  const batch = async (lot: string, date: string, dateKind: 'use-by' | 'best-before', quantity: number) =>
    (await call('stock.addBatch', { productId: 1, lot, date, dateKind, quantity })).batchId
  const carrots = await batch('L1', '2026-11-26', 'use-by', 2.5)
  const more = await batch('L2', '2026-12-20', 'best-before', 12)
  const last = await batch('L3', '2026-11-24', 'best-before', 4)
  await call('stock.addBatch', { productId: 2, date: '2026-12-01', dateKind: 'after-opening', quantity: 1 })
  await call('stock.act', { batchId: carrots, action: 'bin', quantity: 0.5, reason: 'Soft' })
  await call('stock.act', { batchId: carrots, action: 'reduce', reason: 'Half price' })
  await call('stock.act', { batchId: more, action: 'sold', quantity: 3 })
  await call('stock.act', { batchId: last, action: 'still-fine' })
  await call('stock.correctBatch', { batchId: more, lot: 'L2b', received: 13 })
}

/** Promises of a file and of the counter in every state. */
export async function promises(told: Told): Promise<void> {
  const { call, at } = told
  at('2026-11-25T11:00:00Z')
  await call('promises.importFile', {
    path: fileOf(told, 'promises.csv', [
      'id,customer_id,promised_on,due,done',
      '10248,ALFKI,2026-10-04,2026-10-20,2026-10-16',
      '10249,NOBODY,2026-10-05,2026-10-21,',
    ]),
    commit: true,
  })
  const make = async (what: string, told: string) =>
    (await call('promises.make', { customerId: 1, what, told, kind: 'Cake', note: 'No nuts' })).id
  await call('promises.make', {
    name: 'Zoe New',
    phone: '030 555',
    what: 'Bike repaired',
    told: '2026-12-01T17:00',
    target: '2026-11-30T12:00',
    priceCap: '120.50',
  })
  const warned = await make('Wedding cake', '2026-11-28T10:00')
  const ready = await make('Birthday cake', '2026-11-27')
  const closed = await make('Rye bread', '2026-11-25T18:00')
  const broken = await make('Kransekake', '2026-11-26T09:00')
  await call('promises.warn', { promiseId: warned })
  await call('promises.ready', { promiseId: ready })
  const check = { inBudget: true, fullScope: false, leftClean: true, note: 'Seeds were missing' }
  await call('promises.close', { promiseId: closed, ...check })
  await call('promises.break', { promiseId: broken, reason: 'No almonds' })
}
