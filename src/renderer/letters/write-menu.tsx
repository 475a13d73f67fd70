import { Button, Menu } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { occasions, occasionWords } from '../../core/letters/occasions.ts'
import { RowMenu } from '../ui/row-menu.tsx'
import { LetterDialog } from './letter-dialog.tsx'
import type { LetterTo } from './letter-to.ts'

interface WriteMenuProps {
  readonly customerId: number
  readonly name: string
}

/** Writes to a customer: on what is chosen first. */
export function WriteMenu({ customerId, name }: WriteMenuProps) {
  const [to, setTo] = useState<LetterTo | null>(null)
  return (
    <>
      <RowMenu
        target={
          <Button size="compact-sm" variant="default" leftSection={<IconPencil size={14} aria-hidden />}>
            Write…
          </Button>
        }
      >
        {occasions.map((occasion) => (
          <Menu.Item key={occasion} onClick={() => setTo({ customerId, name, occasion })}>
            {occasionWords[occasion]}
          </Menu.Item>
        ))}
      </RowMenu>
      <LetterDialog to={to} onClose={() => setTo(null)} />
    </>
  )
}
