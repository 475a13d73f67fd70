import { Button, Skeleton, Stack } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import type { Formats } from '../../core/formats.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useFormats } from '../ui/use-formats.ts'
import { useRead, useWrite } from '../use-call.ts'
import { IssueList } from './issue-list.tsx'
import { OptOutForm } from './opt-out-form.tsx'
import { SuppressForm } from './suppress-form.tsx'

/** With an editor for the words, which the list does not need. */
const ComposerPage = lazy(async () => ({ default: (await import('./composer-page.tsx')).ComposerPage }))

/** Newsletter: the issues, and one of them being written. */
export function NewsletterPage() {
  const [issueId, setIssueId] = useState<number>()
  if (issueId !== undefined)
    return (
      <Suspense
        fallback={
          <Page title="Newsletter">
            <Skeleton height={480} />
          </Page>
        }
      >
        <ComposerPage key={issueId} issueId={issueId} onClose={() => setIssueId(undefined)} />
      </Suspense>
    )
  return <Issues onOpen={setIssueId} />
}

function Issues({ onOpen }: { readonly onOpen: (issueId: number) => void }) {
  const formats = useFormats()
  const issues = useRead('newsletter.issues', {})
  const create = useWrite('newsletter.create')
  const begin = async () => {
    const begun = await create.run({})
    if (begun.ok) onOpen(begun.value.id)
  }
  const none = issues.value?.length === 0
  return (
    <Page
      title="Newsletter"
      finding={issues.value && !none ? findingOf(issues.value, formats) : undefined}
      actions={
        !none && (
          <Button
            leftSection={<IconPlus size={16} aria-hidden />}
            loading={create.busy}
            onClick={() => void begin()}
          >
            New newsletter
          </Button>
        )
      }
    >
      <ProblemNote problem={issues.problem ?? create.problem} />
      {!issues.value && !issues.problem && <Skeleton height={240} />}
      {none && (
        <EmptyState title="No newsletter yet">
          <span>
            Once a month, something of value for everybody who said yes: your hours, an offer, a word of
            thanks. The first one begins with a greeting and your opening hours; Wellkept makes a mail draft
            for each reader, which you send from your own mail program.
          </span>
          <Button loading={create.busy} onClick={() => void begin()}>
            Write the first newsletter
          </Button>
        </EmptyState>
      )}
      {issues.value && (
        <Stack gap="md">
          {!none && <IssueList issues={issues.value} onOpen={onOpen} />}
          <OptOutForm />
          <SuppressForm />
        </Stack>
      )}
    </Page>
  )
}

function findingOf(
  issues: readonly { readonly exportedAtMs: number | null; readonly sentAtMs: number | null }[],
  { counted, number }: Formats,
): string {
  const waiting = issues.filter(({ exportedAtMs }) => exportedAtMs === null).length
  const unsent = issues.filter(
    ({ exportedAtMs, sentAtMs }) => exportedAtMs !== null && sentAtMs === null,
  ).length
  if (unsent > 0) return `Drafts of ${counted(unsent, 'newsletter are', 'newsletters are')} to be sent.`
  if (waiting === 0) return 'Every newsletter has been sent.'
  return waiting === 1
    ? 'One newsletter has no drafts yet.'
    : `${number(waiting)} newsletters have no drafts yet.`
}
