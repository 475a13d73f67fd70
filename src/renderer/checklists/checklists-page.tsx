import { ActionIcon, Button, Grid, SegmentedControl } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconChevronLeft, IconChevronRight, IconFileTypePdf } from '@tabler/icons-react'
import { useState } from 'react'
import { weekInWords } from '../../core/day-words.ts'
import { addDays, isoWeek, mondayOfWeek } from '../../core/day.ts'
import { papers, type Paper } from '../../core/paper.ts'
import { Page } from '../ui/page.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { SheetFrame } from '../ui/sheet-frame.tsx'
import { useShop } from '../ui/shop-context.ts'
import { useRead, useWrite } from '../use-call.ts'
import { OwnLines } from './own-lines.tsx'
import { paperAtHome, rememberPaper } from './paper-choice.ts'

/** How much the preview is scaled, so that a sheet fits beside the shop's own lines at 1366 pixels. */
const scale: Readonly<Record<Paper, number>> = { A4: 0.76, Letter: 0.74, A5: 1 }

/** Checklists: the chosen week as it will be printed, and the lines the shop adds itself. */
export function ChecklistsPage() {
  const { country } = useShop()
  const { value: status } = useRead('hours.status', {}, { live: true })
  const [chosen, setChosen] = useState<string>()
  const [paper, setPaper] = useState<Paper>(() => paperAtHome(country))
  const save = useWrite('paper.save')
  if (!status) return null
  const thisWeek = isoWeek(status.today.day)
  const week = chosen ?? thisWeek
  const sheet = { call: 'checklists.week', input: { week, paper }, paper } as const
  const go = (weeks: number) => setChosen(isoWeek(addDays(mondayOfWeek(week)!, 7 * weeks)))
  const choosePaper = (value: string) => {
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
    <Page
      title="Checklists"
      finding={weekInWords(week)}
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
          <SegmentedControl aria-label="Paper" data={[...papers]} value={paper} onChange={choosePaper} />
          <Button
            leftSection={<IconFileTypePdf size={18} aria-hidden />}
            loading={save.busy}
            onClick={() => void savePdf()}
          >
            Save as PDF…
          </Button>
        </>
      }
    >
      <ProblemNote problem={save.problem} />
      <Grid>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <div style={{ zoom: scale[paper] }}>
            <SheetFrame title={`Preview of ${weekInWords(week)} on ${paper}`} sheet={sheet} height={820} />
          </div>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <OwnLines />
        </Grid.Col>
      </Grid>
    </Page>
  )
}
