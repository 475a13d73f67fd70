import type { Shown } from './shown.ts'

/** 200 letters without a place to break. */
export const longName = 'Überlängenmaß'.repeat(16).slice(0, 200)

const longMail = `${'long'.repeat(16)}@${'long'.repeat(15)}.example`
const longNumber = '0123456789'.repeat(4)

/** Sets up a shop that has one of everything, each as long as it may be: a batch past its date, a promise at risk. */
export async function fillWithLongNames({ call }: Pick<Shown, 'call'>): Promise<void> {
  const shop = { name: longName, address: longName }
  await call('shop.setUp', { ...shop, country: 'DE', zone: 'UTC' })
  await call('shop.change', { email: longMail, phone: longNumber })
  await call('hours.log', { event: 'open', reason: longName })
  const { id: customerId } = await call('customers.save', {
    name: longName,
    company: `${longName} & Co`,
    title: longName,
    email: longMail,
    phone: longNumber,
    street: longName,
    city: longName,
    notes: longName,
  })
  await call('customers.setConsent', { customerIds: [customerId], answer: 'yes', source: longName })
  await call('customers.logTouch', { customerId, kind: 'note', note: longName })
  const { id: productId } = await call('stock.saveProduct', {
    name: longName,
    gtin: longNumber,
    category: longName,
    shelf: longName,
    supplier: longName,
    unit: longName,
  })
  const batch = { productId, lot: longName, quantity: 999_999.999, dateKind: 'use-by' } as const
  await call('stock.addBatch', { ...batch, date: '-3' })
  const inAnHour = new Date(Date.now() + 3_600_000).toISOString().slice(0, 16)
  await call('promises.make', { customerId, what: longName, told: inAnHour, priceCap: '9999999.99' })
  await call('checklists.saveLine', { part: 'opening', text: longName })
  await call('newsletter.create', { subject: longName, blocks: [{ kind: 'text', text: longName }] })
}
