import { Grid, SegmentedControl, Skeleton, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { HoursStatus } from '../../core/hours/status.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import type { Problem } from '../../core/result.ts'
import { useRead } from '../use-call.ts'
import { NoticeFields, type NoticeWords } from './notice-fields.tsx'
import { OsmImport } from './osm-import.tsx'
import { type SignKind, SignSheet } from './sign-sheet.tsx'

const kinds = [
  { value: 'hours', label: 'Opening hours' },
  { value: 'holidays', label: 'Special days' },
  { value: 'pause', label: 'Pause' },
  { value: 'late', label: 'Late opening' },
] as const satisfies readonly { value: SignKind; label: string }[]

/** How the hours are told: sheets for the door, words for the telephone, texts for maps and web pages. */
export function TellTab({ status }: { readonly status: HoursStatus }) {
  const [kind, setKind] = useState<SignKind>('hours')
  const [words, setWords] = useState<NoticeWords>({ at: '', note: '' })
  const late = status.open && (status.lateMinutes ?? 0) > status.toleranceMinutes
  const timed = kind === 'pause' || kind === 'late'
  const known = words.at !== '' || (kind === 'pause' ? status.pause !== undefined : late)
  return (
    <Grid>
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Stack className="panel" p="md" gap="sm" component="section" aria-label="For the door">
          <Title order={2} size={20}>
            For the door
          </Title>
          <SegmentedControl
            aria-label="Which sheet"
            data={[...kinds]}
            value={kind}
            onChange={(next) => setKind(next)}
          />
          {timed && <NoticeFields kind={kind} value={words} onChange={setWords} />}
          {timed && !known ? (
            <Text className="quiet">
              {kind === 'late' ? 'Say when you open today.' : 'Say when you are back.'}
            </Text>
          ) : (
            <SignSheet kind={kind} {...(timed && { words })} height={620} />
          )}
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Stack gap="md">
          <Voicemail />
          <OsmText />
          <OsmImport today={status.today.day} />
          <JsonLd />
        </Stack>
      </Grid.Col>
    </Grid>
  )
}

interface ToldProps {
  readonly title: string
  readonly about: string
  /** For the button: "Copy the voicemail text". */
  readonly what: string
  readonly text: string | undefined
  readonly problem: Problem | undefined
  readonly children?: ReactNode
}

function Told({ title, about, what, text, problem, children }: ToldProps) {
  return (
    <Stack className="panel" p="md" gap="xs" component="section" aria-label={title}>
      <Title order={2} size={18}>
        {title}
      </Title>
      <Text size="sm" className="quiet">
        {about}
      </Text>
      <ProblemNote problem={problem} />
      {text === undefined && !problem && <Skeleton height={80} />}
      {text !== undefined && (
        <>
          <div className="told-text" tabIndex={0} role="region" aria-label={`${title}: the text`}>
            {text}
          </div>
          {children}
          <div>
            <CopyButton text={text} what={what} />
          </div>
        </>
      )}
    </Stack>
  )
}

function Voicemail() {
  const { value, problem } = useRead('hours.voicemail', {})
  return (
    <Told
      title="For the telephone"
      about="Read it out when you record your voicemail."
      what="the voicemail text"
      text={value?.text}
      problem={problem}
    />
  )
}

function OsmText() {
  const { value, problem } = useRead('hours.osm', {})
  const told = value && 'text' in value ? value : undefined
  return (
    <Told
      title="For maps"
      about="The opening_hours text of OpenStreetMap, from which many maps take their hours."
      what="the map text"
      text={told?.text}
      problem={problem}
    >
      {told?.notSaid.map((words) => (
        <Text key={words} size="sm">
          {words}
        </Text>
      ))}
    </Told>
  )
}

function JsonLd() {
  const { value, problem } = useRead('hours.jsonLd', {})
  return (
    <Told
      title="For your web page"
      about="schema.org JSON-LD: who looks after your web page puts it into the page’s head; search engines read it."
      what="the web page text"
      text={value?.jsonLd}
      problem={problem}
    />
  )
}
