import { Button, type ButtonProps, Group, Stack, type StackProps } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { KeptLine } from './kept-line.tsx'
import { ProblemNote } from './problem-note.tsx'
import { firstFieldOf, showWrong } from './form-focus.ts'
import type { FormWork } from './use-call-form.ts'

interface ShellProps extends Pick<StackProps, 'className' | 'gap' | 'p' | 'w'> {
  readonly form: FormWork
  /** Whether its first field takes the focus. */
  readonly begins?: boolean
  readonly label?: string
  /** What stands above the words about what was left. */
  readonly head?: ReactNode
  /** Buttons below everything; those that stand among the fields are children. */
  readonly buttons?: ReactNode
  readonly children?: ReactNode
}

function Shell({ form, begins = false, label, head, buttons, children, ...look }: ShellProps) {
  const ref = useRef<HTMLFormElement>(null)
  const { refusals = 0 } = form
  useEffect(() => {
    if (begins) firstFieldOf(ref.current)?.focus()
  }, [begins])
  useEffect(() => {
    if (refusals > 0) showWrong(ref.current)
  }, [refusals])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc is heard from every field
    <form
      ref={ref}
      aria-label={label}
      data-changed={form.typed || undefined}
      // What is wrong is said in our words, at its field.
      noValidate
      data-leaves={form.leave !== undefined || undefined}
      onKeyDown={(key) => {
        const isDroppedDown = key.target instanceof Element && key.target.matches('[aria-expanded="true"]')
        if (key.key !== 'Escape' || !form.leave || isDroppedDown) return
        key.preventDefault()
        form.leave()
      }}
      onSubmit={(submit) => {
        submit.preventDefault()
        void form.save()
      }}
    >
      <Stack {...look}>
        {head}
        {form.kept && <KeptLine kept={form.kept} names={form.names} proposals={form.proposals} />}
        {children}
        <ProblemNote problem={form.rest} />
        {buttons}
      </Stack>
    </form>
  )
}

/** A form on a page: Enter saves, Esc leaves it for another time; what went wrong and has no field stands below the fields. */
export const Form = ({ gap = 'xs', buttons, ...shell }: ShellProps) => (
  <Shell {...shell} gap={gap} buttons={buttons && <Group gap="xs">{buttons}</Group>} />
)

interface DialogFormProps extends Pick<ShellProps, 'form' | 'children'> {
  /** What the button that saves is called. */
  readonly save: string
  readonly color?: 'brick'
  /** Whether it stands within something that stays when Esc leaves it. */
  readonly isPart?: boolean
}

/** The form a dialog is for: Enter saves, Cancel gives up what was typed; Esc is the dialog’s, and leaves it for another time. */
export function DialogForm({ form, save, color, isPart = false, children }: DialogFormProps) {
  return (
    <Shell
      begins
      form={isPart ? form : { ...form, leave: undefined }}
      gap="sm"
      buttons={
        <Group justify="flex-end">
          <CancelButton form={form} />
          <SaveButton form={form} color={color}>
            {save}
          </SaveButton>
        </Group>
      }
    >
      {children}
    </Shell>
  )
}

interface SaveButtonProps extends Pick<ButtonProps, 'color' | 'disabled' | 'variant' | 'size'> {
  readonly form: FormWork
  readonly children: string
}

/** Saves what is typed, once. */
export const SaveButton = ({ form, ...button }: SaveButtonProps) => (
  <Button type="submit" loading={form.busy} {...button} />
)

/** Gives up what is typed. */
export const CancelButton = ({ form }: { readonly form: FormWork }) => (
  <Button variant="default" onClick={form.cancel}>
    Cancel
  </Button>
)
