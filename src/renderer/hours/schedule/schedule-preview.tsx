import { List, Skeleton, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { Day } from '../../../core/day.ts'
import type { SchedulePreview as Preview } from '../../../core/hours/preview.ts'
import type { Week } from '../../../core/hours/week.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useRead } from '../../use-call.ts'

interface SchedulePreviewProps {
  readonly validFrom: Day
  readonly week: Week
}

/** What saving these weekly hours would change, in sentences. */
export function SchedulePreview({ validFrom, week }: SchedulePreviewProps) {
  const [sent] = useDebouncedValue(JSON.stringify({ validFrom, week }), 150)
  const input = JSON.parse(sent) as SchedulePreviewProps
  const { value, problem } = useRead('hours.previewSchedule', input, { keepPrevious: true })
  if (!value) return problem ? <ProblemNote problem={problem} /> : <Skeleton height={80} />
  if (!value.changes)
    return <Text size="sm">Nothing changes. Type other hours, or copy them from day to day.</Text>
  return <PreviewWords preview={value} />
}

/** What would change, in sentences. */
export function PreviewWords({ preview: { words: sentences } }: { readonly preview: Preview }) {
  return (
    <div aria-live="polite">
      {sentences.length === 1 ? (
        <Text size="sm">{sentences[0]}</Text>
      ) : (
        <List size="sm" spacing={2}>
          {sentences.map((words) => (
            <List.Item key={words}>{words}</List.Item>
          ))}
        </List>
      )}
    </div>
  )
}
