import { barriersOf } from '../support/axe.ts'
import { picture } from '../support/picture.ts'
import type { Shown } from '../support/shown.ts'
import { expect, launch, test } from '../support/window.ts'

let t: Shown

test.beforeEach(async () => {
  t = await launch()
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  await t.call('customers.save', {
    name: 'Anna Berg',
    phone: '0221 471112',
    email: 'anna@berg.example',
    street: 'Hauptstr. 5',
    city: 'Köln',
    notes: 'Likes rye bread, sliced.',
  })
  await t.call('customers.save', {
    name: 'Anna Berg-Klein',
    phone: '+49 221 471112',
    email: 'a.klein@mail.example',
    city: 'Köln',
    notes: 'No nuts.',
  })
  await t.call('customers.save', { name: 'Bernhard Vogel', phone: '030 555123', city: 'Berlin' })
  await t.call('customers.save', { name: 'Berhnard Vogel', phone: '030 555123' })
  await t.call('customers.save', { name: 'Carla Busch', email: 'carla@busch.example' })
  await t.call('customers.save', { name: 'Busch, Carla', email: 'carla@busch.example', phone: '0421 998877' })
})

test.afterEach(() => t.close())

/** A letter, once the pair has come and been looked at. */
async function press(letter: 'l' | 'm' | 't'): Promise<void> {
  await t.page.waitForTimeout(1000)
  await t.page.keyboard.press(letter)
}

const onFile = async () => (await t.call('customers.search', { limit: 1 })).total

test('pairs are looked at by keyboard alone: one is merged, one left for later, one said to be two', async () => {
  const { page } = t
  await page.getByRole('link', { name: /^Customers/ }).click()
  await expect(page.getByText('3 pairs of customers may be one person')).toBeVisible()
  await picture(t, 'pairs-note')
  await page.getByRole('button', { name: 'Look at them' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'One person, or two?' })
  await expect(dialog.getByText('Same mail address, same name')).toBeVisible()
  await expect(dialog.getByText('1 of 3')).toBeVisible()
  expect(await barriersOf(page)).toEqual([])
  await picture(t, 'pairs-first')
  await press('l')
  await expect(dialog.getByText('2 of 3')).toBeVisible()
  await press('t')
  await expect(dialog.getByText('2 of 2')).toBeVisible()
  await expect(dialog.getByRole('group', { name: 'Anna Berg and Anna Berg-Klein' })).toBeVisible()
  await picture(t, 'pairs-married')
  await dialog.getByRole('radio', { name: 'Anna Berg', exact: true }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(dialog.getByRole('radio', { name: 'Anna Berg-Klein' })).toBeChecked()
  await press('m')
  await expect(dialog.getByText('These were all.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).press('Enter')
  await expect(page.getByText('1 pair of customers may be one person')).toBeVisible()
  expect(await t.call('customers.one', { customerId: 1 })).toMatchObject({
    name: 'Anna Berg-Klein',
    email: 'anna@berg.example',
    notes: 'Likes rye bread, sliced.\nNo nuts.',
  })
  await t.call('shop.undo', {})
  await expect(page.getByText('2 pairs of customers may be one person')).toBeVisible()
})

test('an address is chosen as a whole, and of what one has several the owner can go back to both', async () => {
  const { page } = t
  await t.call('customers.save', { customerId: 2, city: 'Bonn', postcode: '53111', street: 'Allee 2' })
  await t.call('customers.save', { customerId: 2, phone: '+49 221 471112, 0171 998877' })
  await t.call('customers.save', { customerId: 1, phone: '0221 471112, 0221 555555' })
  await page.getByRole('link', { name: /^Customers/ }).click()
  await page.getByRole('button', { name: 'Look at them' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('1 of 3')).toBeVisible()
  await press('l')
  await expect(dialog.getByText('2 of 3')).toBeVisible()
  await press('l')
  await expect(dialog.getByRole('group', { name: 'Anna Berg and Anna Berg-Klein' })).toBeVisible()
  await expect(dialog.getByRole('radiogroup', { name: 'City' })).toHaveCount(0)
  await dialog.getByRole('radio', { name: 'Allee 2, 53111 Bonn' }).check()
  const phones = dialog.getByRole('radiogroup', { name: 'Phone' })
  await expect(phones.getByRole('radio', { name: 'both stay' })).toBeChecked()
  await phones.getByRole('radio', { name: '0171 998877' }).check()
  await phones.getByRole('radio', { name: 'both stay' }).check()
  await picture(t, 'pairs-address')
  expect(await barriersOf(page)).toEqual([])
  await press('m')
  await expect(dialog.getByRole('group', { name: 'Anna Berg and Anna Berg-Klein' })).toHaveCount(0)
  expect(await t.call('customers.one', { customerId: 1 })).toMatchObject({
    street: 'Allee 2',
    postcode: '53111',
    city: 'Bonn',
    otherAddresses: 'Hauptstr. 5, Köln',
    otherMails: 'a.klein@mail.example',
    phone: '0221 471112, 0221 555555, 0171 998877',
  })
})

test('where none are left, it says so', async () => {
  const { page } = t
  for (const ids of [
    { customerId: 1, otherId: 2 },
    { customerId: 3, otherId: 4 },
  ])
    await t.call('customers.twoPeople', ids)
  await page.getByRole('link', { name: /^Customers/ }).click()
  await page.getByRole('button', { name: 'Look at it' }).click()
  await page.getByRole('button', { name: /^Merge/ }).click()
  await expect(page.getByText('No two customers look like one person any more.')).toBeVisible()
  await picture(t, 'pairs-end')
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText(/may be one person/)).toHaveCount(0)
})

test('the next pair is read from its first line on, and in words', async () => {
  const { page } = t
  await page.setViewportSize({ width: 1024, height: 420 })
  await t.call('customers.save', {
    customerId: 1,
    birthday: '29 February 1980',
    language: 'German',
    reachBy: 'phone',
  })
  await t.call('customers.save', {
    customerId: 2,
    birthday: '29 February',
    language: 'French',
    reachBy: 'post',
  })
  await page.getByRole('link', { name: /^Customers/ }).click()
  await page.getByRole('button', { name: 'Look at them' }).click()
  const dialog = page.getByRole('dialog', { name: 'One person, or two?' })
  for (const place of ['1 of 3', '2 of 3', '3 of 3']) {
    await expect(dialog.getByText(place)).toBeInViewport({ ratio: 1 })
    expect(await dialog.evaluate(({ scrollTop }) => scrollTop)).toBe(0)
    if (await dialog.getByText('29 February 1980', { exact: true }).count()) break
    await dialog.evaluate((box) => box.scrollTo(0, 60))
    await press('l')
  }
  for (const [field, ...words] of [
    ['Birthday', '29 February 1980', '29 February'],
    ['Language', 'German', 'French'],
    ['Rather reached by', 'Phone', 'Letter'],
  ] as const)
    for (const word of words)
      await expect(
        dialog.getByRole('radiogroup', { name: field }).getByText(word, { exact: true }),
      ).toHaveCount(1)
  await expect(dialog).not.toContainText(/--02|1980-02|\bde\b/)
})

test('what can stay of both is chosen of one, and of both again', async () => {
  const { page } = t
  await page.getByRole('link', { name: /^Customers/ }).click()
  await page.getByRole('button', { name: 'Look at them' }).click()
  const dialog = page.getByRole('dialog')
  const notes = dialog.getByRole('radiogroup', { name: 'Notes' })
  while ((await notes.count()) === 0) {
    await press('l')
    await page.waitForTimeout(700)
  }
  const both = notes.getByRole('radio', { name: 'Both stay' })
  await expect(both).toBeChecked()
  await notes.getByRole('radio', { name: 'No nuts.' }).check()
  await expect(both).not.toBeChecked()
  await page.waitForTimeout(600)
  await both.check()
  await expect(both).toBeChecked()
  await press('m')
  await expect.poll(async () => (await t.call('customers.search', { text: 'Anna Berg' })).rows.length).toBe(1)
  const [kept] = (await t.call('customers.search', { text: 'Anna Berg' })).rows
  expect((await t.call('customers.one', { customerId: kept!.id })).notes).toBe(
    'Likes rye bread, sliced.\nNo nuts.',
  )
})

test('a pair that is looked at stays where a surer one is found meanwhile', async () => {
  const { page } = t
  await t.call('customers.twoPeople', { customerId: 5, otherId: 6 })
  await page.getByRole('link', { name: /^Customers/ }).click()
  await page.getByRole('button', { name: 'Look at them' }).click()
  const shown = page.getByRole('dialog').locator('.pair')
  await expect(shown).toBeVisible()
  const name = (await shown.getAttribute('aria-label'))!
  for (const phone of ['0511 1', '0511 2'])
    await t.call('customers.save', { name: 'Zoe Hart', email: 'zoe@hart.example', phone })
  await expect(page.getByRole('dialog').getByText(/ of 3$/)).toBeVisible()
  expect((await t.call('customers.pairs', { limit: 1 })).rows[0]!.one.name).toBe('Zoe Hart')
  await expect(shown).toHaveAttribute('aria-label', name)
})

for (const { width, height, scheme } of [
  { width: 1366, height: 768, scheme: 'light' },
  { width: 1366, height: 768, scheme: 'dark' },
  { width: 1024, height: 700, scheme: 'light' },
  { width: 1920, height: 1080, scheme: 'light' },
] as const)
  test(`side by side at ${width} x ${height}, ${scheme}`, async () => {
    const { page } = t
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme: scheme })
    await page.getByRole('link', { name: /^Customers/ }).click()
    await picture(t, `pairs-page-${width}-${scheme}`)
    await page.getByRole('button', { name: 'Look at them' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText('1 of 3')).toBeVisible()
    await press('l')
    await expect(dialog.getByText('2 of 3')).toBeVisible()
    await press('l')
    await expect(dialog.getByText('3 of 3')).toBeVisible()
    await picture(t, `pairs-${width}-${scheme}`)
    expect(await dialog.evaluate((box) => box.scrollWidth <= box.clientWidth)).toBe(true)
    expect(await barriersOf(page)).toEqual([])
  })

test('why two could not be merged comes into sight below a long pair', async () => {
  const { page } = t
  await page.setViewportSize({ width: 1366, height: 741 })
  const alike = { email: 'h@langfeld.example', phone: '030 777', notes: 'n'.repeat(200) }
  await t.call('customers.save', {
    ...alike,
    name: 'Henriette Langfeld',
    mustKnow: 'Nuts '.repeat(90).trim(),
  })
  await t.call('customers.save', {
    ...alike,
    name: 'Henriete Langfeld',
    mustKnow: 'Sesame '.repeat(60).trim(),
  })
  await page.getByRole('link', { name: /^Customers/ }).click()
  await page.getByRole('button', { name: /^Look at/ }).click()
  const pair = page.getByRole('group', { name: /Langfeld and/ })
  for (let n = 0; n < 6 && (await pair.count()) === 0; n++) {
    await page.waitForTimeout(700)
    if ((await pair.count()) === 0) await press('l')
  }
  await expect(pair).toBeVisible()
  await press('m')
  await expect(page.getByText(/What must be known of both is longer/)).toBeInViewport({ ratio: 1 }) // What was refused is not said of what was chosen after it.
  await pair.getByRole('radiogroup', { name: 'Name' }).getByRole('radio').nth(1).check()
  await expect(page.getByText(/What must be known of both is longer/)).toHaveCount(0)
})

test('a letter pressed twice merges one pair, and what is typed for a search that does not open merges none', async () => {
  const { page } = t
  await page.getByRole('link', { name: /^Customers/ }).click()
  await page.getByRole('button', { name: 'Look at them' }).click()
  const dialog = page.getByRole('dialog', { name: 'One person, or two?' })
  await expect(dialog.getByText('1 of 3')).toBeVisible()
  await press('m')
  await page.waitForTimeout(150)
  await page.keyboard.press('m')
  await expect(dialog.getByText('1 of 2')).toBeVisible()
  await page.waitForTimeout(700)
  expect(await onFile()).toBe(5)

  for (const key of ['Control+k', 'Control+Shift+l']) {
    await page.keyboard.press(key)
    await expect(
      page.getByText('Nothing opens over “One person, or two?”. Close it first, with Esc.'),
    ).toBeVisible()
    await page.waitForTimeout(600)
    await page.keyboard.type('max m', { delay: 60 })
    await page.waitForTimeout(300)
    expect(await onFile()).toBe(5)
  }
  await page.waitForTimeout(1600)
  await page.keyboard.press('m')
  await expect.poll(onFile).toBe(4)
})
