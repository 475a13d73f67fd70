import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ShopPromise } from '../../core/promises/calls.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useWrite } from '../use-call.ts'
import { PromiseLine } from './close-dialog.tsx'

interface DialogProps {
  /** Undefined until one was chosen. */
  readonly promise: ShopPromise | undefined
  readonly opened: boolean
  readonly onClose: () => void
  /** After the dialog has left the window. */
  readonly onGone?: () => void
}

/** A promise that will not be kept at all, and why. */
export function BreakDialog({ promise, opened, onClose, onGone }: DialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} onExitTransitionEnd={onGone} title="Mark as broken" size="md">
      {promise && <BreakForm promise={promise} onDone={onClose} />}
    </Modal>
  )
}

function BreakForm({ promise, onDone }: { readonly promise: ShopPromise; readonly onDone: () => void }) {
  const breaking = useWrite('promises.break')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const missing = tried && reason.trim() === '' ? 'Say why it could not be kept.' : undefined
  const save = async () => {
    setTried(true)
    if (reason.trim() === '') return
    const result = await breaking.run({ promiseId: promise.id, reason })
    if (result.ok) onDone()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Stack gap="sm">
        <PromiseLine promise={promise} />
        <TextInput
          label="Why it could not be kept"
          data-autofocus
          value={reason}
          error={missing}
          autoComplete="off"
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ProblemNote problem={breaking.problem} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" color="brick" loading={breaking.busy}>
            Mark as broken
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
