import { Button, Group, Select, Stack } from '@mantine/core'
import { useDeferredValue, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { Formats } from '../../core/formats.ts'
import { dayAt, isDay } from '../../core/day.ts'
import type { Reach } from '../../core/shop/history-calls.ts'
import { DayInput } from '../ui/day-input.tsx'
import { FindInput } from '../ui/find-input.tsx'
import { Page } from '../ui/page.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useShop } from '../ui/shop-context.ts'
import { useFormats } from '../ui/use-formats.ts'
import { useRead, useWrite } from '../use-call.ts'
import { HistoryPart, type Asked } from './history-part.tsx'
import './history.css'

/** All that was ever done, newest first, with what it changed; each act can be taken back as far as undo reaches. */
export function HistoryPage() {
  const formats = useFormats()
  const { zone } = useShop()
  const [, navigate] = useLocation()
  const search = new URLSearchParams(useSearch())
  const [text, setText] = useState('')
  const [day, setDay] = useState('')
  const [who, setWho] = useState<string | null>(null)
  const words = useDeferredValue(text)
  const rowId = Number(search.get('row'))
  const asked: Asked = {
    text: words,
    ...(isDay(day) && { from: day, to: day }),
    ...(who !== null && { who }),
    ...(rowId > 0 && { thing: { table: search.get('table') ?? '', rowId } }),
  }
  const first = useRead('shop.history', asked, { keepPrevious: true })
  const undo = useWrite('shop.undo')
  const redo = useWrite('shop.redo')
  const people = first.value?.people ?? []
  return (
    <Page title="History" finding={first.value && reachWords(first.value.reach, zone, formats)}>
      <Group align="flex-start" gap="sm">
        <FindInput
          name="Search the history"
          placeholder="Words, names, things"
          className="grow"
          autoFocus
          value={text}
          onChange={setText}
        />
        <DayInput aria-label="Day" nearest="back" value={day} onChange={setDay} />
        {people.length > 1 && (
          <Select
            aria-label="Who"
            placeholder="Everybody"
            data={people}
            value={who}
            onChange={setWho}
            clearable
          />
        )}
      </Group>
      {first.value?.thing && (
        <Group gap="xs" wrap="nowrap">
          <strong className="words">{first.value.thing}</strong>
          <Button
            size="compact-sm"
            variant="default"
            style={{ flexShrink: 0 }}
            onClick={() => navigate('/history?')}
          >
            Show everything
          </Button>
        </Group>
      )}
      <div className="history-refused">
        <ProblemNote problem={undo.problem ?? redo.problem} />
      </div>
      <Stack className="panel" gap={0} component="section" aria-label="What was done">
        <HistoryPart key={JSON.stringify(asked)} asked={asked} undo={undo} redo={redo} />
      </Stack>
    </Page>
  )
}

function reachWords({ days, acts, sinceMs }: Reach, zone: string, formats: Formats): string {
  const rule = `${formats.counted(days, 'day', 'days')}, and always the last ${formats.counted(acts, 'change', 'changes')}`
  if (sinceMs === null) return `Nothing can be undone yet. Undo will reach back ${rule}.`
  return `Undo reaches back to ${formats.date(dayAt(sinceMs, zone))}: ${rule}. What is older keeps its line.`
}
