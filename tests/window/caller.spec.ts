import { barriersOf } from '../support/axe.ts'
import { picture } from '../support/picture.ts'
import { expect, launch, test, type BrowserShown } from '../support/window.ts'

let t: BrowserShown

test.beforeEach(async () => {
  t = await launch()
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  await expect(t.page.getByRole('banner')).toContainText('Corner Shop')
})

test.afterEach(() => t.close())

const find = async (text: string) => {
  await t.page.keyboard.press('Control+K')
  await expect(t.page.getByRole('textbox', { name: 'Search everywhere' })).toBeFocused()
  await t.page.keyboard.type(text)
}

const card = () => t.page.locator('.caller-card')

test('half a number shows who is calling; a key logs the call, others promise and write down', async () => {
  const { page } = t
  const { id: customerId } = await t.call('customers.save', {
    name: 'Maria Anders',
    company: 'Anders & Sons',
    phone: '030 1234567 (home), 0171 555777',
    mustKnow: 'Nut allergy: no almonds, no marzipan',
  })
  await t.call('promises.make', { customerId, what: 'Birthday cake for twelve', told: '2099-11-27T17:00' })
  await find('0171-55')
  await expect(card()).toContainText('Maria Anders')
  await expect(card()).toContainText('Must know: Nut allergy: no almonds, no marzipan')
  await expect(card()).toContainText('Birthday cake for twelve')
  await expect(card()).toContainText('Last contactnone yet')
  expect(await barriersOf(page)).toEqual([])
  await page.keyboard.press('Alt+C')
  await expect(card()).toContainText('Call, today')
  await expect(page.getByRole('button', { name: 'The call is logged' })).toBeVisible()
  // Pressed once more it is still one call.
  await page.keyboard.press('Alt+C')
  await expect(page.getByRole('textbox', { name: 'Search everywhere' })).toHaveValue('0171-55')
  await picture(t, 'caller-light')
  await page.setViewportSize({ width: 1024, height: 700 })
  await picture(t, 'caller-1024')
  await page.setViewportSize({ width: 1366, height: 740 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await picture(t, 'caller-dark')
  expect(await barriersOf(page, 'colours')).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })

  await page.keyboard.press('Alt+N')
  await expect(page.getByRole('dialog', { name: 'Contact with Maria Anders' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await page.keyboard.type('Picks it up herself', { delay: 60 })
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const { touches } = await t.call('customers.one', { customerId })
  expect(touches.map(({ kind, note }) => [kind, note])).toEqual([
    ['note', 'Picks it up herself'],
    ['call', ''],
  ])

  await find('555')
  await expect(card()).toContainText('Note, today: Picks it up herself')
  await page.keyboard.press('Alt+P')
  await expect(page.getByRole('dialog', { name: 'New promise to Maria Anders' })).toContainText('Must know')
  await expect(page.getByRole('textbox', { name: 'What' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await find('555')
  await expect(card()).toContainText('Maria Anders')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Maria Anders' })).toBeVisible()
})

test('of several with these digits one card is shown at a time, by the arrows', async () => {
  const { page } = t
  const add = async (name: string, phone: string) => (await t.call('customers.save', { name, phone })).id
  await add('Anna Berg', '030 555111')
  await add('Zoe Martin', '030 555222')
  // However much must be known of one, it is in sight that there are others.
  await t.call('customers.save', { customerId: 1, mustKnow: 'No nuts, no sesame. '.repeat(24).trim() })
  await t.call('customers.pause', { customerId: 1, until: '2099-12-20' })
  await t.call('customers.putAside', { customerId: await add('Moved Away', '030 555333') })
  await find('030 555')
  await expect(card()).toContainText('Anna Berg')
  await expect(card().getByText('1 of 3 with these digits')).toBeInViewport({ ratio: 1 })
  await expect(card()).toContainText('paused until 20 December 2099')
  await page.keyboard.press('ArrowDown')
  await expect(card()).toContainText('2 of 3 with these digits')
  await expect(card()).toContainText('030 555222')
  await page.keyboard.press('ArrowDown')
  await expect(card()).toContainText('Put aside since')
  await picture(t, 'caller-several')
  await page.keyboard.press('ArrowUp')
  await expect(card()).toContainText('030 555222')
  await page.keyboard.press('Alt+C')
  await expect(card()).toContainText('Call, today')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Zoe Martin' })).toBeVisible()
})

test('a number that nobody has is carried over to a new customer', async () => {
  const { page } = t
  await t.call('customers.save', { name: 'Anna Berg', phone: '030 555111' })
  await find('0171 999 888')
  const palette = page.getByRole('dialog')
  await expect(palette.getByText('Nobody has this number.')).toBeVisible()
  await expect(
    palette.getByRole('button', { name: 'Add a customer with the phone 0171 999 888' }),
  ).toBeVisible()
  expect(await barriersOf(page)).toEqual([])
  await picture(t, 'caller-nobody')
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog', { name: 'Add a customer' })
  await expect(form.getByRole('textbox', { name: 'Phone', exact: true })).toHaveValue('0171 999 888')
  await expect(form.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused()
})

test('what must be known stands whole on the card, however long the company and the name are', async () => {
  const { page } = t
  await t.call('customers.save', {
    name: 'Karl-Theodor Maria Nikolaus Johann Jacob Philipp Franz Joseph Sylvester von der Langenwiese',
    company: 'Gemeinnützige Gesellschaft zur Förderung der Kinderbetreuung Berlin-Mitte mbH',
    phone: '030 8181818',
    mustKnow: 'Severe peanut allergy and tree nuts, carries epinephrine; also intolerant to lactose',
  })
  for (const width of [1366, 800]) {
    await page.setViewportSize({ width, height: 560 })
    await find('8181818')
    await expect(card()).toContainText('Must know')
    const { right, within } = await card().evaluate((on) => ({
      right: on.querySelector('.must-know')!.getBoundingClientRect().right,
      within: on.closest('[role=dialog]')!.getBoundingClientRect().right,
    }))
    expect(right).toBeLessThan(within)
    await page.keyboard.press('Escape')
    await expect(card()).toHaveCount(0)
  }
})

test('the next call with the same digits is another one: logged anew, and it begins with the first', async () => {
  const { page } = t
  const { id: customerId } = await t.call('customers.save', { name: 'Anna Berg', phone: '0171 2345678' })
  await t.call('customers.save', { name: 'Ben Berg', phone: '0171 2345678' })
  const logged = async () => (await t.call('customers.one', { customerId })).touches.length
  for (const calls of [1, 2]) {
    await find('0171 2345')
    await expect(card()).toContainText('1 of 2 with these digits')
    const [first] = (await t.call('customers.byPhone', { digits: '01712345' })).callers
    await expect(card()).toContainText(first!.name)
    await expect(page.getByRole('button', { name: 'Log the call' })).toBeVisible()
    if (first!.id === customerId) {
      await page.keyboard.press('Alt+C')
      await expect(page.getByRole('button', { name: 'The call is logged' })).toBeVisible()
      expect(await logged()).toBe(calls)
    }
    await page.keyboard.press('ArrowDown')
    await expect(card()).toContainText('2 of 2 with these digits')
    await page.keyboard.press('Escape')
    await expect(card()).toHaveCount(0)
  }
  expect(await logged()).toBe(2)
})

test('of two who may be calling each is logged once, whichever card is shown again', async () => {
  const { page } = t
  const caller = () => card().locator('.caller-name')
  const ids: number[] = []
  for (const name of ['Olga Berg', 'Otto Berg'])
    ids.push((await t.call('customers.save', { name, phone: '030 7654321' })).id)
  await find('7654321')
  await expect(caller()).toContainText('Olga Berg')
  await page.keyboard.press('Alt+C')
  await expect(page.getByRole('button', { name: 'The call is logged' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(caller()).toContainText('Otto Berg')
  await page.keyboard.press('Alt+C')
  await expect(page.getByRole('button', { name: 'The call is logged' })).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await expect(caller()).toContainText('Olga Berg')
  await expect(page.getByRole('button', { name: 'The call is logged' })).toBeVisible()
  await page.keyboard.press('Alt+C')
  for (const customerId of ids)
    expect((await t.call('customers.one', { customerId })).touches).toHaveLength(1)
})
