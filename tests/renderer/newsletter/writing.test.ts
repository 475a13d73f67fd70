import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Issue } from '../../../src/core/newsletter/calls.ts'
import {
  begin,
  keyed,
  next,
  textOf,
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
        unsaved = textOf(wordsOf(writing)) === writing.known ? undefined : text
      }
      for (const one of happenings) {
        if (one.what === 'typed') type(one.text)
        else if (one.what === 'elsewhere') stored = one.text
        else if (one.what === 'save') {
          if (unsaved === undefined) continue
          const sent = screen(writing)
          stored = sent
          if (one.typedMeanwhile) type(one.typedMeanwhile)
          writing = next(writing, { kind: 'saved', text: textOf(issueOf(sent)) })
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
  const writing = begin(issueOf('stored'), issueOf('left'))
  expect(screen(writing)).toBe('left')
  expect(textOf(wordsOf(writing))).not.toBe(writing.known)
})
