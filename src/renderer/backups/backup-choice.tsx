import { Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { BackupRow } from '../../core/backups/calls.ts'
import { useNow } from '../ui/use-now.ts'
import { useRead } from '../use-call.ts'
import { BackupTable } from './backup-table.tsx'
import { RestoreDialog } from './restore-dialog.tsx'

/** Where the shop file cannot be opened: the backups of it, each with its way back. */
export function BackupChoice() {
  const { value: list } = useRead('backups.list', {}, { fresh: true })
  const [chosen, setChosen] = useState<BackupRow>()
  const now = useNow()
  if (!list) return null
  if (list.backups.length === 0)
    return <Text className="quiet">There is no backup of it where backups are kept.</Text>
  return (
    <Stack gap="xs" component="section" aria-label="Backups of it">
      <Text fw={600}>Or go back to a backup:</Text>
      <BackupTable backups={list.backups} hasPlace={list.place !== null} now={now} onRestore={setChosen} />
      <RestoreDialog backup={chosen} onClose={() => setChosen(undefined)} />
    </Stack>
  )
}
