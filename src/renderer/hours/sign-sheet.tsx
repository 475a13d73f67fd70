import { Button, Group, SegmentedControl, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileTypePdf } from '@tabler/icons-react'
import { useState } from 'react'
import { papers, type Paper } from '../../core/paper.ts'
import { paperAtHome, rememberPaper } from '../checklists/paper-choice.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { SheetFrame } from '../ui/sheet-frame.tsx'
import { useShop } from '../ui/shop-context.ts'
import { useWrite } from '../use-call.ts'
import { type NoticeWords, sentWords } from './notice-fields.tsx'

export type SignKind = 'hours' | 'holidays' | 'pause' | 'late'

const kindWords: Readonly<Record<SignKind, string>> = {
  hours: 'door sign',
  holidays: 'holiday notice',
  pause: 'pause note',
  late: 'late notice',
}

/** How high a sheet stands in its preview, CSS pixels. */
const sheetHeight: Readonly<Record<Paper, number>> = { A4: 1180, Letter: 1120, A5: 860 }

interface SignSheetProps {
  readonly kind: SignKind
  /** For a pause or a late opening. */
  readonly words?: NoticeWords
  readonly height?: number
}

/** A sheet for the door as it will be printed, on the paper of the shop, and its PDF. */
export function SignSheet({ kind, words, height = 640 }: SignSheetProps) {
  const { country } = useShop()
  const [paper, setPaper] = useState<Paper>(() => paperAtHome(country))
  const zoom = Math.min(0.85, height / sheetHeight[paper])
  const save = useWrite('paper.save')
  const sheet = { call: 'hours.sign', input: { kind, ...(words && sentWords(words)) }, paper } as const
  const choose = (value: string) => {
    const chosen = papers.find((one) => one === value)!
    setPaper(chosen)
    rememberPaper(chosen)
  }
  const savePdf = async () => {
    const saved = await save.run(sheet)
    if (saved.ok && saved.value)
      notifications.show({ withBorder: true, message: `${saved.value.name} saved. Open it to print.` })
  }
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <SegmentedControl aria-label="Paper" data={[...papers]} value={paper} onChange={choose} />
        <Button
          leftSection={<IconFileTypePdf size={18} aria-hidden />}
          loading={save.busy}
          onClick={() => void savePdf()}
        >
          Save as PDF…
        </Button>
      </Group>
      <ProblemNote problem={save.problem} />
      <div style={{ zoom }}>
        <SheetFrame
          title={`Preview of the ${kindWords[kind]} on ${paper}`}
          sheet={sheet}
          height={height / zoom}
        />
      </div>
    </Stack>
  )
}
