import type { Formats } from '../formats.ts'
import { doing, waitingOf, type KindWaiting, type TodayItem, type WaitingKind } from '../today/item.ts'
import { actWords } from './act-words.ts'
import type { ExpiryList, ExpiryRow, stockCalls } from './calls.ts'
import { isHard, isPastHard, type StockAct } from './expiry.ts'

const action = doing<typeof stockCalls>()

/** What has passed its date, and what leaves the shelf today. */
export function stockWaiting(
  { expired, pullToday, totals }: ExpiryList,
  formats: Formats,
): readonly KindWaiting[] {
  const kind = (
    about: Omit<WaitingKind, 'page'>,
    rows: readonly ExpiryRow[],
    acts: readonly StockAct[],
    total: number,
  ) =>
    waitingOf(
      { ...about, page: '/stock' },
      rows.map((row) => batchItem(row, acts, formats)),
      total,
    )
  return [
    kind(
      {
        harm: 'use-by',
        label: 'Use-by passed',
        mark: 'broken',
        words: ['past its use-by', 'past their use-by'],
      },
      expired.filter((row) => isHard(row.dateKind)),
      ['bin', 'return'],
      totals.expiredHard,
    ),
    kind(
      {
        harm: 'best-before',
        label: 'Best-before',
        mark: 'risk',
        words: ['past its best-before', 'past their best-before'],
      },
      expired.filter((row) => !isHard(row.dateKind)),
      ['bin', 'reduce', 'still-fine'],
      totals.expired - totals.expiredHard,
    ),
    kind(
      { harm: 'pull-today', label: 'Pull today', mark: 'risk', words: ['to pull', 'to pull'] },
      pullToday,
      ['pull', 'reduce', 'sold'],
      totals.pullToday,
    ),
  ]
}

const batchItem = (
  row: ExpiryRow,
  acts: readonly StockAct[],
  { number }: Formats,
): Omit<TodayItem, 'harm'> => ({
  id: `batch-${row.batchId}`,
  title: [
    row.name,
    row.lot && `lot ${row.lot}`,
    `${number(row.remaining)} left`,
    row.shelf && `shelf ${row.shelf}`,
  ]
    .filter(Boolean)
    .join(', '),
  reason: row.reason,
  ...(isPastHard(row.dateKind, row.daysLeft) && {
    atOnce: {
      name: row.name,
      phone: '',
      when: row.reason,
      rest: [`${number(row.remaining)} left`, row.lot && `lot ${row.lot}`, row.shelf && `shelf ${row.shelf}`]
        .filter(Boolean)
        .join(', '),
    },
  }),
  actions: acts.map((act) => action(actWords[act].label, 'stock.act', { batchId: row.batchId, action: act })),
})
