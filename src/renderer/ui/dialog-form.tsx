import { Button, Group, Stack } from '@mantine/core'
import type { ReactNode, Ref } from 'react'
import type { Problem } from '../../core/result.ts'
import { ProblemNote } from './problem-note.tsx'

interface DialogFormProps {
  readonly ref?: Ref<HTMLFormElement>
  /** What the button that saves is called. */
  readonly save: string
  readonly color?: 'brick'
  readonly busy: boolean
  /** What is not said at one of the fields. */
  readonly problem: Problem | undefined
  readonly onSave: () => Promise<void>
  readonly onCancel: () => void
  readonly children: ReactNode
}

/** The form a dialog is for: Enter saves, what went wrong stands above its buttons. */
export function DialogForm(props: DialogFormProps) {
  const { ref, save, color, busy, problem, onSave, onCancel, children } = props
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
        {children}
        <ProblemNote problem={problem} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
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
