import {
  consentOf,
  isNever,
  isNoByItself,
  isNoInStatus,
  isNoRefusal,
  isPlainNo,
  isRefusal,
  isYesOrNo,
  mayRefuse,
  refusesOutright,
  saysNothing,
  saysSubscribed,
} from './consent-words.ts'
import type { Consent } from './consent.ts'
import { isDate } from './consent-dates.ts'
import {
  chosenKind,
  isElsewhere,
  isLetter,
  isPartnerOffers,
  isPassedOver,
  isWhenOrWhy,
  mailKind,
  takesDates,
  type MailKind,
} from './mail-columns.ts'

/** What a cell about mail says, and how it was understood. */
export interface ColumnAnswer {
  readonly consent: Consent
  /** Why, for the preview. */
  readonly why: string
  /**
   * What an answer of "not asked" is worth beside a yes: nothing was said at all; a word that speaks against a yes; such a word
   * where the program does not tell a refusal from never asked; a word nobody understands; what may be a refusal.
   */
  readonly says: 'nothing' | 'unasked' | 'unsubscribed' | 'unclear' | 'doubt'
}

/** A column about mail as it is read. */
export interface MailColumn {
  readonly header: string
  readonly kind: MailKind
  /** Whether a yes in it counts: not where the owner chose another column for the answer. */
  readonly givesYes: boolean
}

/** What a column brings, in lines. */
export interface MailBrought {
  readonly column: string
  /** False where the owner left it out; the counts are then what it would bring. */
  readonly isRead: boolean
  readonly yes: number
  readonly no: number
}

/** What a line says about mail, by all its columns. */
export interface MailAnswer {
  readonly consent: Consent
  readonly why: string
  /** The column that the answer is from; '' where none says anything. */
  readonly column: string
  /** The column whose "no" takes back a yes that it brought, and means never asked of others; '' where there is none. */
  readonly takesBack: string
  /** What speaks against a yes without being a no, as it is told: `“Newsletter” says “pending”`; '' where nothing does. */
  readonly against: string
  /** Why the line's own yes is not taken; '' where it is, or there is none. */
  readonly contradiction: string
  /** What was not understood. */
  readonly unclear: readonly (MailColumn & { readonly cell: string })[]
  /** A no that neither the line nor the file’s name says: the owner chose it for the list as a whole. */
  readonly isOwners?: boolean
}

const said = (consent: Consent, why: string, says: ColumnAnswer['says'] = 'nothing'): ColumnAnswer => ({
  consent,
  why,
  says,
})

/**
 * Reads a cell by what its column stands for. In a column of refusals a yes is a refusal, dates and reasons too, and "no" is
 * not a yes: nobody was asked. What may be a refusal is none that is kept, and no yes either.
 */
export function columnAnswer(
  header: string,
  text: string,
  kind: MailKind = chosenKind(header, 'consent'),
): ColumnAnswer {
  const cell = text.trim()
  const says = `“${header}” says “${cell}”`
  if (cell === '') return said('unasked', `“${header}” says nothing`)
  if (kind === 'refusal' || kind === 'doubt' || kind === 'outright') return refusalAnswer(header, cell, kind)
  const plain = consentOf(cell)
  const unclear = said('unasked', `${says}, which was not understood`, 'unclear')
  if (kind === 'either') return eitherWay(header, cell)
  if (kind === 'noes' || kind === 'status') {
    if (isNoInStatus(cell)) return said('no', says)
    if (kind === 'status' && saysSubscribed(cell)) return said('yes', says)
    return plain === null || plain === 'no' ? unclear : said('unasked', `${says}: that is no yes to mail`)
  }
  if (plain === 'no' && kind === 'subscription' && isPlainNo(cell))
    return said('unasked', `${says}: this program does not tell a refusal from never asked`, 'unsubscribed')
  if (plain === null && isDate(cell) && takesDates(header)) return said('yes', says)
  if (plain === null) return unclear
  return said(plain, says, plain === 'unasked' && !saysNothing(cell) ? 'unasked' : 'nothing')
}

/** Reads a cell of a column that may ask who wants the letter or who does not: only words that refuse by themselves do. */
function eitherWay(header: string, cell: string): ColumnAnswer {
  const says = `“${header}” says “${cell}”`
  const plain = consentOf(cell)
  if (refusesOutright(cell) || isNoByItself(cell)) return said('no', says)
  if (plain === 'no') return said('unasked', `${says}, which may be a refusal or not`, 'doubt')
  return plain === 'unasked'
    ? said('unasked', `${says}: that is no yes to mail`)
    : said('unasked', `${says}, which may be a yes or a refusal`, 'unclear')
}

/** Reads a cell of a column that says, or may say, who must not be mailed. */
function refusalAnswer(header: string, cell: string, kind: 'refusal' | 'doubt' | 'outright'): ColumnAnswer {
  const says = `“${header}” says “${cell}”`
  if (refusesOutright(cell)) return said('no', `${says}: must not be mailed`)
  if (kind === 'outright')
    return mayRefuse(cell)
      ? said('unasked', `${says}, which may be a refusal or not`, 'doubt')
      : said('unasked', `${says}, which is about something else`)
  const isOfDays = isWhenOrWhy(header)
  if (isNoRefusal(cell) || (isOfDays && isNever(cell)))
    return said('unasked', `${says}: not refused, but not asked either`)
  if (kind === 'doubt') return said('unasked', `${says}, which may be about mail or not`, 'doubt')
  return isRefusal(cell, isOfDays)
    ? said('no', `${says}: must not be mailed`)
    : said('unasked', `${says}, which may be a refusal or not`, 'doubt')
}

/** Thousands of lines say the same few words. */
const mostWords = 200
const understood = new WeakMap<MailColumn, Map<string, ColumnAnswer>>()

function answerOf(column: MailColumn, cell: string): ColumnAnswer {
  const words = understood.get(column) ?? new Map<string, ColumnAnswer>()
  const answer = words.get(cell) ?? columnAnswer(column.header, cell, column.kind)
  if (words.size < mostWords) understood.set(column, words.set(cell, answer))
  return answer
}

/** How many yeses and noes each column has among these cells. */
export function broughtBy(column: MailColumn, cells: Iterable<string>): Pick<MailBrought, 'yes' | 'no'> {
  const counts = { yes: 0, no: 0, unasked: 0 }
  for (const cell of cells) counts[answerOf(column, cell.trim()).consent]++
  return { yes: column.givesYes ? counts.yes : 0, no: counts.no }
}

/**
 * What a line says about mail. One no wins over every yes; where another column speaks against a yes, nobody is sure and nobody
 * is asked. `cells` are those of the columns, in their order.
 */
export function mailAnswer(columns: readonly MailColumn[], cells: readonly string[]): MailAnswer {
  const all = columns.map((column, i) => {
    const cell = (cells[i] ?? '').trim()
    const answer = answerOf(column, cell)
    if (answer.consent !== 'yes' || column.givesYes) return { ...column, cell, ...answer }
    return { ...column, cell, ...said('unasked', `${answer.why}, and is read for its noes alone`) }
  })
  const no = all.find(({ consent }) => consent === 'no')
  const yes = all.find(({ consent }) => consent === 'yes')
  const back = all.find(({ says }) => says === 'unsubscribed')
  const against = all.find(({ says }) => says === 'unsubscribed' || says === 'unasked' || says === 'doubt')
  const told = no ?? (yes && against) ?? yes ?? all.find(({ cell }) => cell !== '') ?? all[0]
  const unclear = all.filter(({ says }) => says === 'unclear' || (says === 'doubt' && !yes && !no))
  const doubt = against ?? unclear[0]
  return {
    consent: told?.consent ?? 'unasked',
    why: told?.why ?? 'The file does not say',
    column: told && told.cell !== '' ? told.header : '',
    takesBack: back?.header ?? '',
    against: doubt ? `“${doubt.header}” says “${doubt.cell}”` : '',
    contradiction:
      yes && !no && against
        ? `“${yes.header}” says “${yes.cell}”, but “${against.header}” says “${against.cell}”. It counts as not asked.`
        : '',
    unclear,
  }
}

/**
 * The columns of a file that are read for answers about mail: those chosen for it, and every other that is about mail or has a
 * refusal in it, whatever it is called. Where the owner chose the column of the answer, the others are read for their noes alone.
 */
export function mailColumns(
  header: readonly string[],
  mapping: Readonly<Record<string, string>>,
  isChosen: boolean,
  cellsOf: (column: number) => Iterable<string>,
): readonly MailColumn[] {
  const mapped = new Map(Object.entries(mapping).map(([field, column]) => [column, field]))
  return header.flatMap((name, i): readonly MailColumn[] => {
    const field = mapped.get(name)
    const as = (kind: MailKind) => [
      {
        header: name,
        kind: kind === 'answer' && isOfProgram(header, name) ? 'subscription' : kind,
        givesYes: field === 'consent' || !isChosen,
      },
    ]
    if (field === 'consent' || field === 'refusal') return as(chosenKind(name, field))
    const own = field === undefined ? mailKind(name) : null
    if (own === 'either') return some(cellsOf(i), isYesOrNo) ? as(own) : []
    if (own === 'noes') return some(cellsOf(i), isNoInStatus) ? as(own) : []
    if (own !== null) return as(own)
    const isNames = field !== undefined && field !== 'region' && field !== 'notes'
    const isOpen = !isNames && !isElsewhere(name)
    return isOpen && some(cellsOf(i), (cell) => refusesOutright(cell) || mayRefuse(cell))
      ? as('outright')
      : []
  })
}

/** Columns that speak of mail, have a plain no in words and are not read: each once, with the place of its first no. */
export function passedOver(
  header: readonly string[],
  isRead: (column: string) => boolean,
  rows: readonly { readonly line: number; readonly cells: readonly string[] }[],
): readonly { readonly line: number; readonly message: string }[] {
  return header.flatMap((column, i) => {
    if (isRead(column) || !isPassedOver(column)) return []
    const saysNo = (cell = '') => isPlainNo(cell) && /\p{L}{2}/u.test(cell)
    const row = rows.find(({ cells }) => saysNo(cells[i]))
    const message = `“${column}” speaks of mail and says “${row?.cells[i]?.trim()}” here, but is not read as an answer about mail. If it is one, choose it for the answer.`
    return row ? [{ line: row.line, message }] : []
  })
}

/** PrestaShop's "Newsletter", known by the column beside it, has a no for everybody who did not subscribe. */
const isOfProgram = (header: readonly string[], name: string): boolean =>
  isLetter(name) && header.some(isPartnerOffers)

function some(cells: Iterable<string>, isSo: (cell: string) => boolean): boolean {
  for (const cell of cells) if (isSo(cell)) return true
  return false
}
