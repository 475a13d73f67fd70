import type { Day } from '../day.ts'
import { fold } from '../fold.ts'
import type { Formats } from '../formats.ts'
import { isYearUnclear, parseFileDate, type DateOrder } from '../import/dates.ts'
import type { DecimalMark } from '../numbers.ts'
import { parsePrice } from '../price.ts'
import type { amountFields, VisitField } from './visit-fields.ts'

/** A line of a list of purchases, read. */
export interface VisitLine {
  readonly number: string
  readonly customerNumber: string
  readonly email: string
  readonly name: string
  /** Null where the line says none; further articles of an order say none. */
  readonly day: Day | null
  /** The article alone went back. */
  readonly isRefund: boolean
  /** The whole order came to nothing. */
  readonly isVoid: boolean
  /** Of the whole order, and of this line; below 0 where money went back, null where nothing can be read. */
  readonly totalMills: number | null
  readonly amountMills: number | null
  readonly messages: readonly string[]
}

/** How the cells of a file are read. */
export interface VisitReading {
  readonly order: DateOrder
  readonly marks: { readonly [F in (typeof amountFields)[number]]?: DecimalMark }
  readonly zone: string
  readonly formats: Formats
}

const all = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** What a sale that was none, or was taken back, is called. */
const takenBack = all(
  `refund refunded refunds return returned void voided cancelled canceled failed abandoned draft chargeback
  storno storniert stornierung erstattet erstattung ruckerstattung retoure ruckgabe gutschrift
  rembourse remboursement annule annulee annulation avoir retour
  reembolso reembolsado cancelado cancelada anulado devolucion devuelto
  rimborso rimborsato annullato reso
  terugbetaling terugbetaald geannuleerd geretourneerd
  zwrot anulowane anulowano anulowany aterbetald avbruten makulerad refundert kansellert`,
)
/** “Partially refunded” is a sale that stayed one. */
const inPart = all('partially partial partly teilweise partiellement parcialmente parzialmente gedeeltelijk')
const no = all('no false 0 nein non nee nie nej nei n')

const wordsOf = (text: string): readonly string[] => fold(text).split(' ')
const isTakenBack = (text: string): boolean => {
  const words = wordsOf(text)
  return words.some((word) => takenBack.has(word)) && !words.some((word) => inPart.has(word))
}

/** Reads one line. */
export function readVisitLine(
  cell: (field: VisitField) => string,
  { order, marks, zone, formats }: VisitReading,
): VisitLine {
  const messages: string[] = []
  const written = cell('day')
  const date = written === '' ? null : parseFileDate(written, { order, zone })
  if (written !== '' && !date)
    messages.push(
      isYearUnclear(written)
        ? `“${written}” does not say which number is the year. Write it with four digits.`
        : `“${written}” is not a date.`,
    )
  const cancelled = fold(cell('cancelled'))
  return {
    number: cell('number'),
    customerNumber: cell('customerNumber'),
    email: cell('email'),
    name: cell('name') || `${cell('firstName')} ${cell('lastName')}`.trim(),
    day: date?.day ?? null,
    isRefund: isTakenBack(cell('kind')),
    isVoid: isTakenBack(cell('status')) || (cancelled !== '' && !no.has(cancelled)),
    totalMills: signedMills(cell('total'), marks.total, formats),
    amountMills: signedMills(cell('amount'), marks.amount, formats),
    messages,
  }
}

/** An amount that may be below 0: `-3.00`, `3.00-`, `(3.00)`, `-$3.00`, `$-3.00`. */
function signedMills(text: string, mark: DecimalMark | undefined, { money }: Formats): number | null {
  const bare = text.replaceAll(/[-−–+()]/g, '').trim()
  const price = parsePrice(bare, mark, money)
  if (!('mills' in price)) return null
  const isBelow = /^\s*\(.*\)\s*$/.test(text) || /^\D*[-−–]\D*\d/.test(text) || /\d\s*[-−–]\s*$/.test(text)
  return isBelow && price.mills > 0 ? -price.mills : price.mills
}
