import type { Output, Sent } from '../../src/core/calls.ts'
import type { NewRow } from '../../src/main/store/schema.ts'
import { testShop, type TestShop } from './shop.ts'

type Customer = Partial<NewRow<'customers'>>

export interface NewsletterShop extends TestShop {
  /** Adds customers straight to the file; ids as given or the next. */
  people(all: readonly Customer[]): void
  issue(over?: Sent<'newsletter.create'>): Promise<Output<'newsletter.one'>>
}

/** A shop that may write to its customers: address, mail and hours are set. */
export async function newsletterShop(): Promise<NewsletterShop> {
  const t = await testShop()
  await t.call('shop.change', { address: 'Market Street 1, 12345 Berlin', email: 'shop@corner.example' })
  const { connection } = t.shop
  const outsideOfCalls = (run: () => void) => {
    connection.exec('INSERT INTO temp.actNow (id) SELECT min(id) FROM acts')
    connection.transaction(run)()
    connection.exec('DELETE FROM temp.actNow')
  }
  outsideOfCalls(() => {
    const week = { mon: [['07:00', '12:00']], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
    connection
      .prepare('INSERT INTO schedules (validFrom, week) VALUES (?, ?)')
      .run('2026-01-01', JSON.stringify(week))
  })
  return Object.assign(t, {
    people(all: readonly Customer[]) {
      const insert = connection.prepare(
        `INSERT INTO customers (id, name, company, email, emailKey, mailConsent, folded, createdAtMs)
         VALUES (@id, @name, @company, @email, @emailKey, @mailConsent, @folded, 0)`,
      )
      outsideOfCalls(() => {
        for (const one of all) {
          const { id = null, name = 'Somebody', company = '', email = '', mailConsent = 'yes' } = one
          const emailKey = one.emailKey ?? email.trim().toLowerCase()
          insert.run({ id, name, company, email, emailKey, mailConsent, folded: name })
        }
      })
    },
    async issue(over: Sent<'newsletter.create'> = {}) {
      const { id } = await t.call('newsletter.create', over)
      return t.call('newsletter.one', { issueId: id })
    },
  })
}
