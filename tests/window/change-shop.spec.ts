import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Shown } from '../support/shown.ts'
import { expect, launch, test, type BrowserShown } from '../support/window.ts'

interface TwoShops {
  readonly t: BrowserShown
  /** Opens the shop as File > Open does, and waits until it is shown. */
  open(name: 'A' | 'B'): Promise<void>
  /** Words of the newsletter of the shop that is open. */
  words(): Promise<string>
}

/** Two shops whose customers and newsletters have the same numbers; A is open. */
async function twoShops(): Promise<TwoShops> {
  const t = await launch({ now: '2026-11-23T08:00:00Z' })
  for (const name of ['B', 'A'] as const) {
    await t.answerDialogs({ save: join(t.folder, name) })
    // The first file takes no dialog, so it is left as it is.
    if (name === 'B') await t.call('shop.setUp', { name: 'First', country: 'DE', zone: 'Europe/Berlin' })
    await t.call('shop.startNew', {})
    await t.call('shop.setUp', { name: `Shop ${name}`, country: 'DE', zone: 'Europe/Berlin' })
    await t.call('customers.save', { name: `Customer of ${name}`, phone: `phone of ${name}` })
    const blocks = [{ kind: 'text' as const, text: `words of ${name}` }]
    await t.call('newsletter.create', { month: '2026-12', subject: name, blocks })
  }
  await expect(t.page.getByRole('banner')).toContainText('Shop A')
  return {
    t,
    async open(name) {
      await t.answerDialogs({ open: join(t.folder, `${name}.wellkept`) })
      await t.call('shop.openOther', {})
      await expect(t.page.getByRole('banner')).toContainText(`Shop ${name}`)
    },
    words: async () => JSON.stringify((await t.call('newsletter.one', { issueId: 1 })).blocks),
  }
}

async function write({ page }: Shown, words: string): Promise<void> {
  await page.getByRole('link', { name: /^Newsletter/ }).click()
  await page.getByRole('button', { name: /^Open (?!the shop)/ }).click()
  await page.getByRole('textbox', { name: 'Words' }).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
}

test('words being typed in one shop’s newsletter stay in it when another is opened', async () => {
  const { t, open, words } = await twoShops()
  await write(t, ' and more of A')
  await open('B')
  // The page of the shop that was left is gone with it.
  await expect(t.page.getByRole('textbox', { name: 'Words' })).toBeHidden()
  await t.page.waitForTimeout(2500)
  expect(await words()).toContain('words of B"')
  expect(await words()).not.toContain('more of A')
  await open('A')
  expect(await words()).toContain('words of A and more of A')
  await t.close()
})

test('a customer’s form that is open cannot be saved over the other shop’s customer', async () => {
  const { t, open } = await twoShops()
  const { page } = t
  await page.getByRole('link', { name: /^Customers/ }).click()
  await page.getByRole('button', { name: 'Customer of A', exact: true }).first().click()
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByRole('textbox', { name: 'Phone' }).fill('typed in A')
  const ofA = await t.opening()

  await open('B')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('textbox', { name: 'Phone' })).toBeHidden()

  const refused = await page.evaluate(
    async (shop) => ({
      write: await window.wellkept.call('customers.save', { name: 'A', customerId: 1 }, undefined, shop),
      read: await window.wellkept.call('customers.one', { customerId: 1 }, undefined, shop),
      paper: await window.wellkept.call(
        'paper.preview',
        { call: 'newsletter.preview', input: { issueId: 1 }, paper: 'A4' },
        undefined,
        shop,
      ),
      nameless: await window.wellkept.call('customers.save', { name: 'A', customerId: 1 }),
    }),
    ofA,
  )
  for (const answer of Object.values(refused))
    expect(answer).toMatchObject({ ok: false, problem: { code: 'other-shop' } })
  expect(await t.call('customers.one', { customerId: 1 })).toMatchObject({
    name: 'Customer of B',
    phone: 'phone of B',
  })
  await t.close()
})

test('saves that are under way while the shop changes land in their own shop or nowhere', async () => {
  const { t, open } = await twoShops()
  const ofA = await t.opening()
  const saving = t.page.evaluate(async (shop) => {
    const answers: string[] = []
    for (let n = 0; n < 400; n++) {
      const answer = await window.wellkept.call('customers.save', { name: `A ${n}` }, undefined, shop)
      answers.push(answer.ok ? 'kept' : answer.problem.code)
    }
    return answers
  }, ofA)
  await open('B')
  const answers = await saving
  const kept = answers.filter((answer) => answer === 'kept').length
  expect(answers.slice(kept).every((answer) => answer === 'other-shop')).toBe(true)
  expect(answers.length - kept).toBeGreaterThan(0)
  const countOf = async () => (await t.call('customers.search', { text: '' })).total
  expect(await countOf()).toBe(1)
  await open('A')
  expect(await countOf()).toBe(1 + kept)
  await t.close()
})

test('dialogs, search, toasts and the row that was opened go with their shop', async () => {
  const { t, open } = await twoShops()
  const { page } = t
  await page.getByRole('link', { name: /^Customers/ }).click()
  await page.getByRole('button', { name: 'Customer of A', exact: true }).first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await t.call('customers.logTouch', { customerId: 1, kind: 'call' })
  await expect(page.getByRole('button', { name: 'Undo', exact: true }).last()).toBeVisible()
  await open('B')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toHaveCount(0)

  await page.keyboard.press('Control+Shift+P')
  await page.getByRole('textbox', { name: 'Who' }).fill('Somebody of B')
  await open('A')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Customer')
  await expect(page.getByText('Customer of A', { exact: true }).last()).toBeVisible()
  await open('B')
  await expect(page.getByRole('textbox', { name: 'Search everywhere' })).toBeHidden()
  await t.close()
})

test('what another program changed in the open file is read again, by the same opening', async () => {
  const { t } = await twoShops()
  const opening = await t.opening()
  const other = new Database(join(t.folder, 'A.wellkept'))
  other.prepare(`UPDATE shop SET name = 'Changed by another program'`).run()
  other.close()
  t.tell({ kind: 'changed', stale: 'all' })
  await expect(t.page.getByRole('banner')).toContainText('Changed by another program')
  expect(await t.opening()).toBe(opening)
  await t.close()
})

test('a change that comes while the window is still being drawn is shown', async () => {
  for (let n = 0; n < 3; n++) {
    const t = await launch()
    await t.call('shop.setUp', { name: `Shop ${n}`, country: 'DE', zone: 'Europe/Berlin' })
    await expect(t.page.getByRole('banner')).toContainText(`Shop ${n}`)
    await t.close()
  }
})

test('each opening has a name of its own, the same file too', async () => {
  const { t, open } = await twoShops()
  const first = await t.opening()
  await open('B')
  await open('A')
  expect(new Set([first, await t.opening()]).size).toBe(2)
  await t.close()
})
