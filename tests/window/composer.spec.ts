import { barriersOf } from '../support/axe.ts'
import { scanAbroad } from '../support/foreign-scanner.ts'
import { expect, launch, test, type BrowserShown } from '../support/window.ts'

let t: BrowserShown

const greeting = 'Hello {{first name|friend}}, welcome'
const many = Array.from({ length: 40 }, (_, n) => `Paragraph ${n + 1} of a long letter.`).join('\n\n')

test.beforeEach(async () => {
  t = await launch({ now: '2026-11-23T08:00:00Z' })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin', language: 'en' })
})

test.afterEach(() => t.close())

const words = () => t.page.getByRole('textbox', { name: 'Words', exact: true })
const chip = (of = words()) => of.getByRole('img', { name: /^First name/ })
const insert = (field = 'Words') => t.page.getByRole('button', { name: `Insert first name: ${field}` })
const toast = (says: string) => t.page.getByText(says, { exact: true }).last()
const mail = () => t.page.frameLocator('iframe')

async function open(...texts: string[]): Promise<number> {
  const blocks = texts.map((text) => ({ kind: 'text' as const, text }))
  const { id } = await t.call('newsletter.create', { subject: 'Advent', blocks })
  await t.page.getByRole('link', { name: /^Newsletter/ }).click()
  await t.page.getByRole('button', { name: /^Open (?!the shop)/ }).click()
  await expect(words().first()).toBeVisible()
  return id
}

/** The text of the first block as it is stored once the composer says so. */
async function stored(issueId: number): Promise<string | undefined> {
  await t.page.keyboard.press('Control+s')
  await expect(t.page.getByText('Saved', { exact: true })).toBeVisible()
  const [first] = (await t.call('newsletter.one', { issueId })).blocks
  return first?.kind === 'text' ? first.text : undefined
}

test('a first name is a chip: one thing for the caret and Backspace, and taken back by the field’s own undo', async () => {
  const { page } = t
  const id = await open(greeting)
  await expect(chip()).toHaveAttribute('title', 'First name, or “friend”')
  await expect(words()).toHaveText('Hello First name, welcome')
  await words().click()
  await page.keyboard.press('Control+Home')
  for (let n = 0; n < 6; n++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('!')
  await expect(words()).toHaveText('Hello First name!, welcome')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await expect(words()).toHaveText('Hello , welcome')
  await expect(chip()).toHaveCount(0)
  expect(await stored(id)).toBe('Hello , welcome')
  while ((await words().textContent()) !== 'Hello First name, welcome') await page.keyboard.press('Control+z')
  await stored(id)
  const acts = (await t.call('shop.acts', { limit: 50 })).map(({ says }) => says)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  expect(await stored(id)).toBe(greeting)
  expect((await t.call('shop.acts', { limit: 50 })).map(({ says }) => says)).toEqual(acts)
  await page.keyboard.press('Control+Home')
  for (let n = 0; n < 6; n++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Delete')
  await expect(words()).toHaveText('Hello , welcome')
})

test('a first name is inserted at the caret, changed where it stands, and typed by hand; unknown fields stay words', async () => {
  const { page } = t
  const id = await open('Dear ,')
  await words().click()
  await page.keyboard.press('Control+Home')
  for (let n = 0; n < 5; n++) await page.keyboard.press('ArrowRight')
  await insert().click()
  await page.getByRole('textbox', { name: 'For readers without a name' }).fill('neighbour')
  await page.keyboard.press('Enter')
  await expect(words()).toBeFocused()
  await page.keyboard.type('!')
  expect(await stored(id)).toBe('Dear {{first name|neighbour}}!,')

  await chip().click()
  await page.getByRole('button', { name: 'Change first name: Words' }).click()
  await expect(page.getByRole('textbox', { name: 'For readers without a name' })).toHaveValue('neighbour')
  expect(await barriersOf(page)).toEqual([])
  await page.getByRole('textbox', { name: 'For readers without a name' }).fill('')
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  expect(await stored(id)).toBe('Dear {{first name}}!,')

  await words().click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('\n\n{{last name}} {{first name|you}')
  await expect(chip()).toHaveCount(1)
  await page.keyboard.type('}')
  await expect(chip()).toHaveCount(2)
  await expect(page.getByText('Wellkept does not know {{last name}}.')).toBeVisible()
  expect(await stored(id)).toBe('Dear {{first name}}!,\n\n{{last name}} {{first name|you}}')

  const subject = page.getByRole('textbox', { name: 'Subject' })
  await subject.click()
  await page.keyboard.press('End')
  await page.keyboard.type(' for ')
  await insert('Subject').click()
  await page.getByRole('button', { name: 'Insert', exact: true }).click()
  await page.keyboard.press('Enter')
  await expect(chip(subject)).toHaveCount(1)
  await stored(id)
  expect((await t.call('newsletter.one', { issueId: id })).subject).toBe('Advent for {{first name}}')
})

test('what is copied is the text as it is stored; what is pasted comes without its looks', async () => {
  const { page } = t
  const id = await open(greeting)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await words().click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(greeting)
  await page.keyboard.press('Control+End')
  await page.keyboard.type('\n\n\n')
  await page.keyboard.press('Control+v')
  await expect(chip()).toHaveCount(2)
  await page.evaluate(async () => {
    const as = (type: string, text: string) => [type, new Blob([text], { type })] as const
    const item = [as('text/html', '<b>Rye</b><br>bread'), as('text/plain', 'Rye\r\nbread')]
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(item))])
  })
  await page.keyboard.press('Control+v')
  await expect(words().locator('b')).toHaveCount(0)
  expect(await stored(id)).toBe(`${greeting}\n\n\n${greeting}Rye\nbread`)
  await page.getByRole('textbox', { name: 'Subject' }).click()
  await page.keyboard.press('End')
  await page.keyboard.press('Control+v')
  await expect(page.getByRole('textbox', { name: 'Subject' })).toHaveText('AdventRye bread')
})

test('a scanner writes nothing into the words, and Ctrl+Z in another field leaves them', async () => {
  const { page } = t
  const id = await open(greeting)
  await page.getByRole('button', { name: 'Offer', exact: true }).click()
  await words().click()
  await page.keyboard.press('Control+End')
  await scanAbroad(page, { keys: [...'4006381333931', 'Enter'], pc: 'american' })
  await expect(page.getByText('“4006381333931” was scanned, and nothing here takes it.')).toBeVisible()
  expect(await stored(id)).toBe(greeting)
  await page.keyboard.type(' back')
  const code = page.getByRole('textbox', { name: 'Code, if there is one' })
  await code.click()
  for (let n = 0; n < 3; n++) await page.keyboard.press('Control+z')
  await expect(words()).toHaveText('Hello First name, welcome back')
  await expect(code).toBeFocused()
})

test('the preview follows the caret without a jump in what is in sight, and a click in it puts the caret there', async () => {
  const { page } = t
  await open('First of all', many)
  const long = words().nth(1)
  const marked = mail().locator('[data-here]')
  const top = () =>
    mail()
      .locator('html')
      .evaluate((html) => html.scrollTop)
  await words().first().click()
  await expect(marked).toHaveText('First of all')
  expect(await top()).toBe(0)
  await long.click()
  await page.keyboard.press('Control+End')
  await expect(marked).toHaveText('Paragraph 40 of a long letter.')
  await expect(marked).toBeInViewport()
  await expect.poll(top).toBeGreaterThan(300)
  await page.waitForTimeout(700)
  const before = await top()
  await page.keyboard.type(' More')
  await expect(marked).toHaveText('Paragraph 40 of a long letter. More')
  expect(await top()).toBe(before)

  await page.keyboard.press('Control+Home')
  await expect(marked).toHaveText('Paragraph 1 of a long letter.')
  await expect(marked).toBeInViewport()
  await mail().getByText('Paragraph 9 of a long letter.').click()
  await expect(long).toBeFocused()
  await expect(marked).toHaveText('Paragraph 9 of a long letter.')
  await page.keyboard.type('See: ')
  await expect(marked).toHaveText('See: Paragraph 9 of a long letter.')
  await mail().getByText('First of all').click()
  await expect(words().first()).toBeFocused()
  expect(await barriersOf(page)).toEqual([])
})

test('the caret stays where it was in a text that is moved with its block', async () => {
  const { page } = t
  await open('One', 'Two')
  await words().nth(1).click()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(words().first()).toBeFocused()
  await page.keyboard.type('-')
  await expect(words().first()).toHaveText('T-wo')
})

test('undo of a removed block brings back what was written in it a moment before, and redo removes it again', async () => {
  const { page } = t
  const id = await open('One', 'Two')
  await words().first().click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' and a new sentence')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await words().first().click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(', with more')
  await page.getByRole('button', { name: 'Remove: Text, block 1 of 2' }).click()
  await expect(words()).toHaveText(['Two'])
  expect(await stored(id)).toBe('Two')
  const [last] = await t.call('shop.acts', { limit: 1 })
  expect(last?.says).toBe('Newsletter “Advent”: Text removed')
  await t.call('shop.undo', {})
  await expect(words()).toHaveText(['One and a new sentence, with more', 'Two'])
  await t.call('shop.redo', {})
  await expect(words()).toHaveText(['Two'])
})

/** From now on nothing is written by a timer: what arrives was written at once. */
const writeOnlyAtOnce = () =>
  t.page.evaluate(() => {
    const later = window.setTimeout
    Object.assign(window, {
      setTimeout: (work: () => void, ms?: number) => (ms === 1500 ? 0 : later(work, ms)),
    })
  })

test('Ctrl+Z right after a block was removed brings it back, and the toast says what was removed', async () => {
  const { page } = t
  const id = await open('One', 'Two', 'Three')
  await writeOnlyAtOnce()
  await words().nth(1).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' and more')
  await page.getByRole('button', { name: 'Remove: Text, block 1 of 3' }).click()
  await expect(words()).toHaveText(['Two and more', 'Three'])
  await expect(page.getByRole('group', { name: 'Text, block 1 of 2' })).toBeFocused()
  await expect(toast('Newsletter “Advent”: Text removed')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(words()).toHaveText(['One', 'Two and more', 'Three'])
  await expect(toast('Undone: Newsletter “Advent”: Text removed')).toBeVisible()
  await page.keyboard.press('Control+y')
  await expect(words()).toHaveText(['Two and more', 'Three'])
  // By keyboard, the last one: the way on goes over the block that took its place.
  await page.getByRole('button', { name: 'Remove: Text, block 2 of 2' }).press('Enter')
  await expect(page.getByRole('group', { name: 'Text, block 1 of 1' })).toBeFocused()
  expect(await barriersOf(page)).toEqual([])
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Remove: Text, block 1 of 1' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Text', exact: true })).toBeFocused()
  await expect(toast('Newsletter “Advent”: Text removed')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(words()).toHaveText(['Two and more'])
  const { blocks } = await t.call('newsletter.one', { issueId: id })
  expect(blocks).toMatchObject([{ text: 'Two and more' }])
})

test('Ctrl+Z takes back a block added by mistake, in which nothing was written, and a move', async () => {
  const { page } = t
  await open('One', 'Two')
  await writeOnlyAtOnce()
  await page.getByRole('button', { name: 'Offer', exact: true }).click()
  const offer = page.getByRole('textbox', { name: 'What is on offer' })
  await expect(offer).toBeFocused()
  await expect(toast('Newsletter “Advent”: Offer added')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(offer).toHaveCount(0)
  await expect(words()).toHaveText(['One', 'Two'])
  await expect(page.getByRole('group', { name: 'Text, block 2 of 2' })).toBeFocused()

  await page.getByRole('button', { name: 'Move up: Text, block 2 of 2' }).click()
  await expect(words()).toHaveText(['Two', 'One'])
  await expect(toast('Newsletter “Advent”: order changed')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(words()).toHaveText(['One', 'Two'])

  // What is being written is the field's own.
  await words().first().click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('!')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(words()).toHaveText(['Two', 'One!'])
  await page.keyboard.press('Control+z')
  await expect(words()).toHaveText(['Two', 'One'])
})

test('words that came from outside are not mixed with what was typed before: Ctrl+Z in them is the shop’s', async () => {
  const { page } = t
  const id = await open('One')
  await words().click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' two')
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('Zero ')
  expect(await stored(id)).toBe('Zero One two')
  await t.call('shop.undo', {})
  await expect(words()).toHaveText('One')
  await page.keyboard.press('Control+End')
  await t.call('shop.redo', {})
  await expect(words()).toHaveText('Zero One two')
  await expect(words()).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(words()).toHaveText('One')
  await page.keyboard.press('Control+Shift+z')
  await expect(words()).toHaveText('Zero One two')
  await page.keyboard.press('Control+End')
  await page.keyboard.type('!')
  await page.keyboard.press('Control+z')
  await expect(words()).toHaveText('Zero One two')
  await page.keyboard.press('Control+z')
  expect(await stored(id)).toBe('Zero One two')
})
