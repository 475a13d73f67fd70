import { Button, Group } from '@mantine/core'
import type { BackupRow } from '../../core/backups/calls.ts'
import { carriedWords } from '../../core/backups/carried-words.ts'
import { useRead } from '../use-call.ts'
import { momentWords, useZone } from './words.ts'
import { useFormats } from '../ui/use-formats.ts'

interface RestoredNoteProps {
  readonly backups: readonly BackupRow[]
  readonly onUndo: (before: BackupRow) => void
}

/** That the shop was restored, and the way back, as long as what was there before is kept. */
export function RestoredNote({ backups, onUndo }: RestoredNoteProps) {
  const formats = useFormats()
  const { value: notes } = useRead('backups.notes', {})
  const zone = useZone()
  const before = backups.find(({ id, verified }) => verified && id === notes?.restored?.before)
  if (!notes?.restored || !before) return null
  const { atMs, fromMs, fromFile, standing } = notes.restored
  return (
    <Group justify="space-between" gap="xs" wrap="nowrap">
      <div>
        {fromFile
          ? `On ${momentWords(atMs, zone, formats)} the file from another PC, as of ${momentWords(fromMs, zone, formats)}, took the shop’s place.`
          : `On ${momentWords(atMs, zone, formats)} the shop went back to the backup of ${momentWords(fromMs, zone, formats)}.`}{' '}
        {carriedWords(standing, formats)} What was there before is kept.
      </div>
      <Button size="compact-sm" variant="default" style={{ flexShrink: 0 }} onClick={() => onUndo(before)}>
        Undo this restore…
      </Button>
    </Group>
  )
}
