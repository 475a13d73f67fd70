import { doing, waitingOf, type KindWaiting, type TodayItem, type WaitingKind } from '../today/item.ts'
import { nextStep, type Standing } from './standing.ts'
import { awayWords, instantWords, type Seen } from './words.ts'
import type { PromiseBoard, promisesCalls, ShopPromise } from './calls.ts'

const action = doing<typeof promisesCalls>()
const page = '/promises'

/** Promises that are overdue, at risk, or due today; and tomorrow's, which are made today. */
export const promisesWaiting = (board: PromiseBoard, seen: Seen): readonly KindWaiting[] => {
  const kind = (
    standing: 'overdue' | 'atRisk' | 'dueToday' | 'later',
    about: Omit<WaitingKind, 'page'>,
    total = board[standing].total,
  ): KindWaiting => {
    const items = board[standing].rows.slice(0, total).map((row) => promiseItem(row, standing, seen))
    return waitingOf({ ...about, page }, items, total)
  }
  return [
    kind('overdue', {
      harm: 'promise-overdue',
      label: 'Overdue',
      mark: 'broken',
      words: ['promise overdue', 'promises overdue'],
    }),
    kind('atRisk', {
      harm: 'promise-at-risk',
      label: 'At risk',
      mark: 'risk',
      words: ['at risk', 'at risk'],
    }),
    kind('dueToday', {
      harm: 'promise-today',
      label: 'Due today',
      mark: 'none',
      words: ['promise due', 'promises due'],
    }),
    kind(
      'later',
      {
        harm: 'promise-tomorrow',
        label: 'Due tomorrow',
        mark: 'none',
        words: ['promise for tomorrow', 'promises for tomorrow'],
      },
      board.later.tomorrow,
    ),
  ]
}

function promiseItem(promise: ShopPromise, standing: Standing, seen: Seen): Omit<TodayItem, 'harm'> {
  const { id: promiseId, name, what, reason, phone, mustKnow, toldAtMs, warnedAtMs } = promise
  const warn = { label: 'Customer told …', ask: 'promises.warn', promiseId } as const
  const ready = action('Ready', 'promises.ready', { promiseId })
  const close = { label: 'Close …', ask: 'promises.close', promiseId } as const
  const late = nextStep(promise, standing) === 'warn'
  return {
    id: `promise-${promiseId}`,
    title: `${name}: ${what}`,
    reason: phone && late ? `${phone}, ${reason}` : reason,
    ...(mustKnow !== '' && { mustKnow }),
    ...((standing === 'overdue' || standing === 'atRisk') && {
      atOnce: {
        name,
        phone,
        when: instantWords(toldAtMs, seen),
        rest: `${what}, ${awayWords(toldAtMs, seen.now)}${warnedAtMs === null ? '' : ', customer told'}`,
      },
    }),
    actions: [...(late ? [warn] : []), ready, close],
  }
}
