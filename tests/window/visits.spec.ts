import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { barriersOf } from '../support/axe.ts'
import { expect, launch, test } from '../support/window.ts'
import type { Shown } from '../support/shown.ts'

let t: Shown

test.beforeEach(async () => {
  t = await launch({ now: '2026-11-30T09:00:00+01:00' })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  await t.call('customers.save', { name: 'Anna Berg', phone: '030 1' })
  await t.call('customers.save', { name: 'Bo Lind', phone: '030 2' })
  await t.page.getByRole('link', { name: /^Customers/ }).click()
})

test.afterEach(() => t.close())

/** A list of purchases of a web shop: Anna came every nine days, one order of two articles. */
function salesFile(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'wellkept-visits-')), 'orders.csv')
  const head = 'Name,Email,Financial Status,Total,Created at,Lineitem name,Billing Name,Cancelled at'
  const order = (n: number, day: string) => `#${n},,paid,12.50,${day} 10:00:00 +0200,Tea,Anna Berg,`
  writeFileSync(
    path,
    [
      head,
      order(1, '2026-09-30'),
      '#1,,,,,Cake,,',
      order(2, '2026-10-09'),
      order(3, '2026-10-18'),
      order(4, '2026-10-27'),
      '#5,,paid,8.00,2026-10-28 10:00:00 +0100,Tea,Zoe Winter,',
      '#6,,refunded,8.00,2026-10-29 10:00:00 +0100,Tea,Anna Berg,',
    ].join('\n'),
  )
  return path
}

test('purchases are looked at, imported, and say who stays away unlike themselves', async () => {
  const { page } = t
  await t.answerDialogs({ open: salesFile() })
  await page.getByRole('button', { name: 'Import visits' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import visits' })
  await expect(
    dialog.getByText('4 new, 0 changed, 0 on file already, 2 left out, 1 line more of the same visits'),
  ).toBeVisible()
  await expect(
    dialog.getByText('Nobody on file is known by “Zoe Winter”. The line was left out.'),
  ).toBeVisible()
  await expect(dialog.getByRole('cell', { name: '12,50' }).first()).toBeVisible()
  expect(await barriersOf(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Import 4 visits' }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toHaveCount(0)

  const today = page.getByRole('region', { name: 'Who to contact today' })
  await expect(today.getByText('Came every 9 days, silent for 34')).toBeVisible()
  await page.getByRole('combobox', { name: 'Who is listed' }).click()
  await page.getByRole('option', { name: 'Quiet regulars' }).click()
  const row = page.getByRole('row', { name: /Anna Berg/ })
  await expect(row.getByRole('cell', { name: 'Came every 9 days, silent for 34' })).toBeVisible()
  await expect(page.getByRole('row', { name: /Bo Lind/ })).toHaveCount(0)
  expect(await barriersOf(page)).toEqual([])

  await row.getByRole('button', { name: /^Anna Berg/ }).click()
  const visits = page.getByRole('region', { name: 'Visits' })
  await expect(visits.getByText('Came every 9 days, silent for 34.')).toBeVisible()
  await expect(
    visits.getByText('4 visits, the last on 27 Oct 2026; none of their 3 pauses was this long.'),
  ).toBeVisible()
  await visits.getByRole('button', { name: 'Why not how likely they are still with us?' }).click()
  await expect(visits.getByText(/^Not enough data to say who is still with us: 1 customer/)).toBeVisible()
  await expect(page.getByText('Was here: order #4, 12,50')).toBeVisible()
  expect(await barriersOf(page)).toEqual([])
})

test('that somebody came is one key, and can be taken back', async () => {
  const { page } = t
  const row = page.getByRole('row', { name: /Bo Lind/ })
  await row.getByRole('button', { name: 'Log a contact with Bo Lind' }).click()
  await page.getByRole('menuitem', { name: 'Was here today' }).click()
  await expect(page.getByText('Bo Lind was here today')).toBeVisible()
  await row.getByRole('button', { name: /^Bo Lind/ }).click()
  const visits = page.getByRole('region', { name: 'Visits' })
  await expect(
    visits.getByText(/^Came on 1 day, last here today; not enough data for a rhythm/),
  ).toBeVisible()
  const toast = page.locator('[id^=act-]', { hasText: 'Bo Lind was here today' })
  await toast.getByRole('button', { name: 'Undo' }).click()
  await expect(visits.getByText('No visit was noted yet.')).toBeVisible()
  await visits.getByRole('button', { name: 'Bo Lind was here today' }).press('Enter')
  await expect(visits.getByText(/^1 visit, the last on 30 Nov 2026/)).toBeVisible()
  await page.waitForTimeout(600)
  await visits.getByRole('button', { name: 'Bo Lind was here today' }).press('Enter')
  await expect(visits.getByText('Bo Lind was here already today. Nothing was changed.')).toBeVisible()
  await expect(page.getByText(/^On file since 30 Nov 2026/)).toBeVisible()
})
