import { ActionIcon, Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { Formats } from '../../core/formats.ts'
import type { IssueRow } from '../../core/newsletter/calls.ts'
import { withFieldsNamed } from '../../core/newsletter/merge.ts'
import { NameWords } from '../ui/name-words.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useShop } from '../ui/shop-context.ts'
import { useFormats } from '../ui/use-formats.ts'
import { useWrite } from '../use-call.ts'

interface IssueListProps {
  readonly issues: readonly IssueRow[]
  readonly onOpen: (issueId: number) => void
}

/** The issues, the newest month first. */
export function IssueList({ issues, onOpen }: IssueListProps) {
  const formats = useFormats()
  const { zone } = useShop()
  const remove = useWrite('newsletter.remove')
  const sent = useWrite('newsletter.sent')
  return (
    <>
      <ProblemNote problem={remove.problem ?? sent.problem} />
      <ul className="panel plain-list" aria-label="Newsletters">
        {issues.map((issue) => {
          const month = formats.month(issue.month)
          const subject = withFieldsNamed(issue.subject).trim() || 'no subject yet'
          return (
            <li key={issue.id} className="row">
              <span style={{ width: 130 }}>{month}</span>
              <button type="button" className="name-button grow" onClick={() => onOpen(issue.id)}>
                <NameWords name={subject} company="" />
              </button>
              <span className="quiet figures">{exportWords(issue, zone, formats)}</span>
              {issue.exportedAtMs !== null && issue.sentAtMs === null && (
                <Button
                  size="compact-sm"
                  variant="light"
                  aria-label={`Sent: ${subject}, ${month}`}
                  onClick={() => void sent.run({ issueId: issue.id })}
                >
                  Sent
                </Button>
              )}
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`Open ${subject}, ${month}`}
                onClick={() => onOpen(issue.id)}
              >
                Open
              </Button>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Remove ${subject}, ${month}`}
                onClick={() => void remove.run({ issueId: issue.id })}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** How far an issue is: whether its drafts were written, and sent, as the owner said. */
export const exportWords = (
  { exportedAtMs, exportedTo, changedSince, sentAtMs }: IssueRow,
  zone: string,
  formats: Formats,
): string => {
  if (exportedAtMs === null) return 'no drafts yet'
  const written = `${draftsInWords(exportedTo, formats)} written ${formats.instant(exportedAtMs, zone)}`
  const sent = sentAtMs === null ? 'not sent yet' : `sent ${formats.instant(sentAtMs, zone)}`
  return [written, sent, ...(changedSince ? ['the text has changed since'] : [])].join(', ')
}

export const draftsInWords = (n: number, formats: Formats): string =>
  n === 1 ? 'one draft' : formats.counted(n, 'draft', 'drafts')
