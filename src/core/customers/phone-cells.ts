import { cellReader, fieldOfKey, type Mapping } from '../import/mapping.ts'
import { columnCells, type Sheet } from '../import/sheet.ts'
import { isCutShort, isNoValue } from '../no-value.ts'
import { consentOf, isPlainNo } from './consent-words.ts'
import { isMobile, partsOfCell } from './phone-columns.ts'
import { isDay, sharePhone, wholePhones, type Phone } from './phones.ts'
import { kindReader } from './way-columns.ts'
import { wayWords } from './ways.ts'

/** The numbers of a line that stand in one column. */
export interface ColumnPhones {
  readonly column: string
  readonly isMobile: boolean
  readonly phones: readonly Phone[]
}

/** Reads the columns of phones of a file. */
export interface PhoneCells {
  /** What stands under the phone, or under the others a column a line, without what is no number. */
  text(cells: readonly string[], field: 'phone' | 'otherPhones'): string
  /** The numbers of a line by their columns, where the file has several. */
  byColumn(cells: readonly string[]): readonly ColumnPhones[]
  /** What of a line is left out as no number, each column once in a file. */
  leftOut(cells: readonly string[]): readonly string[]
}

/**
 * Reads phones: what is no number is none of somebody's, or a tick under "WhatsApp" and the day it was set would be theirs, and make
 * everybody who has the same one person. Under the phone itself what people wrote stays, but for ticks, days and a country alone.
 */
export function phoneCells(sheet: Sheet, mapping: Mapping): PhoneCells {
  const { header } = sheet
  const read = cellReader(header, mapping)
  const keys = Object.keys(mapping)
    .filter((key) => fieldOfKey(key) === 'otherPhones')
    .toSorted((a, b) => header.indexOf(mapping[a]!) - header.indexOf(mapping[b]!))
  const others = keys.map((key) => ({
    key,
    column: mapping[key]!,
    isOfDays: isTicked(mapping[key]!) && holdsDays(sheet, mapping[key]!),
  }))
  const column = mapping['phone']
  const all = [...(column === undefined ? [] : [{ key: 'phone', column, isOfDays: false }]), ...others]
  const columns = all.map((one) => ({ ...one, isMobile: isMobile(one.column) }))
  const kinds = new Map(all.map(({ column }) => [column, kindReader(header, column)]))
  const told = new Set<string>()

  const parts = (cells: readonly string[], { key, column, isOfDays }: (typeof all)[number]) => {
    const text = read(cells, key)
    if (text === '' || isNoValue(text) || isCutShort(text)) return { kept: text, left: [] }
    if (key === 'phone') return isTick(text, column) ? { kept: '', left: [text] } : { kept: text, left: [] }
    const each = partsOfCell(text)
    const isKept = (part: string) =>
      isNoValue(part) || isCutShort(part) || (!isOfDays && wholePhones(part).length > 0)
    const left = each.filter((part) => !isKept(part))
    return { kept: left.length === 0 ? text : each.filter(isKept).join('\n'), left }
  }
  return {
    text: (cells, field) =>
      (field === 'phone' ? all.filter(({ key }) => key === 'phone') : others)
        .map((one) => withKind(parts(cells, one).kept, kinds.get(one.column)!(cells)))
        .join('\n'),
    byColumn: (cells) =>
      columns.length < 2
        ? []
        : columns.map((one) => ({
            column: one.column,
            isMobile: one.isMobile,
            phones: wholePhones(parts(cells, one).kept),
          })),
    leftOut: (cells) =>
      all.flatMap((one) => {
        const [left] = told.has(one.column) ? [] : parts(cells, one).left
        if (left === undefined) return []
        told.add(one.column)
        return [
          `“${left}” in the column “${one.column}” is no phone number. It was left out, and so is what is none in further lines.`,
        ]
      }),
  }
}

/** Each number of a cell with its kind; what else people wrote beside a number says it better. */
function withKind(text: string, kind: string): string {
  if (kind === '' || text === '') return text
  const each = partsOfCell(text)
  return each.every((part) => isBareNumber.test(part))
    ? each.map((value) => wayWords({ value, kind })).join('\n')
    : text
}

const isBareNumber = /^\(?\+?[\d\s()./-]*\d[\d\s()./-]*$/

/** Whether what stands alone under a phone answers a question instead: a tick, a day, a country without a number. A digit may be an extension. */
const isTick = (text: string, column: string): boolean =>
  wholePhones(text).length === 0 &&
  ((/^\d$/.test(text) && (isTicked(column) || isMobile(column))) ||
    /^\(?\+[\d\s()]*$/.test(text) ||
    isDay(text) ||
    (/^\D+$/.test(text) && (isPlainNo(text) || consentOf(text) === 'yes')))

/** What a shop may have asked somebody as well as their number. */
const isTicked = (column: string): boolean => /sms|whats/i.test(column)

/** Lines that tell what a column holds. */
const lookedAt = 2000
const plainDay = /^20[0-3]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/

/** Whether a column has nothing but days written as eight digits, which one alone does not tell from a number. */
function holdsDays(sheet: Sheet, column: string): boolean {
  let [days, looked] = [0, 0]
  for (const cell of columnCells(sheet, column)) {
    if (looked++ > lookedAt) break
    const text = cell.trim()
    if (text === '' || isNoValue(text)) continue
    if (!plainDay.test(text)) return false
    days++
  }
  return days > 0
}

/**
 * Whether two lines of one file have phones of two people: numbers of one column differ. Father and son share the one at home; a
 * mobile that is shared is one person's, whatever else has changed, and so are numbers that only stand in other columns.
 */
export function phonesContradict(some: readonly ColumnPhones[], others: readonly ColumnPhones[]): boolean {
  const pairs = some.flatMap((one) => {
    const other = others.find(({ column }) => column === one.column)
    return other && one.phones.length > 0 && other.phones.length > 0 ? [{ one, other }] : []
  })
  if (pairs.some(({ one, other }) => one.isMobile && sharePhone(one.phones, other.phones))) return false
  const [allSome, allOthers] = [some, others].map((all) => all.flatMap(({ phones }) => phones))
  return pairs.some(
    ({ one, other }) => !sharePhone(one.phones, allOthers!) && !sharePhone(other.phones, allSome!),
  )
}

/** What several lines of one customer have by column: a line that has a number of any of them is theirs too. */
export const phonesOfBoth = (
  first: readonly ColumnPhones[],
  next: readonly ColumnPhones[],
): readonly ColumnPhones[] =>
  next.map((one) => {
    const before = first.find(({ column }) => column === one.column)
    if (!before) return one
    const more = one.phones.filter((phone) => !sharePhone(before.phones, [phone]))
    return more.length === 0 ? before : { ...before, phones: [...before.phones, ...more] }
  })
