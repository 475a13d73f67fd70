import { fittingPt, lineEm } from '../../fitting.ts'
import { html, type Html } from '../../html.ts'
import { printedDocument } from '../../printed.ts'
import {
  envelopes,
  isEnvelope,
  labelAt,
  labelForms,
  labelsOn,
  sheetSizes,
  type AddressForm,
  type EnvelopeName,
  type LabelFormName,
} from './forms.ts'

/** Addresses as they are printed: the lines of each. */
export interface Addresses {
  readonly to: readonly (readonly string[])[]
  /** How many labels of the first sheet are gone already. */
  readonly used: number
  /** The lines of the sender, for envelopes; none leaves it away. */
  readonly sender: readonly string[]
}

/** Labels or envelopes, each address whole on its own: what is long is set smaller, never cut. */
export const addressesHtml = (form: AddressForm, addresses: Addresses, title: string): string =>
  isEnvelope(form) ? envelopesHtml(form, addresses, title) : labelsHtml(form, addresses, title)

/** Kept free at each edge of a label, mm: printers shift the sheet by as much. */
const edgeMm = 4
const largestPt = 11

const base = `
* { box-sizing: border-box }
html { color: #000; background: #fff; font: 400 10pt/${lineEm} Inter, 'Liberation Sans', Arial, sans-serif }
body { margin: 0 }
p { margin: 0; overflow-wrap: anywhere }
.page { position: relative; overflow: hidden; break-after: page }
.page:last-child { break-after: auto }
.at { position: absolute; display: flex; flex-direction: column; justify-content: center }
`

const onScreen = `
@media screen {
  html { background: #d9d6cf; padding: 5mm 0 }
  .page { margin: 0 auto 5mm; background: #fff; box-shadow: 0 0.5mm 3mm #0004 }
  .label { outline: 0.1mm dotted #888; border-radius: 1.5mm }
}
`

const mm = (value: number): string => `${Math.round(value * 1000) / 1000}mm`

const paragraphs = (lines: readonly string[]): readonly Html[] =>
  lines.map((line) => html`<p dir="auto">${line}</p>`)

function labelsHtml(form: `${LabelFormName}`, { to, used }: Addresses, title: string): string {
  const { sheet, widthMm, heightMm } = labelForms[form]
  const [sheetWidth, sheetHeight] = sheetSizes[sheet]
  const onSheet = labelsOn(form)
  const room = { widthMm: widthMm - 2 * edgeMm, heightMm: heightMm - 2 * edgeMm, largestPt }
  const pages: Html[] = []
  for (let next = 0, free = used % onSheet; next < to.length; free = 0) {
    const some = to.slice(next, next + onSheet - free)
    const first = free
    pages.push(
      html`<div class="page">
        ${some.map((lines, at) => {
          const { leftMm, topMm } = labelAt(form, first + at)
          const pt = fittingPt(lines, room)
          return html`<div
            class="at label"
            style="left:${mm(leftMm)};top:${mm(topMm)};width:${mm(widthMm)};height:${mm(heightMm)};padding:${mm(edgeMm)};font-size:${pt}pt"
          >
            ${paragraphs(lines)}
          </div>`
        })}
      </div>`,
    )
    next += some.length
  }
  const css = `@page { size: ${sheet === 'A4' ? 'A4' : 'letter'}; margin: 0 }
${base}.page { width: ${mm(sheetWidth)}; height: ${mm(sheetHeight - 0.1)} }
${onScreen}`
  return printedDocument(title, css, html`${pages}`)
}

function envelopesHtml(name: EnvelopeName, { to, sender }: Addresses, title: string): string {
  const { widthMm, heightMm } = envelopes[name]
  // The lower right, clear of the zone of the stamp and of the 15 mm below that sorting machines write into.
  const left = widthMm * 0.48
  const top = Math.max(40, heightMm * 0.42)
  const [roomAcross, roomDown] = [widthMm - left - 10, heightMm - top - 16]
  const pages = to.map((lines) => {
    const pt = fittingPt(lines, { widthMm: roomAcross, heightMm: roomDown, largestPt })
    return html`<div class="page">
      ${sender.length > 0 && html`<div class="at sender">${paragraphs(sender)}</div>`}
      <div class="at" style="left:${mm(left)};top:${mm(top)};width:${mm(roomAcross)};font-size:${pt}pt">
        ${paragraphs(lines)}
      </div>
    </div>`
  })
  const css = `@page { size: ${mm(widthMm)} ${mm(heightMm)}; margin: 0 }
${base}.page { width: ${mm(widthMm)}; height: ${mm(heightMm - 0.1)} }
.sender { left: 10mm; top: 8mm; width: ${mm(widthMm * 0.45)}; font-size: 8pt }
${onScreen}`
  return printedDocument(title, css, html`${pages}`)
}
