import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Formats } from '../../core/formats.ts'
import type { BackupList, BackupRow } from '../../core/backups/calls.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useNow } from '../ui/use-now.ts'
import { useFormats } from '../ui/use-formats.ts'
import { useRead, useWrite } from '../use-call.ts'
import { BackupTable } from './backup-table.tsx'
import { ErasedBack } from './erased-back.tsx'
import { RestoreDialog } from './restore-dialog.tsx'
import { RestoredNote } from './restored-note.tsx'
import { SecondPlaceLine } from './second-place-line.tsx'
import { ageWords, momentWords, useZone } from './words.ts'

/** The backups of the shop: how they stand, where they go, and the way back to one. */
export function BackupsPanel() {
  const formats = useFormats()
  const { value: list, problem } = useRead('backups.list', {})
  const backUp = useWrite('backups.now')
  const [chosen, setChosen] = useState<BackupRow>()
  const [undoes, setUndoes] = useState(false)
  const choose = (isUndo: boolean) => (backup: BackupRow) => {
    setUndoes(isUndo)
    setChosen(backup)
  }
  const now = useNow()
  const zone = useZone()
  return (
    <Stack className="panel" p="md" gap="sm" component="section" aria-labelledby="backups-title">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Title order={2} size={18} id="backups-title">
            Backups
          </Title>
          <Text className="quiet">{list && findingOf(list, now, zone, formats)}</Text>
        </div>
        <Button
          variant="default"
          style={{ flexShrink: 0 }}
          loading={backUp.busy || (list?.working ?? false)}
          onClick={() => void backUp.run({})}
        >
          Back up now
        </Button>
      </Group>
      <ProblemNote problem={problem ?? backUp.problem ?? list?.problem ?? undefined} />
      {list && <RestoredNote backups={list.backups} onUndo={choose(true)} />}
      <ErasedBack />
      {list && <SecondPlaceLine place={list.place} />}
      {list && list.backups.length > 0 && (
        <BackupTable
          backups={list.backups}
          hasPlace={list.place !== null}
          now={now}
          onRestore={choose(false)}
        />
      )}
      <RestoreDialog backup={chosen} undoes={undoes} onClose={() => setChosen(undefined)} />
    </Stack>
  )
}

function findingOf({ backups, byItself }: BackupList, now: number, zone: string, formats: Formats): string {
  const last = backups.find(({ verified }) => verified)
  const rhythm = byItself
    ? 'One is made by itself each day, and when the shop is closed after a change; what fails is tried again.'
    : 'The sample shop is not backed up by itself.'
  if (!last) return `There is no backup yet. ${rhythm}`
  return `The last one is of ${ageWords(last.madeAtMs, now, zone, formats)}, ${momentWords(last.madeAtMs, zone, formats)}, and was checked. ${rhythm}`
}
