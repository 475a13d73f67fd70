import { join } from 'node:path'
import type { KyselyPlugin, QueryResult, RootOperationNode, UnknownRow } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { calls, type ReadName } from '../../src/core/calls.ts'
import { handlers } from '../../src/main/handlers.ts'
import { dispatch } from '../../src/main/store/dispatch.ts'
import type { Shop } from '../../src/main/store/shop.ts'
import { goldenShops, upgrade } from '../support/golden/shops.ts'
import { temporaryFolder } from '../support/shop.ts'

const now = Date.parse('2026-11-27T08:00:00Z')

/** What each read of a shop full of rows is asked with. */
const inputs: Readonly<Partial<Record<ReadName, unknown>>> = {
  'customers.one': { customerId: 1 },
  'customers.byCard': { code: '100200' },
  'customers.wayLink': { customerId: 1, by: 'mail', to: 'anna@office.example' },
  'customers.labels': { customerIds: [1], form: 'L7160' },
  'customers.personSheet': { customerId: 1 },
  'customers.erasing': { customerId: 1 },
  'customers.consent': { customerId: 1 },
  'customers.byPhone': { digits: '030' },
  'hours.adherence': { from: '2026-11-01', to: '2026-11-27' },
  'hours.openMinutes': { from: '2026-11-26T07:00', to: '2026-11-27T07:00' },
  'hours.isOpen': { at: '2026-11-27T07:00:00Z' },
  'hours.entries': { from: '2026-11-01', to: '2026-11-27' },
  'hours.week': { day: '2026-11-27' },
  'hours.previewSchedule': { validFrom: '2026-11-30', week: {} },
  'shop.actChanges': { actId: 1 },
  'hours.opensToo': { from: '2026-12-14', to: '2026-12-24', yearly: false },
  'hours.specialDays': { from: '2026-11-01', to: '2026-12-31' },
  'hours.sign': { kind: 'hours', paper: 'A4' },
  'hours.notice': { kind: 'holidays' },
  'hours.holidays': { year: 2026 },
  'checklists.week': { week: '2026-W48' },
  'newsletter.one': { issueId: 1 },
  'newsletter.preview': { issueId: 1 },
  'newsletter.obstacles': { issueId: 1 },
  'promises.one': { promiseId: 1 },
  'promises.ofCustomer': { customerId: 1 },
  'hours.closing': { from: '2026-12-24', to: '2027-01-02', label: 'Family' },
  'promises.keptRate': { from: '2026-11-01', to: '2026-11-27' },
  'stock.product': { productId: 1 },
  'actions.one': { actionId: 1 },
  'referrals.of': { customerId: 1 },
  'letters.propose': { customerId: 1, occasion: 'ready', about: { kind: 'promise', id: 1 } },
  'letters.sheet': { customerId: 1, subject: 'Ready', words: 'It is ready.', language: 'en' },
  'letters.mail': { customerId: 2, subject: 'Ready', words: 'It is ready.', occasion: 'ready' },
  'letters.of': { customerId: 1 },
  'happened.to': { customerId: 1 },
}

/** Writes down what is asked, as Kysely builds it. */
function asking(): { readonly asked: string[]; readonly plugin: KyselyPlugin } {
  const asked: string[] = []
  return {
    asked,
    plugin: {
      transformQuery({ node }): RootOperationNode {
        asked.push(JSON.stringify(node))
        return node
      },
      transformResult: ({ result }): Promise<QueryResult<UnknownRow>> => Promise.resolve(result),
    },
  }
}

test('no read asks the shop file the same question twice', async () => {
  const shop = await upgrade(goldenShops().at(-1)!, join(temporaryFolder(), 'shop.wellkept'))
  onTestFinished(() => shop.close())
  const names = Object.keys(handlers).filter((name) => calls[name as ReadName].kind === 'read') as ReadName[]
  const twice: string[] = []
  const unasked: string[] = []
  for (const name of names) {
    const { asked, plugin } = asking()
    const watched = { ...shop, reader: shop.reader.withPlugin(plugin) } as Shop
    const { result } = await dispatch(watched, name, inputs[name] ?? {}, { now })
    if (!result.ok) unasked.push(`${name}: ${result.problem.message}`)
    const again = asked.filter((one, i) => asked.indexOf(one) < i)
    twice.push(...again.map((question) => `${name}: ${question}`))
  }
  expect(unasked).toEqual([])
  expect(twice).toEqual([])
})
