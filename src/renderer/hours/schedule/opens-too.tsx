import { Text } from '@mantine/core'
import type { Sent } from '../../../core/calls.ts'
import { useFormats } from '../../ui/use-formats.ts'
import { useRead } from '../../use-call.ts'

/** The days in the middle that are closed otherwise: whoever writes longer hours for Advent may not have thought of its Sundays. */
export function OpensToo(span: Sent<'hours.opensToo'>) {
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
