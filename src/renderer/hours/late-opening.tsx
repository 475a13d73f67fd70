import { Alert, Button, Group, Text, TextInput } from '@mantine/core'
import { IconMessageQuestion } from '@tabler/icons-react'
import { use, useState } from 'react'
import type { HoursStatus } from '../../core/hours/status.ts'
import { latenessWords } from '../../core/hours/words.ts'
import { OpeningContext } from '../call.ts'
import { Form } from '../ui/form.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useWrite } from '../use-call.ts'
import { NoticeDialog } from './notice-dialog.tsx'

/** Openings of a shop for which the owner does not want to say why; asked once. */
const left = new Set<string>()

/** After an opening that was late or early: asks why, once, and offers a notice for the customers. */
export function LateOpening({ status }: { readonly status: HoursStatus }) {
  const {
    open,
    entryId,
    lateMinutes,
    overdueMinutes = 0,
    closedEarly,
    unexplained,
    toleranceMinutes,
  } = status
  const name = `${use(OpeningContext)} ${entryId}`
  const [, setLeft] = useState(0)
  if (!open && overdueMinutes > toleranceMinutes)
    return <Notice kind={closedEarly ? 'open again' : 'open late'} />
  if (!open || entryId === undefined || lateMinutes === undefined) return null
  const late = lateMinutes > toleranceMinutes
  const asked = unexplained && !left.has(name)
  const leave = () => {
    left.add(name)
    setLeft(left.size)
  }
  if (!late && !asked) return null
  return (
    <>
      {asked && <Reason key={entryId} entryId={entryId} words={latenessWords(lateMinutes)} onLeave={leave} />}
      {late && <Notice kind="opened late" />}
    </>
  )
}

const noticeWords = {
  'open late': 'A note on the door tells who waits when you open.',
  'open again': 'If you open again today, a note on the door tells who waits when.',
  'opened late': 'If customers waited at the door, a short notice says sorry.',
} as const

/** Offers the notice: before the door opens a note on it, afterwards a word to those who waited. */
function Notice({ kind }: { readonly kind: keyof typeof noticeWords }) {
  const [opened, setOpened] = useState(false)
  const asksTime = kind !== 'opened late'
  return (
    <Group gap="sm">
      <Text size="sm" className="quiet">
        {noticeWords[kind]}
      </Text>
      <Button variant="default" onClick={() => setOpened(true)}>
        {asksTime ? 'Note for the door…' : 'Notice for customers…'}
      </Button>
      <NoticeDialog kind="late" asksTime={asksTime} opened={opened} onClose={() => setOpened(false)} />
    </Group>
  )
}

interface ReasonProps {
  readonly entryId: number
  readonly words: string
  readonly onLeave: () => void
}

function Reason({ entryId, words, onLeave }: ReasonProps) {
  const [reason, setReason] = useState('')
  const explain = useWrite('hours.explain')
  return (
    <Alert
      role="region"
      color="amber"
      variant="light"
      icon={<IconMessageQuestion size={18} aria-hidden />}
      title={`You opened ${words}. Why?`}
    >
      <Form onSave={() => reason.trim() !== '' && explain.run({ entryId, reason })}>
        <Group align="flex-end" gap="sm">
          <TextInput
            label="Reason"
            className="grow"
            placeholder="delivery was late"
            maxLength={500}
            value={reason}
            onChange={(change) => setReason(change.currentTarget.value)}
          />
          <Button type="submit" loading={explain.busy} disabled={reason.trim() === ''}>
            Save the reason
          </Button>
          <Button variant="default" onClick={onLeave}>
            Leave it open
          </Button>
        </Group>
        <ProblemNote problem={explain.problem} />
      </Form>
    </Alert>
  )
}
