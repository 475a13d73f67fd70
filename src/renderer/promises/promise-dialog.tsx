import { Modal, Text } from '@mantine/core'
import type { ComponentType } from 'react'
import type { ShopPromise } from '../../core/promises/calls.ts'
import { HistoryLink } from '../history/history-link.tsx'
import { Beside } from '../ui/beside.tsx'
import { MustKnow } from '../ui/must-know.tsx'

export interface PromiseDialogProps {
  /** Undefined until one was chosen. */
  readonly promise: ShopPromise | undefined
  readonly opened: boolean
  readonly onClose: () => void
  /** After the dialog has left the window. */
  readonly onGone?: () => void
}

export interface PromiseFormProps {
  readonly promise: ShopPromise
  readonly onDone: () => void
}

interface FrameProps extends PromiseDialogProps {
  readonly title: string
  readonly Form: ComponentType<PromiseFormProps>
}

/** A dialog about one promise. */
export function PromiseDialog({ title, Form, promise, opened, onClose, onGone }: FrameProps) {
  return (
    <Modal opened={opened} onClose={onClose} onExitTransitionEnd={onGone} title={title} size="md">
      {promise && <Form promise={promise} onDone={onClose} />}
    </Modal>
  )
}

/** The same beside the list where there is room, so that the list stays usable. */
export function PromiseBeside({ title, Form, promise, opened, onClose, onGone }: FrameProps) {
  return (
    <Beside
      opened={opened}
      onClose={onClose}
      onGone={onGone}
      writesIn={promise?.id}
      title={title}
      narrow={{ as: 'dialog', size: 440 }}
    >
      {promise && <Form key={promise.id} promise={promise} onDone={onClose} />}
    </Beside>
  )
}

/** Whom, what and since when, at the head of the dialog. */
export function PromiseLine({ promise }: { readonly promise: ShopPromise }) {
  return (
    <div>
      <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
        {promise.what}
      </Text>
      <Text size="sm" className="quiet figures" style={{ overflowWrap: 'anywhere' }}>
        {promise.name || 'No name'}: {promise.reason}
      </Text>
      {promise.phone && (
        <Text fw={600} className="figures" data-fact>
          <bdi>{promise.phone}</bdi>
        </Text>
      )}
      <MustKnow words={promise.mustKnow} />
      <HistoryLink table="promises" rowId={promise.id} />
    </div>
  )
}
