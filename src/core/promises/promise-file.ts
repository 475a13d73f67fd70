import { fold } from '../fold.ts'
import type { Formats } from '../formats.ts'
import { cutTo, longestLine, wasCut } from '../text-length.ts'
import { customerOf } from './customer-of-line.ts'
import type { DateField, PromiseField } from './promise-fields.ts'
import { isUnnamed, type SaidCustomer } from './said-customer.ts'
import {
  isYearUnclear,
  parseFileDate,
  type DateOrder,
  type DateReading,
  type FileDate,
} from '../import/dates.ts'

/** A line of a file of promises, read. Moments are local, `YYYY-MM-DDTHH:MM`. */
export interface PromiseLine {
  /** The file's own number, or all that the line says: the same in the next import. */
  readonly sourceId: string
  /** Whether `sourceId` is a number of the file's own. */
  readonly numbered: boolean
  /** `sourceId` as it was before instants were told from local times, by which older shop files know it. */
  readonly olderId: string
  readonly customer: SaidCustomer
  /** What is kept; `saysWhat` is false where the line does not say. */
  readonly what: string
  readonly saysWhat: boolean
  readonly made: string
  readonly saysMade: boolean
  readonly told: string
  /** Both as the file says them: an instant in UTC, so that they are the same in every zone; made '' where it is not said. */
  readonly said: { readonly made: string; readonly told: string }
  /** '' when it was never done; a day without a time where the file knows none. */
  readonly done: string
}

interface ReadLine {
  /** Null when the line cannot be kept. */
  readonly promise: PromiseLine | null
  /** What was odd, and what was done about it, in full sentences. */
  readonly messages: readonly string[]
}

/** What the file and the shop tell of how its lines are read. */
export interface LineReading {
  readonly orderOf: (field: DateField) => DateOrder
  /** Whether what stands under "Customer" is a number, where a name stands beside it. */
  readonly isNumber: (customer: string) => boolean
  /** The column that a field is read from. */
  readonly columnOf: (field: PromiseField) => string | undefined
  readonly zone: string
  readonly formats: Formats
}

/**
 * Reads one line. A day without a time is its end for the told moment and its beginning for the day it was made; for the
 * day it was done it stays a day, which no time is invented for.
 */
export function readPromiseLine(
  cell: (field: PromiseField) => string,
  { orderOf, isNumber, columnOf, zone, formats }: LineReading,
): ReadLine {
  const messages: string[] = []
  const text = (field: PromiseField): string => {
    const value = cell(field)
    if (value.length > longestLine) messages.push(wasCut(`text under “${field}”`, longestLine))
    return cutTo(value, longestLine)
  }
  const reading = (field: DateField): DateReading => ({ order: orderOf(field), zone })
  const date = (field: DateField, otherwise: string): FileDate | null => {
    const written = text(field)
    const read = written === '' ? null : parseFileDate(written, reading(field))
    if (written !== '' && !read)
      messages.push(
        isYearUnclear(written)
          ? `“${written}” does not say which number is the year. Write it with four digits. ${otherwise}`
          : `“${written}” is not a date. ${otherwise}`,
      )
    if (read?.otherWeekday)
      messages.push(
        `“${written}” names another weekday than its date. It was read as ${formats.fullDay(read.day)}.`,
      )
    return read
  }
  const told = date('told', 'The line was left out.')
  if (!told) {
    if (messages.length === 0)
      messages.push('This line does not say by when it was promised. It was left out.')
    return { promise: null, messages }
  }
  const toldAt = local(told, '23:59')
  const made = date('made', 'The promise was kept as made at the told time.')
  const done = date('done', 'The promise was kept as not done.')
  const [id, what] = [text('id'), text('what')]
  const { key, ...named } = customerOf(text, isNumber, columnOf)
  if (named.name.length > longestLine) messages.push(wasCut('name of the customer', longestLine))
  const customer = { ...named, name: cutTo(named.name, longestLine) }
  if (isUnnamed(customer)) messages.push('This line has no customer. It was kept without a name.')
  const madeAt = made ? local(made, '00:00') : toldAt
  if (madeAt > toldAt) messages.push('It was promised after it was due. It was kept as it is written.')
  const said = { told: told.utc ?? toldAt, made: made ? (made.utc ?? madeAt) : '' }
  const idFrom = (...moments: string[]) => id || fold([key, what, ...moments].join(' '))
  const promise = {
    sourceId: idFrom(said.made || said.told, said.told),
    olderId: idFrom(madeAt, toldAt),
    numbered: id !== '',
    customer,
    what: what || nameless(id),
    saysWhat: what !== '',
    made: madeAt,
    saysMade: made !== null,
    told: toldAt,
    said,
    done: done ? (done.time === null ? done.day : local(done, '')) : '',
  }
  return { promise, messages }
}

/** Said of a line by which a promise was made or done when it cannot have been. */
export const madeAhead =
  'It is said to be promised on a day that lies ahead. The promise was kept as made at the told time.'
export const doneBeforeMade = 'It is said to be done before it was promised. It was kept as not done.'
export const doneAhead = (dayOnly: boolean): string =>
  `It is said to be done ${dayOnly ? 'on a day' : 'at a time'} that lies ahead. It was kept as not done.`

/** What is kept where a file does not say what was promised. */
export const nameless = (number: string): string => (number === '' ? 'Promise' : `Order ${number}`)

const local = ({ day, time }: FileDate, otherwise: string): string => `${day}T${time ?? otherwise}`
