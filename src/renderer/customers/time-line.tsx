import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { localAt } from '../../core/day.ts'
import type { Formats } from '../../core/formats.ts'
import {
  happenedKinds,
  happenedWords,
  type Happened,
  type HappenedKind,
} from '../../core/happened/happened.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useShop } from '../ui/shop-context.ts'
import { useFormats } from '../ui/use-formats.ts'
import { useRead } from '../use-call.ts'

/** How much more is shown at a time. */
const step = 50

/** All that happened with a customer, newest first, of one kind where that is chosen; and since when they are on file, which may be after visits of years. */
export function TimeLine({ customerId }: { readonly customerId: number }) {
  const formats = useFormats()
  const { zone } = useShop()
  const [only, setOnly] = useState<HappenedKind>()
  const [room, setRoom] = useState(step)
  const { value, problem } = useRead(
    'happened.to',
    { customerId, limit: room, ...(only && { only: [only] }) },
    { keepPrevious: true },
  )
  if (!value) return <ProblemNote problem={problem} />
  const { rows, counts, total, createdAtMs } = value
  const kinds = happenedKinds.filter((kind) => counts[kind] > 0)
  const choose = (kind: HappenedKind | undefined) => {
    setOnly(kind)
    setRoom(step)
  }
  return (
    <section aria-label="Time line">
      {kinds.length > 1 && (
        <Group gap={6} className="time-line-kinds" role="group" aria-label="What is listed">
          {[undefined, ...kinds].map((kind) => (
            <Button
              key={kind ?? 'all'}
              size="compact-sm"
              variant={kind === only ? 'filled' : 'default'}
              aria-pressed={kind === only}
              onClick={() => choose(kind)}
            >
              {kind ? `${happenedWords[kind]} ${formats.number(counts[kind])}` : 'All'}
            </Button>
          ))}
        </Group>
      )}
      <ol className="plain-list time-line">
        {rows.map((one, at) => (
          <Line key={`${one.at} ${at}`} one={one} formats={formats} />
        ))}
        {total > rows.length && (
          <li>
            <Button size="compact-sm" variant="default" onClick={() => setRoom(room + step)}>
              {`Show older: ${formats.number(total - rows.length)} more`}
            </Button>
          </li>
        )}
      </ol>
      {only === undefined && (
        <p className="quiet">{`On file since ${whenWords(localAt(createdAtMs, zone), formats)}`}</p>
      )}
    </section>
  )
}

function Line({ one, formats }: { readonly one: Happened; readonly formats: Formats }) {
  const { at, what, note, isStrong, page } = one
  return (
    <li>
      <span className="figures quiet">{whenWords(at, formats)}</span>{' '}
      {page === null ? (
        <strong className={isStrong ? undefined : 'quiet'}>{what}</strong>
      ) : (
        <Link href={page}>{what}</Link>
      )}
      {note !== '' && <div>{note}</div>}
    </li>
  )
}

/** A local moment, or a day where only that is known. */
const whenWords = (at: string, formats: Formats): string =>
  at.length > 10 ? `${formats.date(at.slice(0, 10))}, ${formats.time(at.slice(11))}` : formats.date(at)
