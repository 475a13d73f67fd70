import { addDays, isoWeekday, mondayOfWeek, isoWeek, type Day } from '../day.ts'
import type { ExpiryList, ExpiryRow } from '../stock/calls.ts'
import type { StockAct } from '../stock/expiry.ts'
import { isHard } from '../stock/expiry.ts'
import type { PromiseBoard, PromiseGroup, ShopPromise } from '../promises/calls.ts'
import type { HolidaysWaiting } from '../hours/holidays-undecided.ts'
import type { HoursStatus } from '../hours/status.ts'
import { askedWords, minutesWords } from '../hours/words.ts'
import { nearDay, spokenDay, weekInWords } from '../day-words.ts'
import type { IssueRow } from '../newsletter/calls.ts'
import type { TodayAction, TodayItem } from './calls.ts'
import type { Harm, Waiting } from './order.ts'

/** Somebody who should hear from us, as `customers.whoToday` says it. */
interface Person {
  readonly customerId: number
  readonly name: string
  readonly reason: string
}

/** What the features say about today. */
export interface TodayFacts {
  readonly today: Day
  readonly hours: HoursStatus
  readonly holidays: HolidaysWaiting
  readonly board: PromiseBoard
  readonly expiring: ExpiryList
  readonly people: readonly Person[]
  readonly issues: readonly Pick<IssueRow, 'id' | 'month' | 'exportedAtMs'>[]
  /** Whether the shop trades on a day of this week; null where its hours are not known. */
  readonly trades: (day: Day) => boolean | null
}

/** Everything that waits, by kind. */
export const waitingToday = (facts: TodayFacts): Waiting<TodayItem>[] => [
  hoursWaiting(facts.hours),
  promisesWaiting('promise-overdue', facts.board.overdue),
  promisesWaiting('promise-at-risk', facts.board.atRisk),
  promisesWaiting('promise-today', facts.board.dueToday),
  ...batchesWaiting(facts.expiring),
  peopleWaiting(facts),
  holidaysWaiting(facts),
  newsletterWaiting(facts),
  checklistWaiting(facts),
]

const of = (harm: Harm, items: readonly TodayItem[], total = items.length): Waiting<TodayItem> => ({
  harm,
  items,
  total,
})

/** What the shop has to do now, and one day of which not everything is known. */
const hoursWaiting = (status: HoursStatus): Waiting<TodayItem> =>
  of('hours', [...hoursNow(status), ...dayAsked(status)])

const toHours = { label: 'Go to Hours', page: '/hours' }

const hoursItem = (
  id: string,
  title: string,
  reason: string,
  ...actions: readonly TodayAction[]
): TodayItem => ({
  id: `hours-${id}`,
  harm: 'hours',
  title,
  reason,
  actions,
})

/** Asked until it is answered, "not known" being an answer; what the schedule offers is never assumed. */
function dayAsked({ asked, today }: HoursStatus): readonly TodayItem[] {
  if (!asked) return []
  const { day, times, since } = asked
  const say = (answer: 'as scheduled' | 'not known', label: string): TodayAction => ({
    label,
    call: 'hours.answerDay',
    input: { day, answers: times.map(({ event, forMs }) => ({ event, forMs, answer })) },
  })
  const title = times.length === 1 ? 'One time was not logged' : `${times.length} times were not logged`
  return [
    hoursItem(
      'asked',
      title,
      `${nearDay(day, today.day)}: ${times.map((time) => askedWords(time, since)).join(', ')}`,
      { label: 'Answer …', page: '/hours' },
      ...(since === undefined ? [say('as scheduled', 'As scheduled')] : []),
      say('not known', 'Not known'),
    ),
  ]
}

function hoursNow(status: HoursStatus): readonly TodayItem[] {
  if ((status.overdueMinutes ?? 0) > status.toleranceMinutes) {
    const open: TodayAction = { label: 'We’re open', call: 'hours.log', input: { event: 'open' } }
    const overdue = minutesWords(status.overdueMinutes!)
    return [
      status.closedEarly
        ? hoursItem(
            'open',
            'The shop is closed early',
            `since ${status.closedEarly.at}, ${overdue} ago`,
            open,
          )
        : hoursItem('open', 'The shop should be open', `for ${overdue}, and nothing is logged`, open),
    ]
  }
  if ((status.overtimeMinutes ?? 0) > status.toleranceMinutes)
    return [
      hoursItem(
        'close',
        'The shop is still open',
        `closing time was ${minutesWords(status.overtimeMinutes!)} ago`,
        {
          label: 'We’re closed',
          call: 'hours.log',
          input: { event: 'close' },
        },
      ),
    ]
  if (status.nothingScheduled)
    return [
      hoursItem('schedule', 'No opening hours yet', 'without them nothing can be kept or missed', toHours),
    ]
  return []
}

const promisesWaiting = (harm: Harm, { rows, total }: PromiseGroup): Waiting<TodayItem> =>
  of(
    harm,
    rows.map((row) => promiseItem(harm, row)),
    total,
  )

function promiseItem(
  harm: Harm,
  { id: promiseId, name, what, reason, phone, warnedAtMs }: ShopPromise,
): TodayItem {
  const warn: TodayAction = { label: 'Customer told', call: 'promises.warn', input: { promiseId } }
  const ready: TodayAction = { label: 'Ready', call: 'promises.ready', input: { promiseId } }
  const close: TodayAction = { label: 'Close …', ask: 'promises.close', promiseId }
  const late = harm !== 'promise-today' && warnedAtMs === null
  return {
    id: `promise-${promiseId}`,
    harm,
    title: `${name}: ${what}`,
    reason: phone && late ? `${phone}, ${reason}` : reason,
    actions: late ? [warn, close, ready] : [close, ready],
  }
}

function batchesWaiting({ expired, pullToday, totals }: ExpiryList): Waiting<TodayItem>[] {
  const hard = expired.filter((row) => isHard(row.dateKind))
  const soft = expired.filter((row) => !isHard(row.dateKind))
  return [
    of(
      'use-by',
      hard.map((row) => batchItem('use-by', row, ['bin', 'return'])),
      totals.expiredHard,
    ),
    of(
      'best-before',
      soft.map((row) => batchItem('best-before', row, ['bin', 'reduce', 'still-fine'])),
      totals.expired - totals.expiredHard,
    ),
    of(
      'pull-today',
      pullToday.map((row) => batchItem('pull-today', row, ['pull', 'reduce', 'sold'])),
      totals.pullToday,
    ),
  ]
}

const actWords: Readonly<Record<StockAct, string>> = {
  pull: 'Pulled',
  reduce: 'Reduced',
  return: 'Returned',
  bin: 'Binned',
  sold: 'Sold out',
  'still-fine': 'Still fine',
}

const batchItem = (harm: Harm, row: ExpiryRow, acts: readonly StockAct[]): TodayItem => ({
  id: `batch-${row.batchId}`,
  harm,
  title: [row.name, row.lot && `lot ${row.lot}`, `${row.remaining} left`, row.shelf && `shelf ${row.shelf}`]
    .filter(Boolean)
    .join(', '),
  reason: row.reason,
  actions: acts.map((action) => ({
    label: actWords[action],
    call: 'stock.act',
    input: { batchId: row.batchId, action },
  })),
})

const peopleWaiting = ({ people, today }: TodayFacts): Waiting<TodayItem> =>
  of(
    'person',
    people.map(({ customerId, name, reason }) => ({
      id: `person-${customerId}`,
      harm: 'person',
      title: name,
      reason,
      actions: [
        { label: 'Called', call: 'customers.logTouch', input: { customerId, kind: 'call' } },
        { label: 'Visited', call: 'customers.logTouch', input: { customerId, kind: 'visit' } },
        { label: 'In a week', call: 'customers.snooze', input: { customerId, until: addDays(today, 7) } },
      ],
    })),
  )

/** Not before the shop has hours that a holiday could change. */
function holidaysWaiting({
  today,
  hours,
  holidays: { first, count, years },
}: TodayFacts): Waiting<TodayItem> {
  if (hours.nothingScheduled || (!first && years.length === 0)) return of('holidays', [])
  const title = () => {
    if (!first) return `The public holidays of ${years.join(' and ')}`
    return count === 1
      ? first.name
      : `${first.name} and ${count - 1} more public ${count === 2 ? 'holiday' : 'holidays'}`
  }
  const reason = first
    ? `${spokenDay(first.day, today)}: closed, hours of its own, or open as usual?`
    : 'closed, hours of their own, or open as usual? Not decided yet'
  return of('holidays', [
    {
      id: 'holidays',
      harm: 'holidays',
      title: title(),
      reason,
      actions: [{ label: 'Go to Hours', page: '/hours' }],
    },
  ])
}

const dueFrom = 20

/** From the 20th of a month without an exported issue; at once in a shop that never wrote one. */
function newsletterWaiting({ today, issues }: TodayFacts): Waiting<TodayItem> {
  const month = today.slice(0, 7)
  const item = (title: string, reason: string): Waiting<TodayItem> =>
    of('newsletter', [
      {
        id: 'newsletter',
        harm: 'newsletter',
        title,
        reason,
        actions: [{ label: 'Go to Newsletter', page: '/newsletter' }],
      },
    ])
  if (issues.length === 0)
    return item('The first newsletter', 'customers should hear from you at least once a month')
  const issue = issues.find((one) => one.month === month)
  if (issue?.exportedAtMs || Number(today.slice(8)) < dueFrom) return of('newsletter', [])
  return item('This month’s newsletter', issue ? 'begun, and not mailed yet' : 'not begun yet')
}

/** On the first day of the week on which the shop trades. */
function checklistWaiting({ today, trades }: TodayFacts): Waiting<TodayItem> {
  const week = isoWeek(today)
  const monday = mondayOfWeek(week)!
  const before = Array.from({ length: isoWeekday(today) - 1 }, (_, i) => addDays(monday, i))
  const isFirst = trades(today) !== false && before.every((day) => trades(day) === false)
  if (!isFirst) return of('checklist', [])
  return of('checklist', [
    {
      id: 'checklist',
      harm: 'checklist',
      title: 'Print this week’s checklist',
      reason: weekInWords(week),
      actions: [{ label: 'Go to Checklists', page: '/checklists' }],
    },
  ])
}
