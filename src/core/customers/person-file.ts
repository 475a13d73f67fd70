import { html, type Html } from '../html.ts'
import type { Paper } from '../paper.ts'
import { printedDocument } from '../printed.ts'

/** A row of what is kept of somebody, in the words of the screens: its fields, without those that are empty. */
export type KeptRow = readonly { readonly name: string; readonly words: string }[]

/** All that a shop keeps of one person. */
export interface PersonFile {
  readonly shop: string
  readonly name: string
  /** The day it was put together, in words. */
  readonly madeOn: string
  readonly parts: readonly { readonly title: string; readonly rows: readonly KeptRow[] }[]
}

const size: Readonly<Record<Paper, string>> = { A4: 'A4', Letter: 'letter', A5: 'A5' }

const css = (paper: Paper): string => `
@page { size: ${size[paper]}; margin: 16mm 16mm 18mm }
* { box-sizing: border-box }
html { color: #000; background: #fff; font: 400 9.5pt/1.35 Inter, 'Liberation Sans', Arial, sans-serif }
body { margin: 0; font-variant-numeric: tabular-nums }
h1, h2 { font-family: 'Source Serif 4', Georgia, 'Liberation Serif', serif; font-weight: 600; overflow-wrap: anywhere }
h1 { margin: 0 0 0.2em; font-size: 17pt; line-height: 1.2 }
h2 { margin: 1.4em 0 0.3em; font-size: 12.5pt; border-bottom: 0.25mm solid #000; break-after: avoid }
p { margin: 0 0 0.3em }
table { width: 100%; border-collapse: collapse; margin: 0 0 0.6em; break-inside: avoid }
table.long { break-inside: auto }
th { width: 32%; text-align: start; font-weight: 400; color: #333; padding: 0.12em 1em 0.12em 0; vertical-align: top }
td { padding: 0.12em 0; white-space: pre-wrap; overflow-wrap: anywhere; vertical-align: top }
.list th { width: auto }
.list td { padding-inline-end: 1em; border-top: 0.1mm solid #bbb }
.list tr { break-inside: avoid }
table + table { border-top: 0.1mm solid #999; padding-top: 0.3em }
@media screen {
  html { background: #d9d6cf; padding: 5mm 0 }
  body { max-width: 210mm; margin: 0 auto; padding: 16mm; background: #fff; box-shadow: 0 0.5mm 3mm #0004 }
}
`

/** All that is kept of one person, as pages to be handed to them. */
export const personSheet = ({ shop, name, madeOn, parts }: PersonFile, paper: Paper): string =>
  printedDocument(
    `All that ${shop} keeps of ${name}`,
    css(paper),
    html`<h1 dir="auto">All that ${shop} keeps of ${name}</h1>
      <p>${madeOn}. Other customers are not named here, unless words that were written down name them.</p>
      ${parts.map(
        ({ title, rows }) =>
          html`<section>
            <h2>${title}${rows.length > 1 && ` (${String(rows.length)})`}</h2>
            ${rowsOf(rows)}
          </section>`,
      )}`,
  )

/** Few fields stand beside each other, many below each other. */
const mostColumns = 4

function rowsOf(rows: readonly KeptRow[]): readonly Html[] {
  const columns = [...new Set(rows.flatMap((row) => row.map(({ name }) => name)))]
  if (rows.length < 2 || columns.length > mostColumns) return rows.map(rowTable)
  return [
    html`<table class="long list">
      <thead>
        <tr>
          ${columns.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${columns.map((column) => html`<td dir="auto">${row.find(({ name }) => name === column)?.words}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>`,
  ]
}

/** A row with words of a page and more may be parted. */
const longWords = 1500

const rowTable = (row: KeptRow): Html =>
  html`<table class="${row.some(({ words }) => words.length > longWords) ? 'long' : ''}">
    <tbody>
      ${row.map(
        ({ name, words }) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td dir="auto">${words}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
