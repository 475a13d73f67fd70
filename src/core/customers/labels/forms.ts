/** A sheet of labels, all measures in mm. They lie in the middle of the sheet, as the makers' drawings have them. */
export interface LabelForm {
  /** What stands on the box, and what else it is called. */
  readonly name: string
  readonly sheet: 'A4' | 'Letter'
  readonly columns: number
  readonly rows: number
  readonly widthMm: number
  readonly heightMm: number
  /** From the left edge of one label to that of the next. */
  readonly acrossMm: number
  /** From the upper edge of one label to that of the next. */
  readonly downMm: number
}

const inch = 25.4

/** Labels that shops for offices have, by the number on the box. */
export const labelForms = {
  L7160: {
    name: 'Avery L7160: 21 of 63.5 × 38.1 mm',
    sheet: 'A4',
    columns: 3,
    rows: 7,
    widthMm: 63.5,
    heightMm: 38.1,
    acrossMm: 66.04,
    downMm: 38.1,
  },
  L7159: {
    name: 'Avery L7159: 24 of 63.5 × 33.9 mm',
    sheet: 'A4',
    columns: 3,
    rows: 8,
    widthMm: 63.5,
    heightMm: 33.9,
    acrossMm: 66.04,
    downMm: 33.9,
  },
  L7161: {
    name: 'Avery L7161: 18 of 63.5 × 46.6 mm',
    sheet: 'A4',
    columns: 3,
    rows: 6,
    widthMm: 63.5,
    heightMm: 46.6,
    acrossMm: 66.04,
    downMm: 46.6,
  },
  L7162: {
    name: 'Avery L7162: 16 of 99.1 × 33.9 mm',
    sheet: 'A4',
    columns: 2,
    rows: 8,
    widthMm: 99.1,
    heightMm: 33.9,
    acrossMm: 101.6,
    downMm: 33.9,
  },
  L7163: {
    name: 'Avery L7163: 14 of 99.1 × 38.1 mm',
    sheet: 'A4',
    columns: 2,
    rows: 7,
    widthMm: 99.1,
    heightMm: 38.1,
    acrossMm: 101.6,
    downMm: 38.1,
  },
  3490: {
    name: 'Avery Zweckform 3490 or 3475: 24 of 70 × 36 mm',
    sheet: 'A4',
    columns: 3,
    rows: 8,
    widthMm: 70,
    heightMm: 36,
    acrossMm: 70,
    downMm: 36,
  },
  5160: {
    name: 'Avery 5160 or 8160: 30 of 2⅝ × 1 in',
    sheet: 'Letter',
    columns: 3,
    rows: 10,
    widthMm: 2.625 * inch,
    heightMm: inch,
    acrossMm: 2.75 * inch,
    downMm: inch,
  },
  5161: {
    name: 'Avery 5161 or 8161: 20 of 4 × 1 in',
    sheet: 'Letter',
    columns: 2,
    rows: 10,
    widthMm: 4 * inch,
    heightMm: inch,
    acrossMm: 4.1875 * inch,
    downMm: inch,
  },
  5162: {
    name: 'Avery 5162 or 8162: 14 of 4 × 1⅓ in',
    sheet: 'Letter',
    columns: 2,
    rows: 7,
    widthMm: 4 * inch,
    heightMm: (4 / 3) * inch,
    acrossMm: 4.1875 * inch,
    downMm: (4 / 3) * inch,
  },
  5163: {
    name: 'Avery 5163 or 8163: 10 of 4 × 2 in',
    sheet: 'Letter',
    columns: 2,
    rows: 5,
    widthMm: 4 * inch,
    heightMm: 2 * inch,
    acrossMm: 4.1875 * inch,
    downMm: 2 * inch,
  },
} as const satisfies Readonly<Record<string, LabelForm>>

/** An envelope, in mm. */
export interface Envelope {
  readonly name: string
  readonly widthMm: number
  readonly heightMm: number
}

/** ISO 269 and ANSI envelopes. */
export const envelopes = {
  DL: { name: 'Envelope DL: 220 × 110 mm', widthMm: 220, heightMm: 110 },
  C6: { name: 'Envelope C6: 162 × 114 mm', widthMm: 162, heightMm: 114 },
  C5: { name: 'Envelope C5: 229 × 162 mm', widthMm: 229, heightMm: 162 },
  '#10': { name: 'Envelope #10: 9½ × 4⅛ in', widthMm: 9.5 * inch, heightMm: 4.125 * inch },
} as const satisfies Readonly<Record<string, Envelope>>

export type LabelFormName = keyof typeof labelForms
export type EnvelopeName = keyof typeof envelopes
export type AddressForm = `${LabelFormName}` | EnvelopeName

export const labelFormNames = Object.keys(labelForms) as `${LabelFormName}`[]
export const envelopeNames = Object.keys(envelopes) as EnvelopeName[]
export const addressForms: readonly AddressForm[] = [...labelFormNames, ...envelopeNames]

export const isEnvelope = (form: AddressForm): form is EnvelopeName => Object.hasOwn(envelopes, form)

/** A sheet's size in mm. */
export const sheetSizes = { A4: [210, 297], Letter: [8.5 * inch, 11 * inch] } as const

/** How many labels a form has. */
export const labelsOn = (form: `${LabelFormName}`): number => labelForms[form].columns * labelForms[form].rows

/** Where a label lies on its sheet, from the upper left corner, mm; `place` counts from 0 along the rows. */
export function labelAt(
  form: `${LabelFormName}`,
  place: number,
): { readonly leftMm: number; readonly topMm: number } {
  const { sheet, columns, rows, widthMm, heightMm, acrossMm, downMm } = labelForms[form]
  const [sheetWidth, sheetHeight] = sheetSizes[sheet]
  const left = (sheetWidth - (columns - 1) * acrossMm - widthMm) / 2
  const top = (sheetHeight - (rows - 1) * downMm - heightMm) / 2
  return { leftMm: left + (place % columns) * acrossMm, topMm: top + Math.floor(place / columns) * downMm }
}
