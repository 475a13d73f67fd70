import { Button, Group, Menu } from '@mantine/core'
import type { CustomerFile } from '../../core/customers/answers.ts'
import { doneBy, openerWords, openWays, type OpenWay } from '../../core/customers/open-ways.ts'
import type { Channel } from '../../core/customers/reach.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { RowMenu } from '../ui/row-menu.tsx'
import { useWrite } from '../use-call.ts'

interface OpenWayProps {
  readonly customer: Pick<CustomerFile, 'id' | 'name' | 'phone' | 'email' | 'otherMails'>
  readonly channel: Channel
  readonly onOpened: (way: OpenWay) => void
}

const verbs: Readonly<Record<Channel, string>> = {
  email: 'Mail',
  phone: 'Call',
  post: '',
  message: 'Message',
}

/** Opens the program that calls or writes; of several numbers or programs the owner chooses. Nothing where there is no way. */
export function OpenWayButton({ customer, channel, onOpened }: OpenWayProps) {
  const { id: customerId, name } = customer
  const open = useWrite('customers.openWay')
  const ways = openWays(customer, channel)
  const [only, ...others] = ways
  const run = async (way: OpenWay) => {
    const opened = await open.run({ customerId, ...way })
    if (opened.ok) onOpened(way)
  }
  if (!only) return null
  const severalNumbers = new Set(ways.map(({ to }) => to)).size > 1
  const button = (
    <Button
      size="compact-sm"
      variant="default"
      loading={open.busy}
      data-leads-out
      aria-label={`${verbs[channel]} ${name}`}
      {...(others.length === 0 && { onClick: () => void run(only) })}
    >
      {others.length === 0 ? verbs[channel] : `${verbs[channel]}…`}
    </Button>
  )
  return (
    <>
      {others.length === 0 ? (
        button
      ) : (
        <RowMenu target={button}>
          {ways.map((way) => (
            <Menu.Item key={`${way.by} ${way.to}`} onClick={() => void run(way)}>
              {wayWords(way, severalNumbers)}
            </Menu.Item>
          ))}
        </RowMenu>
      )}
      <ProblemNote problem={open.problem} />
    </>
  )
}

/** The program, and to which number or address where there are several; of one program that alone. */
function wayWords({ by, to }: OpenWay, isSeveral: boolean): string {
  if (by === 'call' || by === 'mail') return to
  return isSeveral ? `${openerWords[by]}: ${to}` : openerWords[by]
}

interface OpenedProps {
  readonly customerId: number
  readonly way: OpenWay
  readonly onDone: () => void
}

/** That a program was opened, which is all that is known; the owner says when it was done. */
export function Opened({ customerId, way, onDone }: OpenedProps) {
  const log = useWrite('customers.logTouch')
  const logIt = async () => {
    const logged = await log.run({ customerId, ...doneBy(way.by) })
    if (logged.ok) onDone()
  }
  return (
    <div role="status">
      <Group gap="xs">
        <span className="quiet grow">{`${openerWords[way.by]} opened for ${way.to}. Nothing is ${way.by === 'call' ? 'called' : 'sent'} by that alone.`}</span>
        <Button size="compact-sm" variant="default" loading={log.busy} onClick={() => void logIt()}>
          Done: log it
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onDone}>
          Not done
        </Button>
      </Group>
      <ProblemNote problem={log.problem} />
    </div>
  )
}
