import { Menu } from '@mantine/core'
import type { ReactNode } from 'react'

interface RowMenuProps {
  /** The button that opens it. */
  readonly target: ReactNode
  readonly children: ReactNode
}

/** A menu drawn within its row, where the keys and the focus of the row stay. */
export const RowMenu = ({ target, children }: RowMenuProps) => (
  <Menu
    position="bottom-end"
    withinPortal={false}
    floatingStrategy="fixed"
    withInitialFocusPlaceholder={false}
  >
    <Menu.Target>{target}</Menu.Target>
    <Menu.Dropdown>{children}</Menu.Dropdown>
  </Menu>
)
