import { Button, Menu } from '@mantine/core'
import { loggedKinds, touchWords } from '../../core/customers/touch.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { RowMenu } from '../ui/row-menu.tsx'
import { useWrite } from '../use-call.ts'

interface LogMenuProps {
  readonly customerId: number
  readonly name: string
}

/** A contact logged in two clicks: now, without a note. */
export function LogMenu({ customerId, name }: LogMenuProps) {
  const log = useWrite('customers.logTouch')
  return (
    <>
      <RowMenu
        target={
          <Button
            size="compact-sm"
            variant="subtle"
            loading={log.busy}
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
      </RowMenu>
      <ProblemNote problem={log.problem} />
    </>
  )
}
