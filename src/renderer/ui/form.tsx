import { Stack, type StackProps } from '@mantine/core'
import type { ReactNode } from 'react'

interface FormProps extends Pick<StackProps, 'className' | 'gap' | 'p'> {
  readonly label?: string
  readonly onSave: () => unknown
  /** Where there is something to go back to. */
  readonly onLeave?: (() => void) | undefined
  readonly children: ReactNode
}

/** Fields below each other that Enter saves and Esc leaves. */
export function Form({ label, onSave, onLeave, children, gap = 'xs', ...look }: FormProps) {
  return (
    <Stack
      {...look}
      gap={gap}
      component="form"
      aria-label={label}
      onKeyDown={(key) => key.key === 'Escape' && onLeave?.()}
      onSubmit={(submit) => {
        submit.preventDefault()
        void onSave()
      }}
    >
      {children}
    </Stack>
  )
}
