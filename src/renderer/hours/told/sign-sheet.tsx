import { Group, Stack } from '@mantine/core'
import type { Closing } from '../../../core/hours/closing/entry.ts'
import { FittedSheet } from '../../ui/fitted-sheet.tsx'
import { PaperTools } from '../../ui/paper-tools.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { usePaper } from '../../ui/use-paper.ts'
import { type NoticeWords, sentWords } from './notice-fields.tsx'

export type SignKind = 'hours' | 'holidays' | 'pause' | 'late' | 'closing'

const kindWords: Readonly<Record<SignKind, string>> = {
  hours: 'door sign',
  holidays: 'holiday notice',
  pause: 'pause note',
  late: 'late notice',
  closing: 'closing sign',
}

interface SignSheetProps {
  readonly kind: SignKind
  /** For a pause or a late opening. */
  readonly words?: NoticeWords
  /** For a closing. */
  readonly closing?: Closing
  readonly height?: number
}

/** A sheet for the door as it will be printed, whole, on the paper of the shop, and its PDF. */
export function SignSheet({ kind, words, closing, height = 640 }: SignSheetProps) {
  const use = usePaper()
  const { paper, problem } = use
  const dated = closing && { from: closing.from, to: closing.to, note: closing.label }
  const sheet = {
    call: 'hours.sign',
    input: { kind, ...(words && sentWords(words)), ...dated },
    paper,
  } as const
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <PaperTools use={use} sheet={sheet} />
      </Group>
      <ProblemNote problem={problem} />
      <FittedSheet title={`Preview of the ${kindWords[kind]} on ${paper}`} sheet={sheet} height={height} />
    </Stack>
  )
}
