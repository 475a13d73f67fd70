import { Button, Group } from '@mantine/core'
import type { HoursStatus } from '../../core/hours/status.ts'
import { statusWords } from '../../core/hours/words.ts'
import { type Mark, StateMark } from '../ui/state-mark.tsx'
import { useFormats } from '../ui/use-formats.ts'
import { useOpening } from './use-opening.ts'

/** How the shop stands, in the largest words of the window, and the small button that changes it. */
export function OpenNow() {
  const formats = useFormats()
  const opening = useOpening()
  if (!opening) return null
  const { status, short, label, busy, press } = opening
  const mark = markOf(status)
  const words = statusWords(status, formats)
  return (
    <Group gap="sm" wrap="nowrap" miw={0} className="open-state">
      <span className="clip state" aria-live="polite" title={words}>
        <StateMark mark={mark}>{words}</StateMark>
      </span>
      <Button
        size="compact-md"
        variant={isDue(status) ? 'filled' : 'default'}
        aria-label={label}
        loading={busy}
        onClick={press}
      >
        {short}
      </Button>
    </Group>
  )
}

/** Whether it is to be changed now: a shop that opened late is open, and need not be closed. */
function isDue(status: HoursStatus): boolean {
  if (status.open && !status.pause) return past(status.overtimeMinutes, status)
  const mark = markOf(status)
  return mark === 'broken' || mark === 'risk'
}

const past = (minutes: number | undefined, { toleranceMinutes }: HoursStatus): boolean =>
  minutes !== undefined && minutes > toleranceMinutes

function markOf(status: HoursStatus): Mark {
  if (!status.open) {
    const { closedEarly, overdueMinutes } = status
    if (closedEarly) return past(closedEarly.minutesBefore ?? Infinity, status) ? 'broken' : 'none'
    return past(overdueMinutes, status) ? 'broken' : 'none'
  }
  const { pause, lateMinutes, overtimeMinutes } = status
  if (pause) return past(pause.overdueMinutes, status) ? 'risk' : 'none'
  return past(overtimeMinutes, status) || past(lateMinutes, status) ? 'risk' : 'kept'
}
