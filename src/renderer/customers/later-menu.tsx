import { Button, Menu, Modal } from '@mantine/core'
import { useState } from 'react'
import { addDays, dayAt } from '../../core/day.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { RowMenu } from '../ui/row-menu.tsx'
import { useShop } from '../ui/shop-context.ts'
import { useWrite } from '../use-call.ts'
import { LaterForm } from './later-form.tsx'

interface LaterMenuProps {
  readonly customerId: number
  readonly name: string
}

/** Not today, in a week, on a day, or never again. */
export function LaterMenu({ customerId, name }: LaterMenuProps) {
  const { zone } = useShop()
  const snooze = useWrite('customers.snooze')
  const notToday = useWrite('customers.notToday')
  const putAside = useWrite('customers.putAside')
  const [asking, setAsking] = useState(false)
  const inDays = (days: number) =>
    void snooze.run({ customerId, until: addDays(dayAt(Date.now(), zone), days) })
  return (
    <>
      <RowMenu
        target={
          <Button
            size="compact-sm"
            variant="subtle"
            loading={notToday.busy || snooze.busy || putAside.busy}
            aria-label={`Later: ${name}`}
          >
            Later…
          </Button>
        }
      >
        <Menu.Item rightSection={<kbd aria-hidden>N</kbd>} onClick={() => void notToday.run({ customerId })}>
          Not today
        </Menu.Item>
        <Menu.Item onClick={() => inDays(7)}>In a week</Menu.Item>
        <Menu.Item onClick={() => setAsking(true)}>On a day…</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void putAside.run({ customerId })}>Put aside</Menu.Item>
      </RowMenu>
      <ProblemNote problem={notToday.problem ?? snooze.problem ?? putAside.problem} />
      <Modal opened={asking} onClose={() => setAsking(false)} title={`Contact ${name} later`}>
        {asking && <LaterForm customerId={customerId} onDone={() => setAsking(false)} />}
      </Modal>
    </>
  )
}
