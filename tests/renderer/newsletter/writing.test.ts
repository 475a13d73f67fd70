import fc from 'fast-check'
import { expect, test } from 'vitest'
import { saidBy, type Block } from '../../../src/core/newsletter/blocks.ts'
import type { Issue } from '../../../src/core/newsletter/calls.ts'
import { keyed, keyedAll, stored, type KeyedBlock } from '../../../src/renderer/newsletter/keyed-block.ts'
import {
  begin,
  isContested,
  isDirty,
  next,
  savesOf,
  wordsOf,
  type Writing,
} from '../../../src/renderer/newsletter/writing.ts'
import { runs } from '../../support/runs.ts'

const issueOf = (text: string): Issue => ({
  id: 1,
  month: '2026-12',
  subject: '',
  createdAtMs: 0,
  exportedAtMs: null,
  exportedTo: 0,
  changedSince: false,
  sentAtMs: null,
  blocks: [{ kind: 'text', key: 'only', text }],
})

const screen = (writing: Writing) => (wordsOf(writing).blocks[0] as { text: string }).text

/** Somebody types, the composer saves and reads in turn, and something else changes what is stored. */
const happening = fc.oneof(
  fc.record({ what: fc.constant('typed' as const), text: fc.constantFrom('a', 'b', 'c', 'd') }),
  fc.record({ what: fc.constant('save' as const), typedMeanwhile: fc.option(fc.constantFrom('a', 'e')) }),
  fc.record({ what: fc.constant('elsewhere' as const), text: fc.constantFrom('a', 'f', 'g') }),
  fc.record({ what: fc.constant('read' as const), typedMeanwhile: fc.option(fc.constantFrom('a', 'h')) }),
)

test('typed words stay on the screen until they are saved, and what is stored is followed as soon as they are', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 40 }), (happenings) => {
      let stored = 'first'
      let writing = begin(issueOf(stored))
      /** What was typed and not saved. */
      let unsaved: string | undefined
      const type = (text: string) => {
        writing = next(writing, {
          kind: 'typed',
          blocks: [{ ...writing.blocks[0]!, block: { kind: 'text', text } }],
        })
        unsaved = isDirty(writing) ? text : undefined
      }
      for (const one of happenings) {
        if (one.what === 'typed') type(one.text)
        else if (one.what === 'elsewhere') stored = one.text
        else if (one.what === 'save') {
          if (unsaved === undefined) continue
          const sent = screen(writing)
          stored = sent
          if (one.typedMeanwhile) type(one.typedMeanwhile)
          writing = next(writing, { kind: 'saved', words: wordsOf(begin(issueOf(sent))) })
          unsaved = screen(writing) === sent ? undefined : screen(writing)
        } else {
          const answer = issueOf(stored)
          if (one.typedMeanwhile) type(one.typedMeanwhile)
          writing = next(writing, { kind: 'read', issue: answer })
          if (unsaved === undefined) expect(screen(writing)).toBe(stored)
          else unsaved = unsaved === stored ? undefined : unsaved
        }
        if (unsaved !== undefined) expect(screen(writing)).toBe(unsaved)
      }
    }),
    runs(500),
  )
})

test('words that were left unsaved are on the screen and still to be saved', () => {
  const writing = begin(issueOf('stored'), { base: issueOf('stored'), typed: issueOf('left') })
  expect(screen(writing)).toBe('left')
  expect([isDirty(writing), isContested(writing)]).toEqual([true, false])
})

const issueWith = (...blocks: Block[]): Issue => ({ ...issueOf(''), blocks })
const text = (words: string): Block => ({ kind: 'text', text: words })
const offer = (words: string, ends = '2026-12-31'): Block => ({
  kind: 'offer',
  title: 'Ham',
  text: words,
  ends,
})
const hours: Block = { kind: 'hours' }
const notice = text('Late today')

test('what was added elsewhere stands beside words that were left unsaved, and is saved with them', () => {
  const base = issueWith(text('Hello'), hours, offer(''))
  const typed = issueWith(text('Hello'), hours, offer('From our own', ''))
  const writing = begin(issueWith(...base.blocks, notice), { base, typed })
  expect(said(writing)).toEqual([...typed.blocks, notice])
  expect(isContested(writing)).toBe(false)
})

test('what is added or taken back elsewhere while a block is typed in leaves that block alone, and its key', () => {
  const first = begin(issueWith(text('Hello'), hours))
  const [greeting, times] = first.blocks
  const typed = next(first, { kind: 'typed', blocks: [{ ...greeting!, block: text('Hello you') }, times!] })
  const added = next(typed, { kind: 'read', issue: issueWith(text('Hello'), hours, notice) })
  expect(said(added)).toEqual([text('Hello you'), hours, notice])
  expect(added.blocks[0]?.key).toBe(greeting?.key)
  const back = next(added, { kind: 'read', issue: issueWith(text('Hello'), hours) })
  expect(said(back)).toEqual([text('Hello you'), hours])
  const gone = next(back, { kind: 'read', issue: issueWith(hours) })
  expect(said(gone)).toEqual([text('Hello you'), hours])
})

const without = (block: Block): Block => {
  const { key, ...words } = block
  return key === undefined ? block : words
}
const named = (key: string, block: Block): Block => ({ ...block, key })
const said = (writing: Writing) => writing.blocks.map(({ block }) => without(block))

test('a block typed in here and changed elsewhere stays as it was typed and is contested, also when it is left and comes back', () => {
  const base = issueWith(named('g', text('Hello')), named('o', offer('old')))
  const typed = issueWith(named('g', text('Hello')), named('o', offer('typed')))
  const now = issueWith(named('g', text('Good day')), named('o', offer('other')))
  const writing = begin(now, { base, typed })
  expect(said(writing)).toEqual([text('Good day'), offer('typed')])
  expect(isContested(writing)).toBe(true)
  const again = begin(now, { base: now, typed: wordsOf(writing), contested: writing.contested })
  expect(wordsOf(again)).toEqual(wordsOf(writing))
  expect(isContested(again)).toBe(true)
  const settled = next(again, { kind: 'typed', blocks: keyedAll(now.blocks) })
  expect([isContested(settled), isDirty(settled)]).toEqual([false, false])
})

test('what was typed back to the words of before is still contested where others stand stored', () => {
  const issue = (words: string) => issueWith(named('a', text(words)))
  const type = (writing: Writing, words: string) =>
    next(writing, { kind: 'typed', blocks: [{ key: 'a', block: text(words) }] })
  const typed = type(begin(issue('Open late')), 'Open late!')
  const read = next(typed, { kind: 'read', issue: issue('Open late, from the second till') })
  const back = type(read, 'Open late')
  expect([said(back), isDirty(back), isContested(back)]).toEqual([[text('Open late')], true, true])
})

test('a subject typed here and changed elsewhere is contested until both are one', () => {
  const issue = (subject: string) => ({ ...issueWith(hours), subject })
  const typed = next(begin(issue('old')), { kind: 'typed', subject: 'typed' })
  const read = next(typed, { kind: 'read', issue: issue('other') })
  expect([read.subject, isContested(read)]).toEqual(['typed', true])
  expect(isContested(next(read, { kind: 'typed', subject: 'other' }))).toBe(false)
})

test('a block that is moved on one side and changed on the other stands once', () => {
  const base = issueWith(text('Apples old'), text('Bread'), offer(''))
  const [apples, bread, ham] = begin(base).blocks
  const moved = next(begin(base), { kind: 'typed', blocks: [bread!, apples!, ham!] })
  const other = issueWith(named(apples!.key, text('Apples new')), text('Bread'), offer(''))
  expect(said(next(moved, { kind: 'read', issue: other }))).toEqual([
    text('Bread'),
    text('Apples new'),
    offer(''),
  ])
})

test('a block of an older version, without a key, that is typed in here and changed elsewhere stands once and is contested', () => {
  const [bread, now] = [text('Bread'), issueWith(text('Apples new'), text('Bread'))]
  const first = begin(now)
  const red = first.blocks.with(0, { ...first.blocks[0]!, block: text('Apples new and red') })
  const typed = next(first, { kind: 'typed', blocks: red })
  const undone = issueWith(text('Apples old'), bread)
  const read = next(typed, { kind: 'read', issue: undone })
  const again = next(read, { kind: 'read', issue: undone })
  const left = begin(undone, { base: first.issue, typed: wordsOf(typed) })
  for (const writing of [read, again, left]) {
    expect(said(writing)).toEqual([text('Apples new and red'), bread])
    expect(isContested(writing)).toBe(true)
  }
})

test('where two were moved elsewhere, the block nobody touched is still there', () => {
  const [d, b, c, a] = ['Dates', 'Bread', 'Cress', 'Apples'].map(text) as [Block, Block, Block, Block]
  const first = begin(issueWith(a, b, c, d))
  const red = first.blocks.with(0, { ...first.blocks[0]!, block: text('Apples, red') })
  const read = next(next(first, { kind: 'typed', blocks: red }), {
    kind: 'read',
    issue: issueWith(d, b, c, a),
  })
  expect(said(read)).toEqual([d, b, c, text('Apples, red')])
})

test('a block read back with its fields in another order is the one that was saved', () => {
  const saved = next(begin(issueWith(hours)), {
    kind: 'saved',
    words: {
      subject: '',
      blocks: [{ ends: '2026-12-31', kind: 'offer', title: 'Ham', text: 'a', key: 'ham' }],
    },
  })
  const typed = next(saved, { kind: 'typed', blocks: [{ key: 'ham', block: offer('ab') }] })
  const read = next(typed, { kind: 'read', issue: issueWith(named('ham', offer('a'))) })
  expect([said(read), isContested(read)]).toEqual([[offer('ab')], false])
})

const says = (a: Block, b: Block) => saidBy(a) === saidBy(b)

/** What somebody does to the blocks of an issue. */
const work = fc.array(
  fc.record({
    what: fc.constantFrom('change' as const, 'move' as const, 'add' as const, 'remove' as const),
    at: fc.nat(9),
    to: fc.nat(9),
  }),
  { maxLength: 5 },
)

function worked(
  blocks: readonly KeyedBlock[],
  by: string,
  steps: readonly { what: string; at: number; to: number }[],
) {
  let made = [...blocks]
  for (const [i, { what, at, to }] of steps.entries()) {
    const from = at % Math.max(1, made.length)
    const one = made[from]
    if (what === 'add' || !one) made.splice(to % (made.length + 1), 0, keyed(text(`${by} new ${i}`)))
    else if (what === 'change') made[from] = { ...one, block: text(`${by} ${i}`) }
    else {
      made = made.toSpliced(from, 1)
      if (what === 'move') made.splice(to % (made.length + 1), 0, one)
    }
  }
  return made
}

test('any work on both sides: each block once; nothing typed, added or changed is lost, and nobody is written over unasked', () => {
  fc.assert(
    fc.property(fc.nat(5), work, work, fc.boolean(), (count, here, there, isLeft) => {
      // Of two equal blocks each has its own place and key.
      const first = begin(issueWith(...Array.from({ length: count }, (_, i) => text(`block ${i % 4}`))))
      const mine = worked(first.blocks, 'mine', here)
      const theirs = worked(first.blocks, 'theirs', there)
      const now = issueWith(...stored(theirs))
      const typed = next(first, { kind: 'typed', blocks: mine })
      expect(typed.blocks).toEqual(mine)
      const both = isLeft
        ? begin(now, { base: first.issue, typed: wordsOf(typed) })
        : next(typed, { kind: 'read', issue: now })
      const again = begin(now, { base: now, typed: wordsOf(both), contested: both.contested })
      for (const { blocks: shown, contested } of [both, again]) {
        const find = (key: string, blocks: readonly KeyedBlock[]) => blocks.find((one) => one.key === key)
        expect(new Set(shown.map(({ key }) => key)).size).toBe(shown.length)
        for (const { key } of [...first.blocks, ...mine, ...theirs]) {
          const [old, ours, other] = [first.blocks, mine, theirs].map((blocks) => find(key, blocks)?.block)
          const isOurs = ours && !(old && says(ours, old))
          const isOther = other && !(old && says(other, old))
          const expected = isOurs ? ours : isOther ? other : ours && other
          expect(find(key, shown)?.block.kind).toBe(expected?.kind)
          if (expected) expect(says(find(key, shown)!.block, expected)).toBe(true)
          if (isOurs && isOther) expect(contested.includes(key)).toBe(!says(ours, other))
        }
      }
      const placesOf = (keys: readonly KeyedBlock[]) => keys.map(({ key }) => key).join()
      if (here.length === 0) expect(placesOf(both.blocks)).toBe(placesOf(theirs))
      if (there.length === 0) expect(placesOf(both.blocks)).toBe(placesOf(mine))
    }),
    runs(1000),
  )
})

const blocks = fc.array(fc.constantFrom(...'abcd'.split('').map(text), hours, offer('x'), offer('y')), {
  maxLength: 6,
})

test('words without keys: where only one side changed, that side; no block that came or was typed is lost, at the second opening neither', () => {
  fc.assert(
    fc.property(blocks, blocks, blocks, (before, mine, other) => {
      const [base, typed, now] = [issueWith(...before), issueWith(...mine), issueWith(...other)]
      expect(said(begin(now, { base, typed: base }))).toEqual(other)
      expect(said(begin(base, { base, typed }))).toEqual(mine)
      const both = begin(now, { base, typed })
      const again = begin(now, { base: now, typed: wordsOf(both), contested: both.contested })
      const isNew = (block: Block) => !before.some((one) => says(one, block))
      const came = isContested(both) ? [] : other
      for (const { blocks: shown } of [both, again])
        for (const block of [...mine, ...came].filter(isNew))
          expect(shown.some((one) => says(one.block, block))).toBe(true)
    }),
    runs(1000),
  )
})

test('stored words without keys get the same keys wherever they stand, each its own', () => {
  const [a, b] = [text('a'), text('b')]
  const keysOf = (...blocks: Block[]) => keyedAll(blocks).map(({ key }) => key)
  const [first, second, other] = keysOf(a, a, b)
  expect(keysOf(b, a, a)).toEqual([other, first, second])
  expect(keysOf(named(first!, b), a, named(first!, b))).toHaveLength(3)
  expect(new Set(keysOf(named(first!, b), a, named(first!, b))).size).toBe(3)
})

/** Somebody types in a block, removes one, adds one or moves one. */
const blockWork = fc.oneof(
  fc.record({ what: fc.constantFrom('remove', 'move', 'add'), at: fc.nat(3) }),
  fc.record({ what: fc.constant('type'), at: fc.nat(3), text: fc.string({ maxLength: 3 }) }),
)

test('each block that is added, removed or moved is saved alone, after what was typed before it', () => {
  fc.assert(
    fc.property(fc.array(blockWork, { maxLength: 12 }), (works) => {
      let writing = begin(issueWith(text('One'), text('Two'), hours))
      const stood = [textsOf(wordsOf(writing))]
      for (const [n, one] of works.entries()) {
        const { blocks } = writing
        const at = one.at % Math.max(1, blocks.length)
        const type = (words: string) => blocks.with(at, { ...blocks[at]!, block: text(words) })
        if (one.what !== 'add' && blocks.length === 0) continue
        if (one.what === 'remove') writing = next(writing, { kind: 'typed', blocks: blocks.toSpliced(at, 1) })
        else if (one.what === 'add')
          writing = next(writing, { kind: 'typed', blocks: [...blocks, keyed(text(`New ${n}`))] })
        else if (one.what === 'move')
          writing = next(writing, { kind: 'typed', blocks: [...blocks.slice(at), ...blocks.slice(0, at)] })
        else writing = next(writing, { kind: 'typed', blocks: type('text' in one ? `${one.text} ${n}` : '') })
        stood.push(textsOf(wordsOf(writing)))
      }
      let before = wordsOf(begin(writing.issue))
      while (isDirty(writing)) {
        const [words] = savesOf(writing, () => true)
        const isOther = keysIn(before) !== keysIn(words!)
        expect(stood).toContain(textsOf(words!))
        if (isOther) expect(typedIn(before, words!)).toEqual([])
        writing = next(writing, { kind: 'saved', words: words!, steps: writing.steps })
        before = words!
      }
      expect(before.blocks.map(saidBy)).toEqual(wordsOf(writing).blocks.map(saidBy))
    }),
    runs(300),
  )
})

const textsOf = ({ blocks }: { readonly blocks: readonly Block[] }) => JSON.stringify(blocks)
const keysIn = ({ blocks }: { readonly blocks: readonly Block[] }) => String(blocks.map(({ key }) => key))
/** The blocks that stand in both, and say something else. */
const typedIn = (
  before: { readonly blocks: readonly Block[] },
  after: { readonly blocks: readonly Block[] },
) =>
  after.blocks.filter((one) => {
    const was = before.blocks.find(({ key }) => key === one.key)
    return was && saidBy(was) !== saidBy(one)
  })

test('a step that cannot be saved is left out, and nothing is saved twice', () => {
  const writing = begin(issueWith(text('One'), text('Two')))
  const [one, two] = writing.blocks as [KeyedBlock, KeyedBlock]
  const typed = next(writing, { kind: 'typed', blocks: [one, { ...two, block: text('Too long') }] })
  const removed = next(typed, { kind: 'typed', blocks: [one] })
  const isSavable = ({ blocks }: { readonly blocks: readonly Block[] }) =>
    !JSON.stringify(blocks).includes('Too long')
  expect(savesOf(removed, isSavable).map(({ blocks }) => blocks.map(saidBy))).toEqual([[saidBy(text('One'))]])
  expect(savesOf(removed, () => true)).toHaveLength(2)
  const back = next(removed, { kind: 'typed', blocks: writing.blocks })
  expect(savesOf(back, () => true)).toEqual([])
})
