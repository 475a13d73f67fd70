import type { Day } from '../../day.ts'
import { html } from '../../html.ts'
import type { Voice } from '../../out/voice.ts'
import type { Paper } from '../../paper.ts'
import { pt, type SignContent } from '../told/sign-content.ts'
import { signRoom, wordsSize } from '../told/sign-css.ts'
import { type Closing, usualLabel } from './entry.ts'
import type { Back } from './plan.ts'

/** A sign that says from when to when the shop is closed, why, and when it is back. */
export interface ClosingSign extends Closing {
  readonly kind: 'closing'
  readonly back: Back | null
}

/** The days as large as they fit, each end of them on a line of its own. */
export function closingSign(
  shopName: string,
  today: Day,
  { from, to, label, back }: ClosingSign,
  paper: Paper,
  { formats, say }: Voice,
): SignContent {
  const { width, scale } = signRoom(paper)
  const title = say('door.closed')
  const [first, last] = [formats.spoken(from, today), formats.spoken(to, today)]
  const days =
    from === to
      ? [say('door.closedOn', { day: first })]
      : [say('door.closedFirst', { first }), say('door.closedLast', { last })]
  const again =
    back && say('door.backOn', { day: formats.spoken(back.day, today), time: formats.time(back.time) })
  const size = Math.min(...days.map((line) => wordsSize(line, width, 1, 54 * scale)))
  const body = html`<main class="middle">
    <h1 class="huge" style="${pt(wordsSize(title, width, 1, 72 * scale))}">${title}</h1>
    <div>${days.map((line) => html`<p class="lead" style="${pt(size)}">${line}</p>`)}</div>
    ${label !== '' && label !== usualLabel && html`<p class="note" style="${pt(wordsSize(label, width, 3, 30 * scale))}" dir="auto">${label}</p>`}
    ${again !== null && html`<p class="lead" style="${pt(wordsSize(again, width, 2, 44 * scale))}">${again}</p>`}
  </main>`
  return { title, name: wordsSize(shopName, width, 3, 28 * scale), body }
}
