import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDoor, IconDoorOff } from '@tabler/icons-react'
import type { HoursStatus } from '../../core/hours/status.ts'
import { statusWords } from '../../core/hours/words.ts'
import { type Mark, StateMark } from '../ui/state-mark.tsx'
import { useFormats } from '../ui/use-formats.ts'
import { useRead, useWrite } from '../use-call.ts'

/** The one big button: opens or closes the shop or ends its pause, and says since when and how late. */
export function OpenButton() {
  const formats = useFormats()
  const { value: status } = useRead('hours.status', {}, { live: true })
  const log = useWrite('hours.log')
  const end = useWrite('hours.endPause')
  if (!status) return null
  const { open } = status
  const pause = open && status.pause
  const press = async () => {
    const result = pause ? await end.run({}) : await log.run({ event: open ? 'close' : 'open' })
    if (!result.ok) notifications.show({ color: 'brick', withBorder: true, message: result.problem.message })
  }
  const closes = open && !pause
  return (
    <Group gap="sm" wrap="nowrap" miw={0}>
      <Button
        size="md"
        variant={closes ? 'default' : 'filled'}
        leftSection={closes ? <IconDoorOff size={18} aria-hidden /> : <IconDoor size={18} aria-hidden />}
        loading={log.busy || end.busy}
        onClick={() => void press()}
      >
        {pause ? 'We’re back' : open ? 'We’re closed' : 'We’re open'}
      </Button>
      <span className="clip" aria-live="polite" title={statusWords(status, formats)}>
        <StateMark mark={markOf(status)}>{statusWords(status, formats)}</StateMark>
      </span>
    </Group>
  )
}

function markOf(status: HoursStatus): Mark {
  const past = (minutes: number | undefined) => minutes !== undefined && minutes > status.toleranceMinutes
  if (!status.open) {
    const { closedEarly, overdueMinutes } = status
    if (closedEarly) return past(closedEarly.minutesBefore ?? Infinity) ? 'broken' : 'none'
    return past(overdueMinutes) ? 'broken' : 'none'
  }
  const { pause, lateMinutes, overtimeMinutes } = status
  if (pause) return past(pause.overdueMinutes) ? 'risk' : 'none'
  return past(overtimeMinutes) || past(lateMinutes) ? 'risk' : 'kept'
}
