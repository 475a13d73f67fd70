import { Button, Group, Stack } from '@mantine/core'
import type { ReactNode, Ref } from 'react'
import type { Problem } from '../../core/result.ts'
import { KeptLine } from './kept-line.tsx'
import { ProblemNote } from './problem-note.tsx'
import type { KeptWords } from './use-kept.ts'

interface DialogFormProps {
  readonly ref?: Ref<HTMLFormElement>
  /** What the button that saves is called. */
  readonly save: string
  readonly color?: 'brick'
  readonly busy: boolean
  /** What is not said at one of the fields. */
  readonly problem: Problem | undefined
  /** What of it came back from an earlier time, and how the fields of a record are called. */
  readonly kept?: KeptWords
  readonly names?: Readonly<Record<string, string>> | undefined
  readonly onSave: () => Promise<void>
  readonly onCancel: () => void
  readonly children: ReactNode
}

/** The form a dialog is for: Enter saves, Esc leaves it for another time, Cancel gives it up; what went wrong stands above its buttons. */
export function DialogForm(props: DialogFormProps) {
  const { ref, save, color, busy, problem, kept, names, onSave, onCancel, children } = props
  return (
    <form
      ref={ref}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void onSave()
      }}
    >
      <Stack gap="sm">
        {kept && <KeptLine kept={kept} names={names} />}
        {children}
        <ProblemNote problem={problem} />
        <Group justify="flex-end">
          <Button variant="default" onClick={() => (kept?.startOver(), onCancel())}>
            Cancel
          </Button>
          <Button type="submit" color={color} loading={busy}>
            {save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
