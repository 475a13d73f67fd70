import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { Chosen } from '../../core/machine/calls.ts'
import { ImportPreview } from './import-preview.tsx'
import { importTable, type ImportWhat } from './tables.ts'
import './import.css'

interface ImportDialogProps {
  readonly what: ImportWhat
  /** The file; undefined until one was chosen. */
  readonly chosen: Chosen | undefined
  readonly opened: boolean
  readonly onClose: () => void
  /** After the dialog has left the window. */
  readonly onGone: () => void
  readonly onOther: () => void
}

/** A file before, while and after it is imported. While it is being kept the dialog stays. */
export function ImportDialog({ what, chosen, opened, onClose, onGone, onOther }: ImportDialogProps) {
  const [busy, setBusy] = useState(false)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      onExitTransitionEnd={onGone}
      closeOnEscape={!busy}
      closeOnClickOutside={false}
      withCloseButton={!busy}
      title={`Import ${importTable(what).many}`}
      size={1080}
    >
      {chosen && (
        <ImportPreview
          key={chosen.handle}
          what={what}
          chosen={chosen}
          onBusy={setBusy}
          onDone={onClose}
          onOther={onOther}
        />
      )}
    </Modal>
  )
}
