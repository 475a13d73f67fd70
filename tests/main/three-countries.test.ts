import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { currencyOf } from '../../src/core/money.ts'
import { formatsOf } from '../../src/core/formats.ts'
import { statusWords } from '../../src/core/hours/words.ts'
import { temporaryFolder, testShop } from '../support/shop.ts'

function file(text: string): string {
  const path = join(temporaryFolder(), 'products.csv')
  writeFileSync(path, text)
  return path
}

const open = [['07:30', '15:00']] as const

/** What a shop of a country says in many places on one day. */
async function said(country: string) {
  const t = await testShop({ setUp: false, now: '2026-11-23T16:00:00Z' })
  await t.call('shop.setUp', { name: 'Corner Shop', country, zone: 'UTC', language: 'en' })
  await t.call('hours.setSchedule', { validFrom: '2026-01-05', week: { mon: open, thu: open } })
  await t.call('hours.setSpecialDay', { day: '2026-12-24', blocks: [['09:00', '13:00']], label: 'Eve' })
  await t.call('promises.make', { name: 'Ann', what: 'Cake', told: '2026-12-03T15:30' })
  t.now = Date.parse('2026-12-10T08:20:00Z')
  await t.call('hours.log', { event: 'open', at: '2026-12-10T07:32', reason: 'forgot' })
  const { html: sheet } = await t.call('checklists.week', { week: '2026-W50' })
  const { html: sign } = await t.call('hours.sign', { kind: 'hours', paper: 'A4' })
  const { dated: notice } = await t.call('hours.notice', { kind: 'late', at: '08:10' })
  const { id: issueId } = await t.call('newsletter.create', {})
  const { message } = await t.problem('hours.log', { event: 'close', at: '2026-12-10T17:45' })
  const today = await t.call('today.list', {})
  const path = file('name,price\nTea,1234.50\n')
  const changed = file('name,price\nTea,1300.75\n')
  await t.call('stock.importProducts', { path, commit: true })
  const { changes } = await t.call('stock.importProducts', { path: changed, commit: false })

  return {
    today: today.items.find(({ id }) => id.startsWith('promise-'))!.reason,
    sheet,
    sign,
    notice,
    newsletter: JSON.stringify(await t.call('newsletter.preview', { issueId })),
    refused: message,
    history: JSON.stringify(await t.call('shop.acts', { limit: 10 })),
    now: statusWords(await t.call('hours.status', {}), formatsOf(country)),
    price: `${changes[0]!.before} -> ${changes[0]!.after}; ${formatsOf(country, currencyOf(country)).price(1_250_000)}`,
  }
}

const dayFirst = {
  sheet: ['Week 50: Mon 7 – Sun 13 December 2026', 'Thursday 10 December'],
  sign: ['As of Thursday 10 December 2026', 'Thursday 24 December'],
  newsletter: ['Thursday 24 December'],
  history: ['Opening hours from Monday 5 January 2026 saved'],
}
const clock12 = {
  sheet: ['7:30 AM–3:00 PM', 'Open at 7:30 AM'],
  sign: ['7:30 AM–3:00 PM'],
  newsletter: ['9:00 AM–1:00 PM (Eve)'],
  history: ['Opening at 7:32 AM'],
  now: ['Open since 7:32 AM'],
}
const clock24 = {
  sheet: ['07:30–15:00', 'Open at 07:30'],
  sign: ['07:30–15:00'],
  newsletter: ['09:00–13:00 (Eve)'],
  history: ['Opening at 07:32'],
  now: ['Open since 07:32'],
}

const expected = {
  DE: [
    dayFirst,
    clock24,
    {
      today: ['told Thu 3 Dec 15:30'],
      price: ['1.234,50\u00a0€ -> 1.300,75\u00a0€; 1.250,00\u00a0€'],
      notice: ['On Thursday 10 December we opened at 08:10 instead of 07:30.'],
      refused: ['17:45 on Thursday 10 December 2026 is still to come.'],
    },
  ],
  EG: [
    dayFirst,
    clock12,
    {
      today: ['told Thu 3 Dec 3:30 PM'],
      price: ['1,234.50', '1,300.75', 'ج.م'],
      notice: ['On Thursday 10 December we opened at 8:10 AM instead of 7:30 AM.'],
      refused: ['5:45 PM on Thursday 10 December 2026 is still to come.'],
    },
  ],
  US: [
    clock12,
    {
      today: ['told Thu, Dec 3 3:30 PM'],
      price: ['$1,234.50 -> $1,300.75; $1,250.00'],
      sheet: ['Week 50: Mon, December 7 – Sun, December 13, 2026', 'Thursday, December 10'],
      sign: ['As of Thursday, December 10, 2026', 'Thursday, December 24'],
      newsletter: ['Thursday, December 24'],
      history: ['Opening hours from Monday, January 5, 2026 saved'],
      notice: ['On Thursday, December 10 we opened at 8:10 AM instead of 7:30 AM.'],
      refused: ['5:45 PM on Thursday, December 10, 2026 is still to come.'],
    },
  ],
} as const

test.each(['US', 'DE', 'EG'] as const)(
  'Today, sheets, signs, notices, newsletters, refusals and the history of a shop in %s',
  async (country) => {
    const texts = await said(country)
    for (const places of expected[country])
      for (const [place, words] of Object.entries(places))
        for (const one of words as readonly string[])
          expect(texts[place as keyof typeof texts]).toContain(one)
  },
)

/** Who may ask the machine's own formats, and why. */
const mayAsk: Readonly<Record<string, string>> = {
  'src/core/formats.ts': 'the one home',
  'src/core/day.ts': 'knows zones, writes nothing',
  'src/core/numbers.ts': 'reads what is typed',
  'src/core/money.ts': 'knows the decimals of a currency, writes nothing',
  'src/core/import/date-names.ts': 'reads month names in files',
  'src/main/backups/keeper.ts': 'the zone of the PC',
  'src/main/store/zone.ts': 'the zone of the PC',
  'src/main/questions.ts': 'the zone of the PC',
  'src/main/recent-shops.ts': 'the list of shops, of no one country',
  'src/renderer/backups/words.ts': 'the zone of the PC',
  'src/renderer/shop/places.ts': 'the PC’s zone and the names of countries',
  'src/renderer/ui/use-formats.ts': 'the PC’s region before a shop is open',
}

test('days, times and numbers are written by core/formats alone', () => {
  const asking = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.tsx?$/.test(name))
    .filter((name) =>
      /Intl\.DateTimeFormat|Intl\.NumberFormat|\.toLocale(?!LowerCase|UpperCase)|navigator\.language\b/.test(
        readFileSync(name, 'utf8'),
      ),
    )
  expect(asking.toSorted()).toEqual(Object.keys(mayAsk).toSorted())
})
