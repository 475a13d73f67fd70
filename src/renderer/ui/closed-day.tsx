import { Anchor, Text } from '@mantine/core'
import { dayAt, startOfDay, type Day } from '../../core/day.ts'
import { useRead } from '../use-call.ts'
import { useShop } from './shop-context.ts'
import { useFormats } from './use-formats.ts'

interface ClosedDayProps {
  readonly day: Day | null
  /** Takes the next day on which the shop opens instead. */
  readonly onTake: (day: Day) => void
}

/** Says that the shop does not open on a day, and offers the next one on which it does. */
export function ClosedDay({ day, onTake }: ClosedDayProps) {
  const { zone } = useShop()
  const formats = useFormats()
  const at = day === null ? '' : new Date(startOfDay(day, zone)).toISOString()
  const { value } = useRead('hours.isOpen', { at }, { enabled: day !== null })
  if (day === null || !value || value.open || value.next === undefined) return null
  const next = dayAt(Date.parse(value.next), zone)
  if (next <= day) return null
  return (
    <Text size="sm" className="risk" role="status">
      {`You are closed on ${formats.longDay(day)}. `}
      <Anchor component="button" type="button" size="sm" underline="always" onClick={() => onTake(next)}>
        {`${formats.longDay(next)} instead`}
      </Anchor>
    </Text>
  )
}
