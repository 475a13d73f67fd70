import { Alert, Button, Group } from '@mantine/core'
import { IconCalendarQuestion } from '@tabler/icons-react'
import type { Holiday } from '../../../core/hours/holidays/calls.ts'
import { useFormats } from '../../ui/use-formats.ts'

interface HolidaysAskedProps {
  readonly first: Holiday
  readonly count: number
  readonly onDecide: () => void
}

/** Public holidays that come and about which nothing is decided. */
export function HolidaysAsked({ first, count, onDecide }: HolidaysAskedProps) {
  const { counted } = useFormats()
  return (
    <Alert
      role="region"
      aria-label="Holidays to decide"
      color="leaf"
      variant="light"
      icon={<IconCalendarQuestion size={18} aria-hidden />}
      styles={{ wrapper: { alignItems: 'center' } }}
    >
      <Group justify="space-between">
        {count === 1
          ? `${first.name} is coming. Open or closed?`
          : `${first.name} and ${counted(count - 1, 'more public holiday', 'more public holidays')} are coming. Open or closed?`}
        <Button variant="default" onClick={onDecide}>
          Decide about holidays
        </Button>
      </Group>
    </Alert>
  )
}
