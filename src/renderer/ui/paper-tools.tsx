import { Button, SegmentedControl } from '@mantine/core'
import { IconFileTypePdf } from '@tabler/icons-react'
import type { Sent } from '../../core/calls.ts'
import { papers } from '../../core/paper.ts'
import type { PaperInUse } from './use-paper.ts'

interface PaperToolsProps {
  readonly use: PaperInUse
  readonly sheet: Sent<'paper.save'>
}

/** The choice of paper, and the button that saves the sheet as a PDF. */
export function PaperTools({ use: { paper, choose, savePdf, busy }, sheet }: PaperToolsProps) {
  return (
    <>
      <SegmentedControl
        aria-label="Paper"
        data={[...papers]}
        value={paper}
        onChange={(value) => choose(value)}
      />
      <Button
        leftSection={<IconFileTypePdf size={18} aria-hidden />}
        loading={busy}
        onClick={() => void savePdf(sheet)}
      >
        Save as PDF…
      </Button>
    </>
  )
}
