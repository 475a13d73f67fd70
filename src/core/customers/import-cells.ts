import { cellReader, fieldOfKey, type Mapping } from '../import/mapping.ts'
import type { Sheet } from '../import/sheet.ts'
import { addressFields } from './address-words.ts'
import { phoneCells } from './phone-cells.ts'
import { secondAddress } from './import-fields.ts'
import { furtherCells } from './way-columns.ts'
import { wholeAddress, type WholeAddress } from './whole-address.ts'

/** Reads the cells of a customer file by field, also from the further columns of the same name. */
export interface CustomerCells {
  /** The trimmed text of a field; where its column is blank, that of the next of its name. Other phones come a line each. */
  cell(cells: readonly string[], field: string): string
  /** What a further column says otherwise, and is left out. */
  leftOut(cells: readonly string[]): readonly string[]
}

const isAddress = (field: string): boolean => (addressFields as readonly string[]).includes(field)

/** Fields of which a further column of the name is none that stands in. */
const readByItself: ReadonlySet<string> = new Set([
  'consent',
  'refusal',
  'phone',
  'otherPhones',
  'otherMails',
  'streetLines',
  'street2Lines',
])

/** The name of a column without the number that tells it from an earlier one of the same name. */
const nameOf = (column: string): string => column.replace(/ \(\d+\)$/, '')

/**
 * The cells of a file with these columns. A second address is another place: it is read only where nothing of the first is given. The
 * columns about mail are read elsewhere, each by itself.
 */
export function customerCells(sheet: Sheet, mapping: Mapping): CustomerCells {
  const { header } = sheet
  const taken = new Set(Object.values(mapping))
  const further = Object.entries(mapping).flatMap(([field, column]) =>
    readByItself.has(fieldOfKey(field))
      ? []
      : header
          .filter((other) => !taken.has(other) && other !== nameOf(other) && nameOf(other) === column)
          .map((other) => ({ field, column, other })),
  )
  const phones = phoneCells(sheet, mapping)
  const read = cellReader(header, mapping)
  const others: Readonly<Record<string, (cells: readonly string[]) => string>> = {
    phone: (cells) => phones.text(cells, 'phone'),
    otherPhones: (cells) => phones.text(cells, 'otherPhones'),
    otherMails: furtherCells(header, mapping, 'otherMails', true),
    streetLines: furtherCells(header, mapping, 'streetLines', false),
    street2Lines: furtherCells(header, mapping, 'street2Lines', false),
    ...placeCells(mapping, read),
    ...wholeCells(mapping, read),
  }
  const first: CustomerCells['cell'] = (cells, field) => (others[field] ?? ((all) => read(all, field)))(cells)
  if (further.length === 0) return { cell: first, leftOut: phones.leftOut }
  const second = cellReader(header, Object.fromEntries(further.map(({ other }) => [other, other])))
  const has = (field: string) => further.some((one) => one.field === field)
  const noAddress = (cells: readonly string[]) => addressFields.every((field) => first(cells, field) === '')
  const told = new Set<string>()
  const cell: CustomerCells['cell'] = (cells, field) => {
    const text = first(cells, field)
    if (text !== '' || !has(field) || (isAddress(field) && !noAddress(cells))) return text
    for (const one of further) {
      const more = one.field === field ? second(cells, one.other) : ''
      if (more !== '') return more
    }
    return ''
  }
  return {
    cell,
    leftOut(cells) {
      const left = further.flatMap(({ field, column, other }) => {
        const [kept, left] = [cell(cells, field), second(cells, other)]
        if (left === '' || left === kept) return []
        const words = `There are several columns “${column}”: “${left}” was left out${kept === '' ? '' : `, “${kept}” kept`}.`
        if (!isAddress(field)) return [words]
        if (told.has(other)) return []
        told.add(other)
        return [`${words} So it is in further lines.`]
      })
      return [...phones.leftOut(cells), ...left]
    },
  }
}

/** Without any of these, the street's column may have the whole address. */
const placeFields = ['city', 'postcode', 'country', 'street2', 'city2', 'streetLines']

/** Reads the parts of an address that stands whole in one column; the region of a column beside it is no part of that. */
function wholeCells(
  mapping: Mapping,
  read: CustomerCells['cell'],
): Record<string, (cells: readonly string[]) => string> {
  const isParted = Object.keys(mapping).some((key) => placeFields.includes(fieldOfKey(key)))
  if (mapping['street'] === undefined || isParted) return {}
  const of = (field: keyof WholeAddress) => (cells: readonly string[]) => {
    const whole = wholeAddress(read(cells, 'street'))
    return whole ? whole[field] : read(cells, field)
  }
  return {
    street: of('street'),
    streetLines: of('streetLines'),
    city: of('city'),
    region: of('region'),
    postcode: of('postcode'),
    country: of('country'),
  }
}

/** Reads the two addresses of a line: the second is the first where that says nothing. */
function placeCells(
  mapping: Mapping,
  read: CustomerCells['cell'],
): Record<string, (cells: readonly string[]) => string> {
  const seconds = secondAddress.filter(({ name }) => mapping[name] !== undefined)
  if (seconds.length === 0) return {}
  const isBlank = (cells: readonly string[]) => addressFields.every((field) => read(cells, field) === '')
  return Object.fromEntries(
    secondAddress.flatMap(({ name, of }) => [
      [of, (cells: readonly string[]) => read(cells, isBlank(cells) ? name : of)],
      [name, (cells: readonly string[]) => (isBlank(cells) ? '' : read(cells, name))],
    ]),
  )
}
