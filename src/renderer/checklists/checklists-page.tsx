import { ActionIcon, Button, Grid, Skeleton } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { addDays, isoWeek, mondayOfWeek } from '../../core/day.ts'
import type { Paper } from '../../core/paper.ts'
import { Page } from '../ui/page.tsx'
import { PaperTools } from '../ui/paper-tools.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { SheetFrame } from '../ui/sheet-frame.tsx'
import { usePaper } from '../ui/use-paper.ts'
import { useFormats } from '../ui/use-formats.ts'
import { useRead } from '../use-call.ts'
import { OwnLines } from './own-lines.tsx'

/** How much the preview is scaled, so that a sheet fits beside the shop's own lines at 1366 pixels. */
const scale: Readonly<Record<Paper, number>> = { A4: 0.76, Letter: 0.74, A5: 1 }

/** Checklists: the chosen week as it will be printed, and the lines the shop adds itself. */
export function ChecklistsPage() {
  const formats = useFormats()
  const { value: status, problem } = useRead('hours.status', {}, { live: true })
  const [chosen, setChosen] = useState<string>()
  const use = usePaper()
  if (!status)
    return (
      <Page title="Checklists">
        {problem ? <ProblemNote problem={problem} /> : <Skeleton height={820} />}
      </Page>
    )
  const thisWeek = isoWeek(status.today.day)
  const week = chosen ?? thisWeek
  const { paper } = use
  const sheet = { call: 'checklists.week', input: { week, paper }, paper } as const
  const go = (weeks: number) => setChosen(isoWeek(addDays(mondayOfWeek(week)!, 7 * weeks)))
  return (
    <Page
      title="Checklists"
      finding={formats.week(week)}
      actions={
        <>
          <ActionIcon variant="default" size="lg" aria-label="Week before" onClick={() => go(-1)}>
            <IconChevronLeft size={18} aria-hidden />
          </ActionIcon>
          <Button variant="default" disabled={week === thisWeek} onClick={() => setChosen(undefined)}>
            This week
          </Button>
          <ActionIcon variant="default" size="lg" aria-label="Week after" onClick={() => go(1)}>
            <IconChevronRight size={18} aria-hidden />
          </ActionIcon>
          <PaperTools use={use} sheet={sheet} />
        </>
      }
    >
      <ProblemNote problem={use.problem} />
      <Grid>
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <SheetFrame
            title={`Preview of ${formats.week(week)} on ${paper}`}
            sheet={sheet}
            zoom={scale[paper]}
            height={820}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <OwnLines />
        </Grid.Col>
      </Grid>
    </Page>
  )
}
