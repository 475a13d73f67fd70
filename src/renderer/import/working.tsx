import { Button, Group, Progress, Stack } from '@mantine/core'
import type { Progress as Step } from '../call.ts'

interface WorkingProps {
  readonly words: string
  readonly progress: Step | undefined
  readonly onCancel: () => void
}

/** Long work, how far it is, and how to stop it. */
export function Working({ words, progress, onCancel }: WorkingProps) {
  const percent = progress ? Math.floor((100 * progress.done) / Math.max(1, progress.total)) : 0
  return (
    <Stack gap="sm" py="md">
      <div ref={takeFocus} role="status" className="working-words" tabIndex={-1} data-autofocus>
        {progress ? `${words}: ${progress.words}` : words}
      </div>
      <Progress.Root size="lg">
        <Progress.Section value={percent} aria-label={words} />
      </Progress.Root>
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </Stack>
  )
}

/** The Enter that began the work, pressed once more, stops nothing: no button has the focus. */
const takeFocus = (words: HTMLElement | null) => words?.focus({ preventScroll: true })
