import { resolve } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { calls, type CallName } from '../../src/core/calls.ts'
import { pages as menuPages, plainLabel } from '../../src/core/machine/menu-entries.ts'
import { fail, type Result } from '../../src/core/result.ts'
import { barriersOf } from '../support/axe.ts'
import { goTo, pagesOf, settled } from '../support/pages.ts'
import { expect, launch, test, type BrowserShown } from '../support/window.ts'

const onTheLeft = menuPages.map(({ path, label }) => ({ path, name: plainLabel(label) }))
const pages = [
  ...onTheLeft,
  { path: '/history', name: 'History' },
  { path: '/attributions', name: 'Attributions' },
]

/** What a page shows of a shop that has one of everything. */
const one: Readonly<Record<string, string>> = {
  '/': 'Rye loaf',
  '/hours': 'Inventory',
  '/stock': 'Rye loaf',
  '/promises': 'Three rye loaves',
  '/customers': 'Anna Berg',
  '/newsletter': 'Rye is back',
  '/checklists': 'Read the fridges',
  '/settings': 'Corner Shop',
  '/history': 'Anna Berg added',
  '/attributions': 'The Northwind sample database',
}

/** Pages that read nothing which could fail. */
const readNothing = ['/attributions']

let t: BrowserShown
let errors: string[]

test.beforeEach(async () => {
  test.setTimeout(120_000)
  t = await launch({ now: '2026-11-24T08:10:00+01:00' })
  await t.page.emulateMedia({ reducedMotion: 'reduce' })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  await expect(t.page.getByRole('banner')).toContainText('Corner Shop')
  errors = []
  t.page.on('pageerror', (error) => errors.push(String(error)))
  t.page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
})

test.afterEach(() => t.close())

async function fillWithOne(): Promise<void> {
  await t.call('hours.setSchedule', { validFrom: '2026-11-01', week: { tue: [['07:00', '19:00']] } })
  await t.call('hours.setSpecialDay', { day: '2026-11-25', closed: true, label: 'Inventory' })
  const { id: customerId } = await t.call('customers.save', { name: 'Anna Berg', email: 'anna@x.example' })
  await t.call('promises.make', { customerId, what: 'Three rye loaves', told: '2026-11-25T17:00' })
  const { id: productId } = await t.call('stock.saveProduct', { name: 'Rye loaf' })
  await t.call('stock.addBatch', { productId, date: '-1', dateKind: 'use-by', quantity: 2 })
  await t.call('checklists.saveLine', { part: 'opening', text: 'Read the fridges' })
  await t.call('newsletter.create', { subject: 'Rye is back', blocks: [{ kind: 'text', text: 'Rye' }] })
}

async function fillWithMany(): Promise<void> {
  for (const [what, name] of [
    ['customers', 'customers.importFile'],
    ['products', 'stock.importProducts'],
    ['promises', 'promises.importFile'],
  ] as const) {
    await t.answerDialogs({ open: resolve(import.meta.dirname, `../data/northwind/${what}.csv`) })
    const { handle: path } = (await t.call('files.choose', { what }))!
    await t.call(name, { path, commit: true })
  }
  for (let n = 1; n <= 60; n++) {
    await t.call('checklists.saveLine', { part: 'day', text: `Line ${n}` })
    await t.call('stock.addBatch', { productId: n, date: '-1', dateKind: 'use-by', quantity: n })
  }
}

const main = (page: Page) => page.getByRole('main')

async function open({ path, name }: (typeof pages)[number]): Promise<void> {
  await goTo(t.page, `#${path}`)
  await expect(t.page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

/** More than a long list that draws only what is seen. */
const most = 3000

const weight = () =>
  t.page.evaluate(() => ({
    elements: document.querySelectorAll('*').length,
    isTooWide: [...document.querySelectorAll('html, main')].some((one) => one.scrollWidth > one.clientWidth),
  }))

test('every page of the left side is among those that are tested here', async () => {
  expect(await pagesOf(t.page)).toEqual(onTheLeft.map(({ path, name }) => ({ path: `#${path}`, name })))
})

test('with nothing in the shop each page says so and shows no problem', async () => {
  for (const page of pages)
    await test.step(page.name, async () => {
      await open(page)
      await expect(main(t.page).getByRole('alert')).toHaveCount(0)
      expect((await main(t.page).innerText()).split('\n').length).toBeGreaterThan(2)
    })
  expect(errors).toEqual([])
})

test('with one of everything each page shows it', async () => {
  await fillWithOne()
  for (const page of pages)
    await test.step(page.name, async () => {
      await open(page)
      if (page.path === '/hours') await t.page.getByRole('tab', { name: 'Special days' }).click()
      if (page.path === '/settings')
        await expect(t.page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(one[page.path]!)
      else if (page.path === '/checklists')
        await expect(t.page.getByRole('button', { name: `Change: ${one[page.path]}` })).toBeVisible()
      else await expect(main(t.page).getByText(one[page.path]!).first()).toBeVisible()
      await expect(main(t.page).getByRole('alert')).toHaveCount(0)
    })
  expect(errors).toEqual([])
})

test('with many each page stays light and as wide as its window', async () => {
  await fillWithMany()
  for (const page of pages)
    await test.step(page.name, async () => {
      await open(page)
      await expect(main(t.page).getByRole('alert')).toHaveCount(0)
      const { elements, isTooWide } = await weight()
      expect(isTooWide, page.name).toBe(false)
      expect(elements, page.name).toBeLessThan(most)
    })
  expect(errors).toEqual([])
})

/** What the window needs to be there at all. */
const ofTheWindow = ['shop.state', 'shop.details', 'drafts.all', 'window.settings']

const isRead = (name: string) =>
  (calls[name as CallName].kind === 'read' && !ofTheWindow.includes(name)) || name === 'backups.list'

/** From now on each read of a page is answered like this. */
const answerReads = (stand: (ask: () => Promise<Result<unknown>>) => Promise<Result<unknown>>) =>
  t.between((name, ask) => (isRead(name) ? stand(ask) : ask()))

const sentence = 'The disk could not be read. Nothing was changed. Try again.'

const readAgain = () => t.tell({ kind: 'changed', stale: 'all' })

test('where a call fails each page says why, and shows what there is as soon as it can be read', async () => {
  await fillWithOne()
  for (const page of pages.filter(({ path }) => !readNothing.includes(path)))
    await test.step(page.name, async () => {
      await goTo(t.page, '#/attributions')
      answerReads(async () => fail('disk-error', sentence))
      readAgain()
      await open(page)
      await expect(main(t.page).getByText(sentence).first()).toBeVisible()
      expect(await barriersOf(t.page)).toEqual([])
      answerReads((ask) => ask())
      readAgain()
      await expect(t.page.getByText(sentence)).toHaveCount(0)
    })
  expect(errors).toEqual([])
})

test('where a call breaks each page stays, and shows what there is as soon as it can be read', async () => {
  await fillWithOne()
  for (const page of pages)
    await test.step(page.name, async () => {
      await goTo(t.page, '#/attributions')
      answerReads(() => Promise.reject(new Error('broken on purpose')))
      readAgain()
      await t.page.evaluate((path) => (location.hash = path), page.path)
      await expect(t.page.getByRole('heading', { name: page.name, level: 1 })).toBeVisible()
      const links = t.page.getByRole('navigation', { name: 'Pages' }).getByRole('link')
      await expect(links).toHaveCount(onTheLeft.length)
      answerReads((ask) => ask())
      readAgain()
      await settled(t.page)
      await expect(main(t.page).getByRole('alert')).toHaveCount(0)
    })
})

const aSecond = async (ask: () => Promise<Result<unknown>>) => {
  await new Promise((done) => setTimeout(done, 1000))
  return ask()
}

/** Notes where the title stands in each picture that is drawn. */
const watchTitle = (page: Page) =>
  page.evaluate(() => {
    const places = new Set<string>()
    Object.assign(window, { places })
    const look = () => {
      // One that waits for what it needs is in the document, and not to be seen.
      const titles = [...document.querySelectorAll('main h1')]
      const title = titles.find((one) => one.checkVisibility())?.getBoundingClientRect()
      places.add(title ? `${title.x} ${title.y}` : 'gone')
      requestAnimationFrame(look)
    }
    look()
  })

const placesOfTitle = (page: Page) =>
  page.evaluate(() => [...(window as unknown as { places: Set<string> }).places])

test('while its calls take a second each page is there at once, its title stays where it is, and nothing is asked twice', async () => {
  await fillWithOne()
  for (const page of pages)
    await test.step(page.name, async () => {
      answerReads((ask) => ask())
      await goTo(t.page, '#/attributions')
      await t.page.reload()
      await expect(t.page.getByRole('heading', { name: 'Attributions', level: 1 })).toBeVisible()
      await settled(t.page)
      const asked: string[] = []
      t.between((name, ask, input) => {
        if (!isRead(name)) return ask()
        asked.push(`${name} ${JSON.stringify(input)}`)
        return aSecond(ask)
      })
      await watchTitle(t.page)
      await t.page.evaluate((path) => (location.hash = path), page.path)
      await expect(t.page.getByRole('heading', { name: page.name, level: 1 })).toBeVisible({ timeout: 900 })
      await settled(t.page)
      expect(await placesOfTitle(t.page), page.name).toHaveLength(1)
      expect(asked).toEqual([...new Set(asked)])
    })
  expect(errors).toEqual([])
})

interface Doing {
  readonly path: string
  readonly sends: CallName
  /** Makes it ready to be sent; what is answered sends it. */
  ready(page: Page): Promise<() => Promise<unknown>>
}

const twice = (page: Page, name: string | RegExp) => () =>
  page.getByRole('button', { name }).first().dblclick()

/** Enter, and again before anything can have been answered. */
const enterTwice = (page: Page) => async () => {
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
}

const typed = (page: Page | Locator, name: string | RegExp, text: string) =>
  page.getByRole('textbox', { name }).first().fill(text)

const doings: readonly Doing[] = [
  { path: '/', sends: 'hours.log', ready: async (page) => twice(page, 'Open the shop') },
  {
    path: '/hours',
    sends: 'hours.setSchedule',
    async ready(page) {
      await page.getByRole('tab', { name: 'Weekly hours' }).click()
      await typed(page, 'Monday', '8-18')
      return enterTwice(page)
    },
  },
  { path: '/stock', sends: 'stock.act', ready: async (page) => twice(page, 'Bin: Rye loaf') },
  {
    path: '/promises',
    sends: 'promises.make',
    async ready(page) {
      await page.getByRole('button', { name: 'New promise' }).click()
      await typed(page, 'Who', 'Bert Roth')
      await typed(page, 'Told by when', '+5d 17')
      await typed(page, 'What', 'Two rolls')
      return enterTwice(page)
    },
  },
  {
    path: '/customers',
    sends: 'customers.save',
    async ready(page) {
      await page.getByRole('button', { name: 'Add a customer' }).click()
      await typed(page.getByRole('dialog'), 'Name', 'Bert Roth')
      return enterTwice(page)
    },
  },
  {
    path: '/newsletter',
    sends: 'newsletter.create',
    async ready(page) {
      await t.call('newsletter.remove', { issueId: 1 })
      return twice(page, 'Write the first newsletter')
    },
  },
  {
    path: '/checklists',
    sends: 'checklists.saveLine',
    async ready(page) {
      await typed(page, 'New line', 'Sweep')
      return twice(page, 'Add')
    },
  },
  {
    path: '/settings',
    sends: 'shop.change',
    async ready(page) {
      await typed(page, 'Phone', '030 1')
      return twice(page, /^Save$/)
    },
  },
  { path: '/history', sends: 'shop.undo', ready: async (page) => twice(page, /^Undo: /) },
]

for (const { path, sends, ready } of doings)
  test(`done twice while it takes a second, ${sends} is sent once`, async () => {
    await fillWithOne()
    await goTo(t.page, `#${path}`)
    const send = await ready(t.page)
    const sent: string[] = []
    t.between((name, ask) => {
      if (calls[name as CallName].kind !== 'write' || name.startsWith('drafts.')) return ask()
      sent.push(name)
      return aSecond(ask)
    })
    await send()
    await expect(t.page.getByRole('button', { name: 'Undo', exact: true }).first()).toBeVisible()
    expect(sent).toEqual([sends])
    expect(errors).toEqual([])
  })
