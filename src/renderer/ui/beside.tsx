import { CloseButton, Drawer, Group, Modal, Title } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react'
import { isOverPage } from './one-escape.ts'
import './beside.css'

interface BesideProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly title: string
  /** What it is where there is no room beside the list, and how wide. */
  readonly narrow: { readonly as: 'drawer' | 'dialog'; readonly size: number }
  /** After it has left the window. */
  readonly onGone?: (() => void) | undefined
  /** What it is about, where it is to be written in at once: the field that says so has the focus. */
  readonly writesIn?: number | undefined
  readonly children: ReactNode
}

/** One thing beside the list it was chosen from, which stays usable; over the list where the window is too narrow for both. */
export function Beside({ opened, onClose, onGone, writesIn, title, narrow, children }: BesideProps) {
  const isWide = useMediaQuery('(min-width: 1800px)', undefined, { getInitialValueInEffect: false })
  const shown = { opened, onClose, title, size: narrow.size, closeButtonProps: { 'aria-label': 'Close' } }
  if (isWide)
    return (
      opened && (
        <Aside title={title} onClose={onClose} onGone={onGone} writesIn={writesIn}>
          {children}
        </Aside>
      )
    )
  return narrow.as === 'drawer' ? (
    <Drawer {...shown} position="right" onExitTransitionEnd={onGone}>
      {children}
    </Drawer>
  ) : (
    <Modal {...shown} onExitTransitionEnd={onGone}>
      {children}
    </Modal>
  )
}

type AsideProps = Pick<BesideProps, 'title' | 'onClose' | 'onGone' | 'writesIn' | 'children'>

function Aside({ title, onClose, onGone, writesIn, children }: AsideProps) {
  const aside = useRef<HTMLElement>(null)
  const gone = useEffectEvent(() => onGone?.())
  useEffect(() => {
    if (writesIn !== undefined) aside.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus()
  }, [writesIn])
  useEffect(() => () => gone(), [])
  const leave = useEffectEvent((event: KeyboardEvent) => {
    // A list, a menu or a dialog over it that takes Esc for itself says so.
    if (event.key === 'Escape' && !event.defaultPrevented && !isOverPage(event)) onClose()
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => leave(event)
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <aside ref={aside} className="beside" aria-label={title} tabIndex={-1}>
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
