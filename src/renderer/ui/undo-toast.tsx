import { Button, Group, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { navigate } from 'wouter/use-hash-location'
import type { News } from '../../core/machine/news.ts'
import { actStates, type Turn } from '../../core/shop/act-states.ts'
import { callsFor, onNews, type Call } from '../call.ts'

/** Undoes the newest act of this PC and says what it was; what is for good is said once, before what was done before it is undone. */
export async function undoLast(): Promise<void> {
  if (forGood === '') return take('undo', undefined)
  notifications.show({
    withBorder: true,
    message: `“${forGood}” cannot be undone. Nothing was changed. The next Undo takes back what was done before it.`,
  })
  forGood = ''
}

/** Undoes an act of this PC, and no other where it was undone meanwhile. */
export const undoAct = (actId: number): Promise<void> => take('undo', actId)

/** Brings back what was undone last, as long as nothing new was done since. */
export const redoLast = (): Promise<void> => take('redo', undefined)

type ShownAct = NonNullable<Extract<News, { kind: 'changed' }>['act']>

/** Shows each change of a shop by name, with its undo. Returns how to stop. */
export function showUndoToasts(ofShop: Call): () => void {
  call = ofShop
  forGood = ''
  return onNews((news) => {
    if (news.kind === 'changed' && news.act) show(news.act)
  })
}

/** Takes away what was said of the last change: what opens now says more, and is not to be covered. */
export const hideUndoToast = (): void => void notifications.hide(last)

/** Calls for the shop whose changes are shown. */
let call: Call = callsFor(undefined)
let last = ''
/** What was done last, where it cannot be undone and that has not been said. */
let forGood = ''

/** Only the newest change is offered: older ones would cover the page. */
function show({ id, says, state, page }: ShownAct): void {
  const toast = `act-${id}`
  notifications.hide(last)
  last = toast
  const { turn } = actStates[state]
  forGood = turn === null ? says : ''
  notifications.show({
    id: toast,
    withBorder: true,
    autoClose: 8000,
    message: (
      <Stack gap={4} align="flex-start">
        <span className="said">{says}</span>
        <Group gap={4}>
          {page !== undefined && state === 'standing' && (
            <Button size="compact-sm" variant="subtle" onClick={() => navigate(page)}>
              Show
            </Button>
          )}
          {turn && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                notifications.hide(toast)
                void take(turn, id)
              }}
            >
              {turnWords[turn]}
            </Button>
          )}
        </Group>
      </Stack>
    ),
  })
}

const turnWords: Readonly<Record<Turn, string>> = { undo: 'Undo', redo: 'Redo' }

async function take(turn: Turn, actId: number | undefined): Promise<void> {
  const result = await call(turn === 'undo' ? 'shop.undo' : 'shop.redo', { actId })
  if (!result.ok)
    notifications.show({
      color: 'brick',
      withBorder: true,
      message: result.problem.message,
    })
}
