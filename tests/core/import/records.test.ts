import fc from 'fast-check'
import papaparse from 'papaparse'
import { expect, test } from 'vitest'
import { guessDelimiter, delimiters, sepLine } from '../../../src/core/import/delimiter.ts'
import { records } from '../../../src/core/import/records.ts'
import type { LineMessage } from '../../../src/core/import/report.ts'
import { runs } from '../../support/runs.ts'

const read = (text: string, delimiter = ',') => {
  const problems: LineMessage[] = []
  return {
    rows: [...records(text, delimiter, problems)].map(({ line, cells }) => [line, ...cells]),
    problems,
  }
}

test.each([
  ['LF', 'a,b\nc,d\n'],
  ['CRLF', 'a,b\r\nc,d\r\n'],
  ['CR', 'a,b\rc,d'],
  ['all kinds of', 'a,b\r\nc,d\r'],
])('%s line ends part records', (_, text) =>
  expect(read(text)).toEqual({
    rows: [
      [1, 'a', 'b'],
      [2, 'c', 'd'],
    ],
    problems: [],
  }),
)

test('a record is known by the line it starts on, also after cells of several lines and empty lines', () =>
  expect(read('h,i\r\n"one\r\ntwo\nthree",x\r\n\r\n,\r\nlast,y')).toEqual({
    rows: [
      [1, 'h', 'i'],
      [2, 'one\r\ntwo\nthree', 'x'],
      [7, 'last', 'y'],
    ],
    problems: [],
  }))

test('quotes inside cells are kept, doubled or not', () =>
  expect(read('"the ""Ship""",6" nails,"Joe "Big" Smith",""\n').rows).toEqual([
    [1, 'the "Ship"', '6" nails', 'Joe "Big" Smith', ''],
  ]))

test('a quote that never closes costs no other record', () =>
  expect(read('name,n\n"24 inch TV,5\nB,6\nC,"7"\n')).toEqual({
    rows: [
      [1, 'name', 'n'],
      [2, '"24 inch TV', '5'],
      [3, 'B', '6'],
      [4, 'C', '7'],
    ],
    problems: [{ line: 2, message: 'A quotation mark is never closed. It was kept as part of the text.' }],
  }))

const unclosed = (line: number) => ({
  line,
  message: 'A quotation mark is never closed. It was kept as part of the text.',
})

test('a quote that never closes is told at its line, wherever the text ends', () => {
  expect(read('a,"never')).toEqual({ rows: [[1, 'a', '"never']], problems: [unclosed(1)] })
  expect(read('"never,a')).toEqual({ rows: [[1, '"never', 'a']], problems: [unclosed(1)] })
  expect(read('"')).toEqual({ rows: [[1, '"']], problems: [unclosed(1)] })
  expect(read('a\n"b ""c"" d')).toEqual({
    rows: [
      [1, 'a'],
      [2, '"b ""c"" d'],
    ],
    problems: [unclosed(2)],
  })
  for (const end of ['\n', '\r'])
    expect(read(`"never${end} \u00a0"b",c${end}`).rows).toEqual([
      [1, '"never'],
      [2, 'b', 'c'],
    ])
  expect(read('"never\n1, "b",c\n').rows).toEqual([
    [1, '"never'],
    [2, '1', 'b', 'c'],
  ])
  // On the line of its own cell, or within a word, a quote opens none.
  expect(read('"a, "b" c",d\n').rows).toEqual([[1, 'a, "b" c', 'd']])
  expect(read('"a\nb "c" d",e\n').rows).toEqual([[1, 'a\nb "c" d', 'e']])
})

test('a quote that closes counts the lines inside it, and what stands behind it parts cells as ever', () => {
  expect(read('"a\nb"\r\nc\r"d\r\ne"\rf').rows).toEqual([
    [1, 'a\nb'],
    [3, 'c'],
    [4, 'd\r\ne'],
    [6, 'f'],
  ])
  expect(read('""\n"a"\n""""\n').rows).toEqual([
    [2, 'a'],
    [3, '"'],
  ])
  expect(read('\t"a"\t;b', ';').rows).toEqual([[1, 'a', 'b']])
  expect(read(' a , b ,').rows).toEqual([[1, ' a ', ' b ', '']])
})

test('after twenty searches for a quote that never closes no other is made', () => {
  const after = (n: number) => read(`${'"a\n'.repeat(n)}"x","y"\n`)
  const lines = (n: number) => Array.from({ length: n }, (_, i) => [i + 1, '"a'])
  expect(after(19).rows).toEqual([...lines(19), [20, 'x', 'y']])
  expect(after(20).rows).toEqual([...lines(20), [21, '"x"', '"y"']])
  expect(after(20).problems).toHaveLength(22)
})

test('reading can begin within the text, with the line it is on', () =>
  expect([...records('sep=;\na;b\n\n;\nc;d', ';', [], 6, 2)]).toEqual([
    { line: 2, cells: ['a', 'b'] },
    { line: 5, cells: ['c', 'd'] },
  ]))

test('ragged records are given as they are', () =>
  expect(read('a,b,c\n1\n1,2,3,4\n1,').rows).toEqual([
    [1, 'a', 'b', 'c'],
    [2, '1'],
    [3, '1', '2', '3', '4'],
    [4, '1', ''],
  ]))

test('a file of unclosed quotes is read in good time', () => {
  const text = '"a,b\n'.repeat(50_000)
  expect(read(text).rows).toHaveLength(50_000)
})

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'é', '東', ' ', '"', ',', ';', '\t', '|', '\n', '\r') }),
  fc.string(),
)
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 })

test('what another program writes is read back cell for cell', () => {
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(...delimiters),
      fc.constantFrom('\r\n', '\n', '\r'),
      fc.boolean(),
      (rows, delimiter, newline, quotes) => {
        const text = papaparse.unparse(rows, { delimiter, newline, quotes })
        const kept = rows.filter((cells) => cells.some((c) => c.trim() !== ''))
        expect([...records(text, delimiter)].map(({ cells }) => cells)).toEqual(kept)
      },
    ),
    runs(300),
  )
})

test('no text makes reading fail, and lines never go backwards', () => {
  fc.assert(
    fc.property(
      fc.oneof(cell, fc.string({ unit: 'binary' })),
      fc.constantFrom(...delimiters),
      (text, delimiter) => {
        let last = 0
        for (const { line } of records(text, delimiter)) {
          expect(line).toBeGreaterThan(last)
          last = line
        }
      },
    ),
    runs(300),
  )
})

test.each([
  ['a,b;c\n1,"2;3;4"\n', ','],
  ['Name;Preis\nÄpfel;1,50\nBirnen, süß;2,00\n', ';'],
  ['a\tb\n1,5\t2\n', '\t'],
  ['a|b|c\n1|2|3\n', '|'],
  ['one column\nof text\n', ','],
  ['', ','],
])('the delimiter of %j is %j', (text, delimiter) => expect(guessDelimiter(text)).toBe(delimiter))

const known = (cells: readonly string[]) =>
  cells.filter((cell) => ['Name', 'Phone', 'Mail'].includes(cell.trim())).length

test.each([
  ['a title', 'Kundenliste\n\nName;Phone;Mail\nA;1;a@x\nB;2;b@x\n', ';'],
  ['a title with a comma', 'Kundenliste, Stand 1.1.\nName;Phone\nA, B;1\nC, D;2\n', ';'],
  ['a title that is parted like the table', 'Liste;;\nName;Phone;Mail\nA;1;a@x\n', ';'],
  ['a title, parted by tabs', 'Liste\nName\tPhone\nA\t1\n', '\t'],
  ['a title, by commas', 'Liste; neu\nName,Phone\nA,1\n', ','],
  ['one column of texts with marks', 'Notes\nbla; bla\nand; so\n', ','],
  ['unknown columns', 'x;y\n1;2\n', ';'],
])('under %s, the delimiter is that of the line that names columns', (_, text, delimiter) =>
  expect(guessDelimiter(text, known)).toBe(delimiter),
)

test('Excel’s sep line names the delimiter', () => {
  expect(sepLine('sep=|\r\na|b')).toEqual({ delimiter: '|', length: 7 })
  expect(sepLine('"sep=;"\na;b')).toEqual({ delimiter: ';', length: 8 })
  expect(sepLine('separate,b')).toBeNull()
})

test('blanks around a quoted cell are no part of it', () => {
  expect(read('"Anna" , "Berlin"\t,\u00a0"x"  \r\n "a, b" ,"c"').rows).toEqual([
    [1, 'Anna', 'Berlin', 'x'],
    [2, 'a, b', 'c'],
  ])
  expect(read('"a" \t "b"\t"c"', '\t').rows).toEqual([[1, 'a', 'b', 'c']])
})

test('cells come out the same with any blanks set around their quotes', () => {
  const blanks = fc.constantFrom('', ' ', '  ', '\u00a0', ' \u00a0 ')
  const plain = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '"', ',', ';', '\n') })
  const spaced = fc.tuple(blanks, plain, blanks)
  fc.assert(
    fc.property(
      fc.array(fc.array(spaced, { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
      fc.constantFrom(',', ';', '|'),
      (rows, delimiter) => {
        const text = rows
          .map((cells) =>
            cells
              .map(([before, inner, after]) => `${before}"${inner.replaceAll('"', '""')}"${after}`)
              .join(delimiter),
          )
          .join('\n')
        const kept = rows
          .map((cells) => cells.map(([, inner]) => inner))
          .filter((c) => c.some((x) => x.trim()))
        expect([...records(text, delimiter)].map(({ cells }) => cells)).toEqual(kept)
      },
    ),
    runs(300),
  )
})
