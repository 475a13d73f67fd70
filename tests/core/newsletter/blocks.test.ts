import { expect, test } from 'vitest'
import { block, blocks, isBlank, sameWords, saidBy, type Block } from '../../../src/core/newsletter/blocks.ts'

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
  expect(problem(offer({ ends: '2026-02-30' }))).toEqual(['Give the last day of the offer.'])
  expect(problem({ kind: 'hours', key: '' })).toEqual(['Leave the key out, or give one.'])
  expect(problem({ kind: 'hours', key: 'k'.repeat(51) })).toEqual(['Use a key of at most 50 characters.'])
  expect(problem({ kind: 'hours', text: 'a' })).toHaveLength(1)
  const many = (n: number) => blocks.safeParse(Array.from({ length: n }, () => text('a'))).success
  expect([many(50), many(51)]).toEqual([true, false])
})
