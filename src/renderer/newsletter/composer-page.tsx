import { Button, Grid, Skeleton, Stack } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useState } from 'react'
import type { Issue } from '../../core/newsletter/calls.ts'
import type { Words } from '../../core/newsletter/blocks.ts'
import { Page } from '../ui/page.tsx'
import { KeptLine } from '../ui/kept-line.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useFormats } from '../ui/use-formats.ts'
import { BlockList } from './block-list.tsx'
import { ExportPanel } from './export-panel.tsx'
import type { Place } from './place.ts'
import { PreviewPanel } from './preview-panel.tsx'
import { useDraft, type Draft } from './use-draft.ts'
import { WordsField } from './words/words-field.tsx'

interface ComposerPageProps {
  readonly issueId: number
  readonly onClose: () => void
}

/** One issue: written on the left, seen as its reader sees it on the right. */
export function ComposerPage({ issueId, onClose }: ComposerPageProps) {
  const draft = useDraft(issueId)
  if (draft.issue) return <Composer issue={draft.issue} draft={draft} onClose={onClose} />
  const { problem } = draft
  return (
    <Page title="Newsletter" actions={<Back onClose={onClose} />}>
      {problem ? <ProblemNote problem={problem} /> : <Skeleton height={480} />}
    </Page>
  )
}

interface ComposerProps {
  readonly issue: Issue
  readonly draft: Draft
  readonly onClose: () => void
}

function Composer({ issue, draft, onClose }: ComposerProps) {
  const formats = useFormats()
  const [shown, setShown] = useState<Words>({ subject: issue.subject, blocks: issue.blocks })
  if (draft.words && JSON.stringify(draft.words) !== JSON.stringify(shown)) setShown(draft.words)
  const [place, setPlace] = useState<Place | null>(null)
  const { month } = issue
  return (
    <Page
      title={`Newsletter for ${formats.month(month)}`}
      finding={<span aria-live="polite">{draft.dirty ? 'Not saved yet' : 'Saved'}</span>}
      actions={
        <>
          <Back onClose={onClose} />
          <Button
            variant="default"
            disabled={!draft.dirty || !draft.words}
            loading={draft.busy}
            onClick={() => void draft.save()}
          >
            Save
          </Button>
        </>
      }
    >
      <Grid
        onKeyDown={(event) => {
          if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
          event.preventDefault()
          if (draft.dirty) void draft.save()
        }}
      >
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Stack gap="sm">
            <KeptLine kept={draft.kept} names={{}} />
            <WordsField
              label="Subject"
              isOneLine
              value={draft.subject}
              error={draft.wrong.get('subject')}
              onChange={(subject) => draft.setSubject(subject)}
            />
            <BlockList draft={draft} onPlace={(now) => setPlace((was) => (isSame(was, now) ? was : now))} />
            <ProblemNote problem={draft.problem} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Stack gap="sm" style={{ position: 'sticky', top: 12 }}>
            <ExportPanel issue={issue} draft={draft} />
            <PreviewPanel issueId={issue.id} words={shown} place={place} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  )
}

const isSame = (a: Place | null, b: Place): boolean => a?.key === b.key && a.paragraph === b.paragraph

const Back = ({ onClose }: { readonly onClose: () => void }) => (
  <Button variant="default" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={onClose}>
    All newsletters
  </Button>
)
