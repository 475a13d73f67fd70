import { Anchor, Button, Grid, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { IconWorldWww } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Day } from '../../../core/day.ts'
import { languageNames } from '../../../core/out/languages.ts'
import type { HoursStatus } from '../../../core/hours/status.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useSpoken } from '../../ui/shop-context.ts'
import { useRead } from '../../use-call.ts'
import { NoticeFields, type NoticeWords } from './notice-fields.tsx'
import { OsmImport } from '../schedule/osm-import.tsx'
import { type SignKind, SignSheet } from './sign-sheet.tsx'
import { Told } from './told.tsx'

const kinds = [
  { value: 'hours', label: 'Opening hours' },
  { value: 'holidays', label: 'Special days' },
  { value: 'pause', label: 'Pause' },
  { value: 'late', label: 'Late opening' },
] as const satisfies readonly { value: SignKind; label: string }[]

interface TellTabProps {
  readonly status: HoursStatus
  readonly onSetHours: () => void
}

/** How the hours are told: sheets for the door, words for the telephone, texts for maps and web pages. */
export function TellTab({ status, onSetHours }: TellTabProps) {
  const voicemail = useRead('hours.voicemail', {})
  const [kind, setKind] = useState<SignKind>('hours')
  const [words, setWords] = useState<NoticeWords>({ at: '', note: '' })
  const late = status.open && (status.lateMinutes ?? 0) > status.toleranceMinutes
  const paused = status.open && status.pause !== undefined
  const timed = kind === 'pause' || kind === 'late'
  const known = words.at !== '' || (kind === 'pause' ? paused : late)
  if (voicemail.problem?.code === 'no-hours')
    return <NoHours today={status.today.day} onSetHours={onSetHours} />
  return (
    <Grid>
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Stack className="panel" p="md" gap="sm" component="section" aria-label="For the door">
          <Title order={2} size={20}>
            For the door
          </Title>
          <SpokenIn />
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
          <Told of="voicemail" text={voicemail.value?.text} problem={voicemail.problem} />
          <ForWebPage today={status.today.day} />
        </Stack>
      </Grid.Col>
    </Grid>
  )
}

/** What maps and search engines read: of no use to most owners on most days, and so behind a button. */
function ForWebPage({ today }: { readonly today: Day }) {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Group>
        <Button
          variant="default"
          aria-expanded={opened}
          leftSection={<IconWorldWww size={18} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          For your web page
        </Button>
      </Group>
      {opened && <WebTexts today={today} />}
    </>
  )
}

function WebTexts({ today }: { readonly today: Day }) {
  const osm = useRead('hours.osm', {})
  const page = useRead('hours.jsonLd', {})
  const map = osm.value && 'text' in osm.value ? osm.value : undefined
  return (
    <>
      <Told of="map" text={map?.text} problem={osm.problem}>
        {map?.notSaid.map((words) => (
          <Text key={words} size="sm">
            {words}
          </Text>
        ))}
      </Told>
      <OsmImport today={today} />
      <Told of="web page" text={page.value?.jsonLd} problem={page.problem} />
    </>
  )
}

/** In which language customers read it, and where that and the words are changed. */
function SpokenIn() {
  return (
    <Text size="sm" className="quiet">
      {`In ${languageNames[useSpoken()]}. The language and the words are changed in `}
      <Anchor component={Link} href="/settings" size="sm" underline="always">
        Settings
      </Anchor>
      .
    </Text>
  )
}

/** Before the first hours: where they are typed, or taken over. */
function NoHours({ today, onSetHours }: { readonly today: Day; readonly onSetHours: () => void }) {
  return (
    <Grid>
      <Grid.Col span={{ base: 12, md: 7 }}>
        <EmptyState title="No opening hours yet">
          <Text>
            Once they are set, your door sign, your voicemail and the texts for maps and your web page are
            written here by themselves.
          </Text>
          <Button onClick={onSetHours}>Set the weekly hours</Button>
        </EmptyState>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <OsmImport today={today} />
      </Grid.Col>
    </Grid>
  )
}
