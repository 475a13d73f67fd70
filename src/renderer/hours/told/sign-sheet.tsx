import { Group, Stack } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import type { Closing } from '../../../core/hours/closing/entry.ts'
import type { Paper } from '../../../core/paper.ts'
import { PaperTools } from '../../ui/paper-tools.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { SheetFrame } from '../../ui/sheet-frame.tsx'
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

/** How large a sheet lies in its preview with the table around it, CSS pixels. */
const sheetSize: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  A4: { width: 830, height: 1180 },
  Letter: { width: 850, height: 1120 },
  A5: { width: 595, height: 860 },
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
export function SignSheet({ kind, words, closing, height: room = 640 }: SignSheetProps) {
  const use = usePaper()
  const { paper, problem } = use
  const { ref, width: wide } = useElementSize()
  const { width, height } = sheetSize[paper]
  const zoom = Math.min(0.85, room / height, (wide || Infinity) / width)
  const dated = closing && { from: closing.from, to: closing.to, note: closing.label }
  const sheet = {
    call: 'hours.sign',
    input: { kind, ...(words && sentWords(words)), ...dated },
    paper,
  } as const
  return (
    <Stack gap="sm" ref={ref}>
      <Group justify="space-between">
        <PaperTools use={use} sheet={sheet} />
      </Group>
      <ProblemNote problem={problem} />
      <SheetFrame
        title={`Preview of the ${kindWords[kind]} on ${paper}`}
        sheet={sheet}
        zoom={zoom}
        height={Math.min(room / zoom, height)}
      />
    </Stack>
  )
}
