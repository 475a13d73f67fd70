import { Button, Skeleton } from '@mantine/core'
import { useState } from 'react'
import { dayAt } from '../../core/day.ts'
import type { HistoryAct } from '../../core/shop/history-calls.ts'
import type { Sent } from '../../core/calls.ts'
import { useShop } from '../ui/shop-context.ts'
import { useFormats } from '../ui/use-formats.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useRead, type Writing } from '../use-call.ts'
import { ActRow } from './act-row.tsx'

/** What is looked for. */
export type Asked = Pick<Sent<'shop.history'>, 'text' | 'from' | 'to' | 'who' | 'thing'>

interface HistoryPartProps {
  readonly asked: Asked
  /** The act after which this part goes on, and its day, whose heading stands there already. */
  readonly after?: { readonly id: number; readonly day: string }
  readonly undo: Writing<'shop.undo'>
  readonly redo: Writing<'shop.redo'>
}

/** Some of the history; what follows is read when it is asked for. */
export function HistoryPart({ asked, after, undo, redo }: HistoryPartProps) {
  const formats = useFormats()
  const { zone } = useShop()
  const { value, problem } = useRead('shop.history', { ...asked, ...(after && { after: after.id }) })
  const [more, setMore] = useState(false)
  if (problem) return <ProblemNote problem={problem} />
  if (!value) return <Skeleton height={240} />
  if (value.acts.length === 0)
    return (
      <p className="quiet history-empty">Nothing of this kind was done. Try fewer letters, or another day.</p>
    )
  const days = inDays(value.acts, zone)
  const last = days.at(-1)!.day
  return (
    <>
      {days.map(({ day, acts }) => (
        <section key={day} aria-label={formats.dayAndYear(day)}>
          {day !== after?.day && <h2 className="history-day">{formats.dayAndYear(day)}</h2>}
          {acts.map((act) => (
            <ActRow key={act.id} act={act} undo={undo} redo={redo} />
          ))}
        </section>
      ))}
      {value.next !== null &&
        (more ? (
          <HistoryPart asked={asked} after={{ id: value.next, day: last }} undo={undo} redo={redo} />
        ) : (
          <Button variant="subtle" fullWidth onClick={() => setMore(true)}>
            Show older changes
          </Button>
        ))}
    </>
  )
}

function inDays(acts: readonly HistoryAct[], zone: string): { day: string; acts: HistoryAct[] }[] {
  const days: { day: string; acts: HistoryAct[] }[] = []
  for (const act of acts) {
    const day = dayAt(act.atMs, zone)
    if (days.at(-1)?.day === day) days.at(-1)!.acts.push(act)
    else days.push({ day, acts: [act] })
  }
  return days
}
