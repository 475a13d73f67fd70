import { addDays, dayAt, dayFromNumber, dayNumber, instantOf } from '../../src/core/day.ts'
import { foldedCustomer, mailKey } from '../../src/core/customers/person.ts'
import { fold } from '../../src/core/fold.ts'
import { insertMany } from '../../src/main/store/engines/sqlite/rows.ts'
import type { FileShop } from '../../src/main/store/engines/sqlite/open-file.ts'
import type { NewRow, Schema } from '../../src/main/store/schema.ts'

/** How big a shop to make. The defaults are ten years of a busy one. */
export interface ShopSize {
  readonly years: number
  readonly customers: number
  readonly touches: number
  readonly visits: number
  readonly batches: number
  readonly promises: number
}

export const tenYears: ShopSize = {
  years: 10,
  customers: 100_000,
  touches: 1_000_000,
  visits: 500_000,
  batches: 500_000,
  promises: 200_000,
}

/** The shop of `years` years; all counts grow with it, unless the customers are given. */
export const sizeOf = (
  years: number,
  customers = Math.round(tenYears.customers * (years / 10)),
): ShopSize => ({
  years,
  customers,
  touches: Math.round(tenYears.touches * (years / 10)),
  visits: Math.round(tenYears.visits * (years / 10)),
  batches: Math.round(tenYears.batches * (years / 10)),
  promises: Math.round(tenYears.promises * (years / 10)),
})

/** The day on which the made shop stands. */
export const shopToday = '2026-11-23'
export const shopNow = instantOf(`${shopToday}T06:55`, 'Europe/Berlin')

const firstNames =
  'Maria Ana Antonio Thomas Christina Hanna Frédérique Martín Laurence Elizabeth Victoria Patricio Francisco Yang Pedro Sven Janine Ann Roland Aria Diego Paolo Øyvind Łucja Zoë Søren İpek Đorđe Jürgen Chloé 美咲 Ольга Ελένη'.split(
    ' ',
  )
const lastNames =
  'Anders Trujillo Moreno Hardy Berglund Moos Citeaux Sommer Lebihan Lincoln Ashworth Simpson Chang Wang Afonso Ottlieb Labrune Devon Mendel Cruz Roel Müller Ångström Åkesson Wójcik Nowak Yıldız Petrović 佐藤 Иванова Παππά O’Brien Fernández Schmidt'.split(
    ' ',
  )
const cities =
  'Berlin Mannheim München Köln Luleå London Madrid Strasbourg Marseille Łódź Tsawassen Graz'.split(' ')
const companies = ['', '', '', 'Bakery', 'Garage', 'Delikatessen', 'Café', 'Studio']
const goods =
  'Milk Yoghurt Butter Cheese Ham Bread Rolls Cake Apples Pears Salad Juice Coffee Tea Honey Jam'.split(' ')
const kinds = [
  'visit',
  'visit',
  'visit',
  'call',
  'mail',
  'letter',
  'note',
  'delivery',
  'billing',
  'newsletter',
] as const
const week = JSON.stringify({
  mon: [['07:00', '19:00']],
  tue: [['07:00', '19:00']],
  wed: [['07:00', '13:00']],
  thu: [['07:00', '19:00']],
  fri: [['07:00', '19:00']],
  sat: [['07:00', '14:00']],
  sun: [],
})

/** mulberry32, a public-domain generator: the same numbers every run. */
function random(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Fills an empty shop file with made customers, contacts, batches and promises; deterministic. */
export function fillShop(
  shop: FileShop,
  size: ShopSize,
  onProgress: (words: string, done: number, total: number) => void = () => {},
): void {
  const rnd = random(20261123)
  const int = (n: number) => Math.floor(rnd() * n)
  const pick = <T>(list: readonly T[]): T => list[int(list.length)]!
  const firstDay = addDays(shopToday, -Math.round(size.years * 365.25))
  const days = dayNumber(shopToday) - dayNumber(firstDay)
  const dayMs = 86_400_000
  const beganMs = shopNow - days * dayMs
  const past = () => beganMs + Math.floor(rnd() * days) * dayMs
  const { connection } = shop

  act(shop, 'Shop made', () => {
    insertMany(connection, 'shop', [
      {
        id: 1,
        name: 'Ten Year Shop',
        country: 'DE',
        zone: 'Europe/Berlin',
        address: 'High Street 1, 10115 Berlin',
        email: 'shop@shop.example',
      },
    ])
    insertMany(connection, 'schedules', [{ validFrom: firstDay, week }])
    insertMany(
      connection,
      'hoursLog',
      Array.from({ length: days }, (_, n) => dayFromNumber(dayNumber(firstDay) + n))
        .filter((day) => new Date(`${day}T00:00Z`).getUTCDay() !== 0)
        .flatMap((day) => {
          const opened = instantOf(`${day}T07:00`, 'Europe/Berlin') + (int(9) - 3) * 60_000
          return [
            { event: 'open' as const, tradingDay: day, atMs: opened, loggedAtMs: opened },
            {
              event: 'close' as const,
              tradingDay: day,
              atMs: opened + 43_200_000,
              loggedAtMs: opened + 43_200_000,
            },
          ]
        }),
    )
  })
  const many = <T extends keyof Schema & string>(
    table: T,
    words: string,
    count: number,
    row: (n: number) => NewRow<T>,
  ) => {
    for (let at = 0; at < count; at += 20_000) {
      act(shop, words, () => {
        insertMany(
          connection,
          table,
          Array.from({ length: Math.min(20_000, count - at) }, (_, n) => row(at + n)),
        )
      })
      onProgress(words, Math.min(count, at + 20_000), count)
    }
  }
  const names: string[] = []
  many('customers', 'Customers', size.customers, (n) => {
    const first = pick(firstNames)
    const last = pick(lastNames)
    const name = `${first} ${last}`
    names.push(name)
    const company = pick(companies) && `${last} ${pick(companies)}`.trim()
    const email = n % 10 === 0 ? '' : `c${n}@mail.example`
    const phone = `030 ${String(1_000_000 + n)}`
    const city = pick(cities)
    return {
      name,
      company,
      email,
      emailKey: mailKey(email),
      phone,
      street: `Weg ${String(1 + (n % 200))}`,
      postcode: String(10_000 + (n % 80_000)),
      city,
      mailConsent: n % 10 < 3 && n % 10 > 0 ? ('yes' as const) : ('unasked' as const),
      createdAtMs: past(),
      folded: foldedCustomer({
        name,
        company,
        email,
        phone,
        city,
        notes: '',
        mustKnow: '',
        otherMails: '',
        preferences: '',
      }),
    }
  })
  const products = Math.max(50, Math.round(size.years * 300))
  many('products', 'Products', products, (n) => {
    const name = `${pick(goods)} ${n}`
    return { name, category: pick(goods), shelf: `R${int(12)}`, folded: fold(name) }
  })
  many('touches', 'Contacts', size.touches, () => {
    const kind = pick(kinds)
    const strong = kind === 'newsletter' || kind === 'billing' ? (0 as const) : (1 as const)
    const [customerId, atMs] = [1 + int(size.customers), past()]
    return { customerId, kind, strong, atMs, visitDay: kind === 'visit' ? dayAt(atMs, 'Europe/Berlin') : '' }
  })
  many('batches', 'Batches', size.batches, (n) => {
    const receivedDay = dayFromNumber(dayNumber(firstDay) + Math.floor((n / size.batches) * days))
    const date = addDays(receivedDay, 5 + int(60))
    const remaining = date < addDays(shopToday, -2) ? (n % 5000 === 0 ? 1 : 0) : 1 + int(20)
    return {
      productId: 1 + int(products),
      lot: `L${n}`,
      dateKind: n % 3 ? ('best-before' as const) : ('use-by' as const),
      date,
      pullDay: date,
      received: 24,
      remaining,
      receivedDay,
    }
  })
  many('promises', 'Promises', size.promises, (n) => {
    const madeAtMs = beganMs + Math.floor((n / size.promises) * days) * dayMs
    const toldAtMs = madeAtMs + (1 + int(20)) * dayMs
    const done = toldAtMs < shopNow - dayMs && n % 4000 !== 0
    const customer = int(size.customers)
    return {
      customerId: customer + 1,
      name: names[customer]!,
      what: `${pick(goods)} for the day`,
      madeAtMs,
      toldAtMs,
      targetAtMs: toldAtMs - dayMs / 2,
      doneAtMs: done ? toldAtMs + (n % 12 === 0 ? dayMs : -dayMs / 3) : null,
    }
  })
  many('actions', 'Things to do', Math.round(size.promises / 10), (n) => {
    const createdAtMs = past()
    const isOpen = n % 200 === 0
    const customer = int(size.customers)
    return {
      what: `Ask about ${pick(goods)}`,
      aboutKind: 'customer' as const,
      aboutId: customer + 1,
      aboutName: names[customer]!,
      dueDay: dayAt(createdAtMs + 3 * dayMs, 'Europe/Berlin'),
      state: isOpen ? ('open' as const) : ('done' as const),
      closedAtMs: isOpen ? null : createdAtMs + 2 * dayMs,
      result: isOpen ? '' : 'asked',
      createdAtMs,
    }
  })
  act(shop, 'Newsletters and checklist lines', () => {
    insertMany(connection, 'newsletterIssues', monthlyIssues(firstDay))
    insertMany(connection, 'checklistLines', ownLines)
  })
  connection.exec('ANALYZE')
  // A third are regulars, of whom six in seven stay away one day for good.
  many('visits', 'Visits', size.visits, () => {
    const customerId = 1 + 3 * int(Math.ceil(size.customers / 3))
    const stays = (1 + (customerId % 7)) / 7
    const day = addDays(firstDay, Math.floor(rnd() * days * stays))
    return {
      customerId: Math.min(size.customers, customerId),
      day,
      origin: 'file' as const,
      amountMills: 12_500,
    }
  })
}

/** One letter a month, the last one still being written. */
function monthlyIssues(firstDay: string): NewRow<'newsletterIssues'>[] {
  const months = new Set<string>()
  for (let day = firstDay; day <= shopToday; day = addDays(day, 28)) months.add(day.slice(0, 7))
  months.add(shopToday.slice(0, 7))
  return [...months].map((month) => {
    const writtenMs = instantOf(`${month}-01T10:00`, 'Europe/Berlin')
    const isSent = month < shopToday.slice(0, 7)
    const blocks = [
      { kind: 'text', text: 'Hello {{first name|friend}},\n\nthis is new at the shop.' },
      { kind: 'hours' },
      { kind: 'offer', title: 'Coffee', text: 'Two for one', code: 'TWO', ends: `${month}-28` },
    ]
    return {
      month,
      subject: `News of ${month}`,
      blocks: JSON.stringify(blocks),
      createdAtMs: writtenMs,
      exportedAtMs: isSent ? writtenMs + 86_400_000 : null,
      exportedTo: isSent ? 20_000 : 0,
    }
  })
}

const ownLines: NewRow<'checklistLines'>[] = Array.from({ length: 20 }, (_, n) => ({
  part: (['opening', 'closing', 'day'] as const)[n % 3]!,
  weekday: n % 2 === 0 ? null : 1 + (n % 6),
  text: `Own line ${n + 1}`,
  position: n + 1,
}))

function act(shop: FileShop, says: string, work: () => void): void {
  const { connection } = shop
  connection.transaction(() => {
    const { lastInsertRowid } = connection
      .prepare(`INSERT INTO acts (atMs, who, call, says) VALUES (?, 'generator', 'generator', ?)`)
      .run(shopNow, says)
    connection.prepare('INSERT INTO temp.actNow (id) VALUES (?)').run(lastInsertRowid)
    work()
    connection.exec('DELETE FROM temp.actNow')
  })()
}
