import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useLocation, useSearch } from 'wouter'
import { useRead } from '../use-call.ts'
import { MoveDialog } from './move-dialog.tsx'
import { momentWords, useZone } from './words.ts'
import { useFormats } from '../ui/use-formats.ts'

/** The way to another PC; `?move` in the address opens the dialog, which is how the menu does it. */
export function MovePanel() {
  const formats = useFormats()
  const asked = new URLSearchParams(useSearch()).has('move')
  const [, navigate] = useLocation()
  const zone = useZone()
  const { value: notes } = useRead('backups.notes', {})
  return (
    <Stack className="panel" p="md" gap="sm" component="section" aria-labelledby="move-title">
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <div>
          <Title order={2} size={18} id="move-title">
            A new PC
          </Title>
          <Text className="quiet">
            {notes?.movedOutAtMs
              ? `The shop was packed on ${momentWords(notes.movedOutAtMs, zone, formats)}. What you enter here since is not in that file; pack it again before you go on there.`
              : 'The whole shop goes along in one file.'}
          </Text>
        </div>
        <Button variant="default" style={{ flexShrink: 0 }} onClick={() => navigate('/settings?move=1')}>
          Move to a new PC…
        </Button>
      </Group>
      <MoveDialog opened={asked} onClose={() => navigate('/settings?', { replace: true })} />
    </Stack>
  )
}
