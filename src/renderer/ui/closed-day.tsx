import { Anchor, Text } from '@mantine/core'
import { dayAt, instantOf, startOfDay, type Day } from '../../core/day.ts'
import type { When } from '../../core/when.ts'
import { useRead } from '../use-call.ts'
import { useShop } from './shop-context.ts'
import { useFormats } from './use-formats.ts'

interface ClosedDayProps {
  readonly when: When | null
  /** Takes the next day on which the shop opens instead; nothing is offered without it. */
  readonly onTake?: (day: Day) => void
}

/** Says that the shop is closed on a day, or at that time of it, and offers the next day on which it opens. */
export function ClosedDay({ when, onTake }: ClosedDayProps) {
  const { zone } = useShop()
  const formats = useFormats()
  const { local, dayOnly } = when ?? { local: '2000-01-01T00:00', dayOnly: true }
  const day = local.slice(0, 10)
  const enabled = when !== null
  const toMs = instantOf(local, zone)
  // What is due as the hours end is due within them.
  const since = { from: iso(dayOnly ? startOfDay(day, zone) : toMs - 60_000), to: iso(toMs) }
  const open = useRead('hours.openMinutes', since, { enabled })
  const opens = useRead('hours.isOpen', { at: iso(startOfDay(day, zone)) }, { enabled })
  if (!enabled || open.stale || opens.stale || open.value?.minutes !== 0 || !opens.value) return null
  const { open: isNight, next } = opens.value
  // Where no opening is known, nobody can say that the shop is closed.
  if (!isNight && next === undefined) return null
  const nextDay = isNight || next === undefined ? day : dayAt(Date.parse(next), zone)
  return (
    <Text size="sm" fw={600} className="risk" role="status" data-fact>
      {nextDay > day ? `You are closed on ${formats.longDay(day)}. ` : 'You are closed at that time.'}
      {nextDay > day && onTake && (
        <Anchor component="button" type="button" size="sm" underline="always" onClick={() => onTake(nextDay)}>
          {`${formats.longDay(nextDay)} instead`}
        </Anchor>
      )}
    </Text>
  )
}

const iso = (ms: number): string => new Date(ms).toISOString()
