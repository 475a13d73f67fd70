import { expect, launch, test, type BrowserShown } from '../support/window.ts'
import { barriersOf } from '../support/axe.ts'

// A Tuesday.
const now = '2026-11-24T08:10:00+01:00'
const usual = [
  ['07:00', '12:00'],
  ['14:00', '19:00'],
] as const
const week = {
  mon: usual,
  tue: usual,
  wed: usual,
  thu: usual,
  fri: usual,
  sat: [['08:00', '13:00']] as const,
}

let t: BrowserShown

const start = async (at: string, userData?: string) => {
  t = await launch({ now: at, ...(userData !== undefined && { userData }) })
  await t.page.clock.setFixedTime(new Date(at))
}

const newShop = async (at: string) => {
  await start(at)
  await t.call('shop.setUp', {
    name: 'Corner Shop',
    country: 'DE',
    region: 'BY',
    zone: 'Europe/Berlin',
    language: 'en',
  })
}

const openHours = () => t.page.getByRole('link', { name: /^Hours/ }).click()
const tab = (name: string) => t.page.getByRole('tab', { name })
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await t.page.keyboard.press(key)
}

/** Types a time; AM or PM matters where the PC's language has it, and is passed over elsewhere. */
const typeTime = (time: string, half: 'AM' | 'PM') => t.page.keyboard.type(`${time}${half}`, { delay: 80 })

test.afterEach(() => t.close())

test('keyboard alone sets the week, adds a holiday and logs an opening with a reason', async () => {
  await newShop(now)
  const { page } = t
  await page.getByRole('link', { name: /^Hours/ }).focus()
  await press('Enter')
  await expect(tab('Weekly hours')).toHaveAttribute('aria-selected', 'true')

  await tab('Weekly hours').focus()
  await press('Tab')
  await expect(page.getByRole('textbox', { name: 'Monday' })).toBeFocused()
  await page.keyboard.type('7-12, 14-19')
  await press('Tab')
  await expect(page.getByRole('button', { name: 'Copy the hours of Monday' })).toBeFocused()
  await press('Enter')
  await expect(page.getByRole('menuitem', { name: 'To Tuesday' })).toBeFocused()
  expect(await barriersOf(t.page)).toEqual([])
  await press('ArrowDown', 'ArrowDown', 'ArrowDown')
  await expect(page.getByRole('menuitem', { name: 'To Monday–Saturday' })).toBeFocused()
  await press('Enter')
  await expect(page.getByRole('textbox', { name: 'Saturday' })).toHaveValue('7-12, 14-19')
  await expect(page.getByRole('region', { name: 'What changes' })).toContainText('60 h a week')
  await page.getByRole('textbox', { name: 'Saturday' }).focus()
  await press('Control+A')
  await page.keyboard.type('8-13', { delay: 120 })
  await press('Enter')
  await expect(page.getByText('Opening hours from Tuesday 24 November 2026 saved')).toBeVisible()
  expect((await t.call('hours.schedule', {}))!.week).toEqual({ ...week, sun: [] })

  await tab('Weekly hours').focus()
  await press('ArrowRight')
  await expect(tab('Special days')).toBeFocused()
  await press('Tab')
  await expect(page.getByRole('textbox', { name: 'From when to when, and why' })).toBeFocused()
  await press('Tab')
  await expect(page.getByLabel('Day', { exact: true })).toBeFocused()
  await page.keyboard.type('24 dec', { delay: 120 })
  await page.getByRole('textbox', { name: 'Name' }).focus()
  await page.keyboard.type('Christmas Eve')
  await press('Tab', 'ArrowRight')
  await expect(page.getByRole('radio', { name: 'Other hours' })).toBeChecked()
  await press('Tab')
  await page.keyboard.type('7-12', { delay: 120 })
  await press('Enter')
  await expect(page.getByRole('row', { name: /Christmas Eve 07:00–12:00/ })).toBeVisible()
  await expect(page.getByLabel('Day', { exact: true })).toBeFocused()
  await page.getByRole('button', { name: /^Closed: Christmas Day,.*2026/ }).focus()
  await press('Enter')
  await expect(page.getByRole('row', { name: /Christmas Day closed/ })).toBeVisible()
  const coming = await t.call('hours.specialDays', { from: '2026-12-01', to: '2026-12-31' })
  expect(
    coming.map(({ from, rule: { label, blocks, source } }) => ({ from, label, blocks, source })),
  ).toEqual([
    { from: '2026-12-24', label: 'Christmas Eve', blocks: [['07:00', '12:00']], source: 'owner' },
    { from: '2026-12-25', label: 'Christmas Day', blocks: [], source: 'holiday' },
  ])

  await tab('Special days').focus()
  await press('ArrowLeft', 'ArrowLeft')
  await expect(tab('This month')).toBeFocused()
  await page.getByRole('button', { name: 'Log an earlier time' }).focus()
  await press('Enter')
  await expect(page.getByLabel('Time', { exact: true })).toBeFocused()
  await typeTime('0722', 'AM')
  await page.getByRole('textbox', { name: 'Reason' }).focus()
  await page.keyboard.type('The key was at home')
  await press('Enter')
  await expect(page.getByRole('button', { name: 'Log an earlier time' })).toBeFocused()
  await expect(page.getByText('Open since 07:22 (22 min late)').first()).toBeVisible()
  const { days } = await t.call('hours.adherence', { from: '2026-11-24', to: '2026-11-24' })
  expect(days[0]).toMatchObject({ state: 'missed', reasons: ['The key was at home'] })
})

test('axe finds nothing on any tab, in light and dark, with and without rows', async () => {
  await start(now)
  await t.call('shop.openSample', {})
  await openHours()
  for (const theme of ['light', 'dark'] as const) {
    await t.call('window.setTheme', { theme })
    await expect(t.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
    for (const name of ['This month', 'Weekly hours', 'Special days', 'Signs and texts']) {
      await tab(name).click()
      await expect(t.page.getByRole('tabpanel', { name })).toBeVisible()
      expect(await barriersOf(t.page), `${name}, ${theme}`).toEqual([])
    }
  }
  await t.close()
  await newShop(now)
  await openHours()
  for (const name of ['This month', 'Weekly hours', 'Special days', 'Signs and texts']) {
    await tab(name).click()
    await expect(t.page.getByRole('tabpanel', { name })).toBeVisible()
    expect(await barriersOf(t.page), `${name}, empty`).toEqual([])
  }
})

test('the calendar is walked with arrow keys, a day opened with Enter, and it is drawn in forced colours', async () => {
  await start(now)
  await t.call('shop.openSample', {})
  await openHours()
  const { page } = t
  const days = page.getByRole('slider', { name: /^Day by day/ })
  await days.focus()
  await expect(days).toHaveAttribute('aria-valuetext', /24.*: kept so far/)
  await press('ArrowUp', 'ArrowLeft')
  await expect(days).toHaveAttribute('aria-valuetext', /16.*: missed/)
  const ring = (await days.boundingBox())!
  await press('ArrowRight')
  expect((await days.boundingBox())!.x).toBeGreaterThan(ring.x + ring.width)
  await press('ArrowLeft', 'Enter')
  const rows = page.getByRole('region', { name: 'The rows' })
  await expect(rows.getByRole('heading', { name: 'One day' })).toBeFocused()
  await expect(rows.getByRole('row', { name: /\b16\b.*missed/ })).toHaveCount(1)

  // What is drawn for a kept day: our green, then the text colour that the PC forces.
  const kept = () =>
    page
      .locator('figure canvas')
      .first()
      .evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
        const counts = new Map<string, number>()
        for (let i = 0; i < data.length; i += 4)
          if (data[i + 3] === 255) {
            const rgb = `${data[i]} ${data[i + 1]} ${data[i + 2]}`
            counts.set(rgb, (counts.get(rgb) ?? 0) + 1)
          }
        return [...counts]
          .toSorted((a, b) => b[1] - a[1])
          .slice(0, 3)
          .map(([rgb]) => rgb)
      })
  await expect.poll(kept).toContain('31 86 56')
  await page.emulateMedia({ forcedColors: 'active' })
  await expect.poll(kept).not.toContain('31 86 56')
  expect(await kept()).toContain('0 0 0')
})

test('a shop closed early says so, in its header and on its day', async () => {
  await newShop('2026-11-24T07:00:00+01:00')
  await t.call('hours.setSchedule', { validFrom: '2026-01-01', week: { tue: [['07:00', '19:00']] } })
  await t.call('hours.log', { event: 'open' })
  const { userData } = t
  for (const at of ['15:00', '15:30']) {
    await t.quit()
    await start(`2026-11-24T${at}:00+01:00`, userData)
    if (at === '15:00') await t.call('hours.log', { event: 'close' })
  }
  await expect(t.page.getByText('Closed at 15:00, 4 h before closing time').first()).toBeVisible()
  await openHours()
  await t.page.getByRole('button', { name: 'Each day with its times' }).click()
  await expect(t.page.getByRole('row', { name: /15:00, 4 h early closed early/ })).toBeVisible()
})

test('each figure turns the table into exactly the rows it counts', async () => {
  await start(now)
  await t.call('shop.openSample', {})
  await openHours()
  const { page } = t
  const rows = page.getByRole('region', { name: 'The rows' })
  const body = rows.locator('tbody tr')
  const { opened, closed, streak, noDataDays } = await t.call('hours.adherence', {
    from: '2026-11-01',
    to: '2026-11-30',
  })
  const figures: readonly [name: RegExp, count: number][] = [
    [/^\S+ \d+ of \d+ openings on time(, |$)/, opened.due],
    [/^\S+ \d+ of \d+ closings on time(, |$)/, closed.due],
    [/kept in a row/, streak.days],
    [/openings? not on time$/, opened.due - opened.met],
    [/closings? not on time$/, closed.due - closed.met],
    [/without data, not counted$/, noDataDays],
    [/openings? not known, not counted$/, opened.unknown],
    [/closings? not known, not counted$/, closed.unknown],
  ]
  for (const [name, count] of figures) {
    await page.getByRole('button', { name }).first().click()
    await expect(body).toHaveCount(count)
    await expect(rows.getByRole('heading', { name: new RegExp(`^${count} `) })).toBeFocused()
  }
  await rows.getByRole('button', { name: 'Show all days' }).click()
  await expect(page.getByRole('button', { name: /closings? not known, not counted$/ })).toBeFocused()
  await expect(body).toHaveCount(24)

  await page.getByText('Year', { exact: true }).click()
  await expect(page.getByRole('heading', { name: '2026', exact: true })).toBeVisible()
  expect(await page.locator('*').count()).toBeLessThan(1500)
  await page.getByRole('button', { name: /^Show more of/ }).click()
  await page.getByRole('button', { name: /^Show more of/ }).click()
  await expect(rows.getByRole('row', { name: /\bJan 1\b|\b1 Jan\b/ })).toHaveCount(1)
})

test('all that was not logged is asked at the next start with one key each, a correction keeps the first entry', async () => {
  await newShop('2026-11-23T07:02:00+01:00')
  await t.call('hours.setSchedule', { validFrom: '2026-11-01', week })
  await t.call('hours.log', { event: 'open' })
  await t.quit()
  await start(now, t.userData)
  await openHours()
  const { page } = t
  const asked = page.getByRole('region', { name: /^How were the hours on/ })
  await expect(asked).toContainText('Opening 07:0007:02, 2 min late')
  await expect(asked.getByRole('button', { name: 'Save' })).toBeDisabled()
  expect(await barriersOf(t.page)).toEqual([])
  // From Today the keys answer at once.
  await page.getByRole('link', { name: 'Today' }).click()
  await page
    .getByRole('button', { name: /^Answer/ })
    .first()
    .click()
  await expect(asked.getByRole('group', { name: 'Closing 12:00' }).getByRole('button').first()).toBeFocused()
  await press('o')
  await expect(asked.getByLabel('Closing 12:00: really at')).toBeFocused()
  await typeTime('1210', 'PM')
  await press('Enter')
  await expect(asked.getByRole('group', { name: 'Opening 14:00' }).getByRole('button').first()).toBeFocused()
  await press('d')
  await expect(asked.getByRole('button', { name: 'Did not open' })).toHaveAttribute('aria-pressed', 'true')
  await expect(asked.getByRole('group', { name: 'Closing 19:00' }).getByRole('button').first()).toBeFocused()
  // Half answered, no single key on Today may say otherwise, and what is left can be said at once.
  await page.getByRole('link', { name: 'Today' }).click()
  await expect(page.getByRole('button', { name: /^Answer/ })).toHaveCount(1)
  await expect(page.getByRole('button', { name: /^(As scheduled|Not known)/ })).toHaveCount(0)
  await page.getByRole('button', { name: /^Answer/ }).click()
  await expect(asked.getByRole('button', { name: 'Did not open' })).toHaveAttribute('aria-pressed', 'true')
  await expect(asked.getByRole('button', { name: 'The rest is not known' })).toBeVisible()
  await asked.getByRole('group', { name: 'Closing 19:00' }).getByRole('button').first().focus()
  await press('s')
  await expect(asked.getByRole('button', { name: 'Save' })).toBeFocused()
  await expect(asked.getByRole('button', { name: /^The rest/ })).toHaveCount(0)
  await press('Enter')
  await expect(asked).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Log an earlier time' })).toBeFocused()
  const [monday] = (await t.call('hours.adherence', { from: '2026-11-23', to: '2026-11-23' })).days
  expect(monday!.blocks.map(({ opened, closed }) => [opened.verdict, closed!.verdict, closed!.at])).toEqual([
    ['met', 'reconstructed', '12:10'],
    ['missed', 'reconstructed', '19:00'],
  ])
  await expect(
    page.getByRole('button', { name: '2 openings and closings reconstructed, not counted' }),
  ).toBeVisible()

  await page.getByRole('button', { name: 'Each day with its times' }).click()
  await page.getByRole('button', { name: /^The log of .*23/ }).click()
  const opening = page.getByRole('region', { name: 'Opened 07:02' })
  await opening.getByRole('button', { name: 'Correct the time' }).click()
  await page.getByLabel('Really at').fill('06:58')
  await page.getByLabel('Why it was wrong').fill('The clock of the till was wrong')
  expect(await barriersOf(t.page)).toEqual([])
  await page.getByRole('button', { name: 'Correct', exact: true }).click()
  const corrected = page.getByRole('region', { name: 'Opened 06:58' })
  await expect(corrected).toContainText('First logged as 07:02')
  await expect(corrected).toContainText('The clock of the till was wrong')
})

test('a late opening is asked for its reason once, and its notice goes to the clipboard and into the newsletter', async () => {
  await newShop(now)
  await t.call('hours.setSchedule', { validFrom: '2026-11-01', week })
  await openHours()
  const { page } = t
  await page.getByRole('button', { name: 'Note for the door…' }).click()
  await page.getByLabel('We open at').fill('08:30')
  await expect(page.getByText('We open at 08:30 today instead of 07:00. We are sorry.')).toBeVisible()
  await expect(
    page.frameLocator('iframe[title="Preview of the late notice on A4"]').getByText('08:30'),
  ).toBeVisible()
  await press('Escape')
  await page.getByRole('button', { name: 'Open the shop' }).first().click()
  const why = page.getByRole('region', { name: /^You opened .* Why\?$/ })
  await why.getByRole('textbox', { name: 'Reason' }).fill('Delivery was late')
  expect(await barriersOf(t.page)).toEqual([])
  await why.getByRole('button', { name: 'Save the reason' }).click()
  await expect(why).toHaveCount(0)
  expect((await t.call('hours.adherence', { from: '2026-11-24', to: '2026-11-24' })).reasons).toEqual([
    { reason: 'Delivery was late', count: 1 },
  ])

  await page.getByRole('button', { name: 'Notice for customers…' }).click()
  await page.getByRole('button', { name: 'Copy the text' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(t.copied()).toBe('We opened at 08:10 today instead of 07:00. We are sorry to everyone who waited.')
  const sheet = page.frameLocator('iframe[title="Preview of the late notice on A4"]')
  await expect(sheet.getByText('We opened at')).toBeVisible()
  expect(await barriersOf(t.page)).toEqual([])
  await page.getByRole('button', { name: 'Put into the newsletter' }).click()
  // One toast for one act; the way there is where the button was.
  await expect(page.getByRole('alert')).toHaveText([/^Newsletter .* begun/])
  const there = page.getByRole('button', { name: 'Go to the newsletter of November 2026' })
  await expect(there).toBeFocused()
  const [issue] = await t.call('newsletter.issues', {})
  expect((await t.call('newsletter.one', { issueId: issue!.id })).blocks.at(-1)).toMatchObject({
    kind: 'text',
    text: expect.stringContaining('we opened at 08:10 instead of 07:00'),
  })
  await there.click()
  await expect(page.getByRole('heading', { name: 'Newsletter', exact: true })).toBeVisible()
})

test('opened before the PC was on: the real time takes the place of the late one, and is said beside the figure', async () => {
  await newShop('2026-11-24T07:32:00+01:00')
  await t.call('hours.setSchedule', { validFrom: '2026-11-01', week })
  await openHours()
  const { page } = t
  await page.getByRole('button', { name: 'Open the shop' }).first().click()
  const why = page.getByRole('region', { name: /^You opened 32 min late. Why/ })
  await why.getByRole('button', { name: 'The PC was not on yet…' }).click()
  await expect(why.getByLabel('When did you open, before the PC was on?')).toBeFocused()
  expect(await barriersOf(t.page)).toEqual([])
  await typeTime('0658', 'AM')
  await press('Enter')
  await expect(why).toHaveCount(0)
  await expect(page.getByText('Open since 06:58 (2 min early)').first()).toBeVisible()
  await expect(page.getByRole('button', { name: '1 opening told: the PC was not on yet' })).toBeVisible()
  await page.getByRole('button', { name: 'Each day with its times' }).click()
  await page.getByRole('button', { name: /^The log of .*24/ }).click()
  await expect(page.getByRole('region', { name: 'Opened 06:58' })).toContainText('First logged as 07:32')
})

test('a pause takes two clicks, has its note for the door, and is no late opening', async () => {
  await newShop(now)
  await t.call('hours.setSchedule', { validFrom: '2026-11-01', week })
  await t.call('hours.log', { event: 'open', at: '2026-11-24T07:01', reason: 'Logged at the till' })
  await openHours()
  const { page } = t
  await page.getByRole('button', { name: 'Pause', exact: true }).click()
  expect(await barriersOf(t.page)).toEqual([])
  await page.getByRole('button', { name: 'Back at 08:40' }).click()
  const note = page.getByRole('region', { name: 'Back at 08:40' })
  await expect(note).toContainText('since 08:10')
  await note.getByRole('button', { name: 'Door note…' }).click()
  await expect(
    page.frameLocator('iframe[title="Preview of the pause note on A4"]').getByText('08:40'),
  ).toBeVisible()
  await press('Escape')
  await page.getByRole('banner').getByRole('button', { name: 'End the pause' }).click()
  await expect(note).toHaveCount(0)
  const { opened } = await t.call('hours.adherence', { from: '2026-11-24', to: '2026-11-24' })
  expect(opened).toEqual({ due: 1, met: 1, share: 1, unknown: 0, told: 0 })
})

test('hours from a map that were changed a moment ago are not taken over as they were read before', async () => {
  await newShop(now)
  await t.call('hours.setSchedule', { validFrom: '2026-11-01', week })
  await openHours()
  await tab('Signs and texts').click()
  await t.page.getByRole('button', { name: 'For your web page' }).click()
  const taken = t.page.getByRole('region', { name: 'Take hours over' })
  const text = taken.getByRole('textbox', { name: 'The opening_hours text' })
  await text.fill('Mo-Fr 09:00-18:00')
  await expect(taken.getByText('Understood')).toBeVisible()
  const before = await t.call('hours.schedule', {})
  await taken.getByRole('button', { name: 'Take over' }).evaluate((button: HTMLElement) => {
    const field = document.querySelector<HTMLTextAreaElement>(
      'section[aria-label="Take hours over"] textarea',
    )!
    const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!.set!
    set.call(field, 'Mo-Fr 10:00-17:00')
    field.dispatchEvent(new Event('input', { bubbles: true }))
    button.click()
  })
  await t.page.waitForTimeout(600)
  expect(await t.call('hours.schedule', {})).toEqual(before)
  await expect(text).toHaveValue('Mo-Fr 10:00-17:00')
  await taken.getByRole('button', { name: 'Take over' }).click()
  await expect.poll(async () => (await t.call('hours.schedule', {}))!.week.mon).toEqual([['10:00', '17:00']])
})

test('hours from a map are shown before they are taken over; what is not understood is said', async () => {
  await newShop(now)
  await t.call('hours.setSchedule', { validFrom: '2026-11-01', week })
  await openHours()
  await tab('Signs and texts').click()
  const { page } = t
  await page.getByRole('button', { name: 'For your web page' }).click()
  const taken = page.getByRole('region', { name: 'Take hours over' })
  const text = taken.getByRole('textbox', { name: 'The opening_hours text' })
  await text.fill('Mo-Fr sunrise-sunset')
  await expect(taken.getByText('Not taken over')).toBeVisible()
  expect(await t.call('hours.osm', { text: 'Mo-Fr sunrise-sunset' })).toMatchObject({ understood: false })
  await text.fill('Mo-Fr 09:00-18:00; Sa 09:00-13:00; 2026 Dec 24 off')
  await expect(taken.getByText('Understood')).toBeVisible()
  expect(await barriersOf(t.page)).toEqual([])
  await taken.getByRole('button', { name: 'Take over' }).click()
  await expect(page.getByRole('alert')).toHaveText([/^Opening hours .* taken over, with 1 special day/])
  await expect(text).toBeFocused()
  await expect(text).toBeInViewport()
  expect((await t.call('hours.schedule', {}))!.week).toMatchObject({ mon: [['09:00', '18:00']], sun: [] })
  const special = await t.call('hours.specialDays', { from: '2026-12-24', to: '2026-12-24' })
  expect(special.map(({ rule }) => rule.blocks)).toEqual([[]])

  // Once more: nothing comes, and what the text does not say is named.
  await text.fill('Mo-Fr 09:00-18:00; Sa 09:00-13:00')
  await expect(
    taken.getByText('Nothing changes: these hours and special days are there already.'),
  ).toBeVisible()
  await expect(
    taken.getByText('Not in the text, and left as they are: Closed (Thursday 24 December).'),
  ).toBeVisible()
  await expect(taken.getByRole('button', { name: 'Take over' })).toBeDisabled()
  await text.fill('Mo-Fr 09:00-18:00; Sa 09:00-13:00; 2026 Nov 24 10:00-12:00')
  await expect(taken.getByText('New special day: Special hours (Tuesday 24 November).')).toBeVisible()
})

test('one banner stands at a time, and the next comes when it is answered or put off', async () => {
  await newShop('2026-11-23T07:02:00+01:00')
  await t.call('hours.setSchedule', { validFrom: '2026-11-01', week })
  await t.call('hours.log', { event: 'open' })
  await t.quit()
  await start(now, t.userData)
  await t.call('hours.log', { event: 'close', at: '2026-11-23T19:00', reason: 'Logged at the till' })
  await t.call('hours.log', { event: 'open' })
  await openHours()
  const { page } = t
  const why = page.getByRole('region', { name: /^You opened .* Why\?$/ })
  const asked = page.getByRole('region', { name: /^How were the hours on/ })
  const holidays = page.getByRole('region', { name: 'Holidays to decide' })
  await expect(why).toBeVisible()
  await expect(asked).toHaveCount(0)
  await expect(holidays).toHaveCount(0)
  await expect(page.getByText('2 more things wait for a word from you.')).toBeVisible()
  await page.getByRole('button', { name: 'Show the next' }).click()
  await expect(why).toHaveCount(0)
  await expect(asked).toBeVisible()
  await page.getByRole('button', { name: 'Show the next' }).click()
  await expect(holidays).toBeVisible()
  await page.getByRole('button', { name: 'Show the next' }).click()
  await why.getByRole('textbox', { name: 'Reason' }).fill('Ice')
  await why.getByRole('button', { name: 'Save the reason' }).click()
  await expect(asked).toBeVisible()
  await asked.getByRole('button', { name: 'None is known' }).click()
  await expect(holidays).toBeVisible()
  await expect(page.getByRole('button', { name: 'Show the next' })).toHaveCount(0)
})

test('before anything is logged, and in the first two weeks, words stand where figures and charts will', async () => {
  await newShop('2026-11-02T07:02:00+01:00')
  await t.call('hours.setSchedule', { validFrom: '2026-11-01', week })
  await openHours()
  await expect(t.page.getByText('Nothing is logged yet')).toBeVisible()
  await expect(t.page.locator('.figure-tile')).toHaveCount(0)
  await t.call('hours.log', { event: 'open' })
  await expect(t.page.locator('.figure-tile')).toHaveCount(4)
  await expect(t.page.getByText(/^From Mon 16 Nov on, when two weeks are logged/)).toBeVisible()
  await expect(t.page.locator('canvas')).toHaveCount(0)
  await t.quit()
  await start('2026-11-16T07:00:00+01:00', t.userData)
  await t.call('hours.log', { event: 'close', at: '2026-11-02T12:00', reason: 'Logged at the till' })
  await t.call('hours.log', { event: 'open' })
  await openHours()
  await expect(t.page.locator('canvas')).not.toHaveCount(0)
})

test('hours are typed as a French owner writes them, a corrected day loses its error at once, and one day serves the rest of the week', async () => {
  await newShop(now)
  await openHours()
  const { page } = t
  const day = (name: string) => page.getByRole('textbox', { name, exact: true })
  await day('Monday').fill('fermé')
  await day('Tuesday').fill('6h30-13h, 15h30-')
  await press('Tab')
  await expect(page.getByText('“15h30-” is not understood. Write hours such as 7-12, 14-19.')).toBeVisible()
  await day('Tuesday').focus()
  await press('End', '1')
  await expect(page.getByText(/is not understood/)).toHaveCount(0)
  await page.keyboard.type('9h30')
  await page.getByRole('button', { name: 'Copy the hours of Tuesday' }).click()
  await page.getByRole('menuitem', { name: 'To the rest of the week' }).click()
  await expect(day('Sunday')).toHaveValue('6h30-13h, 15h30-19h30')
  await day('Sunday').fill('')
  await page.getByRole('button', { name: 'Save hours' }).click()
  const blocks = [
    ['06:30', '13:00'],
    ['15:30', '19:30'],
  ]
  await expect
    .poll(async () => (await t.call('hours.schedule', {}))?.week)
    .toEqual({ mon: [], tue: blocks, wed: blocks, thu: blocks, fri: blocks, sat: blocks, sun: [] })
})

test('one line closes the shop for a while, and each promise that falls into it is moved or kept', async () => {
  await newShop(now)
  await t.call('hours.setSchedule', { validFrom: '2026-11-01', week })
  const cake = await t.call('promises.make', { name: 'Ada', what: 'Cake', told: '2026-12-29T10:00' })
  const knife = await t.call('promises.make', { name: 'Bo', what: 'Knife', told: '2026-12-30T10:00' })
  await openHours()
  await tab('Special days').click()
  const { page } = t
  const form = page.getByRole('form', { name: 'Close for a while' })
  await form.getByRole('textbox').first().fill('closed 24.12.-2.1., family')
  await expect(form.getByText('Thursday 24 December – Saturday 2 January 2027: family')).toBeVisible()
  await expect(form.getByText('Back on Monday 4 January 2027 at 07:00.')).toBeVisible()
  const save = form.getByRole('button', { name: 'Close on these days' })
  await form.getByRole('group', { name: 'Cake, Ada' }).getByRole('button', { name: 'Move it' }).click()
  const time = form.getByRole('group', { name: 'Cake, Ada' }).getByLabel('New time')
  await expect(time).toHaveValue('04.01.2027 10:00')
  await expect(time).toBeFocused()
  await expect(form.getByText('Monday 4 January 2027, 10:00', { exact: true })).toBeVisible()
  await time.fill('1 jan 10:00')
  await expect(form.getByText('Friday 1 January 2027 is within the closing.')).toBeVisible()
  await time.fill('3 jan 10:00')
  await expect(form.getByText('You are closed on Sunday 3 January.')).toBeVisible()
  await time.fill('4 jan 6:00')
  await expect(form.getByText('You are closed at that time.')).toBeVisible()
  await time.fill('3 jan')
  await expect(form.getByText('You are closed on Sunday 3 January.')).toBeVisible()
  await time.fill('')
  await expect(form.getByText('Write it as you say it.')).toBeVisible()
  await time.fill('4 jan 10:00')
  await expect(form.getByRole('status').filter({ hasText: 'closed' })).toHaveCount(0)
  await expect(save).toBeDisabled()
  await form.getByRole('group', { name: 'Knife, Bo' }).getByRole('button', { name: 'Keep it' }).click()
  expect(await barriersOf(page)).toEqual([])
  await save.click()
  const told = page.getByRole('dialog', { name: 'Tell your customers' })
  await expect(told.getByText(/^We are closed from Thursday 24 December/)).toBeVisible()
  await expect(
    page.frameLocator('iframe[title="Preview of the closing sign on A4"]').getByText('We are closed'),
  ).toBeVisible()
  expect(await barriersOf(page)).toEqual([])
  const winter = { from: '2026-12-24', to: '2027-01-02', label: 'family' }
  const left = (await t.call('hours.closing', winter)).promises.map(({ promiseId }) => promiseId)
  expect(left).toEqual([knife.id])
  await press('Escape')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect
    .poll(async () => (await t.call('hours.closing', winter)).promises.map(({ promiseId }) => promiseId))
    .toEqual([cake.id, knife.id])
  await expect(page.getByRole('row', { name: /family/ })).toHaveCount(0)
})

test('what may be more of the days than a reason is asked about', async () => {
  await newShop(now)
  await t.call('hours.setSchedule', { validFrom: '2026-11-01', week })
  await openHours()
  await tab('Special days').click()
  const form = t.page.getByRole('form', { name: 'Close for a while' })
  const line = form.getByRole('textbox').first()
  await line.fill('24.12. bis Ende Januar')
  const only = form.getByLabel('That is right: only this day, and “bis Ende Januar” is the reason.')
  const save = form.getByRole('button', { name: 'Close on these days' })
  await expect(only).not.toBeChecked()
  await expect(save).toBeDisabled()
  await only.check()
  await expect(save).toBeEnabled()
  await line.fill('24.12. bis Ende Februar')
  await expect(save).toBeDisabled()
  await line.fill('24.12. bis 31.1.')
  await expect(
    form.getByText('Thursday 24 December – Sunday 31 January 2027: Closed for a while'),
  ).toBeVisible()
  await expect(save).toBeEnabled()
})

test('a closing half-typed before midnight is of the days that were meant, from now on', async () => {
  await newShop('2026-12-24T23:50:00+01:00')
  await t.call('hours.setSchedule', { validFrom: '2026-11-01', week })
  await openHours()
  await tab('Special days').click()
  const line = () => t.page.getByRole('form', { name: 'Close for a while' }).getByRole('textbox').first()
  await line().fill('24.12.-2.1., ill')
  await expect(t.page.getByText('Thursday 24 December – Saturday 2 January 2027: ill')).toBeVisible()
  await expect.poll(async () => (await t.call('drafts.all', {})).length).toBe(1)
  const { userData } = t
  await t.quit()
  await start('2026-12-25T07:00:00+01:00', userData)
  await openHours()
  await tab('Special days').click()
  await expect(line()).toHaveValue('24.12.-2.1., ill')
  await expect(t.page.getByText('Friday 25 December – Saturday 2 January 2027: ill')).toBeVisible()
  await t.page.getByRole('button', { name: 'Close on these days' }).click()
  await expect(t.page.getByRole('dialog', { name: 'Tell your customers' })).toBeVisible()
  const [closing] = await t.call('hours.specialDays', { from: '2026-12-01', to: '2027-12-31' })
  expect(closing).toMatchObject({ from: '2026-12-25', to: '2027-01-02' })
})

test('longer hours over several days say which closed day they would open, and are silent where none is', async () => {
  await newShop(now)
  await t.call('hours.setSchedule', { validFrom: '2026-11-01', week })
  await openHours()
  await tab('Special days').click()
  const form = t.page.getByRole('form', { name: 'Add a special day' })
  await form.getByLabel('Day', { exact: true }).fill('14.12.')
  await form.getByLabel('Last day, if several').fill('24.12.')
  await form.getByText('Other hours').click()
  await form.getByLabel('Hours', { exact: true }).fill('8-20')
  await expect(
    form.getByText(
      'Sunday 20 December 2026 is closed otherwise and opens by this as well. Where it stays closed, add the day itself as closed.',
    ),
  ).toBeVisible()
  expect(await barriersOf(t.page)).toEqual([])
  await form.getByLabel('Last day, if several').fill('19.12.')
  await expect(form.getByText(/closed otherwise/)).toHaveCount(0)
})

test('a special day that a closing takes the place of says so, and has its hours back with the closing removed', async () => {
  await newShop(now)
  await t.call('hours.setSchedule', { validFrom: '2026-11-01', week })
  await t.call('hours.setSpecialDay', {
    day: '2026-12-24',
    blocks: [['07:00', '12:00']],
    label: 'Christmas Eve',
    yearly: true,
  })
  await t.call('hours.closeForWhile', { from: '2026-12-24', to: '2027-01-02', label: 'family', promises: [] })
  await openHours()
  await tab('Special days').click()
  const eve = t.page.getByRole('row', { name: /Christmas Eve/ })
  await expect(eve).toContainText('closed this time: family')
  await t.page.getByRole('button', { name: /^Remove family/ }).click()
  await expect(t.page.getByRole('row', { name: /^.*family/ })).toHaveCount(0)
  await expect(eve).not.toContainText('closed this time')
})

test('the last day of a closing that runs may be past; it is not read as one of next year', async () => {
  await newShop('2026-12-08T08:10:00+01:00')
  await t.call('hours.setSchedule', { validFrom: '2026-11-01', week })
  await t.call('hours.closeForWhile', { from: '2026-12-08', to: '2026-12-11', label: 'krank', promises: [] })
  const { userData } = t
  await t.quit()
  await start('2026-12-10T08:10:00+01:00', userData)
  await openHours()
  await tab('Special days').click()
  await t.page.getByRole('button', { name: /^Change krank/ }).click()
  const form = t.page.getByRole('form', { name: 'Change the special day' })
  const last = form.getByLabel('Last day, if several')
  await last.fill('mi')
  await expect(form.getByText('Wednesday 9 December 2026')).toBeVisible()
  await last.fill('8.12.')
  await form.getByLabel('Day', { exact: true }).fill('7.12.')
  await expect(form.getByText('Monday 7 December 2026')).toBeVisible()
  await form.getByLabel('Day', { exact: true }).fill('8.12.')
  await expect(form.getByText('Tuesday 8 December 2026')).toHaveCount(2)
  await form.getByRole('button', { name: 'Save the change' }).click()
  await expect(form).toHaveCount(0)
  const [closing] = await t.call('hours.specialDays', { from: '2026-12-01', to: '2027-12-31' })
  expect(closing).toMatchObject({ from: '2026-12-08', to: '2026-12-08' })
})

test('a closing is written as it is said, and what is not understood says how', async () => {
  await newShop(now)
  await t.call('hours.setSchedule', { validFrom: '2026-11-01', week })
  await openHours()
  await tab('Special days').click()
  const form = t.page.getByRole('form', { name: 'Close for a while' })
  const line = form.getByRole('textbox').first()
  const save = form.getByRole('button', { name: 'Close on these days' })
  const how = form.getByText(/^Write the first and the last day, and why: .*“until Friday, ill”/)
  await expect(how).toHaveCount(0)
  await line.fill('ill until Friday')
  await expect(how).toBeVisible()
  await expect(save).toBeDisabled()
  expect(await barriersOf(t.page)).toEqual([])
  await line.fill('bis Freitag krank')
  await expect(how).toHaveCount(0)
  await expect(form.getByText('Tuesday 24 November – Friday 27 November: krank')).toBeVisible()
  await save.click()
  await expect(t.page.getByRole('dialog', { name: 'Tell your customers' })).toBeVisible()
  const [closing] = await t.call('hours.specialDays', { from: '2026-11-01', to: '2027-12-31' })
  expect(closing).toMatchObject({ from: '2026-11-24', to: '2026-11-27' })
})
