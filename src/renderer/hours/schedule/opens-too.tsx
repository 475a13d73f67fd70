import { Text } from '@mantine/core'
import { type Day, isDay } from '../../../core/day.ts'
import { useFormats } from '../../ui/use-formats.ts'
import { useRead } from '../../use-call.ts'

interface OpensTooProps {
  readonly kind: 'closed' | 'hours'
  /** As typed. */
  readonly day: string
  readonly to: string
  readonly yearly: boolean
  readonly specialDayId: number | undefined
}

/** The days in the middle that are closed otherwise: whoever writes longer hours for Advent may not have thought of its Sundays. */
export const OpensToo = ({ kind, day, to, yearly, specialDayId }: OpensTooProps) =>
  kind === 'hours' &&
  isDay(day) &&
  isDay(to) &&
  day < to && <OpenedDays from={day} to={to} yearly={yearly} specialDayId={specialDayId} />

interface OpenedDaysProps extends Pick<OpensTooProps, 'yearly' | 'specialDayId'> {
  readonly from: Day
  readonly to: Day
}

function OpenedDays(span: OpenedDaysProps) {
  const formats = useFormats()
  const { value: days = [] } = useRead('hours.opensToo', span)
  const [first] = days
  if (first === undefined) return null
  const which =
    days.length === 1
      ? `${formats.fullDay(first)} is closed otherwise and opens`
      : `${formats.number(days.length)} days are closed otherwise and open, the first on ${formats.fullDay(first)}`
  return (
    <Text size="sm" data-fact aria-live="polite">
      {`${which} by this as well. Where it stays closed, add the day itself as closed.`}
    </Text>
  )
}
