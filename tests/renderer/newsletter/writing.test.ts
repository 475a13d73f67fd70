import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from '../../../src/core/newsletter/blocks.ts'
import type { Issue } from '../../../src/core/newsletter/calls.ts'
import { keyed, sameBlock } from '../../../src/renderer/newsletter/keyed-block.ts'
import {
  begin,
  isContested,
  isDirty,
  next,
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
  blocks: [{ kind: 'text', text }],
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
        writing = next(writing, { kind: 'typed', blocks: [keyed({ kind: 'text', text })] })
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
  expect(wordsOf(writing).blocks).toEqual([...typed.blocks, notice])
  expect(isContested(writing)).toBe(false)
})

test('what is added or taken back elsewhere while a block is typed in leaves that block alone, and its key', () => {
  const first = begin(issueWith(text('Hello'), hours))
  const [greeting, times] = first.blocks
  const typed = next(first, { kind: 'typed', blocks: [{ ...greeting!, block: text('Hello you') }, times!] })
  const added = next(typed, { kind: 'read', issue: issueWith(text('Hello'), hours, notice) })
  expect(wordsOf(added).blocks).toEqual([text('Hello you'), hours, notice])
  expect(added.blocks[0]?.key).toBe(greeting?.key)
  const back = next(added, { kind: 'read', issue: issueWith(text('Hello'), hours) })
  expect(wordsOf(back).blocks).toEqual([text('Hello you'), hours])
  const gone = next(back, { kind: 'read', issue: issueWith(hours) })
  expect(wordsOf(gone).blocks).toEqual([text('Hello you'), hours])
})

test('a block typed in here and changed elsewhere stays as it was typed and is contested, also when it is left and comes back', () => {
  const base = issueWith(text('Hello'), offer('old'))
  const typed = issueWith(text('Hello'), offer('typed'))
  const now = issueWith(text('Good day'), offer('other'))
  const writing = begin(now, { base, typed })
  expect(wordsOf(writing).blocks).toEqual([text('Good day'), offer('typed')])
  expect(isContested(writing)).toBe(true)
  const again = begin(now, { base: writing.base, typed: wordsOf(writing) })
  expect(wordsOf(again)).toEqual(wordsOf(writing))
  expect(isContested(again)).toBe(true)
})

test('a block read back with its fields in another order is the one that was saved', () => {
  const saved = next(begin(issueWith(hours)), {
    kind: 'saved',
    words: { subject: '', blocks: [{ ends: '2026-12-31', kind: 'offer', title: 'Ham', text: 'a' }] },
  })
  const typed = next(saved, { kind: 'typed', blocks: [keyed(offer('ab'))] })
  const read = next(typed, { kind: 'read', issue: issueWith(offer('a')) })
  expect([wordsOf(read).blocks, isContested(read)]).toEqual([[offer('ab')], false])
})

const blocks = fc.array(fc.constantFrom(...'abcd'.split('').map(text), hours, offer('x'), offer('y')), {
  maxLength: 6,
})

test('any words: where only one side changed, that side; no block that came or was typed is lost, at the second opening neither', () => {
  fc.assert(
    fc.property(blocks, blocks, blocks, (before, mine, stored) => {
      const [base, typed, now] = [issueWith(...before), issueWith(...mine), issueWith(...stored)]
      expect(wordsOf(begin(now, { base, typed: base })).blocks).toEqual(stored)
      expect(wordsOf(begin(base, { base, typed })).blocks).toEqual(mine)
      const both = begin(now, { base, typed })
      const again = begin(now, { base: both.base, typed: wordsOf(both) })
      const came = isContested(both) ? [] : stored
      const isNew = (block: Block) => !before.some((one) => sameBlock(one, block))
      for (const { blocks: shown } of [both, again])
        for (const block of [...mine, ...came].filter(isNew))
          expect(shown.some((one) => sameBlock(one.block, block))).toBe(true)
    }),
    runs(1000),
  )
})
