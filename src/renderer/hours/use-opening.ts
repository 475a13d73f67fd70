import { notifications } from '@mantine/notifications'
import type { HoursStatus } from '../../core/hours/status.ts'
import { useRead, useWrite } from '../use-call.ts'

/** What changes how the shop stands: what its button says, and what it does in full. */
export interface Opening {
  readonly status: HoursStatus
  readonly short: string
  readonly label: string
  readonly busy: boolean
  readonly press: () => void
}

/** How the shop stands, and the one step that changes it; undefined before it is known. */
export function useOpening(): Opening | undefined {
  const { value: status } = useRead('hours.status', {}, { live: true })
  const log = useWrite('hours.log')
  const end = useWrite('hours.endPause')
  if (!status) return undefined
  const isPause = status.open && status.pause !== undefined
  const press = async () => {
    const result = isPause ? await end.run({}) : await log.run({ event: status.open ? 'close' : 'open' })
    if (!result.ok) notifications.show({ color: 'brick', withBorder: true, message: result.problem.message })
  }
  const words = isPause
    ? { short: 'End the pause', label: 'End the pause' }
    : status.open
      ? { short: 'Close', label: 'Close the shop' }
      : { short: 'Open', label: 'Open the shop' }
  return { status, ...words, busy: log.busy || end.busy, press: () => void press() }
}
