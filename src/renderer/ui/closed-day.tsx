import { Anchor, Text } from '@mantine/core'
import { dayAt, instantOf, localAt, startOfDay, type Day } from '../../core/day.ts'
import type { Formats } from '../../core/formats.ts'
import type { OpenAt } from '../../core/hours/open-time.ts'
import type { When } from '../../core/when.ts'
import { useRead } from '../use-call.ts'
import { useShop } from './shop-context.ts'
import { useNow } from './use-now.ts'
import { useFormats } from './use-formats.ts'

interface ClosedDayProps {
  readonly when: When | null
  /**
   * Takes the next day on which the shop opens instead, or where it is only closed at that time the next moment; nothing is
   * offered without it.
   */
  readonly onTake?: (day: Day, time?: string) => void
}

/** Says that the shop is closed on a day, or at that time of it, and offers when it opens next. */
export function ClosedDay({ when, onTake }: ClosedDayProps) {
  const { zone } = useShop()
  const formats = useFormats()
  const now = useNow()
  const { local, dayOnly } = when ?? { local: '2000-01-01T00:00', dayOnly: true }
  const day = local.slice(0, 10)
  const toMs = instantOf(local, zone)
  // What is past is refused for that.
  const enabled = when !== null && toMs > now
  // What is due as the hours end is due within them.
  const since = { from: iso(dayOnly ? startOfDay(day, zone) : toMs - 60_000), to: iso(toMs) }
  const open = useRead('hours.openMinutes', since, { enabled })
  const opens = useRead('hours.isOpen', { at: iso(startOfDay(day, zone)) }, { enabled })
  const later = useRead('hours.isOpen', { at: iso(toMs) }, { enabled: enabled && !dayOnly })
  if (!enabled || open.stale || opens.stale || open.value?.minutes !== 0 || !opens.value) return null
  // What is due as the hours begin is due within them, too.
  if (!dayOnly && (later.stale || later.value?.open !== false)) return null
  const { open: isNight, next } = opens.value
  // Where no opening is known, nobody can say that the shop is closed.
  if (!isNight && next === undefined) return null
  const nextDay = isNight || next === undefined ? day : dayAt(Date.parse(next), zone)
  const offered = nextDay > day ? { day: nextDay } : nextIn(later.value, zone)
  return (
    <Text size="sm" fw={600} className="risk" role="status" data-fact>
      {nextDay > day ? `You are closed on ${formats.longDay(day)}. ` : 'You are closed at that time. '}
      {offered && onTake && (
        <Anchor
          component="button"
          type="button"
          size="sm"
          underline="always"
          onClick={() => onTake(offered.day, offered.time)}
        >
          {`${offeredWords(offered, day, formats)} instead`}
        </Anchor>
      )}
    </Text>
  )
}

interface Offered {
  readonly day: Day
  readonly time?: string
}

/** When a shop that is closed at a moment opens next. */
function nextIn(later: OpenAt | undefined, zone: string): Offered | undefined {
  if (later?.next === undefined) return undefined
  const local = localAt(Date.parse(later.next), zone)
  return { day: local.slice(0, 10), time: local.slice(11) }
}

const offeredWords = ({ day, time }: Offered, asked: Day, formats: Formats): string =>
  [day === asked ? '' : formats.longDay(day), time === undefined ? '' : formats.time(time)]
    .filter((word) => word !== '')
    .join(', ')

const iso = (ms: number): string => new Date(ms).toISOString()
