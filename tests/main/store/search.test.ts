import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, searchTerms } from '../../../src/core/fold.ts'
import { allBegun } from '../../../src/main/store/engines/sqlite/search.ts'
import { runs } from '../../support/runs.ts'

test('words are quoted beginnings, each once, all of them demanded', () =>
  expect(allBegun(searchTerms('OR near "an an'))).toBe('"or"* AND "near"* AND "an"*'))

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string())

test('whatever is typed, FTS5 takes it and finds the text it was taken from', () => {
  const db = new Database(':memory:')
  db.exec(`CREATE VIRTUAL TABLE s USING fts5 (folded, tokenize = 'ascii', prefix = '1 2 3', detail = none)`)
  const insert = db.prepare('INSERT INTO s (rowid, folded) VALUES (1, ?)')
  const found = db.prepare('SELECT count(*) AS n FROM s WHERE s MATCH ?')
  fc.assert(
    fc.property(anyText, anyText, fc.nat(), (text, more, cut) => {
      db.exec('DELETE FROM s')
      insert.run(fold(`${text} ${more}`))
      for (const typed of [text, more, fold(text).slice(0, cut % 8)]) {
        const terms = searchTerms(typed)
        if (terms.length > 0) expect(found.get(allBegun(terms))).toEqual({ n: 1 })
      }
    }),
    runs(300),
  )
})
