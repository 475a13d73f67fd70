import { Anchor, Group } from '@mantine/core'
import { Link } from 'wouter'
import type { Formats } from '../../core/formats.ts'
import type { BackupState } from '../../core/backups/calls.ts'
import { StateMark } from '../ui/state-mark.tsx'
import { useNow } from '../ui/use-now.ts'
import { useFormats } from '../ui/use-formats.ts'
import { useRead } from '../use-call.ts'
import { momentWords, useZone } from './words.ts'

/** A stick may lie in a drawer for as long as this, ms. */
const awhileMs = 7 * 24 * 3_600_000

/** One calm line on Today where backups fail, or the second place has been away for a week. Nothing when all is well. */
export function BackupNote() {
  const formats = useFormats()
  const { value: state } = useRead('backups.state', {})
  const now = useNow()
  const zone = useZone()
  const words = state && noteOf(state, now, zone, formats)
  if (!words) return null
  return (
    <Group role="status" justify="space-between" gap="sm" wrap="nowrap">
      <StateMark mark="risk">{words}</StateMark>
      <Anchor component={Link} href="/settings" style={{ flexShrink: 0 }}>
        See the backups
      </Anchor>
    </Group>
  )
}

function noteOf(
  { problem, place }: BackupState,
  now: number,
  zone: string,
  formats: Formats,
): string | undefined {
  if (problem) return `The last backup failed. ${problem.message}`
  if (!place || (place.copiedAtMs !== null && now - place.copiedAtMs < awhileMs)) return undefined
  if (!place.away && !place.problem) return undefined
  const last =
    place.copiedAtMs === null
      ? 'has no backup yet'
      : `has had none since ${momentWords(place.copiedAtMs, zone, formats)}`
  return `The second place for backups, “${place.name}”, ${last}.`
}
