import type { Formats } from '../formats.ts'
import { doing, goTo, waitingOf, type KindWaiting, type TodayAction, type TodayItem } from '../today/item.ts'
import { askedForm } from './asked-form.ts'
import type { hoursCalls } from './calls.ts'
import type { HolidaysWaiting } from './holidays/undecided.ts'
import type { HoursStatus } from './status.ts'
import { askedWords } from './words.ts'

type Item = Omit<TodayItem, 'harm'>

const action = doing<typeof hoursCalls>()
const toHours = goTo('Hours', '/hours')

/** That a shop has no hours, one day of which not everything is known, and the next public holiday to decide. */
export const hoursWaiting = (
  status: HoursStatus,
  holidays: HolidaysWaiting,
  formats: Formats,
): readonly KindWaiting[] => [
  waitingOf(
    {
      harm: 'hours',
      label: 'Hours',
      mark: 'risk',
      words: ['thing about the hours', 'things about the hours'],
      page: '/hours',
    },
    [...withoutHours(status), ...dayAsked(status, formats)],
  ),
  waitingOf(
    {
      harm: 'holidays',
      label: 'Holidays',
      mark: 'none',
      words: ['word about holidays', 'words about holidays'],
      page: '/hours',
    },
    holidayAsked(status, holidays, formats),
  ),
]

const hoursItem = (id: string, title: string, reason: string, ...actions: readonly TodayAction[]): Item => ({
  id: `hours-${id}`,
  title,
  reason,
  actions,
})

/** Asked until it is answered, "not known" being an answer; what the schedule offers is never assumed. */
function dayAsked({ asked, today }: HoursStatus, formats: Formats): readonly Item[] {
  if (!asked) return []
  const { day, times, since } = asked
  const say = (answer: 'as scheduled' | 'not known', label: string): TodayAction => {
    const answers = times.map(({ event, forMs }) => ({ event, forMs, answer }))
    return action(label, 'hours.answerDay', { day, answers }, askedForm(day))
  }
  const title = times.length === 1 ? 'One time was not logged' : `${times.length} times were not logged`
  return [
    hoursItem(
      'asked',
      title,
      `${formats.near(day, today.day)}: ${times.map((time) => askedWords(time, since, formats)).join(', ')}`,
      { label: 'Answer …', page: '/hours' },
      ...(since === undefined ? [say('as scheduled', 'As scheduled')] : []),
      say('not known', 'Not known'),
    ),
  ]
}

const withoutHours = ({ nothingScheduled }: HoursStatus): readonly Item[] =>
  nothingScheduled
    ? [hoursItem('schedule', 'No opening hours yet', 'without them nothing can be kept or missed', toHours)]
    : []

/** Not before the shop has hours that a holiday could change. */
function holidayAsked(
  { nothingScheduled, today }: HoursStatus,
  holidays: HolidaysWaiting,
  formats: Formats,
): readonly Item[] {
  const { first, count, years } = holidays
  if (nothingScheduled || (!first && years.length === 0)) return []
  const title = () => {
    if (!first) return `The public holidays of ${years.join(' and ')}`
    return count === 1
      ? first.name
      : `${first.name} and ${formats.counted(count - 1, 'more public holiday', 'more public holidays')}`
  }
  const reason = first
    ? `${formats.spoken(first.day, today.day)}: closed, hours of its own, or open as usual?`
    : 'closed, hours of their own, or open as usual? Not decided yet'
  return [{ id: 'holidays', title: title(), reason, actions: [toHours] }]
}
