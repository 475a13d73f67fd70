import { expect, launch, test, type BrowserShown } from '../support/window.ts'
import { barriersOf } from '../support/axe.ts'

// Each test goes on where the one before it ended.
test.describe.configure({ mode: 'default' })

let t: BrowserShown

test.beforeAll(async () => {
  t = await launch({ now: '2026-11-23T09:00:00Z' })
  await t.page.clock.setFixedTime('2026-11-23T09:00:00Z')
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  await expect(t.page.locator('header')).toContainText('Corner Shop')
  await t.call('customers.save', { name: 'Anna Berg', phone: '030 1' })
})

test.afterAll(() => t.close())

const goTo = (path: string) => t.tell({ kind: 'menu', command: `go:${path}` })
const row = (what: string) => t.page.locator('[data-index]').filter({ hasText: what })

test('something to do is written down by a key from anywhere, with the customer it is about', async () => {
  const { page } = t
  await page.keyboard.press('Control+Shift+d')
  await expect(page.getByLabel('What is to be done')).toBeFocused()
  await page.keyboard.type('Call back about the cake')
  await page.keyboard.press('Tab')
  await page.getByLabel('By', { exact: true }).fill('yesterday')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Give today or a day that lies ahead')).toBeVisible()
  await page.getByLabel('By', { exact: true }).fill('today')
  await page.keyboard.press('Tab')
  await page.keyboard.type('berg', { delay: 70 })
  await page.getByRole('option', { name: /Anna Berg/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  goTo('/')
  await expect(row('Call back about the cake')).toContainText('due today')
  await row('Call back about the cake').getByRole('link', { name: 'Anna Berg 030 1' }).click()
  const file = page.getByRole('region', { name: 'To do' })
  await expect(file).toContainText('Call back about the cake')
  await expect(file).toContainText('due today')
})

test('a customer has what is to be done for them in their file: written down, put off, done with a word', async () => {
  const { page } = t
  const file = page.getByRole('region', { name: 'To do' })
  await file.getByRole('button', { name: 'Write down' }).click()
  await page.getByLabel('What is to be done').fill('Send the price list')
  await page.getByLabel('By', { exact: true }).fill('fri')
  await page.keyboard.press('Enter')
  await expect(file).toContainText('due Fri, in 4 days')
  await file.getByRole('button', { name: 'More: Send the price list' }).click()
  await page.getByRole('menuitem', { name: 'Tomorrow' }).click()
  await expect(file).toContainText('due tomorrow')
  await file.getByRole('button', { name: 'More: Send the price list' }).click()
  await page.getByRole('menuitem', { name: 'Done, with a word…' }).click()
  await page.getByLabel('What came of it').fill('Was glad of it')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(file).toContainText('23 Nov 2026, done: Send the price list')
  await expect(file).toContainText('Was glad of it')
})

test('Today is worked off by keys: done with a word half said is not done without it', async () => {
  const { page } = t
  goTo('/')
  await expect(row('Call back about the cake').getByRole('button')).toHaveText(['Done', 'Tomorrow'])
  expect(await barriersOf(page)).toEqual([])
  goTo('/actions')
  await row('Call back about the cake').getByRole('button', { name: /^More/ }).click()
  await page.getByRole('menuitem', { name: 'Done, with a word…' }).click()
  await page.getByLabel('What came of it').fill('Wants it')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  goTo('/')
  await expect(row('Call back about the cake').getByRole('button')).toHaveText(['Done …', 'Tomorrow'])
  await row('Call back about the cake')
    .getByRole('button', { name: /^Done …/ })
    .press('Enter')
  await page.getByLabel('What came of it').fill('Wants it bigger')
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click()
  await expect(row('Call back about the cake')).toHaveCount(0)
  const { rows } = await t.call('actions.list', { closed: true })
  expect(rows.map(({ result }) => result)).toContain('Wants it bigger')
})

test('all that is to be done stands on a page of its own; what was done beside it', async () => {
  const { page } = t
  await page.getByRole('link', { name: 'All that is to do' }).click()
  await expect(page.getByText('Nothing to do', { exact: true })).toBeVisible()
  await t.call('staff.save', { name: 'Mia Lang' })
  await t.call('staff.save', { name: 'Max Lindt' })
  await t.call('actions.add', { what: 'Order flour', due: '2026-11-25' })
  await expect(page.getByText('1 thing to do')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('button', { name: 'Done: Order flour' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'On a day, or by somebody…' }).click()
  await page.getByLabel('By', { exact: true }).fill('+1')
  await page.getByRole('combobox', { name: 'Who does it' }).click()
  await page.getByRole('option', { name: 'Mia Lang' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(row('Order flour')).toContainText('due tomorrow, for Mia Lang')
  expect(await barriersOf(page)).toEqual([])
  await page.getByRole('radiogroup', { name: 'Which' }).getByText('Done').click()
  await expect(row('Call back about the cake')).toContainText('Wants it bigger')
  await expect(row('Call back about the cake').getByRole('link', { name: 'Anna Berg 030 1' })).toBeVisible()
  expect(await barriersOf(page)).toEqual([])
})

test('who has collected something is asked whether they are satisfied; a low answer stands on Today for the owner', async () => {
  const { page } = t
  const { id: promiseId } = await t.call('promises.make', {
    customerId: 1,
    what: 'Cake',
    told: '2026-11-24T17:00',
  })
  await t.call('promises.close', { promiseId, inBudget: true, fullScope: true, leftClean: true })
  goTo('/customers?id=1')
  const file = page.getByRole('region', { name: 'To do' })
  await expect(file).toContainText('Ask Anna Berg whether they are satisfied with Cake')
  await file.getByRole('button', { name: /^Asked…/ }).click()
  const dialog = page.getByRole('dialog', { name: 'What did they say?' })
  await dialog.getByLabel('In their words').fill('Too dry')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog.getByText('Say whether they are satisfied.')).toBeVisible()
  await dialog.getByText('Very', { exact: true }).click()
  await expect(dialog.getByLabel('Ask them another day whom they would send to you')).toBeVisible()
  await dialog.getByText('So-so', { exact: true }).click()
  await expect(dialog.getByRole('status')).toContainText('To call them back stands on Today')
  expect(await barriersOf(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(file).toContainText('Anna Berg is not satisfied (“Too dry”): call back')
  await expect(file).toContainText('so-so: Too dry')
  goTo('/')
  await expect(row('Not satisfied')).toContainText('030 1')
  await expect(row('Not satisfied').getByRole('button')).toHaveText(['Done', 'Tomorrow'])
})

test('who sent a customer is said in their file, thanked on Today, and drawn as a tree', async () => {
  const { page } = t
  const dialog = page.getByRole('dialog', { name: 'Who sent Bo Roth?' })
  await t.call('customers.save', { name: 'Bo Roth' })
  await t.call('customers.save', { name: 'Cy Lind' })
  await t.call('referrals.set', { customerId: 3, byId: 2 })
  goTo('/customers?id=2')
  const part = page.getByRole('region', { name: 'Sent by and sent' })
  await expect(part).toContainText('1 customer came through them')
  await part.getByRole('button', { name: 'Sent by…' }).click()
  await dialog.getByLabel('Sent by').fill('lind')
  await page.getByRole('option', { name: /Cy Lind/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('One of your customers')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Cy Lind came through Bo Roth')).toBeVisible()
  await dialog.getByLabel('Sent by').fill('berg')
  await page.getByRole('option', { name: /Anna Berg/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('One of your customers')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await part.getByRole('link', { name: /Anna Berg/ }).click()
  await expect(part).toContainText('1 customer came through them, and 1 more through those')
  const tree = part.getByRole('list', { name: 'Came through Anna Berg' })
  await expect(tree.getByRole('listitem').filter({ hasText: 'Bo Roth' }).getByRole('listitem')).toHaveText([
    'Cy Lind',
  ])
  await expect(page.getByRole('region', { name: 'To do' })).toContainText(
    'Thank Anna Berg for sending Bo Roth',
  )
  expect(await barriersOf(page)).toEqual([])
})
