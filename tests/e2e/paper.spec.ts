import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { papers } from '../../src/core/paper.ts'
import { launch, type LaunchedApp } from '../support/app.ts'

const week = { call: 'checklists.week', input: { week: '2026-W48' } } as const
const nasty = '<script>parent.hit=1</script><img src=x onerror="parent.hit=2"> & "quoted"'
let t: LaunchedApp

test.beforeAll(async () => {
  t = await launch({ now: '2026-11-23T07:00:00Z' })
  await t.call('shop.setUp', { name: 'Käse & Brot', country: 'DE', zone: 'Europe/Berlin' })
  const day = [['07:00', '19:00']] as [string, string][]
  await t.call('hours.setSchedule', { validFrom: '2026-01-01', week: { mon: day, tue: day, fri: day } })
  for (let n = 1; n <= 12; n++)
    await t.call('checklists.saveLine', {
      part: 'day',
      text: `Line ${n} of the shop ${n === 3 ? nasty : ''}`,
    })
})

test.afterAll(() => t.close())

const pdfText = (file: string) => execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' })
const letters = (text: string) => text.replace(/[\s\p{Cf}]/gu, '')

/** What the window shows in the frame of a preview. */
async function readPreview(url: string): Promise<{ readonly text: string; readonly title: string }> {
  await t.page.evaluate((src) => {
    const frame = document.createElement('iframe')
    frame.src = src
    document.body.append(frame)
    return new Promise((loaded) => (frame.onload = loaded))
  }, url)
  const frame = t.page.frames().find((one) => one.url() === url)!
  const shown = { text: await frame.locator('body').innerText(), title: await frame.title() }
  await t.page.evaluate((src) => document.querySelector(`iframe[src="${src}"]`)!.remove(), url)
  return shown
}

test('the preview is shown in a frame of its own, where scripts are off', async () => {
  const { url } = await t.call('paper.preview', { ...week, paper: 'A4' })
  expect(url).toMatch(/^app:\/\/wellkept\/preview\/[0-9a-f-]{36}$/)
  const seen = await t.page.evaluate(async (src) => {
    const frame = document.createElement('iframe')
    frame.src = src
    document.body.append(frame)
    await new Promise((loaded) => (frame.onload = loaded))
    await new Promise((done) => setTimeout(done, 200))
    return { closed: frame.contentDocument === null, hit: 'hit' in window }
  }, url)
  expect(seen).toEqual({ closed: true, hit: false })
  const frame = t.page.frames().find((one) => one.url() === url)!
  expect(await frame.locator('body').textContent()).toContain(nasty)
  await t.page.evaluate((src) => document.querySelector(`iframe[src="${src}"]`)!.remove(), url)
})

const sandboxed =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src 'self' data:; form-action 'none'; " +
  "base-uri 'none'; frame-ancestors 'self'; sandbox"

test('a preview has a policy of its own, and only known previews are served', async () => {
  const { url } = await t.call('paper.preview', { ...week, paper: 'A4' })
  const answers = await t.app.evaluate(
    async ({ session }, urls) => {
      const found = await Promise.all(urls.map((one) => session.defaultSession.fetch(one)))
      return found.map(({ status, headers }) => [status, headers.get('content-security-policy')])
    },
    [
      url,
      `${url.slice(0, -4)}0000`,
      'app://wellkept/preview/',
      'app://wellkept/preview/x',
      'app://wellkept/preview/empty',
    ],
  )
  expect(answers).toEqual([
    [200, sandboxed],
    [404, null],
    [404, null],
    [404, null],
    // Nothing stands on it but what the window writes there.
    [200, `${sandboxed} allow-same-origin`],
  ])
})

for (const paper of papers)
  test(`the PDF on ${paper} says what the preview says, with its title and page n of m at the foot`, async () => {
    const file = join(t.folder, `${paper}.pdf`)
    await t.answerDialogs({ save: file })
    const { url } = await t.call('paper.preview', { ...week, paper })
    const saved = await t.call('paper.save', { ...week, paper })
    expect(saved).toEqual({ handle: expect.any(String), name: `${paper}.pdf` })

    const shown = await readPreview(url)
    const pages = pdfText(file).split('\f').slice(0, -1)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(shown.title)
      expect(page).toContain(`page ${index + 1} of ${pages.length}`)
    }
    const printed = letters(pages.join(''))
    const said = shown.text.split(/[\n\t]/).filter((line) => line.trim() !== '')
    expect(said.length).toBeGreaterThan(30)
    expect(said.filter((line) => !printed.includes(letters(line)))).toEqual([])
    const size = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(
      execFileSync('pdfinfo', [file], { encoding: 'utf8' }),
    )!
    for (const [index, points] of { A4: [595.3, 841.9], Letter: [612, 792], A5: [419.5, 595.3] }[
      paper
    ].entries())
      expect(Math.abs(Number(size[index + 1]) - points)).toBeLessThan(1.5)
    const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' }).trim().split('\n').slice(2)
    const named = fonts.map((line) => line.replace(/^[A-Z]{6}\+/, ''))
    for (const face of ['Inter', 'SourceSerif4']) expect(named.join('\n')).toContain(face)
    expect(fonts.length).toBeGreaterThan(0)
    expect(fonts.filter((line) => !/ yes (yes|no) +(yes|no) +\d/.test(line))).toEqual([])
  })

test('the name that is proposed comes from the sheet, and cancelling writes nothing', async () => {
  await t.app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = (async (_window: unknown, options: { defaultPath: string }) => {
      ;(globalThis as unknown as { proposed: string }).proposed = options.defaultPath
      return { canceled: true, filePath: '' }
    }) as typeof dialog.showSaveDialog
  })
  const before = readdirSync(t.folder).toSorted()
  expect(await t.call('paper.save', { ...week, paper: 'A4' })).toBe(null)
  const proposed = await t.app.evaluate(() => (globalThis as unknown as { proposed: string }).proposed)
  expect(proposed).toMatch(/[\\/]Käse & Brot[^\\/]*\.pdf$/)
  expect(readdirSync(t.folder).toSorted()).toEqual(before)
})

test('a PDF replaces an older one whole, and a place that cannot be written to is named', async () => {
  const file = join(t.folder, 'again.pdf')
  await t.answerDialogs({ save: file })
  await t.call('paper.save', { ...week, paper: 'A4' })
  await t.call('paper.save', { ...week, paper: 'A5' })
  expect(readFileSync(file, 'latin1')).toMatch(/^%PDF-[^]*%%EOF\s*$/)
  expect(readdirSync(t.folder).filter((name) => name.endsWith('.partial'))).toEqual([])
  await t.answerDialogs({ save: join(t.folder, 'no-such-folder/x.pdf') })
  const problem = await t.problem('paper.save', { ...week, paper: 'A4' })
  expect(problem.code).toBe('not-written')
  expect(problem.message).not.toContain(t.folder)
})

/** What a printer's dialog comes to, as Chromium says it. */
const answerPrinter = (success: boolean, why: string) =>
  t.app.evaluate(
    ({ app }, answer) => {
      app.on('web-contents-created', (_, contents) => {
        contents.print = (_options, done) => done?.(answer.success, answer.why)
      })
    },
    { success, why },
  )

test('what is printed or saved as a PDF is marked as printed, and nothing else is', async () => {
  const sheet = { call: 'checklists.week', input: { week: '2026-W50' }, paper: 'A4' } as const
  const toPrint = async () =>
    (await t.call('shop.acts', {})).filter(({ says }) => /^Week 50: .* marked as printed$/.test(says)).length
  await answerPrinter(false, 'Print job canceled')
  expect(await t.call('paper.print', sheet)).toEqual({ printed: false })
  await answerPrinter(false, 'Invalid printer settings')
  expect((await t.problem('paper.print', sheet)).code).toBe('not-printed')
  expect(await toPrint()).toBe(0)
  await answerPrinter(true, '')
  expect(await t.call('paper.print', sheet)).toEqual({ printed: true })
  expect(await toPrint()).toBe(1)
})

test('a saved file is shown in its folder by its handle', async () => {
  const file = join(t.folder, 'shown.pdf')
  await t.answerDialogs({ save: file })
  const saved = (await t.call('paper.save', { ...week, paper: 'A5' }))!
  await t.app.evaluate(({ shell }) => {
    shell.showItemInFolder = (path) => {
      ;(globalThis as unknown as { shown: string }).shown = path
    }
  })
  await t.call('files.show', { path: saved.handle })
  expect(await t.app.evaluate(() => (globalThis as unknown as { shown: string }).shown)).toBe(file)
})

test('a sheet that is no sheet, or of a call that makes none, is refused', async () => {
  expect(await t.problem('paper.preview', { ...week, paper: 'A0' })).toMatchObject({ code: 'refused' })
  expect(await t.problem('paper.preview', { call: 'shop.details', input: {}, paper: 'A4' })).toMatchObject({
    code: 'refused',
  })
  expect(
    await t.problem('paper.preview', { call: 'checklists.week', input: { week: 'x' }, paper: 'A4' }),
  ).toMatchObject({ code: 'bad-input', field: 'week' })
})

test('address labels lie where the sheet has them, a label to an address, and none is cut', async () => {
  const names = Array.from({ length: 24 }, (_, n) =>
    `Customer ${n} ${n === 7 ? 'von und zu Hohenstein-Wallerberg zu Oberammergau' : ''}`.trim(),
  )
  const ids: number[] = []
  for (const name of names)
    ids.push(
      (await t.call('customers.save', { name, street: 'Weg 2', postcode: '10115', city: 'Berlin' })).id,
    )
  for (const [form, paper, pages] of [
    ['L7160', 'A4', 2],
    ['5160', 'Letter', 1],
    ['C6', 'A4', 24],
  ] as const) {
    await t.answerDialogs({ save: join(t.folder, `labels-${form}.pdf`) })
    await t.call('paper.save', {
      call: 'customers.labels',
      input: { customerIds: ids, form, start: form === 'C6' ? 1 : 4 },
      paper,
    })
    const file = join(t.folder, `labels-${form}.pdf`)
    const text = letters(pdfText(file))
    for (const name of names) expect(text, `${form} ${name}`).toContain(letters(name))
    expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(new RegExp(`Pages: +${pages}\\n`))
  }
  // The first label printed is the fourth of the sheet: the first of the second row, 15.15 + 38.1 mm down.
  const box = execFileSync('pdftotext', ['-bbox', join(t.folder, 'labels-L7160.pdf'), '-'], {
    encoding: 'utf8',
  })
  const [, left, top] = /<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>Customer</.exec(box)!
  expect((Number(left) * 25.4) / 72).toBeCloseTo(7.21 + 4, 0)
  expect((Number(top) * 25.4) / 72).toBeGreaterThan(15.15 + 38.1)
  expect((Number(top) * 25.4) / 72).toBeLessThan(15.15 + 2 * 38.1)
})
