import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dispatch } from '../../src/main/store/dispatch.ts'
import { lintMail } from '../support/mail-lint.ts'
import { newsletterShop, type NewsletterShop } from '../support/newsletter-shop.ts'
import {
  body,
  draftsIn,
  hasPython,
  mailparser,
  postalMime,
  python,
  type Said,
} from '../support/parse-mail.ts'

const nastyNames = [
  'Maria Anders',
  'Antonio Moreno Taquería',
  'Blondesddsl père et fils',
  'Brown, Jr.',
  '"Quoted" \\ Name',
  'CON',
  '../../etc/passwd',
  'Eve\r\nBcc: all@evil.example',
  'Nul\0l',
  'Sep\u2028arated',
  '=?UTF-8?Q?evil?=',
  '日本 太郎',
  '<script>alert(1)</script>',
  "O'Brien",
  '.',
  'x'.repeat(200),
]

test('every draft parses alike everywhere and says what its preview says', async () => {
  const t = await newsletterShop()
  await t.call('shop.change', { name: 'Käse & Brot' })
  t.people(nastyNames.map((name, i) => ({ name, email: `p${i}@x.example` })))
  const { id } = await t.issue({
    subject: 'Neues für {{first name}} =?x?=',
    blocks: [
      { kind: 'text', text: 'Hello {{first name|neighbour}},\n\nFrom here on.\n.\n..\n=C3 é 日本 👩‍👩‍👧' },
      { kind: 'hours' },
      { kind: 'offer', title: 'Rye <bread>', text: 'Two & one', ends: '2026-12-24' },
    ],
  })
  const answer = await t.answer('newsletter.exportMail', { issueId: id, folder: t.folder, as: 'eml-each' })
  const n = nastyNames.length
  expect(answer.result).toEqual({
    ok: true,
    value: { files: n, recipients: n, folder: '2026-11 newsletter' },
  })
  expect(answer.act?.says).toBe('Newsletter “Neues für friend =?x?=” marked as exported (16 drafts)')
  expect(await t.call('newsletter.one', { issueId: id })).toMatchObject({
    exportedAtMs: t.now,
    exportedTo: n,
  })

  const folder = join(t.folder, '2026-11 newsletter')
  const drafts = draftsIn(folder)
  expect(drafts.map(({ name }) => name).slice(0, 8)).toEqual([
    '001-maria-anders.eml',
    '002-antonio-moreno-taqueria.eml',
    '003-blondesddsl-pere-et-fils.eml',
    '004-brown-jr.eml',
    '005-quoted-name.eml',
    '006-con.eml',
    '007-etc-passwd.eml',
    '008-eve-bcc-all-evil-example.eml',
  ])
  const said: Said[] = []
  for (const [i, { bytes }] of drafts.entries()) {
    expect(lintMail(bytes)).toEqual([])
    const preview = await t.call('newsletter.preview', { issueId: id, customerId: i + 1 })
    const wanted = {
      from: ['Käse & Brot', 'shop@corner.example'],
      to: [nastyNames[i]!.replace(/[\r\n\u2028]+/, ' ').replace('\0', ''), `p${i}@x.example`],
      subject: preview.subject,
      text: body(preview.text),
      html: body(preview.html),
    } satisfies Record<keyof Said, unknown>
    expect(await postalMime(bytes)).toEqual(wanted)
    expect(await mailparser(bytes)).toEqual(wanted)
    said.push(await postalMime(bytes))
  }
  if (!hasPython) return console.log('no python3 here: two parsers instead of three')
  // A name of 200 letters takes several encoded-words, which Python 3.11 joins with spaces (see message.test.ts).
  const unspaced = ({ to, ...rest }: Said) => ({
    ...rest,
    to: [to[0].length > 100 ? to[0].replaceAll(' ', '') : to[0], to[1]],
  })
  const pythons = python(folder)
  expect(pythons.flatMap(({ defects }) => defects)).toEqual([])
  expect(pythons.map(({ file: _f, headers: _h, defects: _d, ...rest }) => unspaced(rest))).toEqual(
    said.map(unspaced),
  )
})

test('drafts are written a second time only where that is meant, and it is said what became of the first', async () => {
  const t = await newsletterShop()
  t.people([{ name: 'Maria Anders', email: 'maria@x.example' }])
  const { id } = await t.issue()
  expect((await t.problem('newsletter.sent', { issueId: id })).code).toBe('no-drafts')
  const input = { issueId: id, folder: t.folder, as: 'eml-each' } as const
  await t.call('newsletter.exportMail', input)
  const fate = async () => {
    const { exportedAtMs, exportedTo, changedSince, sentAtMs } = await t.call('newsletter.one', {
      issueId: id,
    })
    expect((await t.call('newsletter.issues', {}))[0]).toMatchObject({ exportedAtMs, changedSince, sentAtMs })
    return { drafts: exportedTo, changedSince, sent: sentAtMs !== null }
  }
  expect(await fate()).toEqual({ drafts: 1, changedSince: false, sent: false })
  const { subject, blocks } = await t.call('newsletter.one', { issueId: id })
  const write = (words: string) =>
    t.call('newsletter.save', { issueId: id, subject: words, blocks: [...blocks] })
  expect((await write('Another')).changedSince).toBe(true)
  expect((await t.problem('newsletter.exportMail', input)).message).toBe(
    '1 draft of this newsletter was written Mon 23 Nov, 09:00, and the text has changed since. No drafts were written. Whoever got one would get a second: write them again only if that is meant.',
  )
  expect((await write(subject)).changedSince).toBe(false)
  expect((await t.answer('newsletter.sent', { issueId: id })).act?.says).toMatch(/ sent \(1 mail\)$/)
  expect(await fate()).toEqual({ drafts: 1, changedSince: false, sent: true })
  expect((await t.problem('newsletter.sent', { issueId: id })).code).toBe('sent-already')
  expect((await t.problem('newsletter.exportMail', input)).message).toMatch(/, 09:00, sent\. No drafts/)
  await t.call('newsletter.exportMail', { ...input, again: true })
  expect(await fate()).toEqual({ drafts: 1, changedSince: false, sent: false })
  for (let n = 0; n < 2; n++) await t.call('shop.undo', {})
  expect(await fate()).toEqual({ drafts: 1, changedSince: false, sent: false })
})

test('an earlier export and foreign files are never touched', async () => {
  const t = await newsletterShop()
  t.people([{ name: 'Maria Anders', email: 'maria@x.example' }])
  const { id } = await t.issue()
  mkdirSync(join(t.folder, 'out'))
  writeFileSync(join(t.folder, 'out', '2026-11 newsletter'), 'mine')
  const to = (name: string) =>
    t.call('newsletter.exportMail', {
      issueId: id,
      folder: join(t.folder, name),
      as: 'eml-each',
      again: true,
    })
  expect((await to('out')).folder).toBe('2026-11 newsletter (2)')
  expect((await to('out')).folder).toBe('2026-11 newsletter (3)')
  expect(readdirSync(join(t.folder, 'out')).toSorted()).toEqual([
    '2026-11 newsletter',
    '2026-11 newsletter (2)',
    '2026-11 newsletter (3)',
  ])
  expect(readFileSync(join(t.folder, 'out', '2026-11 newsletter'), 'utf8')).toBe('mine')
  const [first, second] = ['(2)', '(3)'].map((n) =>
    draftsIn(join(t.folder, 'out', `2026-11 newsletter ${n}`))[0]!.bytes.toString('latin1'),
  )
  const messageId = (mail: string) => /^Message-ID: (.+)$/m.exec(mail)![1]
  expect(messageId(first!)).not.toBe(messageId(second!))
  expect(
    (
      await t.problem('newsletter.exportMail', {
        issueId: id,
        folder: join(t.folder, 'gone'),
        as: 'eml-each',
        again: true,
      })
    ).code,
  ).toBe('no-folder')
})

test('a stopped export leaves no file and no mark', async () => {
  const t = await newsletterShop()
  t.people(Array.from({ length: 2000 }, (_, i) => ({ name: `Person ${i}`, email: `p${i}@x.example` })))
  const { id } = await t.issue()
  mkdirSync(join(t.folder, 'out'))
  const signal = { aborted: false }
  const words: string[] = []
  const { result } = await dispatch(
    t.shop,
    'newsletter.exportMail',
    { issueId: id, folder: join(t.folder, 'out'), as: 'eml-each' },
    {
      now: t.now,
      signal,
      onProgress: (progress) => {
        words.push(progress.words)
        expect(progress.total).toBeGreaterThanOrEqual(progress.done)
        if (progress.words === 'Writing drafts') {
          expect(readdirSync(join(t.folder, 'out'))[0]).toMatch(/^2026-11 newsletter \(unfinished\)/)
          signal.aborted = true
        }
      },
    },
  )
  expect(result).toMatchObject({ ok: false, problem: { code: 'cancelled' } })
  expect(words).toContain('Writing drafts')
  expect(readdirSync(join(t.folder, 'out'))).toEqual([])
  expect((await t.call('newsletter.one', { issueId: id })).exportedAtMs).toBe(null)
})

const everybody = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ name: `Person ${i}`, email: `p${i}@x.example` }))

test('nobody waits for an export: others write while drafts are written', async () => {
  const t = await newsletterShop()
  const readers = process.env['WELLKEPT_DEEP'] ? 20_000 : 1500
  t.people(everybody(readers))
  const { id } = await t.issue()
  let done = false
  const exporting = t
    .call('newsletter.exportMail', { issueId: id, folder: t.folder, as: 'eml-each' })
    .finally(() => (done = true))
  const waited: number[] = []
  while (!done) {
    const began = performance.now()
    await t.call('checklists.saveLine', { part: 'day', text: `Line ${waited.length}` })
    if (!done) waited.push(performance.now() - began)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  expect(await exporting).toMatchObject({ files: readers })
  expect(waited.length).toBeGreaterThan(5)
  console.log(`${waited.length} writes beside an export, the longest ${Math.max(...waited).toFixed(0)} ms`)
})

/** Makes a change after the first draft is written, and answers how the export ended. */
async function exportDuring(t: NewsletterShop, issueId: number, change: () => Promise<unknown>) {
  mkdirSync(join(t.folder, 'out'))
  let changed: Promise<unknown> | undefined
  const { result } = await dispatch(
    t.shop,
    'newsletter.exportMail',
    { issueId, folder: join(t.folder, 'out'), as: 'eml-each' },
    {
      now: t.now,
      onProgress: ({ words, done, total }) => {
        if (words === 'Writing drafts' && done < total) changed ??= change()
      },
    },
  )
  expect(changed).toBeDefined()
  await changed
  return result
}

type Change = (t: NewsletterShop, issueId: number) => Promise<unknown>

test.each<[string, string, Change]>([
  [
    'somebody opts out',
    'changed-meanwhile',
    (t) => t.call('customers.setConsent', { customerIds: [1], answer: 'no' }),
  ],
  [
    'the letter is written on',
    'changed-meanwhile',
    (t, issueId) =>
      t.call('newsletter.save', { issueId, subject: 'Other', blocks: [{ kind: 'text', text: 'Other' }] }),
  ],
  ['the letter is removed', 'no-issue', (t, issueId) => t.call('newsletter.remove', { issueId })],
  ['the shop moves', 'changed-meanwhile', (t) => t.call('shop.change', { address: 'New Street 1, Berlin' })],
])('where %s meanwhile, no drafts are kept and nothing is marked', async (_words, code, change) => {
  const t = await newsletterShop()
  t.people(everybody(500))
  const { id } = await t.issue()
  const result = await exportDuring(t, id, () => change(t, id))
  expect(result).toMatchObject({ ok: false, problem: { code } })
  expect(readdirSync(join(t.folder, 'out'))).toEqual([])
  const issues = await t.call('newsletter.issues', {})
  expect(issues.filter(({ exportedAtMs }) => exportedAtMs !== null)).toEqual([])
})

test('a change that the drafts do not show does not stop them', async () => {
  const t = await newsletterShop()
  t.people(everybody(500))
  const { id } = await t.issue()
  const result = await exportDuring(t, id, () =>
    t.call('checklists.saveLine', { part: 'day', text: 'Wipe the counter' }),
  )
  expect(result).toMatchObject({ ok: true, value: { files: 500, folder: '2026-11 newsletter' } })
})

test('an export that cannot be marked leaves no drafts behind', async () => {
  const t = await newsletterShop()
  t.people(everybody(3))
  const { id } = await t.issue()
  mkdirSync(join(t.folder, 'out'))
  t.shop.connection.exec(
    `CREATE TEMP TRIGGER failing BEFORE UPDATE ON main.newsletterIssues BEGIN SELECT raise(ABORT, 'no'); END`,
  )
  const to = { issueId: id, folder: join(t.folder, 'out'), as: 'eml-each' } as const
  await expect(t.answer('newsletter.exportMail', to)).rejects.toThrow('no')
  expect(readdirSync(join(t.folder, 'out'))).toEqual([])
  t.shop.connection.exec('DROP TRIGGER failing')
  expect((await t.call('newsletter.one', { issueId: id })).exportedAtMs).toBe(null)
})

test('the audience is found by index', async () => {
  const t = await newsletterShop()
  const seen: string[] = []
  const { audiencePage } = await import('../../src/main/newsletter/audience.ts')
  const { sql, parameters } = audiencePage(t.shop.reader, 0).compile()
  for (const row of t.shop.connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters))
    seen.push((row as { detail: string }).detail)
  // Who was merged is read once, and they are few.
  expect(seen.filter((detail) => /SCAN(?! former$)|TEMP B-TREE/.test(detail))).toEqual([])
  expect(seen[0]).toContain('customersWithConsent')
  expect(seen.filter((detail) => detail.includes('customersByEmail'))).toHaveLength(1)
})
