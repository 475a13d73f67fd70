import { EditorState } from '@codemirror/state'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unknownFields } from '../../../../src/core/newsletter/merge.ts'
import { chipsIn } from '../../../../src/renderer/newsletter/words/chips.ts'
import { editing } from '../../../../src/renderer/newsletter/words/editing.ts'
import { runs } from '../../../support/runs.ts'

const opened = (doc: string, isOneLine = false) => EditorState.create({ doc, extensions: editing(isOneLine) })

/** Texts as they are typed, pasted and left half done. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom('\n', '\n\n', '\r\n', '\r', ' ', '\t', '\u2028', '{{', '}}', '|', '{{first name}}'),
      fc.constantFrom('{{first name|friend}}', '{{first_name | a\nb}}', '{{last name}}', '{{first name|'),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''))

test('any text is the same after it was shown in the field, and typed into it', () => {
  fc.assert(
    fc.property(texts, texts, fc.nat(), (text, typed, place) => {
      for (const isOneLine of [false, true]) expect(opened(text, isOneLine).sliceDoc()).toBe(text)
      const state = opened(text)
      const at = place % (text.length + 1)
      const { state: next } = state.update({ changes: { from: at, insert: typed } })
      expect(next.sliceDoc()).toBe(text.slice(0, at) + typed + text.slice(at))
    }),
    runs(500),
  )
})

test('what is typed or pasted into a field of one line stays in one line, every other character as it is', () => {
  fc.assert(
    fc.property(texts, (typed) => {
      const { state } = opened('Rye', true).update({ changes: { from: 3, insert: typed } })
      expect(state.sliceDoc()).toBe(`Rye${typed.replaceAll('\n', ' ')}`)
    }),
    runs(300),
  )
})

test('a field becomes a chip with its last bracket; an unknown one stays as it is written', () => {
  const half = '{{first name|you}'
  expect(chipsIn(half)).toEqual([])
  expect(chipsIn(`${half}}`)).toEqual([{ from: 0, to: half.length + 1, fallback: 'you' }])
  expect(chipsIn('{{last name}} {{first name|a\nb}}')).toEqual([])
  expect(unknownFields('{{last name}}')).toEqual(['{{last name}}'])
})
