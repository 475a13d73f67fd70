import { Stack, type StackProps } from '@mantine/core'
import type { ReactNode } from 'react'

import { KeptLine } from './kept-line.tsx'
import type { KeptWords } from './use-kept.ts'

interface FormProps extends Pick<StackProps, 'className' | 'gap' | 'p'> {
  readonly label?: string
  readonly onSave: () => unknown
  /** What of it came back from an earlier time, and how the fields of a record are called. */
  readonly kept?: KeptWords
  readonly names?: Readonly<Record<string, string>> | undefined
  /** Where there is something to go back to. */
  readonly onLeave?: (() => void) | undefined
  readonly children: ReactNode
}

/** Fields below each other that Enter saves and Esc leaves. */
export function Form({ label, kept, names, onSave, onLeave, children, gap = 'xs', ...look }: FormProps) {
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
      {kept && <KeptLine kept={kept} names={names} />}
      {children}
    </Stack>
  )
}
