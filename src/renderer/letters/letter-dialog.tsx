import { Modal, Skeleton } from '@mantine/core'
import { occasionWords } from '../../core/letters/occasions.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useRead } from '../use-call.ts'
import { LetterForm } from './letter-form.tsx'
import type { LetterTo } from './letter-to.ts'
import './letters.css'

interface LetterDialogProps {
  /** Null where nothing is being written. */
  readonly to: LetterTo | null
  readonly onClose: () => void
  readonly onGone?: (() => void) | undefined
}

/** Words to one customer: proposed, changed, and sent on paper, by mail or said on the telephone. */
export function LetterDialog({ to, onClose, onGone }: LetterDialogProps) {
  return (
    <Modal
      opened={to !== null}
      onClose={onClose}
      onExitTransitionEnd={onGone}
      title={to ? `${occasionWords[to.occasion]}: ${to.name}` : ''}
      size={1120}
    >
      {to && <LetterBody to={to} onDone={onClose} />}
    </Modal>
  )
}

function LetterBody({ to, onDone }: { readonly to: LetterTo; readonly onDone: () => void }) {
  const { customerId, occasion, about } = to
  const { value, problem } = useRead('letters.propose', { customerId, occasion, ...(about && { about }) })
  if (problem) return <ProblemNote problem={problem} />
  if (!value) return <Skeleton height={420} />
  return <LetterForm to={to} letter={value} onDone={onDone} />
}
