import type { Page } from '@playwright/test'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Language } from '../../src/core/out/languages.ts'
import { goTo, pagesOf, settled } from '../support/pages.ts'
import { leaveOverlay, overlays } from '../support/overlays.ts'
import { expect, launch, test } from '../support/window.ts'

/** Every word that the code counts, in its two forms. */
function countedWords(): readonly (readonly [string, string])[] {
  const root = resolve(import.meta.dirname, '../../src')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  )
  const pairs = files.flatMap((file) => [
    ...readFileSync(join(root, file), 'utf8').matchAll(/'([a-z]+)',\s*'([a-z]+s)'/g),
  ])
  const forms = pairs.flatMap(([, one, many]) =>
    many!.startsWith(one!.slice(0, -1)) && !one!.endsWith('s') ? [[one!, many!] as const] : [],
  )
  return [...new Map(forms.map((form) => [form[1], form])).values()]
}

const words = countedWords()

const dayNames = (language: Language, width: 'long' | 'short', of: 'weekday' | 'month'): readonly string[] =>
  [...Array(12).keys()].map((nth) =>
    new Intl.DateTimeFormat(language, { [of]: width, timeZone: 'UTC' })
      .format(Date.UTC(2026, of === 'month' ? nth : 5, of === 'month' ? 5 : 1 + nth))
      .replace('.', ''),
  )

const namesOf = (language: Language): ReadonlySet<string> =>
  new Set(
    (['long', 'short'] as const).flatMap((width) =>
      (['weekday', 'month'] as const).flatMap((of) => dayNames(language, width, of)),
    ),
  )

const english = new Set([...namesOf('en'), 'Sept'])

/** Dates of other languages, as `lun. 3` and `3 novembre`, that stand in words of this one. */
function datesOfOthers(text: string, own: Language): readonly string[] {
  const others = (['en', 'de', 'fr', 'es', 'it', 'nl'] as const).filter((language) => language !== own)
  const mine = own === 'en' ? english : namesOf(own)
  const names = [...new Set(others.flatMap((language) => [...namesOf(language)]))].filter(
    (name) => ![...mine].some((one) => one.toLowerCase() === name.toLowerCase()),
  )
  const any = `(?:${names.join('|')})`
  const dated = new RegExp(`(?<!\\p{L})${any}\\.?,? \\d|\\d\\.? ${any}(?!\\p{L})`, 'gu')
  return text.match(dated) ?? []
}

/** What no owner should read: a count beside the other form of its word, a value that is none, a slot left open. */
function misprints(text: string): readonly string[] {
  const wrong = words.flatMap(([one, many]) => [
    ...(text.match(new RegExp(`(?<![\\d.,:/–-])\\b1 ${many}\\b[^¦]{0,20}`, 'g')) ?? []),
    ...(text.match(new RegExp(`(?<![\\d.,:/–-])\\b(?:0|[2-9]|[1-9]\\d+) ${one}\\b(?![-–])[^¦]{0,20}`, 'g')) ??
      []),
  ])
  const none =
    text.match(/[^¦]{0,20}(?:undefined|\bNaN\b|\[object|Invalid Date|\{\w+\}|\bnull\b)[^¦]{0,20}/g) ?? []
  return [...wrong, ...none]
}

/** The words of the page itself; those to customers are said to be in their language. */
const windowWords = (page: Page) =>
  page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement
    for (const out of copy.querySelectorAll('[lang], script, style, iframe')) out.remove()
    // Blocks end a sentence; innerText of what is not shown would not part them.
    for (const part of copy.querySelectorAll('p, div, li, td, th, span, button, bdi, h1, h2, h3, dd, dt'))
      part.append(' ¦ ')
    const labels = [...copy.querySelectorAll('[aria-label], [title]')].map(
      (one) => `${one.getAttribute('aria-label') ?? ''} ¦ ${one.getAttribute('title') ?? ''}`,
    )
    return [copy.textContent, ...labels].join(' ¦ ')
  })

async function outWords(page: Page): Promise<string> {
  const inPage = await page.locator('[lang]:visible').allInnerTexts()
  const frames = page.frames().slice(1)
  return [...inPage.slice(1), ...(await Promise.all(frames.map((frame) => frame.innerText('body'))))].join(
    '\n',
  )
}

const samples = [
  { trade: 'baker', country: 'FR', language: 'fr' },
  { trade: 'grocer', country: 'DE', language: 'de' },
  { trade: 'pharmacy', country: 'IT', language: 'it' },
] as const

for (const { trade, country, language } of samples)
  test(`every page of the ${trade}’s sample in ${country} says its counts and dates right, in one language`, async () => {
    test.setTimeout(180_000)
    const t = await launch()
    const { page } = t
    await t.call('shop.openSample', { of: { trade, country } })
    const found: string[] = []
    let seen = 0
    const look = async (where: string) => {
      await settled(page)
      const text = await windowWords(page)
      seen += text.length
      for (const fault of [...misprints(text), ...datesOfOthers(text, 'en')]) found.push(`${where}: ${fault}`)
    }
    for (const { name, path } of await pagesOf(page)) {
      await goTo(page, path)
      await look(name)
      for (const tab of await page.getByRole('main').getByRole('tab').all()) {
        await tab.click()
        await look(`${name}, ${await tab.innerText()}`)
      }
    }
    await goTo(page, '#/hours')
    await page.getByRole('tab', { name: 'Signs and texts' }).click()
    let out = ''
    for (const sheet of ['Opening hours', 'Special days']) {
      await page.getByRole('radiogroup', { name: 'Which sheet' }).getByText(sheet, { exact: true }).click()
      await settled(page)
      await expect.poll(() => outWords(page)).toMatch(/\d/)
      out += await outWords(page)
    }
    await goTo(page, '#/newsletter')
    await page
      .getByRole('button', { name: /^Open (?!the shop)/ })
      .first()
      .click()
    await expect(page.locator('iframe')).toBeVisible()
    await settled(page)
    // The window writes the mail into its frame once that is there.
    await expect.poll(async () => (await outWords(page)).length).toBeGreaterThan(200)
    out += (await outWords(page)).replace(/ ?¦ ?/g, ' ')
    found.push(...datesOfOthers(out, language).map((fault) => `to customers: ${fault}`))
    found.push(
      ...(out.match(
        /\b(?:Closed|Opening hours|until further|Unsubscribe|Back at|We are|Christmas)\b.{0,20}/g,
      ) ?? []),
    )
    expect(seen).toBeGreaterThan(10_000)
    expect(found).toEqual([])
    await t.close()
  })

test('every dialog, drawer and form says its counts and dates right', async () => {
  test.setTimeout(180_000)
  const t = await launch()
  const { page } = t
  await t.call('shop.openSample', {})
  await expect(page.getByRole('banner')).toContainText('Harbour Lane')
  const found: string[] = []
  for (const { name, path, open } of overlays) {
    await goTo(page, path)
    await open(t)
    await settled(page)
    const text = await windowWords(page)
    for (const fault of [...misprints(text), ...datesOfOthers(text, 'en')]) found.push(`${name}: ${fault}`)
    await leaveOverlay(page)
    await goTo(page, path === '#/' ? '#/settings' : '#/')
  }
  expect(found).toEqual([])
  await t.close()
})

test('the look at the words finds what is wrong', () => {
  expect(misprints('1 customers wait ¦ 3 customer wait ¦ NaN % ¦ Back at {time}')).toHaveLength(4)
  expect(misprints('1 customer waits, 3 customers wait; 21 customers, 1.5 days')).toEqual([])
  expect(datesOfOthers('lun. 23 nov. ¦ 24 novembre ¦ Tue 24 Nov', 'en')).toHaveLength(2)
  expect(datesOfOthers('mardi 24 novembre ¦ Thu 24 Dec', 'fr')).toHaveLength(2)
})
