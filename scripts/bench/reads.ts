import type { ReadName, Sent } from '../../src/core/calls.ts'
import { addDays } from '../../src/core/day.ts'
import { dispatch } from '../../src/main/store/dispatch.ts'
import type { Shop } from '../../src/main/store/shop.ts'
import { shopNow, shopToday } from '../../tests/support/ten-year-shop.ts'
import type { Figure } from './figures.ts'
import { openListening, scansIn } from './plans.ts'

type Inputs = { readonly [N in ReadName]: readonly Sent<N>[] }

const ids = [1, 17, 400, 1999]
const customers = ids.map((customerId) => ({ customerId }))
const texts = ['', 'm', 'mu', 'mull', 'anders', 'anders ber', 'c99', '030 10', '佐', 'zz'].map((text) => ({
  text,
}))

const quiet = { only: 'quiet', by: 'quiet', down: true } as const

/** What an owner would ask of each read call on a shop of `years` years. */
export const believable = (years: number): Inputs => ({
  'shop.details': [{}],
  'shop.ownWords': [{}],
  'shop.acts': [{}, { limit: 500 }],
  'shop.history': [
    {},
    { text: 'Contacts' },
    { thing: { table: 'customers', rowId: 50_000 } },
    { to: '2026-01-01' },
  ],
  'shop.actChanges': [{ actId: 2 }, { actId: 20, offset: 40 }],
  'hours.schedule': [{}, { day: addDays(shopToday, -400) }],
  'hours.status': [{}],
  'hours.adherence': [{ from: addDays(shopToday, -365), to: shopToday }],
  'hours.lastMonths': [{}],
  'hours.closing': [{ from: addDays(shopToday, 20), to: addDays(shopToday, 30), label: 'Family' }],
  'hours.previewSchedule': [{ validFrom: shopToday, week: { mon: [['08:00', '18:00']] } }],
  'hours.week': [{ day: shopToday }],
  'hours.opensToo': [{ from: shopToday, to: addDays(shopToday, 30), yearly: false }],
  'hours.specialDays': [{ from: shopToday, to: addDays(shopToday, 365) }],
  'hours.isOpen': [{ at: new Date(shopNow).toISOString() }],
  'hours.openMinutes': [{ from: `${addDays(shopToday, -30)}T00:00`, to: `${shopToday}T00:00` }],
  'hours.entries': [{ from: addDays(shopToday, -31), to: shopToday }],
  'hours.holidays': [{ year: 2027 }],
  'hours.regions': [{ country: 'DE' }],
  'hours.osm': [{}, { text: 'Mo-Fr 07:00-19:00; Sa 08:00-14:00; PH off' }],
  'hours.jsonLd': [{}],
  'hours.sign': [{ paper: 'A4' }],
  'hours.voicemail': [{}],
  'hours.notice': [{ kind: 'late', at: '09:00' }],
  'stock.products': [...texts, { text: 'milk', offset: 50 }, { offset: 1000 }].map((input) => ({ ...input })),
  'stock.product': ids.map((productId) => ({ productId: productId % 300 })),
  'stock.expiring': [{}, { soonDays: 30 }],
  'promises.board': [{}, { text: 'anders' }],
  'promises.keptRate': [{ from: addDays(shopToday, -Math.round(365.25 * years)), to: shopToday }],
  'promises.ofCustomer': customers,
  'promises.one': ids.map((promiseId) => ({ promiseId })),
  'customers.search': [...texts, { text: 'an', offset: 5000 }, { offset: 50_000 }, quiet],
  'customers.one': customers,
  'happened.to': [...customers, ...customers.map((one) => ({ ...one, only: ['visit' as const] }))],
  'customers.consent': customers,
  'customers.erasing': customers,
  'customers.personSheet': customers,
  'customers.labels': [{ customerIds: [...ids], form: 'L7160' as const }],
  'customers.byPhone': ['030', '171', '0171 2345', '+49 30 1234567', '999'].map((digits) => ({ digits })),
  'customers.byCard': [{ code: 'C000400' }, { code: '4006381333931' }],
  'customers.wayLink': ids.map((customerId) => ({
    customerId,
    by: 'whatsapp' as const,
    to: `030 ${1_000_000 + customerId - 1}`,
  })),
  'customers.alike': [
    { name: 'Anna Berg', email: 'anna@example.org', phone: '0171 2345678' },
    { name: 'Anna' },
  ],
  'customers.pairs': [{}, { limit: 100 }],
  'customers.alive': customers,
  'customers.tiers': [{}],
  'customers.whoToday': [{}, { limit: 100 }],
  'newsletter.issues': [{}],
  'newsletter.one': [{ issueId: 1 }],
  'newsletter.preview': [{ issueId: 1 }, { issueId: 2, customerId: 17 }],
  'newsletter.audience': [{}, { issueId: 1 }],
  'newsletter.obstacles': [{ issueId: 1 }],
  'checklists.week': [{ week: '2026-W48', paper: 'A4' }],
  'checklists.ownLines': [{}],
  'today.list': [{}],
  'backups.notes': [{}],
  'backups.erasedBack': [{}],
  'drafts.all': [{}],
  'staff.list': [{}],
  'actions.list': [{}, { closed: true }, { about: { kind: 'customer', id: 17 } }],
  'actions.one': [{ actionId: 1 }],
  'referrals.of': customers,
  'letters.of': customers,
  'letters.voice': [{}],
  'letters.propose': customers.map((one) => ({ ...one, occasion: 'satisfied' })),
  'letters.mail': [],
  'letters.sheet': customers.map((one) => ({
    ...one,
    subject: 'Ready',
    words: 'It is ready.',
    language: 'en',
  })),
})

/** Reports may take longer than what somebody waits for while typing. */
const reports: Readonly<Partial<Record<ReadName, string>>> = {
  'hours.adherence': ' over a year',
  'promises.keptRate': ' over all years',
  'checklists.week': '',
  'newsletter.audience': ', everybody counted',
  'newsletter.obstacles': ', everybody counted',
}

/** V8: every read call on its inputs, and the full scans of big tables that they make. */
export async function readFigures(file: string, years: number, rounds = 12): Promise<Figure[]> {
  const { shop, statements } = openListening(file)
  const figures: Figure[] = []
  const refusals: string[] = []
  const refused = (words: string) => {
    if (!refusals.includes(words)) refusals.push(words)
  }
  for (const [name, inputs] of Object.entries(believable(years)) as [ReadName, readonly unknown[]][]) {
    const ours = await timesOf(shop, name, inputs, { rounds, refused })
    if (ours.length === 0) continue
    figures.push({
      goal: 'V8',
      what: `${name}${reports[name] ?? ''}`,
      unit: 'ms',
      ours,
      target: { of: 'p95', most: name in reports ? 100 : 16 },
    })
  }
  const scans = scansIn(shop.connection, statements)
  for (const words of refusals) console.log(`Refused: ${words}`)
  for (const { sql, plan } of scans) console.log(`Full scan: ${plan}\n  in ${sql}`)
  await shop.close()
  const what = `full scans of big tables in ${statements.size} statements`
  return [
    ...figures,
    {
      goal: 'V8',
      what: 'reads that were refused',
      unit: 'reads',
      ours: [refusals.length],
      target: { of: 'longest', most: 0 },
    },
    { goal: 'V8', what, unit: 'scans', ours: [scans.length], target: { of: 'longest', most: 0 } },
  ]
}

async function timesOf(
  shop: Shop,
  name: ReadName,
  inputs: readonly unknown[],
  { rounds, refused }: { readonly rounds: number; readonly refused: (words: string) => void },
): Promise<number[]> {
  const samples: number[] = []
  // The first round reads the file's pages into memory.
  for (let round = -1; round < rounds; round++)
    for (const input of inputs) {
      const began = performance.now()
      const { result } = await dispatch(shop, name, input, { now: shopNow })
      if (!result.ok) refused(`${name}: ${JSON.stringify(result.problem)}`)
      else if (round >= 0) samples.push(performance.now() - began)
    }
  return samples
}
