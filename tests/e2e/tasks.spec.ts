import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { launch, type LaunchedApp } from '../support/app.ts'
import { setUpBaker, yesterday } from '../support/baker.ts'
import { handOn, type Hand } from '../support/hand.ts'
import { goTo } from '../support/pages.ts'

const morning = '2026-11-25T06:58:00Z'
const evening = '2026-11-25T18:02:00Z'

interface Done {
  readonly task: string
  readonly keys: number
  readonly clicks: number
  readonly seconds: number
}

let t: LaunchedApp
let shop: string
const all: Done[] = []

async function openShop(now: string, from?: { readonly userData: string }): Promise<LaunchedApp> {
  const opened = await launch({ now, ...from, ...(from && { shop }) })
  await opened.page.clock.setFixedTime(new Date(now))
  return opened
}

test.beforeAll(async () => {
  const first = await launch({ now: yesterday })
  shop = join(first.folder, 'baker.wellkept')
  await first.quit()
  const eve = await openShop(yesterday, first)
  await setUpBaker(eve)
  await eve.quit()
  t = await openShop(morning, first)
})

test.afterAll(async () => {
  await t.close()
  if (process.env['WELLKEPT_PACE'] !== 'human') return
  console.log('| task | keys | clicks | seconds |\n|---|---|---|---|')
  for (const { task, keys, clicks, seconds } of all)
    console.log(`| ${task} | ${keys} | ${clicks} | ${seconds.toFixed(1)} |`)
})

interface Task {
  /** The most keys and clicks it may take. */
  readonly keys: number
  readonly clicks: number
  /** From Today until it is seen done. */
  readonly work: (hand: Hand, page: Page) => Promise<void>
  /** What the shop knows of it then. */
  readonly known: () => Promise<void>
}

/** Does a task as an owner would, and holds it to its keys and clicks. */
async function within(task: string, { keys, clicks, work, known }: Task): Promise<void> {
  const { page } = t
  await goTo(page, '#/')
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible()
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  const hand = handOn(t)
  const startMs = performance.now()
  await work(hand, page)
  const seconds = (performance.now() - startMs) / 1000
  await known()
  const done = hand.work()
  all.push({ task, ...done, seconds })
  expect(done).toEqual({ keys, clicks })
}

test('who needs a call', () =>
  within('Who needs a call', {
    keys: 0,
    clicks: 0,
    async work(hand, page) {
      const row = page.getByRole('region', { name: 'Now' }).getByRole('listitem').first()
      // Read, and understood.
      await hand.think()
      await row.getByText('(5) 555-4729').waitFor()
      await row.getByText('Ana Trujillo', { exact: true }).waitFor()
    },
    async known() {
      const { atRisk } = await t.call('promises.board', {})
      expect(atRisk.rows.map(({ name }) => name)).toEqual(['Ana Trujillo'])
    },
  }))

test('open the shop', () =>
  within('Open the shop', {
    keys: 0,
    clicks: 1,
    async work(hand, page) {
      await hand.click(page.getByRole('button', { name: 'Open the shop' }))
      await page.getByText('Open since 06:58').waitFor()
    },
    async known() {
      expect((await t.call('hours.status', {})).open).toBe(true)
    },
  }))

test('a promise by phone', () =>
  within('A promise by phone', {
    keys: 31,
    clicks: 0,
    async work(hand, page) {
      await hand.key('Control+Shift+P')
      await expect(page.getByLabel('Who', { exact: true })).toBeFocused()
      await hand.type('ander')
      await page.getByRole('option', { name: 'Maria Anders' }).waitFor()
      await hand.key('ArrowDown')
      await hand.key('Enter')
      await hand.key('Tab')
      await hand.type('2 rye loaves')
      await hand.key('Tab')
      await hand.type('fri 17')
      // What it means is read back to who calls.
      await hand.think()
      await hand.key('Enter')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    },
    async known() {
      const board = await t.call('promises.board', { text: 'rye loaves' })
      expect(Object.values(board).flatMap(({ rows }) => rows)).toMatchObject([{ name: 'Maria Anders' }])
    },
  }))

test('a delivery of three', () =>
  within('A delivery of three', {
    keys: 45,
    clicks: 0,
    async work(hand, page) {
      await hand.menuKey('Control+3')
      const product = page.getByLabel('Product', { exact: true })
      await product.waitFor()
      await hand.key('Control+B')
      for (const { name, date, quantity } of delivery) {
        await expect(product).toBeFocused()
        // Which pack comes next, and what stands on it.
        await hand.think()
        await hand.type(name)
        await hand.key('Enter')
        await expect(page.getByLabel('Date', { exact: true })).toBeFocused()
        await hand.type(date)
        await hand.key('Tab')
        await hand.key('Tab')
        await hand.type(quantity)
        await hand.key('Enter')
        await expect(product).toHaveValue('')
      }
    },
    async known() {
      for (const { name, day, quantity } of delivery) {
        const { rows } = await t.call('stock.products', { text: name })
        expect(rows).toMatchObject([{ inStock: Number(quantity), nextDate: day }])
      }
    },
  }))

const delivery = [
  { name: 'filo', date: '1012', quantity: '12', day: '2026-12-10' },
  { name: 'tunn', date: '1601', quantity: '6', day: '2027-01-16' },
  { name: 'scot', date: '3112', quantity: '20', day: '2026-12-31' },
]

test('correct a date', () =>
  within('Correct a date', {
    keys: 9,
    clicks: 0,
    async work(hand, page) {
      await hand.menuKey('Control+3')
      await page.getByRole('article', { name: /^Chocolade/ }).waitFor()
      // Which row it is.
      await hand.think()
      await hand.key('ArrowDown')
      await hand.key('c')
      await expect(page.getByRole('dialog').getByLabel('Date', { exact: true })).toBeFocused()
      await hand.type('2712')
      await hand.key('Enter')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    },
    async known() {
      const { rows } = await t.call('stock.products', { text: 'chocolade' })
      expect(rows).toMatchObject([{ inStock: 4, nextDate: '2026-12-27' }])
    },
  }))

test('find a phone number', () =>
  within('Find a phone number', {
    keys: 6,
    clicks: 0,
    async work(hand, page) {
      await hand.key('Control+K')
      await hand.type('berg')
      const found = page.locator('[data-action]', { hasText: 'Christina Berglund' })
      await found.getByText('0921-12 34 65').waitFor()
    },
    async known() {
      await t.page.keyboard.press('Escape')
    },
  }))

test('print the week', () =>
  within('Print the week', {
    keys: 2,
    clicks: 1,
    async work(hand, page) {
      await answerPrinter()
      await hand.menuKey('Control+7')
      await hand.click(page.getByRole('button', { name: 'Print…' }))
      await page.getByText(/marked as printed/).waitFor()
    },
    async known() {
      const acts = await t.call('shop.acts', {})
      expect(acts.filter(({ says }) => /^Week 48: .* marked as printed$/.test(says))).toHaveLength(1)
    },
  }))

/** A printer's dialog that is confirmed. */
const answerPrinter = () =>
  t.app.evaluate(({ app }) => {
    app.on('web-contents-created', (_, contents) => {
      contents.print = (_options, done) => done?.(true, '')
    })
  })

test('the month’s letter', () =>
  within('The month’s letter', {
    keys: 24,
    clicks: 5,
    async work(hand, page) {
      await t.answerDialogs({ open: t.folder })
      await hand.click(page.getByRole('button', { name: /^Go to Newsletter/ }))
      await hand.click(page.getByRole('button', { name: 'Write the first newsletter' }))
      await hand.click(page.getByRole('button', { name: 'Offer', exact: true }))
      // What to offer this month.
      await hand.think()
      await hand.type('Stollen from Friday on')
      await hand.click(page.getByRole('button', { name: 'Write drafts…' }))
      await hand.click(page.getByRole('button', { name: 'I have sent them' }))
      await page.getByText(/ written .*, sent /).waitFor()
    },
    async known() {
      const [issue] = await t.call('newsletter.issues', {})
      expect(issue).toMatchObject({ exportedTo: 12, sentAtMs: expect.any(Number) })
      expect(readdirSync(join(t.folder, '2026-11 newsletter'))).toHaveLength(12)
    },
  }))

test('undo yesterday’s mistake', () =>
  within('Undo yesterday’s mistake', {
    keys: 11,
    clicks: 1,
    async work(hand, page) {
      await hand.key('Control+K')
      await hand.type('hist')
      await page.locator('[data-action][data-selected]', { hasText: 'Go to History' }).waitFor()
      await hand.key('Enter')
      await expect(page.getByLabel('Search the history')).toBeFocused()
      await hand.type('chai')
      await hand.click(page.getByRole('button', { name: /^Undo: .*Chai.*binned/ }))
      await page.getByText(/undone, /).waitFor()
    },
    async known() {
      const { rows } = await t.call('stock.products', { text: 'chai' })
      expect(rows).toMatchObject([{ inStock: 6 }])
    },
  }))

test('close the shop', async () => {
  if (!(await t.call('hours.status', {})).open) await t.call('hours.log', { event: 'open' })
  await t.quit()
  t = await openShop(evening, t)
  await within('Close the shop', {
    keys: 0,
    clicks: 1,
    async work(hand, page) {
      await hand.click(page.getByRole('button', { name: 'Close the shop' }))
      await page
        .getByText(/^Closed/)
        .first()
        .waitFor()
    },
    async known() {
      expect((await t.call('hours.status', {})).open).toBe(false)
    },
  })
})
