import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Sent } from '../../src/core/calls.ts'
import { languages } from '../../src/core/out/languages.ts'
import { papers } from '../../src/core/paper.ts'
import { launch, type LaunchedApp } from '../support/app.ts'

const nasty = '<b>Inventory</b> & "more"'
const longName = `The Corner Shop of ${'Maria Anders and Daughters '.repeat(6)}`.trim()
let t: LaunchedApp

test.beforeAll(async () => {
  t = await launch({ now: '2026-11-23T05:30:00Z' })
  await t.call('shop.setUp', { name: 'Käse & Brot', country: 'DE', zone: 'Europe/Berlin', language: 'en' })
  const day = [
    ['07:00', '12:00'],
    ['14:00', '19:00'],
  ] as [string, string][]
  await t.call('hours.setSchedule', {
    validFrom: '2026-01-01',
    week: { mon: day, tue: day, wed: [['07:00', '12:00']], thu: day, fri: day, sat: [['20:00', '02:00']] },
  })
  await t.call('hours.setSpecialDay', {
    day: '2026-12-24',
    blocks: [['08:00', '12:00']],
    label: 'Christmas Eve',
  })
  await t.call('hours.setSpecialDay', {
    day: '2026-12-25',
    to: '2026-12-26',
    closed: true,
    label: 'Christmas',
  })
  await t.call('hours.setSpecialDay', { day: '2027-01-04', closed: true, label: nasty })
})

test.afterAll(() => t.close())

const tool = (name: string, ...args: string[]) => execFileSync(name, args, { encoding: 'utf8' })
const letters = (text: string) => text.replace(/[\s\p{Cf}]/gu, '')

/** The lines that the window shows in the frame of a preview. */
async function readPreview(url: string): Promise<readonly string[]> {
  await t.page.evaluate((src) => {
    const frame = document.createElement('iframe')
    frame.src = src
    document.body.append(frame)
    return new Promise((loaded) => (frame.onload = loaded))
  }, url)
  const frame = t.page.frames().find((one) => one.url() === url)!
  const text = await frame.locator('body').innerText()
  await t.page.evaluate((src) => document.querySelector(`iframe[src="${src}"]`)!.remove(), url)
  return text.split(/[\n\t]/).filter((line) => line.trim() !== '')
}

/** A sign as PDF, checked as paper: one page of its size, whole words within it, its fonts inside. */
async function printSign(
  paper: (typeof papers)[number],
  input: Omit<Sent<'hours.sign'>, 'paper'>,
): Promise<string> {
  const file = join(t.folder, `${input.kind ?? 'hours'}-${paper}.pdf`)
  await t.answerDialogs({ save: file })
  const sheet = { call: 'hours.sign', input, paper } as const
  const { url } = await t.call('paper.preview', sheet)
  await t.call('paper.save', sheet)
  const said = await readPreview(url)
  const info = tool('pdfinfo', file)
  expect(info).toMatch(/Pages:\s+1\n/)
  const size = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(info)!.slice(1).map(Number) as [number, number]
  const points = { A4: [595.3, 841.9], Letter: [612, 792], A5: [419.5, 595.3] }[paper]
  for (const [i, expected] of points.entries()) expect(Math.abs(size[i]! - expected)).toBeLessThan(1.5)
  const text = tool('pdftotext', '-raw', file, '-')
  expect(said.filter((line) => !letters(text).includes(letters(line)))).toEqual([])
  expect(text).not.toContain('page 1')
  const fonts = tool('pdffonts', file).trim().split('\n').slice(2)
  const named = fonts.map((line) => line.replace(/^[A-Z]{6}\+/, ''))
  for (const face of ['Inter', 'SourceSerif4']) expect(named.join('\n')).toContain(face)
  expect(fonts.length).toBeGreaterThan(0)
  expect(fonts.filter((line) => !/ yes (yes|no) +(yes|no) +\d/.test(line))).toEqual([])
  // No word is nearer to an edge than a centimetre.
  const margin = 28
  const boxes = tool('pdftotext', '-bbox', file, '-').matchAll(
    /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">/g,
  )
  for (const [, x1, y1, x2, y2] of boxes) {
    expect(Number(x1)).toBeGreaterThan(margin)
    expect(Number(y1)).toBeGreaterThan(margin)
    expect(Number(x2)).toBeLessThan(size[0] - margin)
    expect(Number(y2)).toBeLessThan(size[1] - margin)
  }
  return text
}

for (const paper of papers) {
  test(`the door sign on ${paper} is one page with the week and the special days, nothing cut off`, async () => {
    const text = await printSign(paper, {})
    for (const words of ['Käse & Brot', 'Opening hours', 'Wednesday', '20:00–02:00', 'Christmas Eve', nasty])
      expect(letters(text)).toContain(letters(words))
  })

  test(`the other signs on ${paper} are one page each`, async () => {
    expect(letters(await printSign(paper, { kind: 'holidays' }))).toContain('SpecialdaysThursday24December')
    expect(letters(await printSign(paper, { kind: 'late', at: '07:20' }))).toContain(
      'Weopenat07:20today.Wearesorry.',
    )
    const note = 'At the bank and then at the post office. '.repeat(4).trim()
    const pause = letters(await printSign(paper, { kind: 'pause', at: '14:30', note }))
    expect(pause).toContain('Backat14:30')
    expect(pause).toContain(letters(note))
  })
}

test('signs in each language are one page, the longest words of a late opening too', async () => {
  for (const language of languages) {
    await t.call('shop.change', { language })
    const closed = {
      en: 'closed',
      de: 'geschlossen',
      fr: 'fermé',
      es: 'cerrado',
      it: 'chiuso',
      nl: 'gesloten',
    }
    expect(letters(await printSign('A5', {}))).toContain(closed[language])
    await printSign('A5', { kind: 'late', at: '07:20' })
  }
  await t.call('shop.change', { language: 'en' })
})

test('a sign with a long name, six blocks a day and very many special days is still one page', async () => {
  await t.call('shop.change', { name: longName })
  const blocks = (n: number): [string, string][] =>
    Array.from({ length: 6 }, (_, i) => [
      `${String(3 * i + 2).padStart(2, '0')}:0${n}`,
      `${3 * i + 3}:00`.padStart(5, '0'),
    ])
  await t.call('hours.setSchedule', {
    validFrom: '2026-02-01',
    week: {
      mon: blocks(1),
      tue: blocks(2),
      wed: blocks(3),
      thu: blocks(4),
      fri: blocks(5),
      sat: blocks(6),
      sun: blocks(7),
    },
  })
  for (let n = 1; n <= 20; n++)
    await t.call('hours.setSpecialDay', {
      day: `2026-12-${String(n).padStart(2, '0')}`,
      blocks: blocks(n % 9),
      label: `A special day with a long name, number ${n}, `.repeat(2).trim(),
    })
  for (const paper of papers)
    for (const kind of ['hours', 'holidays'] as const)
      expect(letters(await printSign(paper, { kind }))).toContain(letters(longName))
})
