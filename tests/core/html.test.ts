import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeHtml, html, trusted } from '../../src/core/html.ts'
import { runs } from '../support/runs.ts'

test('values are escaped, markup is not, lists are joined, nothing is nothing', () => {
  const rows = ['a', '<b>'].map((text) => html`<li title="${text}">${text}</li>`)
  const list = html`<ul>${rows}</ul>${null}${false}${undefined}${0}${trusted('<hr>')}`
  expect(list.html).toBe('<ul><li title="a">a</li><li title="&lt;b&gt;">&lt;b&gt;</li></ul>0<hr>')
})

test('no text can open a tag, close an attribute or start an entity', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      const escaped = escapeHtml(text)
      expect(/[<>"']/.test(escaped)).toBe(false)
      expect(escaped.replace(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&')
    }),
    runs(500),
  )
})
