import { ActionIcon, Button, Group, Skeleton, Text, Title } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { OwnLine } from '../../core/checklists/calls.ts'
import { parts, trades, type Part, type Trade } from '../../core/checklists/own-line.ts'
import { weekdayName } from '../../core/day-words.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useRead, useWrite } from '../use-call.ts'
import { LineForm } from './line-form.tsx'

const partTitles: Readonly<Record<Part, string>> = {
  opening: 'At opening',
  day: 'Through the day',
  closing: 'At closing',
}

const tradeWords: Readonly<Record<Trade, string>> = {
  grocer: 'Grocer',
  baker: 'Baker',
  pharmacy: 'Pharmacy',
  repair: 'Repair shop',
  salon: 'Salon',
}

/** The shop's own lines: added, changed, moved and removed in place. */
export function OwnLines() {
  const { value, problem } = useRead('checklists.ownLines', {})
  const [editing, setEditing] = useState<number | null>(null)
  return (
    <section className="panel" aria-label="Own lines">
      <Title order={2} size={18} px={12} pt={12}>
        Your own lines
      </Title>
      <ProblemNote problem={problem} />
      {!value && !problem && <Skeleton height={200} m={12} />}
      {value?.lines.length === 0 && <Starters />}
      {value &&
        parts.map((part) => {
          const lines = value.lines.filter((line) => line.part === part)
          return (
            lines.length > 0 && (
              <div key={part}>
                <Text size="sm" className="quiet" px={12} pt={10}>
                  {partTitles[part]}
                </Text>
                {lines.map((line, i) =>
                  editing === line.lineId ? (
                    <LineForm key={line.lineId} line={line} onDone={() => setEditing(null)} />
                  ) : (
                    <LineRow
                      key={line.lineId}
                      line={line}
                      first={i === 0}
                      last={i === lines.length - 1}
                      onEdit={() => setEditing(line.lineId)}
                    />
                  ),
                )}
              </div>
            )
          )
        })}
      {value && <LineForm />}
    </section>
  )
}

interface LineRowProps {
  readonly line: OwnLine
  readonly first: boolean
  readonly last: boolean
  readonly onEdit: () => void
}

function LineRow({ line: { lineId, text, weekday }, first, last, onEdit }: LineRowProps) {
  const move = useWrite('checklists.moveLine')
  const remove = useWrite('checklists.removeLine')
  return (
    <div className="row">
      <span className="grow" style={{ overflowWrap: 'anywhere' }}>
        {text}
        {weekday !== null && <span className="quiet"> · {weekdayName(weekday)}s</span>}
      </span>
      <Group gap={2} wrap="nowrap">
        <ActionIcon
          variant="transparent"
          aria-label={`Move up: ${text}`}
          disabled={first}
          onClick={() => void move.run({ lineId, up: true })}
        >
          <IconArrowUp size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="transparent"
          aria-label={`Move down: ${text}`}
          disabled={last}
          onClick={() => void move.run({ lineId, up: false })}
        >
          <IconArrowDown size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="transparent" aria-label={`Change: ${text}`} onClick={onEdit}>
          <IconPencil size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="transparent"
          aria-label={`Remove: ${text}`}
          onClick={() => void remove.run({ lineId })}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </Group>
    </div>
  )
}

function Starters() {
  const add = useWrite('checklists.addStarter')
  return (
    <div style={{ padding: 12 }}>
      <Text className="quiet" mb={8}>
        What must never be forgotten at opening and closing? Begin with a short list of your trade, or write
        the first line below.
      </Text>
      <Group gap={6}>
        {trades.map((trade) => (
          <Button key={trade} variant="default" size="compact-sm" onClick={() => void add.run({ trade })}>
            {tradeWords[trade]}
          </Button>
        ))}
      </Group>
      <ProblemNote problem={add.problem} />
    </div>
  )
}
