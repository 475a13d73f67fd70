import { Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Chosen } from '../../core/machine/calls.ts'
import { hideUndoToast } from '../ui/undo-toast.tsx'
import { ImportPreview } from './import-preview.tsx'
import { importOpened } from './open-imports.ts'
import { importTable, type ImportWhat } from './tables.ts'
import './import.css'

interface ImportDialogProps {
  readonly what: ImportWhat
  /** The file; undefined until one was chosen. */
  readonly chosen: Chosen | undefined
  readonly opened: boolean
  /** Another dialog may stand below, which stays as it is. */
  readonly isOver?: boolean
  readonly onClose: () => void
  /** After the dialog has left the window. */
  readonly onGone: () => void
  readonly onOther: () => void
}

/** A file before, while and after it is imported. While it is being kept the dialog stays. */
export function ImportDialog(props: ImportDialogProps) {
  const { what, chosen, opened, isOver = false, onClose, onGone, onOther } = props
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    if (!opened) return undefined
    hideUndoToast()
    return importOpened()
  }, [opened])
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
      {...(isOver && { zIndex: 300 })}
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
