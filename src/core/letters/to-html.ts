import { fittingPt } from '../fitting.ts'
import { html } from '../html.ts'
import type { Paper } from '../paper.ts'
import { printedDocument } from '../printed.ts'
import { foldsOf, letterCss, roomsOf } from './letter-css.ts'

/** A letter as it is printed. */
export interface PrintedLetter {
  readonly paper: Paper
  readonly language: string
  readonly shop: {
    readonly name: string
    readonly address: string
    readonly phone: string
    readonly email: string
  }
  /** The lines of the address; none where it is not known. */
  readonly to: readonly string[]
  /** The day, as the language writes it. */
  readonly date: string
  readonly subject: string
  readonly words: string
}

/** A letter on paper. */
export function letterHtml({ paper, language, shop, to, date, subject, words }: PrintedLetter): string {
  const lines = shop.address.split(/\n|,\s*/).filter((line) => line.trim() !== '')
  const reach = [...lines, shop.phone, shop.email].filter((line) => line.trim() !== '')
  const folds = Array.from({ length: foldsOf(paper) }, (_, i) => html`<i class="fold fold${i}"></i>`)
  const rooms = roomsOf(paper)
  const body = html`<div class="head">
      <p class="shop" style="font-size:${fittingPt([shop.name], rooms.shop)}pt">${shop.name}</p>
      <p class="reach" style="font-size:${fittingPt(reach, rooms.reach)}pt">${reach.map((line, i) => html`${i > 0 && html`<br />`}${line}`)}</p>
    </div>
    <p class="sender">${[shop.name, ...lines].join(' · ')}</p>
    <p class="to" style="font-size:${fittingPt(to, rooms.to)}pt">${to.map((line, i) => html`${i > 0 && html`<br />`}${line}`)}</p>
    ${folds}
    <main>
      <p class="date">${date}</p>
      ${subject.trim() !== '' && html`<p class="subject">${subject}</p>`}
      <p class="words">${words}</p>
    </main>`
  return printedDocument(subject || shop.name, letterCss(paper), body, language)
}
