import { addDays, type Day } from '../day.ts'
import { doing, waitingOf, type KindWaiting, type TodayAction, type TodayItem } from '../today/item.ts'
import type { actionsCalls, ShopAction } from './calls.ts'
import { actionsPage } from './page.ts'

const action = doing<typeof actionsCalls>()

interface Due {
  readonly rows: readonly ShopAction[]
  readonly total: number
}

/** What is to be done by today, or was to be done before; customers who are not satisfied first. */
export const actionsWaiting = (complaints: Due, rest: Due, today: Day): readonly KindWaiting[] => [
  waitingOf(
    {
      harm: 'complaint',
      label: 'Not satisfied',
      mark: 'broken',
      words: ['customer not satisfied', 'customers not satisfied'],
      page: actionsPage,
    },
    complaints.rows.map((one) => complaintItem(one, today)),
    complaints.total,
  ),
  waitingOf(
    {
      harm: 'action',
      label: 'To do',
      mark: 'none',
      words: ['thing to do', 'things to do'],
      page: actionsPage,
    },
    rest.rows.map((one) => actionItem(one, today)),
    rest.total,
  ),
]

const complaintItem = (one: ShopAction, today: Day): Omit<TodayItem, 'harm'> => ({
  ...actionItem(one, today),
  atOnce: { name: one.about?.name ?? '', phone: one.about?.phone ?? '', when: one.reason, rest: one.what },
})

const actionItem = (one: ShopAction, today: Day): Omit<TodayItem, 'harm'> => ({
  id: `action-${one.id}`,
  title: one.what,
  reason: one.reason,
  ...(one.about && { about: one.about }),
  actions: [
    ...finishing(one),
    action('Tomorrow', 'actions.move', { actionId: one.id, due: addDays(today, 1) }),
  ],
})

/** A question to a customer is done with what they answered. */
function finishing({ id: actionId, source }: ShopAction): readonly TodayAction[] {
  if (source === 'asked') return [{ label: 'Asked …', ask: 'actions.finish', actionId }]
  const form = finishForm(actionId)
  return [
    action('Done', 'actions.finish', { actionId }, form),
    { label: 'Done …', ask: 'actions.finish', actionId, ifTyped: form },
  ]
}

/** Under what is typed of how something went is kept. */
export const finishForm = (actionId: number): string => `finish:${actionId}`
