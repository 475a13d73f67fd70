import type { Day } from '../day.ts'
import type { Formats } from '../formats.ts'
import { fail, ok, type Result } from '../result.ts'
import { pullDayOf, type DateKind } from './expiry.ts'
import type { DecimalMark } from '../numbers.ts'
import { inThousandths, writtenQuantity } from '../price.ts'
import { kindWords } from './words.ts'

/** What of a batch can have been entered wrong. */
export interface Correctable {
  readonly lot: string
  readonly dateKind: DateKind
  /** '' when it never goes off. */
  readonly date: Day | ''
  readonly received: number
  readonly remaining: number
  readonly receivedDay: Day
}

/**
 * How many came and how many are left after a correction. What was pulled, binned, returned or sold stays: where only
 * the number that came is corrected, what is left moves by as many.
 * Problems: more-went-out, more-than-came.
 */
export function correctedAmounts(
  batch: Pick<Correctable, 'received' | 'remaining'>,
  given: { readonly received?: number | undefined; readonly remaining?: number | undefined },
  mark: DecimalMark,
): Result<{ readonly received: number; readonly remaining: number }> {
  const received = given.received ?? batch.received
  const remaining = given.remaining ?? inThousandths(batch.remaining + received - batch.received)
  if (remaining < 0)
    return fail(
      'more-went-out',
      `${writtenQuantity(inThousandths(batch.received - batch.remaining), mark)} have left already, so at least as many came. Nothing was changed. Undo what was said of them first, or say what is left too.`,
      'received',
    )
  if (remaining > received)
    return fail(
      'more-than-came',
      `Only ${writtenQuantity(received, mark)} came, so not more can be left. Nothing was changed.`,
      'remaining',
    )
  return ok({ received, remaining })
}

/**
 * The pull day of a batch whose date or kind of date was corrected, and whether an action still holds it: what was found
 * fine was judged by the wrong date and is judged anew; what was reduced in price stays on the shelf until its date.
 */
export function pullDayWhenCorrected(
  date: Day | '',
  leadDays: number,
  reduced: boolean,
): { readonly pullDay: Day | ''; readonly moved: boolean } {
  if (date === '') return { pullDay: '', moved: false }
  return reduced ? { pullDay: date, moved: true } : { pullDay: pullDayOf(date, leadDays), moved: false }
}

/** What a correction changed, old and new: "best before 12 May 2027 → 5 December 2026, lot A → B"; '' for nothing. */
export function correctionWords(
  before: Correctable,
  after: Correctable,
  mark: DecimalMark,
  { longDate }: Formats,
): string {
  const sameKind = before.dateKind === after.dateKind
  const dated = ({ dateKind, date }: Correctable) =>
    date === '' ? kindWords.none : `${kindWords[dateKind]} ${longDate(date)}`
  const pairs = [
    [dated(before), sameKind && after.date !== '' ? longDate(after.date) : dated(after)],
    [`lot ${before.lot || 'none'}`, after.lot || 'none'],
    [`${writtenQuantity(before.received, mark)} came`, writtenQuantity(after.received, mark)],
    [`${writtenQuantity(before.remaining, mark)} left`, writtenQuantity(after.remaining, mark)],
    [`came ${longDate(before.receivedDay)}`, longDate(after.receivedDay)],
  ] as const
  const changed = [
    !sameKind || before.date !== after.date,
    before.lot !== after.lot,
    before.received !== after.received,
    before.remaining !== after.remaining,
    before.receivedDay !== after.receivedDay,
  ]
  return pairs
    .filter((_, i) => changed[i])
    .map(([from, to]) => `${from} → ${to}`)
    .join(', ')
}
