import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
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
