import { expect, test } from 'vitest'
import { testShop, type TestShop } from '../support/shop.ts'

const title = async (t: TestShop) =>
  /<title>([^<]*)/.exec((await t.call('hours.sign', { paper: 'A5', kind: 'pause', at: '10:30' })).html)![1]

async function germanShop() {
  const t = await testShop()
  await t.call('shop.change', { language: 'de' })
  await t.call('hours.setSchedule', { validFrom: '2026-01-01', week: { mon: [['07:00', '19:00']] } })
  return t
}

test('a sentence goes out in the owner’s own words, until the standard ones are wanted back', async () => {
  const t = await germanShop()
  expect(await title(t)).toBe('Corner Shop – Wir sind um 10:30')
  const { act } = await t.answer('shop.setWords', { message: 'door.back', words: ' Gleich da: {time} Uhr ' })
  expect(act?.says).toBe('“Pause” said in your own words')
  expect(await title(t)).toBe('Corner Shop – Gleich da: 10:30')
  expect(await t.call('shop.ownWords', {})).toEqual([
    { message: 'door.back', words: 'Gleich da: {time} Uhr' },
  ])

  await t.call('shop.setWords', { message: 'door.back', words: 'Um {time} Uhr zurück' })
  await t.call('shop.undo', {})
  expect(await title(t)).toBe('Corner Shop – Gleich da: 10:30')
  await t.call('shop.setWords', { message: 'door.back', words: 'Wir sind um {time} Uhr zurück' })
  expect(await t.call('shop.ownWords', {})).toEqual([])
  await t.call('shop.undo', {})
  expect(await title(t)).toBe('Corner Shop – Gleich da: 10:30')
})

test('own words are of one language, and wait while the shop speaks another', async () => {
  const t = await germanShop()
  await t.call('shop.setWords', { message: 'door.back', words: 'Gleich da: {time} Uhr' })
  await t.call('shop.change', { language: 'nl' })
  expect(await title(t)).toBe('Corner Shop – Wij zijn om 10:30')
  expect(await t.call('shop.ownWords', {})).toEqual([])
  await t.call('shop.change', { language: 'de' })
  expect(await title(t)).toBe('Corner Shop – Gleich da: 10:30')
})

test('words without what customers need are refused, and change nothing', async () => {
  const t = await germanShop()
  expect(await t.problem('shop.setWords', { message: 'door.back', words: 'Gleich da' })).toEqual({
    code: 'bad-words',
    message: '{time} must stay in it: customers need it.',
    field: 'words',
  })
  expect(await t.problem('shop.setWords', { message: 'door.nothing', words: 'x' })).toMatchObject({
    code: 'bad-input',
  })
  expect(await title(t)).toBe('Corner Shop – Wir sind um 10:30')
})

test('own words stand escaped on paper and in a mail, and in the mail that stops the newsletter', async () => {
  const t = await germanShop()
  const nasty = '<b>&"wkslotq0q'
  await t.call('shop.change', { address: 'A 1', email: 'a@x.example' })
  await t.call('shop.setWords', { message: 'door.back', words: `${nasty} {time}` })
  await t.call('shop.setWords', { message: 'mail.why', words: `${nasty} {shop}` })
  await t.call('shop.setWords', { message: 'mail.stopLink', words: nasty })
  await t.call('shop.setWords', { message: 'mail.stopSubject', words: nasty })
  const { html } = await t.call('hours.sign', { paper: 'A5', kind: 'pause', at: '10:30' })
  expect(html).toContain('&lt;b&gt;&amp;&quot;wkslotq0q')
  const { id: issueId } = await t.call('newsletter.create', {})
  const mail = await t.call('newsletter.preview', { issueId })
  expect(mail.html).toContain('&lt;b&gt;&amp;&quot;wkslotq0q Corner Shop')
  expect(mail.html).not.toContain('<b>&')
  expect(mail.html).toContain('?subject=%3Cb%3E%26%22wkslotq0q%20NL-')
  expect(mail.text).toContain(`${nasty} Corner Shop`)
})

test.each([
  ['DE', undefined, 'AT', 'de'],
  ['DE', undefined, 'FR', 'fr'],
  ['DE', undefined, 'CH', 'de'],
  ['FR', undefined, 'BE', 'fr'],
  ['DE', 'en', 'FR', 'en'],
  ['CH', undefined, 'IT', 'it'],
  ['CH', 'fr', 'DE', 'fr'],
  ['IT', undefined, 'CA', ''],
] as const)('a shop of %s (%s) that moves to %s speaks %s', async (from, language, to, expected) => {
  const t = await testShop({ setUp: false })
  await t.call('shop.setUp', { name: 'Anders', country: from, zone: 'Europe/Berlin', language })
  expect((await t.call('shop.change', { country: to })).language).toBe(expected)
  expect((await t.call('shop.change', { language: 'es' })).language).toBe('es')
})
