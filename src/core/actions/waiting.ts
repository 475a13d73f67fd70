import { addDays, type Day } from '../day.ts'
import { doing, waitingOf, type KindWaiting, type TodayItem } from '../today/item.ts'
import type { actionsCalls, ShopAction } from './calls.ts'
import { actionsPage } from './page.ts'

const action = doing<typeof actionsCalls>()

/** What is to be done by today, or was to be done before. */
export const actionsWaiting = (due: readonly ShopAction[], total: number, today: Day): KindWaiting =>
  waitingOf(
    {
      harm: 'action',
      label: 'To do',
      mark: 'none',
      words: ['thing to do', 'things to do'],
      page: actionsPage,
    },
    due.map((one) => actionItem(one, today)),
    total,
  )

const actionItem = (
  { id: actionId, what, about, reason }: ShopAction,
  today: Day,
): Omit<TodayItem, 'harm'> => ({
  id: `action-${actionId}`,
  title: what,
  reason,
  ...(about && { about }),
  actions: [
    action('Done', 'actions.finish', { actionId }, finishForm(actionId)),
    { label: 'Done …', ask: 'actions.finish', actionId, ifTyped: finishForm(actionId) },
    action('Tomorrow', 'actions.move', { actionId, due: addDays(today, 1) }),
  ],
})

/** Under what is typed of how something went is kept. */
export const finishForm = (actionId: number): string => `finish:${actionId}`
