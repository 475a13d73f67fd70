import { readdirSync, readFileSync } from 'node:fs'
import { saidBy } from '../../src/core/newsletter/blocks.ts'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, launch, test, type BrowserShown } from '../support/window.ts'
import { barriersOf } from '../support/axe.ts'

let t: BrowserShown

test.beforeEach(async () => {
  t = await launch({ now: '2026-11-23T08:00:00Z' })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin', language: 'en' })
  await t.call('hours.setSchedule', {
    validFrom: '2026-01-01',
    week: { mon: [['07:00', '12:00']], tue: [['07:00', '19:00']] },
  })
  await t.page.getByRole('link', { name: /^Newsletter/ }).click()
})

test.afterEach(() => t.close())

test('from nothing to drafts in a folder, with each obstacle said and put right', async () => {
  const { page } = t
  expect(await barriersOf(t.page)).toEqual([])
  await page.getByRole('button', { name: 'Write the first newsletter' }).click()
  await expect(page.getByRole('heading', { name: 'Newsletter for November 2026' })).toBeVisible()
  await expect(page.getByText('The newsletter needs your postal address.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Write drafts…' })).toBeDisabled()

  await t.call('shop.change', { address: 'Market Street 1, 12345 Berlin', email: 'shop@corner.example' })
  const customerIds: number[] = []
  for (const [name, email] of [
    ['Maria Anders', 'maria@x.example'],
    ['Ana Trujillo', 'ana@x.example'],
  ])
    customerIds.push((await t.call('customers.save', { name, email })).id)
  await expect(page.getByText('Nobody yet; not 2 without a yes to mail.')).toBeVisible()
  await t.call('customers.setConsent', { customerIds, answer: 'yes', source: 'asked at the counter' })
  await expect(page.getByText('2 people')).toBeVisible()
  await expect(page.getByText('Before it can go out')).toBeHidden()
  await expect(page.frameLocator('iframe').getByText('Hello Maria,')).toBeVisible()

  await page.getByRole('button', { name: 'Offer', exact: true }).click()
  await page.keyboard.type('Rye <b>bread</b>')
  await expect(page.frameLocator('iframe').getByText('Rye <b>bread</b>')).toBeVisible()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(
    page.getByRole('group', { name: 'Offer, block 2 of 3' }).getByRole('textbox', { name: 'Offer' }),
  ).toBeFocused()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  expect((await t.call('newsletter.one', { issueId: 1 })).blocks.map(({ kind }) => kind)).toEqual([
    'text',
    'offer',
    'hours',
  ])
  expect(await barriersOf(t.page)).toEqual([])

  await t.answerDialogs({ open: t.folder })
  await page.getByRole('button', { name: 'Write drafts…' }).click()
  await expect(page.getByText('2 drafts written into “2026-11 newsletter”.')).toBeVisible()
  expect(readdirSync(join(t.folder, '2026-11 newsletter')).toSorted()).toEqual([
    '001-maria-anders.eml',
    '002-ana-trujillo.eml',
  ])

  await page.getByRole('textbox', { name: 'Subject' }).fill('Rye is back')
  await page.keyboard.press('Control+s')
  // By key: half a second after the click on the button before it, one at its place is the second of a double click.
  const writeAgain = page.getByRole('button', { name: 'Write drafts…' })
  await expect(writeAgain).toBeEnabled()
  await writeAgain.press('Enter')
  const again = page.getByRole('alert').filter({ hasText: 'Whoever got one would get a second.' })
  await expect(again).toContainText('2 drafts written')
  await expect(again).toContainText('the text has changed since')
  await again.getByRole('button', { name: 'Write them again…' }).click()
  await expect(page.getByText('2 drafts written into “2026-11 newsletter (2)”.')).toBeVisible()
  await page.getByRole('button', { name: 'I have sent them' }).click()
  await expect(page.getByRole('button', { name: 'I have sent them' })).toBeHidden()
  expect((await t.call('newsletter.one', { issueId: 1 })).sentAtMs).not.toBeNull()

  await page.getByText('Plain text', { exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'The newsletter as plain text' })).toHaveValue(
    /^Corner Shop\n\nHello Maria,/,
  )
  expect(await barriersOf(t.page)).toEqual([])
})

test('a text put in from elsewhere while an offer is half typed stays in the newsletter, and so does the offer', async () => {
  const { page } = t
  const { id: issueId } = await t.call('newsletter.create', {})
  const { subject, blocks } = await t.call('newsletter.one', { issueId })
  const offer = { kind: 'offer' as const, title: 'Ham', text: '', ends: '2026-11-30' }
  await t.call('newsletter.save', { issueId, subject, blocks: [...blocks, offer] })
  const open = () => page.getByRole('button', { name: /^Open November 2026/ }).click()
  await open()
  await page.getByLabel('Last day').fill('someday')
  await page.getByRole('textbox', { name: 'More about it', exact: true }).fill('From our own smokehouse')
  await page.getByRole('button', { name: 'All newsletters' }).click()
  await t.call('newsletter.append', { block: { kind: 'text', text: 'We are late today' } })

  await open()
  await expect(page.getByText('We are late today').first()).toBeVisible()
  await expect(page.getByText('As you left it')).toBeVisible()
  await page.getByLabel('Last day').fill('2026-11-29')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  expect((await t.call('newsletter.one', { issueId })).blocks.map(saidBy)).toEqual(
    [
      ...blocks,
      { ...offer, text: 'From our own smokehouse', ends: '2026-11-29' },
      { kind: 'text' as const, text: 'We are late today' },
    ].map(saidBy),
  )

  await t.call('shop.undo', {})
  await expect(page.getByRole('textbox', { name: 'More about it', exact: true })).toHaveText('')
  await t.call('shop.redo', {})
  await expect(page.getByRole('textbox', { name: 'More about it', exact: true })).toHaveText(
    'From our own smokehouse',
  )
})

test('words typed into a newsletter whose beginning is undone are saved as soon as it is back', async () => {
  const { page } = t
  const blocks = [{ kind: 'text' as const, text: 'Hello' }]
  const { id: issueId } = await t.call('newsletter.create', { subject: 'Advent', blocks })
  await page.getByRole('button', { name: /^Open (?!the shop)/ }).click()
  await page.getByRole('textbox', { name: 'Words', exact: true }).fill('Hello, typed')
  await t.call('shop.undo', {})
  await expect(page.getByText('no longer there').first()).toBeVisible()
  await t.call('shop.redo', {})
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  expect((await t.call('newsletter.one', { issueId })).blocks.map(saidBy)).toEqual(
    [{ kind: 'text' as const, text: 'Hello, typed' }].map(saidBy),
  )
})

test('an open newsletter follows what another program saves in the file', async () => {
  const { page } = t
  const { id } = await t.call('newsletter.create', { subject: 'Advent' })
  await page.getByRole('button', { name: /^Open (?!the shop)/ }).click()
  await expect(page.getByRole('textbox', { name: 'Subject', exact: true })).toHaveText('Advent')
  const other = new Database(join(t.userData, 'shops/shop.wellkept'))
  other.prepare(`UPDATE newsletterIssues SET subject = 'Epiphany' WHERE id = ?`).run(id)
  other.close()
  t.tell({ kind: 'changed', stale: 'all' })
  await expect(page.getByRole('textbox', { name: 'Subject', exact: true })).toHaveText('Epiphany')
})

test('a mail of several lines stops the newsletter for all whose codes it holds, also where it wrapped one', async () => {
  const { page } = t
  await t.call('shop.change', { address: 'Market Street 1, 12345 Berlin', email: 'shop@corner.example' })
  const names = ['Maria', 'Ana']
  const customerIds: number[] = []
  for (const name of names)
    customerIds.push((await t.call('customers.save', { name, email: `${name}@x.example` })).id)
  await t.call('customers.setConsent', { customerIds, answer: 'yes', source: 'asked at the counter' })
  await page.getByRole('button', { name: 'Write the first newsletter' }).click()
  await t.answerDialogs({ open: t.folder })
  await page.getByRole('button', { name: 'Write drafts…' }).click()
  await expect(page.getByText('2 drafts written into “2026-11 newsletter”.')).toBeVisible()
  const drafts = join(t.folder, '2026-11 newsletter')
  const codes = readdirSync(drafts).map(
    (file) => /NL-\w{8}-\w\w/.exec(readFileSync(join(drafts, file), 'utf8').replaceAll('=\r\n', ''))![0],
  )
  const [whole, broken] = codes as [string, string]
  await page.getByRole('button', { name: 'All newsletters' }).click()
  const form = page.getByRole('form', { name: 'Stop the newsletter for somebody' })
  const field = form.getByLabel('The code in their mail')
  await field.fill(`Stop ${whole}\n> and also ${broken.slice(0, 7)}\n> ${broken.slice(7)}`)
  await field.press('Enter')
  await expect(form.getByText(/^(Ana and Maria|Maria and Ana) get no more newsletters\.$/)).toBeVisible()
  await expect(field).toHaveValue('')
  expect((await t.call('newsletter.audience', {})).recipients).toBe(0)
})
