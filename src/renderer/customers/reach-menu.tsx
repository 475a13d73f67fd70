import { Button, Menu, Modal } from '@mantine/core'
import { useState } from 'react'
import type { ConsentFile } from '../../core/customers/answers.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { RowMenu } from '../ui/row-menu.tsx'
import { useWrite } from '../use-call.ts'
import { PauseForm } from './pause-form.tsx'

interface ReachMenuProps {
  readonly customerId: number
  readonly name: string
  readonly file: ConsentFile
}

/** A pause, an address that is dead, and that they died; each can be taken back in the same place. */
export function ReachMenu({ customerId, name, file }: ReachMenuProps) {
  const { isMailDead, isPostDead, pausedUntil, deceasedDay, channels } = file
  const pause = useWrite('customers.pause')
  const deceased = useWrite('customers.deceased')
  const dead = useWrite('customers.addressDead')
  const [asking, setAsking] = useState(false)
  const has = (channel: 'email' | 'post') => channels.find((one) => one.channel === channel)?.hasWay === true
  const mark = (channel: 'email' | 'post', isDead: boolean) => void dead.run({ customerId, channel, isDead })
  return (
    <>
      <RowMenu
        target={
          <Button
            size="compact-sm"
            variant="subtle"
            loading={pause.busy || deceased.busy || dead.busy}
            aria-label={`More about how to reach ${name}`}
          >
            More…
          </Button>
        }
      >
        {pausedUntil === '' ? (
          <Menu.Item onClick={() => setAsking(true)}>Pause until a day…</Menu.Item>
        ) : (
          <Menu.Item onClick={() => void pause.run({ customerId, until: '' })}>End the pause</Menu.Item>
        )}
        {has('email') && (
          <Menu.Item onClick={() => mark('email', !isMailDead)}>
            {isMailDead ? 'The mail address works again' : 'Mail came back'}
          </Menu.Item>
        )}
        {has('post') && (
          <Menu.Item onClick={() => mark('post', !isPostDead)}>
            {isPostDead ? 'The postal address is right' : 'A letter came back'}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item onClick={() => void deceased.run({ customerId, isDeceased: deceasedDay === '' })}>
          {deceasedDay === '' ? 'Deceased' : 'Not deceased'}
        </Menu.Item>
      </RowMenu>
      <ProblemNote problem={pause.problem ?? deceased.problem ?? dead.problem} />
      <Modal opened={asking} onClose={() => setAsking(false)} title={`A pause for ${name}`}>
        {asking && <PauseForm customerId={customerId} onDone={() => setAsking(false)} />}
      </Modal>
    </>
  )
}
