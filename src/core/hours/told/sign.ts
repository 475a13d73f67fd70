import type { Day, WallTime } from '../../day.ts'
import { html, type Html } from '../../html.ts'
import type { Paper } from '../../paper.ts'
import { printedDocument } from '../../printed.ts'
import { capital } from '../../out/capital.ts'
import type { Voice } from '../../out/voice.ts'
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
 * A sign for the door, in the shop's language, as one complete document without scripts or links, on one page: the type is as large as the words
 * allow. Special days that have no room are pointed at.
 */
export function signHtml(shopName: string, today: Day, sign: Sign, paper: Paper, voice: Voice): string {
  const { title, name, body } =
    'week' in sign
      ? tableSign(shopName, today, sign, paper, voice)
      : sign.kind === 'closing'
        ? closingSign(shopName, today, sign, paper, voice)
        : timeSign(shopName, sign, paper, voice)
  const { scale } = signRoom(paper)
  const day = voice.formats.fullDay(today)
  const madeOn = 'week' in sign ? voice.say('door.asOf', { day }) : capital(day)
  return printedDocument(
    `${shopName} – ${title}`,
    signCss(paper),
    html`<header><p class="shop" style="${pt(name)}" dir="auto">${shopName}</p></header>
      ${body}
      <footer><p style="${pt(11 * scale)}">${madeOn}</p></footer>`,
    voice.language,
  )
}

function tableSign(
  shopName: string,
  today: Day,
  { kind, week, validFrom, coming }: TableSign,
  paper: Paper,
  voice: Voice,
): SignContent {
  const { formats } = voice
  const usual: SignTable = {
    title: usualTitle(kind, validFrom && formats.spoken(validFrom, today), voice),
    rows: week.map(({ first, last, blocks }) => ({
      days: voice.weekdays(first, last),
      label: '',
      times: spans(blocks, voice),
    })),
  }
  const special: SignTable = {
    title: voice.say('door.special'),
    rows: coming.map(({ from, to, special: { label, blocks } }) => ({
      days: capital(formats.spokenDays(from, to, today)),
      label,
      times: spans(blocks, voice),
    })),
  }
  const [main, small] = kind === 'hours' ? [usual, special] : [special, usual]
  const cut = kind === 'hours' ? 'small' : 'main'
  const used = small.rows.length > 0 ? small : null
  const sizes = signSizes(paper, shopName, main, used, cut)
  const all =
    coming.length > sizes.shown ? html`<p style="${pt(sizes.small)}">${voice.say('door.more')}</p>` : null
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

function usualTitle(kind: TableSign['kind'], day: string | null, voice: Voice): string {
  if (day === null) return voice.say(kind === 'hours' ? 'door.hours' : 'door.usual')
  return voice.say(kind === 'hours' ? 'door.hoursFrom' : 'door.usualFrom', { day })
}

const spans = (blocks: readonly Block[], voice: Voice): readonly string[] =>
  blocks.length === 0 ? [voice.say('closed')] : blocks.map((block) => blockWords(block, voice.formats))

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

/** The time stands large by itself, and the words before and after it above and below. */
function timeSign(
  shopName: string,
  { kind, at, note, opened }: TimeSign,
  paper: Paper,
  voice: Voice,
): SignContent {
  const sentence = kind === 'pause' ? 'door.back' : opened ? 'door.wasLate' : 'door.late'
  const pieces = voice.pieces(sentence, { time: voice.formats.time(at) })
  const place = pieces.findIndex(({ param }) => param === 'time')
  const said = (some: typeof pieces) => some.map(({ words }) => words).join('')
  const time = said(pieces.slice(place, place + 1))
  const before = said(pieces.slice(0, place)).trim()
  // The stop after the time ends no sentence here.
  const after = said(pieces.slice(place + 1)).replace(/^[\s.,;:]+/, '')
  const { width, height, scale } = signRoom(paper)
  const lead = Math.min(...[before, after].map((words) => wordsSize(words, width, 2, 60 * scale)))
  const huge = Math.min(width / 3.2, wordsSize(time, width, 1, width / 3.2) * 1.25)
  const noteSize = Math.min(wordsSize(note, width, 5, 30 * scale), (height * 0.25) / (5 * 1.25))
  const body = html`<main class="middle">
    ${before !== '' && html`<p class="lead" style="${pt(lead)}">${before}</p>`}
    <h1 class="huge" style="${pt(huge)}">${time}</h1>
    ${after !== '' && html`<p class="lead" style="${pt(lead)}">${after}</p>`}
    ${note !== '' && html`<p class="note" style="${pt(noteSize)}" dir="auto">${note}</p>`}
  </main>`
  return { title: `${before} ${time}`.trim(), name: wordsSize(shopName, width, 3, 28 * scale), body }
}
