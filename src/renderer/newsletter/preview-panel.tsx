import { Group, SegmentedControl, Skeleton, Stack, Text, Textarea } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Words } from '../../core/newsletter/blocks.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useRead } from '../use-call.ts'
import { MailFrame } from './mail-frame.tsx'
import type { Place } from './place.ts'

interface PreviewPanelProps {
  readonly issueId: number
  /** The last words that could be saved. */
  readonly words: Words
  /** Where the caret is; the mail shows that part. */
  readonly place: Place | null
}

const height = 'max(360px, calc(100vh - 380px))'

/** The issue as its first reader would get it, a moment behind the typing: the mail itself, or its plain text. */
export function PreviewPanel({ issueId, words, place }: PreviewPanelProps) {
  const [view, setView] = useState<'mail' | 'text'>('mail')
  const unsaved = useSettled(words, 400)
  const input = { issueId, unsaved: { subject: unsaved.subject, blocks: [...unsaved.blocks] }, placed: true }
  const { value, problem } = useRead('newsletter.preview', input, { keepPrevious: true })
  return (
    <Stack gap={6}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" className="quiet clip grow">
          {value ? asWhom(value.reader?.name) : 'Preview'}
        </Text>
        <SegmentedControl
          aria-label="Preview"
          size="sm"
          value={view}
          onChange={setView}
          data={[
            { value: 'mail', label: 'Mail' },
            { value: 'text', label: 'Plain text' },
          ]}
        />
      </Group>
      <ProblemNote problem={problem} />
      {value && (
        <Text size="sm" className="clip" title={value.subject}>
          <b>Subject</b> {value.subject || <span className="quiet">none yet</span>}
        </Text>
      )}
      {!value && !problem && <Skeleton height={height} />}
      {value && view === 'mail' && <MailFrame html={value.html} place={place} height={height} />}
      {value && view === 'text' && (
        <Textarea
          aria-label="The newsletter as plain text"
          readOnly
          value={value.text}
          styles={{ input: { height, fontFamily: 'var(--mantine-font-family-monospace)' } }}
        />
      )}
      {value && (
        <Text size="xs" className="quiet figures">
          {Math.ceil(value.bytes / 1024)} KB of at most 102 KB
        </Text>
      )}
    </Stack>
  )
}

const asWhom = (name: string | undefined): string =>
  name === undefined ? 'As a reader without a name would get it' : `As ${name} would get it`

/** The value once it has not changed for `ms`. */
function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value)
  const content = JSON.stringify(value)
  useEffect(() => {
    const pause = setTimeout(() => setSettled(JSON.parse(content) as T), ms)
    return () => clearTimeout(pause)
  }, [content, ms])
  return settled
}
