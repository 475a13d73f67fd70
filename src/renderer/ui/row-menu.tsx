import { Menu } from '@mantine/core'
import { cloneElement, useState } from 'react'
import type { ComponentPropsWithRef, ReactElement, ReactNode } from 'react'
import { flushSync } from 'react-dom'

interface RowMenuProps {
  /** The button that opens it. */
  readonly target: ReactElement<ComponentPropsWithRef<'button'>>
  readonly children: ReactNode
}

/**
 * A menu drawn within its row, where the keys and the focus of the row stay. Until it is asked for, only its button is
 * drawn: a list has many such rows and a key of its search draws them all.
 */
export function RowMenu({ target, children }: RowMenuProps) {
  const [isAsked, setAsked] = useState(false)
  const [opened, setOpened] = useState(false)
  const ask = () => {
    flushSync(() => setAsked(true))
    setOpened(true)
  }
  if (!isAsked) return cloneElement(target, { 'aria-haspopup': 'menu', 'aria-expanded': false, onClick: ask })
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      withinPortal={false}
      floatingStrategy="fixed"
    >
      <Menu.Target>{cloneElement(target, { ref: takeFocus })}</Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}

/** The button is another one than was pressed; a menu gives the focus back to what had it when it opened. */
const takeFocus = (button: HTMLButtonElement | null) => button?.focus({ preventScroll: true })
