import type { Formats } from '../formats.ts'
import { blockWords } from '../hours/week.ts'
import { html, type Html } from '../html.ts'
import type { Paper } from '../paper.ts'
import { printedDocument } from '../printed.ts'
import { parts, type Part } from './own-line.ts'
import type { PlannedDay, PlannedLine, WeekPlan } from './plan-week.ts'
import { sheetCss, textSize, type Bulk } from './sheet-css.ts'

const partWords: Readonly<Record<Part, string>> = {
  opening: 'Opening',
  day: 'Through the day',
  closing: 'Closing',
}

/**
 * A week's sheet as one complete document without scripts or links. Its title is the footer's text; the printer adds
 * the page numbers in the bottom margin.
 */
export function sheetHtml(plan: WeekPlan, paper: Paper, formats: Formats): string {
  const title = formats.week(plan.week)
  const content = html`
    <header>
      <p class="shop">${plan.shopName}</p>
      <p class="sheet">Sheet ${plan.sheet}</p>
      <h1>${title}</h1>
      <p class="key">✓ done &nbsp; ✗ missed &nbsp; – not needed</p>
    </header>
    <main class="days">${leftOver(plan.leftOver)}${plan.days.map((one) => day(one, formats))}${signature}</main>
  `
  return printedDocument(
    `${plan.shopName} – ${title} – sheet ${plan.sheet}`,
    sheetCss(paper, textSize(paper, bulkOf(plan))),
    content,
  )
}

function bulkOf({ leftOver, days }: WeekPlan): Bulk {
  const lines = [...leftOver, ...days.flatMap((day) => day.lines)]
  return {
    lines: lines.map(({ text, mustKnow }) => text.length + (mustKnow ? mustKnow.length + mustKnowRoom : 0)),
    parts: new Set(lines.map(({ day, part }) => `${day} ${part}`)).size,
    days: days.length + (leftOver.length > 0 ? 1 : 0),
  }
}

const leftOver = (lines: readonly PlannedLine[]): Html | null =>
  lines.length === 0
    ? null
    : block(html`<span class="date">From before this week</span>`, [
        html`<tbody>
          ${lines.map(row)}
        </tbody>`,
      ])

function day({ day, hours, lines }: PlannedDay, formats: Formats): Html {
  const head = html`<span class="date">${formats.longDay(day)}</span>
    <span class="hours"
      >${hours && (hours.length === 0 ? 'closed' : hours.map((one) => blockWords(one, formats)).join(' · '))}</span
    >`
  const groups = parts.flatMap((part) => {
    const rows = lines.filter((line) => line.part === part)
    if (rows.length === 0) return []
    return [
      html`<tbody>
        <tr class="group">
          <th class="part" colspan="3">${partWords[part]}</th>
        </tr>
        ${rows.map(row)}
      </tbody>`,
    ]
  })
  return block(head, groups)
}

const block = (head: Html, groups: readonly Html[]): Html =>
  html`<table class="${groups.length === 0 ? 'shut' : 'day'}">
    <colgroup>
      <col class="tick" />
      <col />
      <col class="code" />
    </colgroup>
    <thead>
      <tr>
        <th colspan="3"><div class="head">${head}</div></th>
      </tr>
    </thead>
    ${groups}
  </table>`

/** Letters that the frame and its words take, and the rest of the line before it. */
const mustKnowRoom = 34

/** Framed, in words, under what it is about: black on white says it as well as colour would. */
const mustKnowMark = (text: string): Html => html`<b class="must-know">! Must know: ${text}</b>`

const row = ({ code, text, mustKnow, pen }: PlannedLine): Html =>
  html`<tr>
    <td class="tick"><span class="box"></span></td>
    <td class="text" dir="auto">${pen && html`<span class="pen"></span>`}${text}${mustKnow && mustKnowMark(mustKnow)}</td>
    <td class="code">${code}</td>
  </tr>`

const signature = html`<section class="sign">
  <h2>Notes</h2>
  <div class="rule"></div>
  <div class="rule"></div>
  <div class="names">
    <p>Signature</p>
    <p>Date</p>
  </div>
</section>`
