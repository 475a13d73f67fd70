import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { Problem } from '../../core/result.ts'

/** What went wrong, said calmly where it happened. Nothing when there is no problem. */
export function ProblemNote({ problem }: { readonly problem: Problem | undefined }) {
  if (!problem || problem.code === 'cancelled') return null
  return (
    <Alert role="alert" color="brick" variant="light" icon={<IconAlertTriangle aria-hidden size={18} />}>
      {problem.message}
    </Alert>
  )
}

/** Why something was refused that a key or a button asked for, which may be far from here: it comes into sight, each time anew. */
export function RefusalNote({ problem }: { readonly problem: Problem | undefined }) {
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problem) note.current?.scrollIntoView({ block: 'nearest' })
  }, [problem])
  return (
    problem && (
      <div ref={note}>
        <ProblemNote problem={problem} />
      </div>
    )
  )
}
