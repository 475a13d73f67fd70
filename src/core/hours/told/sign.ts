import type { Day, WallTime } from '../../day.ts'
import type { Formats } from '../../formats.ts'
import { html, type Html } from '../../html.ts'
import type { Paper } from '../../paper.ts'
import { printedDocument } from '../../printed.ts'
import type { ComingDays, WeekLine } from '../coming-days.ts'
import { closingSign, type ClosingSign } from '../closing/sign.ts'
import { pt, type SignContent } from './sign-content.ts'
import { signCss, signRoom, wordsSize } from './sign-css.ts'
import { daysWidth, signSizes, type SignRow, type SignTable } from './sign-fit.ts'
import { type Block, blockWords } from '../week.ts'

/** The weekly hours with the special days below them, or the other way round. */
interface TableSign {
  readonly kind: 'hours' | 'holidays'
  readonly week: readonly WeekLine[]
  /** The day from which the weekly hours hold, where that is still to come. */
  readonly validFrom: Day | null
  readonly coming: readonly ComingDays[]
}

/** Back at, or opening late at, a time of today. */
interface TimeSign {
  readonly kind: 'pause' | 'late'
  readonly at: WallTime
  readonly note: string
  /** The shop was late and has opened since. */
  readonly opened?: boolean
}

/** What a sign for the door says. */
export type Sign = TableSign | TimeSign | ClosingSign

/**
 * A sign for the door as one complete document without scripts or links, on one page: the type is as large as the words
 * allow. Special days that have no room are pointed at.
 */
export function signHtml(shopName: string, today: Day, sign: Sign, paper: Paper, formats: Formats): string {
  const { title, name, body } =
    'week' in sign
      ? tableSign(shopName, today, sign, paper, formats)
      : sign.kind === 'closing'
        ? closingSign(shopName, today, sign, paper, formats)
        : timeSign(shopName, sign, paper, formats)
  const { scale } = signRoom(paper)
  return printedDocument(
    `${shopName} – ${title}`,
    signCss(paper),
    html`<header><p class="shop" style="${pt(name)}" dir="auto">${shopName}</p></header>
      ${body}
      <footer><p style="${pt(11 * scale)}">${'week' in sign && 'As of '}${formats.fullDay(today)}</p></footer>`,
  )
}

function tableSign(
  shopName: string,
  today: Day,
  { kind, week, validFrom, coming }: TableSign,
  paper: Paper,
  formats: Formats,
): SignContent {
  const usual: SignTable = {
    title: `${kind === 'hours' ? 'Opening hours' : 'Usual hours'}${validFrom ? ` from ${formats.spoken(validFrom, today)}` : ''}`,
    rows: week.map(({ days, blocks }) => ({ days, label: '', times: spans(blocks, formats) })),
  }
  const special: SignTable = {
    title: 'Special days',
    rows: coming.map(({ from, to, special: { label, blocks } }) => ({
      days: formats.spokenDays(from, to, today),
      label,
      times: spans(blocks, formats),
    })),
  }
  const [main, small] = kind === 'hours' ? [usual, special] : [special, usual]
  const cut = kind === 'hours' ? 'small' : 'main'
  const used = small.rows.length > 0 ? small : null
  const sizes = signSizes(paper, shopName, main, used, cut)
  const all =
    coming.length > sizes.shown ? html`<p style="${pt(sizes.small)}">More special days follow.</p>` : null
  const { width } = signRoom(paper)
  const rowsOf = (table: SignTable) => (table === special ? table.rows.slice(0, sizes.shown) : table.rows)
  const below = used && rowsOf(used).length > 0 ? used : null
  const body = html`<main>
    <h1 style="${pt(sizes.title)}">${main.title}</h1>
    <section>${tableHtml(rowsOf(main), sizes.rows, width)}${main === special && all}</section>
    ${
      below &&
      html`<section>
        <h2 style="${pt(sizes.small * 1.3)}">${below.title}</h2>
        ${tableHtml(rowsOf(below), sizes.small, width)}${below === special && all}
      </section>`
    }
    ${!below && small === special && all}
  </main>`
  return { title: main.title, name: sizes.name, body }
}

const spans = (blocks: readonly Block[], formats: Formats): readonly string[] =>
  blocks.length === 0 ? ['closed'] : blocks.map((block) => blockWords(block, formats))

const tableHtml = (rows: readonly SignRow[], size: number, width: number): Html =>
  html`<table style="${pt(size)}">
    <colgroup>
      <col style="width: ${Math.ceil(daysWidth(rows, size, width))}pt" />
      <col />
    </colgroup>
    ${rows.map(
      ({ days, label, times }) =>
        html`<tr>
          <td class="when">
            <p class="days">${days}</p>
            ${label !== '' && html`<p class="label" dir="auto">${label}</p>`}
          </td>
          <td class="times">${times.map((one) => html`<span>${one}</span> `)}</td>
        </tr>`,
    )}
  </table>`

function timeSign(
  shopName: string,
  { kind, at, note, opened }: TimeSign,
  paper: Paper,
  formats: Formats,
): SignContent {
  const time = formats.time(at)
  const { width, height, scale } = signRoom(paper)
  const before = kind === 'pause' ? 'Back at' : opened ? 'We opened at' : 'We open at'
  const lead = wordsSize('today. We are sorry.', width, 1, 60 * scale)
  const noteSize = Math.min(wordsSize(note, width, 5, 30 * scale), (height * 0.25) / (5 * 1.25))
  const body = html`<main class="middle">
    <p class="lead" style="${pt(lead)}">${before}</p>
    <h1 class="huge" style="${pt(width / 3.2)}">${time}</h1>
    ${kind === 'late' && html`<p class="lead" style="${pt(lead)}">today. We are sorry.</p>`}
    ${note !== '' && html`<p class="note" style="${pt(noteSize)}" dir="auto">${note}</p>`}
  </main>`
  return { title: `${before} ${time}`, name: wordsSize(shopName, width, 3, 28 * scale), body }
}
