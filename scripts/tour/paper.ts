import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { goTo } from '../../tests/support/pages.ts'
import { expect, type Tour } from './report.ts'

/** The month's issue, from nothing to drafts in a folder. */
export async function newsletter({ t, folder, picture, note }: Tour): Promise<void> {
  const { page } = t
  await goTo(page, '#/settings')
  await page.getByRole('textbox', { name: 'Postal address' }).fill('12 Harbour Lane, Whitby YO21 3PX')
  await page.getByRole('textbox', { name: 'E-mail' }).fill('hello@harbourlane.example')
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await expect(page.getByText('Shop details changed').last()).toBeVisible()
  await goTo(page, '#/newsletter')
  await page.getByRole('button', { name: 'Write the first newsletter' }).press('Enter')
  await page.getByRole('textbox', { name: 'Subject' }).fill('December at Harbour Lane: stollen is here')
  // By key: the toast of the step before may lie over it, and stays while the mouse is on it.
  await page.getByRole('button', { name: 'Offer', exact: true }).press('Enter')
  await page.keyboard.type('Stollen, 10 % off')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await expect(page.frameLocator('iframe').getByText('Hello Thomas,')).toBeVisible()
  await page.getByRole('main').evaluate((main) => main.scrollTo(0, 0))
  await picture('own-newsletter')
  await t.answerDialogs({ open: folder })
  await page.getByRole('button', { name: 'Write drafts…' }).press('Enter')
  await expect(page.getByText(/\d+ drafts written into/)).toBeVisible()
  const drafts = readdirSync(join(folder, '2026-11 newsletter'))
  note(`${drafts.length} drafts in “2026-11 newsletter”: ${drafts.join(', ')}.`)
}

/** The week as PDF, with a line of the shop's own. */
export async function checklist({ t, folder, picture, note }: Tour): Promise<void> {
  const { page } = t
  await goTo(page, '#/checklists')
  await t.call('checklists.saveLine', {
    part: 'opening',
    text: 'Read the fridges, write the warmest: ____ °C',
  })
  await picture('own-checklists')
  await t.answerDialogs({ save: join(folder, 'weekly-checklist.pdf') })
  await page.getByRole('button', { name: 'Save as PDF…' }).press('Enter')
  await expect(page.getByText(/\.pdf saved$/)).toBeVisible()
  const { lines } = await t.call('checklists.week', { week: '2026-W48', paper: 'A4' })
  note(`weekly-checklist.pdf has ${lines.length} lines.`)
}

/** What is left: settings, and Today in light and dark. */
export async function everyPage({ t, picture, note }: Tour): Promise<void> {
  const { page } = t
  await goTo(page, '#/settings')
  await picture('own-settings')
  await goTo(page, '#/')
  await picture('own-today')
  await t.call('window.setTheme', { theme: 'dark' })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await picture('own-today-dark')
  const { counts } = await t.call('today.list', {})
  const waiting = Object.entries(counts).map(([page, count]) => `${page} ${count}`)
  note(`Waiting at the end: ${waiting.join(', ')}.`)
}
