import { Button, Menu } from '@mantine/core'
import { loggedKinds, touchWords } from '../../core/customers/touch.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { RowMenu } from '../ui/row-menu.tsx'
import { useWrite } from '../use-call.ts'

interface LogMenuProps {
  readonly customerId: number
  readonly name: string
}

/** A contact logged in two clicks: now, without a note; and that they came, which is no contact of ours. */
export function LogMenu({ customerId, name }: LogMenuProps) {
  const log = useWrite('customers.logTouch')
  const visit = useWrite('customers.visit')
  return (
    <>
      <RowMenu
        target={
          <Button
            size="compact-sm"
            variant="subtle"
            loading={log.busy || visit.busy}
            aria-label={`Log a contact with ${name}`}
          >
            Log
          </Button>
        }
      >
        {loggedKinds.map((kind) => (
          <Menu.Item key={kind} onClick={() => void log.run({ customerId, kind })}>
            {touchWords[kind]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => void visit.run({ customerId })}>Was here today</Menu.Item>
      </RowMenu>
      <ProblemNote problem={log.problem ?? visit.problem} />
    </>
  )
}
