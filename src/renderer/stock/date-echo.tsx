import { Button, Kbd } from '@mantine/core'
import { daysBetween, type Day } from '../../core/day.ts'
import { shortExample, type DateEntry } from '../../core/stock/date-entry.ts'
import type { SlashOrder } from '../../core/slash-order.ts'
import { useFormats } from '../ui/use-formats.ts'

interface DateEchoProps {
  readonly entry: DateEntry
  /** What else it can mean. */
  readonly others: readonly Day[]
  /** On which day it was typed, in words, where today it would mean another day; else ''. */
  readonly said: string
  readonly today: Day
  readonly order: SlashOrder
  readonly onTake: (day: Day) => void
}

/** What a typed date means, large enough for a glance at the pack, and what else it can mean. */
export function DateEcho({ entry, others, said, today, order, onTake }: DateEchoProps) {
  const formats = useFormats()
  if (!('day' in entry)) return <span className="quiet">{hint(entry, order)}</span>
  return (
    <>
      <strong className={`date-echo ${entry.day < today ? 'broken' : ''}`}>
        {`= ${formats.fullDay(entry.day)}, ${formats.away(daysBetween(today, entry.day))}${said && `, ${said}`}`}
      </strong>
      {others.length > 0 && (
        <span className="date-others">
          <span className="risk">or is it</span>
          {others.map((day, i) => (
            <Button
              key={day}
              size="compact-sm"
              variant="default"
              aria-keyshortcuts={i === 0 ? 'Alt+ArrowDown' : undefined}
              onClick={() => onTake(day)}
              rightSection={i === 0 && <Kbd size="xs">Alt ↓</Kbd>}
            >
              {formats.fullDay(day)}
            </Button>
          ))}
        </span>
      )}
    </>
  )
}

function hint(entry: Exclude<DateEntry, { readonly day: Day }>, order: SlashOrder): string {
  if ('problem' in entry) return entry.problem
  if ('never' in entry) return '= it never goes off'
  return `${shortExample(order)} for 17 May · 15.7.27 · 202607e for a month’s end · +90 · x for never · arrow keys move it`
}
