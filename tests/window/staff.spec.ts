import { expect, launch, test, type BrowserShown } from '../support/window.ts'
import { barriersOf } from '../support/axe.ts'

// Each test goes on where the one before it ended.
test.describe.configure({ mode: 'default' })

let t: BrowserShown

test.beforeAll(async () => {
  t = await launch({ now: '2026-11-23T07:00:00Z' })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  await expect(t.page.locator('header')).toContainText('Corner Shop')
})

test.afterAll(() => t.close())

const head = () => t.page.locator('header')
const panel = () => t.page.getByRole('region', { name: 'Who works here' })

test('alone nobody is asked who it is; with a second name it is', async () => {
  const { page } = t
  t.tell({ kind: 'menu', command: 'go:/settings' })
  await panel().getByLabel('Who', { exact: true }).fill('Mia Lang')
  await page.keyboard.press('Enter')
  await expect(panel().getByText('Mia Lang', { exact: true })).toBeVisible()
  await expect(panel().getByLabel('Who', { exact: true })).toHaveValue('')
  await expect(head().getByRole('button', { name: /here|this PC/ })).toHaveCount(0)
  await panel().getByLabel('Who', { exact: true }).fill('Max Lindt')
  await panel().getByLabel('Initials').fill('ml')
  await page.keyboard.press('Enter')
  await expect(panel().getByText('On paper ML is Mia Lang already')).toBeVisible()
  await panel().getByLabel('Initials').fill('')
  await page.keyboard.press('Enter')
  await expect(panel().getByText('MaL')).toBeVisible()
  await expect(head().getByRole('button', { name: 'Who is here?' })).toBeVisible()
  expect(await barriersOf(page)).toEqual([])
})

test('who is chosen by keys stands in the head, and in the history of what is done from then on', async () => {
  const { page } = t
  await head().getByRole('button', { name: 'Who is here?' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Mia Lang' }).press('Enter')
  await expect(head().getByRole('button', { name: 'Mia Lang works at this PC' })).toHaveText('ML')
  await t.call('customers.save', { name: 'Anna Berg' })
  await expect(page.getByRole('menu')).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('max')
  await page.getByText('Max Lindt works at this PC').click()
  await expect(head().getByRole('button', { name: 'Max Lindt works at this PC' })).toBeVisible()
  await t.call('customers.save', { name: 'Bo Berg' })
  t.tell({ kind: 'menu', command: 'go:/history' })
  await expect(page.getByRole('article', { name: 'Anna Berg added' })).toContainText('Mia Lang')
  await expect(page.getByRole('article', { name: 'Bo Berg added' })).toContainText('Max Lindt')
})

test('the PC remembers who was chosen, and forgets who no longer works here', async () => {
  await t.quit()
  t = await launch({ now: '2026-11-23T08:00:00Z', userData: t.userData })
  await expect(head().getByRole('button', { name: 'Max Lindt works at this PC' })).toBeVisible()
  await t.call('staff.save', { name: 'Jo Berg' })
  t.tell({ kind: 'menu', command: 'go:/settings' })
  await panel().getByRole('button', { name: 'No longer here: Max Lindt' }).click()
  await expect(panel().getByText('no longer works here')).toBeVisible()
  await expect(head().getByRole('button', { name: 'Who is here?' })).toBeVisible()
  await panel().getByRole('button', { name: 'Take back: Max Lindt' }).click()
  await expect(head().getByRole('button', { name: 'Max Lindt works at this PC' })).toBeVisible()
})

test('a name is corrected in its row', async () => {
  const { page } = t
  await panel().getByRole('button', { name: 'Change: Mia Lang' }).click()
  await page.keyboard.press('End')
  await page.keyboard.type('e')
  await page.keyboard.press('Enter')
  await expect(panel().getByText('Mia Lange', { exact: true })).toBeVisible()
})
