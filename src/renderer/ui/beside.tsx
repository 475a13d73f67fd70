import { CloseButton, Drawer, Group, Modal, Title } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useEffect, useEffectEvent, type ReactNode } from 'react'
import './beside.css'

interface BesideProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly title: string
  /** What it is where there is no room beside the list, and how wide. */
  readonly narrow: { readonly as: 'drawer' | 'dialog'; readonly size: number }
  readonly children: ReactNode
}

/** One thing beside the list it was chosen from, which stays usable; over the list where the window is too narrow for both. */
export function Beside({ opened, onClose, title, narrow, children }: BesideProps) {
  const isWide = useMediaQuery('(min-width: 1800px)', undefined, { getInitialValueInEffect: false })
  const shown = { opened, onClose, title, size: narrow.size, closeButtonProps: { 'aria-label': 'Close' } }
  if (isWide)
    return (
      opened && (
        <Aside title={title} onClose={onClose}>
          {children}
        </Aside>
      )
    )
  return narrow.as === 'drawer' ? (
    <Drawer {...shown} position="right">
      {children}
    </Drawer>
  ) : (
    <Modal {...shown}>{children}</Modal>
  )
}

function Aside({ title, onClose, children }: Pick<BesideProps, 'title' | 'onClose' | 'children'>) {
  const leave = useEffectEvent((event: KeyboardEvent) => {
    // A list, a menu or a dialog over it that takes Esc for itself says so.
    if (event.key === 'Escape' && !event.defaultPrevented && !isInDialog(event.target)) onClose()
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => leave(event)
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <aside className="beside" aria-label={title}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Title order={2} size={20} className="long-words" dir="auto">
          {title}
        </Title>
        <CloseButton aria-label="Close" title="Close (Esc)" onClick={onClose} />
      </Group>
      {children}
    </aside>
  )
}

const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=dialog], [role=menu], [role=listbox]') !== null
