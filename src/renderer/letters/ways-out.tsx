import { Button, Group, Stack, Text } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import type { Letter } from '../../core/letters/calls.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { FittedSheet } from '../ui/fitted-sheet.tsx'
import { PaperTools } from '../ui/paper-tools.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { usePaper } from '../ui/use-paper.ts'
import { useWrite } from '../use-call.ts'
import type { LetterTo } from './letter-to.ts'

interface OutProps {
  readonly to: LetterTo
  readonly letter: Letter
  readonly typed: { readonly subject: string; readonly words: string }
}

/** The letter as it will be printed. */
export function PaperOut({ to, letter: { language, closed, shut }, typed }: OutProps) {
  const { customerId, occasion } = to
  const use = usePaper()
  const { paper } = use
  const sheet = { call: 'letters.sheet', input: { customerId, language, occasion, ...typed }, paper } as const
  if (shut.letter) return <p className="risk letter-note">{closed.letter}</p>
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <PaperTools use={use} sheet={sheet} />
      </Group>
      {closed.letter !== '' && <p className="risk letter-note">{closed.letter}</p>}
      <ProblemNote problem={use.problem} />
      {typed.words.trim() !== '' && (
        <FittedSheet title={`Preview of the letter on ${paper}`} sheet={sheet} height={430} />
      )}
    </Stack>
  )
}

interface MailOutProps extends OutProps {
  readonly isOpened: boolean
  readonly onOpened: () => void
}

/** The mail as a draft of the mail program, which sends it. */
export function MailOut({ to, letter: { closed, shut, language }, typed, isOpened, onOpened }: MailOutProps) {
  const { customerId, occasion } = to
  const save = useWrite('letters.saveMail')
  const open = async () => {
    const saved = await save.run({ customerId, occasion, ...typed })
    if (saved.ok && saved.value) onOpened()
  }
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Button
          leftSection={<IconMail size={18} aria-hidden />}
          disabled={shut.mail || typed.words.trim() === ''}
          loading={save.busy}
          onClick={() => void open()}
        >
          Open mail draft…
        </Button>
        <CopyButton text={typed.words} what="the words" />
      </Group>
      {closed.mail !== '' && <p className="risk letter-note">{closed.mail}</p>}
      <ProblemNote problem={save.problem} />
      <Text size="sm" className="quiet" aria-live="polite">
        {isOpened
          ? 'Draft opened. It is not sent: send it from your mail program, then say so here.'
          : 'Your mail program sends it. It is written as a file that opens there as a draft.'}
      </Text>
      <div className="letter-mail panel" lang={language}>
        <b>{typed.subject}</b>
        {typed.words}
      </div>
    </Stack>
  )
}

/** What is said on the telephone, large enough to be read with the receiver in hand. */
export const CallOut = ({
  letter: { number, closed, language },
  said,
}: {
  readonly letter: Letter
  readonly said: string
}) => (
  <Stack gap="xs">
    {closed.call === '' ? (
      <Group gap="xs">
        <span className="letter-number figures">{number}</span>
        <CopyButton text={number} what="the number" />
      </Group>
    ) : (
      <p className="risk letter-note">{closed.call}</p>
    )}
    <div className="letter-script panel" lang={language}>
      {said}
    </div>
  </Stack>
)
