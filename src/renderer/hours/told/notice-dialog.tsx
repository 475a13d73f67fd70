import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { CopyButton } from '../../ui/copy-button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useSpoken } from '../../ui/shop-context.ts'
import { useFormats } from '../../ui/use-formats.ts'
import { useRead, useWrite } from '../../use-call.ts'
import { NoticeFields, type NoticeWords, sentWords } from './notice-fields.tsx'
import { SignSheet } from './sign-sheet.tsx'

interface NoticeDialogProps {
  readonly kind: 'late' | 'pause'
  /** The time is not known yet: the shop is still to open. */
  readonly asksTime?: boolean
  readonly opened: boolean
  readonly onClose: () => void
}

const titles = { late: 'Notice for customers', pause: 'Note for the door' } as const

/** A short notice: as a sheet for the door, as a text to copy, and as a block of the newsletter. */
export function NoticeDialog({ kind, asksTime = false, opened, onClose }: NoticeDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={asksTime ? titles.pause : titles[kind]} size={720}>
      <NoticeBody kind={kind} asksTime={asksTime} onDone={onClose} />
    </Modal>
  )
}

interface NoticeBodyProps {
  readonly kind: 'late' | 'pause'
  readonly asksTime: boolean
  readonly onDone: () => void
}

function NoticeBody({ kind, asksTime, onDone }: NoticeBodyProps) {
  const [words, setWords] = useState<NoticeWords>({ at: '', note: '' })
  const known = !asksTime || words.at !== ''
  return (
    <Stack gap="sm">
      {asksTime && <NoticeFields kind={kind} value={words} onChange={setWords} />}
      {known ? (
        <>
          <NoticeText kind={kind} words={words} onDone={onDone} />
          <SignSheet kind={kind} words={words} height={420} />
        </>
      ) : (
        <Text className="quiet">Say when you open; the note is written at once.</Text>
      )}
    </Stack>
  )
}

interface NoticeTextProps {
  readonly kind: 'late' | 'pause'
  readonly words: NoticeWords
  readonly onDone: () => void
}

function NoticeText({ kind, words, onDone }: NoticeTextProps) {
  const formats = useFormats()
  const spoken = useSpoken()
  const { value, problem } = useRead('hours.notice', { kind, ...sentWords(words) }, { keepPrevious: true })
  const append = useWrite('newsletter.append')
  /** The newsletter that it was put into. */
  const [month, setMonth] = useState<string>()
  const [, navigate] = useLocation()
  if (!value) return <ProblemNote problem={problem} />
  const put = async () => {
    const added = await append.run({ block: { kind: 'text', text: value.dated } })
    if (added.ok) setMonth(added.value.month)
  }
  const goThere = () => {
    onDone()
    navigate('/newsletter')
  }
  return (
    <Stack gap="sm">
      <Text lang={spoken} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {value.text}
      </Text>
      <Group gap="xs">
        <CopyButton text={value.text} what="the text" />
        {kind === 'late' && (
          <Button
            variant="default"
            leftSection={<IconMail size={16} aria-hidden />}
            loading={append.busy}
            onClick={() => (month === undefined ? void put() : goThere())}
          >
            {month === undefined
              ? 'Put into the newsletter'
              : `Go to the newsletter of ${formats.month(month)}`}
          </Button>
        )}
      </Group>
      <ProblemNote problem={append.problem} />
    </Stack>
  )
}
