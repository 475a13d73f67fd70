import { Button, SegmentedControl } from '@mantine/core'
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import type { Sent } from '../../core/calls.ts'
import { papers } from '../../core/paper.ts'
import type { PaperInUse } from './use-paper.ts'

interface PaperToolsProps {
  readonly use: PaperInUse
  readonly sheet: Sent<'paper.save'>
}

/** The choice of paper, and the button that saves the sheet as a PDF. */
export function PaperTools({ use, sheet }: PaperToolsProps) {
  const { paper, choose } = use
  return (
    <>
      <SegmentedControl
        aria-label="Paper"
        data={[...papers]}
        value={paper}
        onChange={(value) => choose(value)}
      />
      <PrintButtons use={use} sheet={sheet} />
    </>
  )
}

interface PrintButtonsProps extends PaperToolsProps {
  /** Whether it fits on a sheet that printers know by name. */
  readonly canPrint?: boolean
  readonly disabled?: boolean
}

/** Prints a sheet, or saves it as a PDF. */
export function PrintButtons({
  use: { savePdf, print, busy },
  sheet,
  canPrint = true,
  disabled = false,
}: PrintButtonsProps) {
  return (
    <>
      {canPrint && (
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          disabled={busy || disabled}
          onClick={() => void print(sheet)}
        >
          Print…
        </Button>
      )}
      <Button
        leftSection={<IconFileTypePdf size={18} aria-hidden />}
        loading={busy}
        disabled={disabled}
        onClick={() => void savePdf(sheet)}
      >
        Save as PDF…
      </Button>
    </>
  )
}
