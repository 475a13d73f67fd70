import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { callsFor, onNews, type Call } from '../call.ts'

/** Undoes the newest act and says what it was. */
export const undoLast = (): Promise<void> => undo(undefined)

/** Shows each change of a shop by name, with its undo. Returns how to stop. */
export function showUndoToasts(ofShop: Call): () => void {
  call = ofShop
  return onNews((news) => {
    if (news.kind === 'changed' && news.act) show(news.act)
  })
}

/** Calls for the shop whose changes are shown. */
let call: Call = callsFor(undefined)
let last = ''

/** Only the newest change is offered: older ones would cover the page. */
function show({ id, says }: { readonly id: number; readonly says: string }): void {
  const toast = `act-${id}`
  notifications.hide(last)
  last = toast
  const takeBack = () => {
    notifications.hide(toast)
    void undo(id)
  }
  notifications.show({
    id: toast,
    withBorder: true,
    autoClose: 8000,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span className="said">{says}</span>
        <Button size="compact-sm" variant="subtle" style={{ flexShrink: 0 }} onClick={takeBack}>
          {says.startsWith('Undone: ') ? 'Redo' : 'Undo'}
        </Button>
      </Group>
    ),
  })
}

async function undo(actId: number | undefined): Promise<void> {
  const result = await call('shop.undo', { actId })
  if (!result.ok)
    notifications.show({
      color: 'brick',
      withBorder: true,
      message: result.problem.message,
    })
}
