import { Anchor, Button, Group, List, Progress, Stack, Text, Title } from '@mantine/core'
import { IconMailForward } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Formats } from '../../core/formats.ts'
import type { Audience, Issue } from '../../core/newsletter/calls.ts'
import type { Fix, Obstacle } from '../../core/newsletter/obstacle.ts'
import { useCall } from '../call.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useShop } from '../ui/shop-context.ts'
import { useFormats } from '../ui/use-formats.ts'
import { useRead, useWrite } from '../use-call.ts'
import { draftsInWords, exportWords } from './issue-list.tsx'
import type { Draft } from './use-draft.ts'

const places: Readonly<Record<Exclude<Fix, 'issue'>, { readonly path: string; readonly name: string }>> = {
  settings: { path: '/settings', name: 'Open Settings' },
  hours: { path: '/hours', name: 'Open Hours' },
  customers: { path: '/customers', name: 'Open Customers' },
}

interface Written {
  readonly folder: string
  readonly handle: string
  readonly files: number
}

/** Who gets the issue, what stands in the way, and the export into a folder. */
export function ExportPanel({ issue, draft }: { readonly issue: Issue; readonly draft: Draft }) {
  const formats = useFormats()
  const { zone } = useShop()
  const issueId = issue.id
  const call = useCall()
  const audience = useRead('newsletter.audience', { issueId })
  const obstacles = useRead('newsletter.obstacles', { issueId })
  const choose = useWrite('files.choose')
  const show = useWrite('files.show')
  const { run, busy, progress, problem, cancel } = useWrite('newsletter.exportMail')
  const sent = useWrite('newsletter.sent')
  const [written, setWritten] = useState<Written>()
  const [asksAgain, setAsksAgain] = useState(false)
  const wasWritten = issue.exportedAtMs !== null

  const exportAll = async () => {
    setAsksAgain(false)
    setWritten(undefined)
    if (draft.dirty && !(await draft.save())?.ok) return
    const now = await call('newsletter.obstacles', { issueId })
    if (!now.ok || now.value.length > 0) return
    const chosen = await choose.run({ what: 'folder' })
    if (!chosen.ok || !chosen.value) return
    const { handle } = chosen.value
    const result = await run({ issueId, folder: handle, as: 'eml-each', again: wasWritten })
    if (result.ok) setWritten({ handle, folder: result.value.folder, files: result.value.files })
  }
  return (
    <Stack className="panel" p="sm" gap={6} component="section" aria-label="Who gets it">
      <Title order={2} size={16}>
        Who gets it
      </Title>
      {audience.value && <AudienceWords audience={audience.value} />}
      {obstacles.value && obstacles.value.length > 0 && <Obstacles obstacles={obstacles.value} />}
      <ProblemNote
        problem={
          audience.problem ?? obstacles.problem ?? choose.problem ?? problem ?? show.problem ?? sent.problem
        }
      />
      {busy ? (
        <Group wrap="nowrap">
          <Progress
            className="grow"
            value={progress ? (100 * progress.done) / progress.total : 0}
            aria-label={progress?.words ?? 'Writing drafts'}
          />
          <Text size="sm" className="figures">
            {progress ? `${formats.number(progress.done)} of ${formats.number(progress.total)}` : ''}
          </Text>
          <Button size="xs" variant="default" onClick={cancel}>
            Stop
          </Button>
        </Group>
      ) : (
        <Group justify="space-between">
          <Text size="sm" className="quiet">
            {(!written || issue.sentAtMs !== null) && exportWords(issue, zone, formats)}
          </Text>
          <Button
            leftSection={<IconMailForward size={16} aria-hidden />}
            disabled={!obstacles.value || (obstacles.value.length > 0 && !draft.dirty)}
            loading={draft.busy}
            onClick={() => (wasWritten ? setAsksAgain(true) : void exportAll())}
          >
            Write drafts…
          </Button>
        </Group>
      )}
      {wasWritten && issue.sentAtMs === null && !asksAgain && (
        <Group justify="flex-end">
          <Button size="xs" variant="light" onClick={() => void sent.run({ issueId })}>
            I have sent them
          </Button>
        </Group>
      )}
      {asksAgain && (
        <Group justify="space-between" role="alert">
          <Text size="sm" className="grow">
            {`${exportWords(issue, zone, formats)}. Whoever got one would get a second.`}
          </Text>
          <Button size="xs" variant="default" onClick={() => setAsksAgain(false)}>
            Leave it
          </Button>
          <Button size="xs" data-autofocus onClick={() => void exportAll()}>
            Write them again…
          </Button>
        </Group>
      )}
      <div aria-live="polite">
        {written && (
          <Group justify="space-between">
            <Text size="sm">
              {draftsInWords(written.files, formats)} written into “{written.folder}”. Open each in your mail
              program and send it from there.
            </Text>
            <Button size="xs" variant="default" onClick={() => void show.run({ path: written.handle })}>
              Show folder
            </Button>
          </Group>
        )}
      </div>
    </Stack>
  )
}

function AudienceWords({ audience }: { readonly audience: Audience }) {
  const formats = useFormats()
  const left: [number, string][] = [
    [audience.deceased, 'deceased'],
    [audience.putAside, 'put aside'],
    [audience.withoutConsent, 'without a yes to mail'],
    [audience.withoutMail, 'without an address'],
    [audience.invalidMail, 'with an address that does not work'],
    [audience.deadMail, 'whose mail came back'],
    [audience.paused, 'paused'],
    [audience.duplicates, 'at an address that is written to already'],
  ]
  const reasons = left.filter(([n]) => n > 0).map(([n, words]) => `${formats.number(n)} ${words}`)
  const { recipients, aboveCap } = audience
  const { mostContacts } = useShop()
  return (
    <Text size="sm" className="figures">
      <b>{recipientsInWords(recipients, formats)}</b>
      {reasons.length > 0 && <span className="quiet">; not {reasons.join(', ')}</span>}.
      {aboveCap > 0 && (
        <span className="risk" data-fact>
          {` ${formats.counted(aboveCap, 'reader', 'readers')} of these had ${formats.counted(mostContacts, 'contact', 'contacts')} or more in 30 days.`}
        </span>
      )}
    </Text>
  )
}

function recipientsInWords(n: number, formats: Formats): string {
  if (n === 0) return 'Nobody yet'
  return n === 1 ? 'One person' : formats.counted(n, 'person', 'people')
}

function Obstacles({ obstacles }: { readonly obstacles: readonly Obstacle[] }) {
  return (
    <div>
      <Text size="sm" fw={600} className="risk">
        Before it can go out
      </Text>
      <List size="sm" withPadding>
        {obstacles.map(({ code, message, fix }, i) => (
          <List.Item key={`${code} ${i}`}>
            {message}{' '}
            {fix !== 'issue' && (
              <Anchor component={Link} href={places[fix].path} size="sm" underline="always">
                {places[fix].name}
              </Anchor>
            )}
          </List.Item>
        ))}
      </List>
    </div>
  )
}
