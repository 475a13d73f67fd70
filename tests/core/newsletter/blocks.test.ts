import { expect, test } from 'vitest'
import { formatsOf } from '../../../src/core/formats.ts'
import {
  block,
  blockKinds,
  blocks,
  isBlank,
  isShowable,
  sameWords,
  saidBy,
  type Block,
} from '../../../src/core/newsletter/blocks.ts'
import { obstacles } from '../../../src/core/newsletter/preflight.ts'

const text = (words: string, key?: string): Block => ({ kind: 'text', ...(key && { key }), text: words })
const offer = (over: object = {}): Block => ({
  kind: 'offer',
  title: 'Rye bread',
  text: 'Two for one.',
  ends: '2026-12-24',
  ...over,
})

test('a block is blank that prints nothing', () => {
  const blank = (...all: Block[]) => all.map(isBlank)
  expect(blank(text(''), text(' \n'), text(' a '))).toEqual([true, true, false])
  expect(blank({ kind: 'hours' }, { kind: 'hours', heading: '' })).toEqual([false, false])
  expect(
    blank(
      offer({ title: ' ', text: '\n' }),
      offer({ title: ' ' }),
      offer({ text: ' ' }),
      offer({ title: '', text: '', code: 'RYE2' }),
      offer(),
    ),
  ).toEqual([true, false, false, true, false])
})

test('blocks say the same without their keys and in any order of their fields, and each field counts', () => {
  expect(saidBy(text('a', 'k1'))).toBe(saidBy(text('a', 'k2')))
  expect(saidBy({ ends: '2026-12-24', text: 'Two for one.', title: 'Rye bread', kind: 'offer' })).toBe(
    saidBy(offer()),
  )
  const all: Block[] = [
    text('a'),
    text('b'),
    { kind: 'hours' },
    { kind: 'hours', heading: 'a' },
    offer(),
    offer({ title: 'a' }),
    offer({ text: 'a' }),
    offer({ code: 'a' }),
    offer({ ends: '2026-12-25' }),
  ]
  expect(new Set(all.map(saidBy)).size).toBe(all.length)
})

test('two issues say the same where subject and every block do', () => {
  const one = { subject: 's', blocks: [text('a', 'k'), text('b')] }
  const same = (subject: string, ...all: Block[]) => sameWords(one, { subject, blocks: all })
  expect(same('s', text('a'), text('b', 'k'))).toBe(true)
  expect(same('t', text('a'), text('b'))).toBe(false)
  expect(same('s', text('a'), text('c'))).toBe(false)
  expect(same('s', text('c'), text('b'))).toBe(false)
  expect(same('s', text('b'), text('a'))).toBe(false)
  expect(same('s', text('a'))).toBe(false)
  expect(same('s', text('a'), text('b'), text('c'))).toBe(false)
  expect(sameWords({ subject: 's', blocks: [] }, { subject: 's', blocks: [] })).toBe(true)
})

test('a block is kept only as it can be shown, and no longer than it may be', () => {
  const problem = (part: unknown) => block.safeParse(part).error?.issues.map(({ message }) => message)
  expect(
    problem(offer({ key: 'k'.repeat(50), title: 'a'.repeat(200), code: 'a'.repeat(200) })),
  ).toBeUndefined()
  expect(problem(text('a'.repeat(20_000)))).toBeUndefined()
  expect(problem(text('a'.repeat(20_001)))).toEqual(['Use at most 20,000 characters in one block.'])
  expect(problem(offer({ title: 'a'.repeat(201) }))).toEqual(['Use at most 200 characters.'])
  expect(problem({ kind: 'hours', heading: 'a'.repeat(201) })).toEqual(['Use at most 200 characters.'])
  expect(problem(offer({ ends: '2026-02-30' }))).toEqual(['Write the last day as 24.12., or leave it empty.'])
  expect(problem(offer({ ends: '' }))).toBeUndefined()
  expect(problem({ kind: 'hours', key: '' })).toEqual(['Leave the key out, or give one.'])
  expect(problem({ kind: 'hours', key: 'k'.repeat(51) })).toEqual(['Use a key of at most 50 characters.'])
  expect(problem({ kind: 'hours', text: 'a' })).toHaveLength(1)
  const many = (n: number) => blocks.safeParse(Array.from({ length: n }, () => text('a'))).success
  expect([many(50), many(51)]).toEqual([true, false])
})

test('a fresh block of each kind can be stored and shown; what was kept of another type cannot be shown', () => {
  for (const [kind, { start }] of Object.entries(blockKinds)) {
    const fresh = start()
    expect(fresh.kind).toBe(kind)
    expect(block.parse(fresh)).toEqual(fresh)
    expect(isShowable({ ...fresh, key: 'k' })).toBe(true)
  }
  const kept: unknown[] = [
    offer({ ends: 'no day', code: 7 }),
    { kind: 'hours', heading: 7 },
    { kind: 'text' },
    { ...offer(), title: 7 },
    { kind: 'offer', title: 'a', ends: '2026-12-24' },
    { kind: 'toString', text: 'a' },
    { kind: '__proto__', text: 'a' },
    { kind: ['text'], text: 'a' },
    { text: 'a' },
    null,
    undefined,
    'text',
  ]
  expect(kept.map(isShowable)).toEqual([true, true, ...Array.from({ length: 10 }, () => false)])
})

test('what keeps several blocks from going out is said once a sentence', () => {
  const untitled = offer({ title: ' ', ends: '2026-11-01' })
  const checked = { hasHours: false, today: '2026-11-24', formats: formatsOf('DE') }
  const shop = { name: 'Bakery', address: 'Street 1', email: 'shop@x.example' }
  const all: Block[] = [{ kind: 'hours' }, untitled, { kind: 'hours' }, untitled, text('a')]
  const found = obstacles({ ...checked, shop, subject: 's', blocks: all, recipients: 1, html: '' })
  expect(found.map(({ code }) => code)).toEqual(['no-hours', 'no-offer-title', 'offer-over'])
})
