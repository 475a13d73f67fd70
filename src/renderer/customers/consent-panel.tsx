import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { ChannelFile, ConsentFile, CustomerFile } from '../../core/customers/answers.ts'
import type { OpenWay } from '../../core/customers/open-ways.ts'
import { cameBack } from '../../core/customers/may-reach.ts'
import { channelWords, noToChannel, type Channel } from '../../core/customers/reach.ts'
import type { Formats } from '../../core/formats.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useFormats } from '../ui/use-formats.ts'
import { useRead } from '../use-call.ts'
import { ConsentForm } from './consent-form.tsx'
import { ConsentHistory } from './consent-history.tsx'
import { ConsentMark } from './consent-mark.tsx'
import { Opened, OpenWayButton } from './open-way.tsx'
import { ReachMenu } from './reach-menu.tsx'

type Reached = Pick<CustomerFile, 'id' | 'name' | 'phone' | 'email' | 'otherMails'>

/** How a customer may be written to and called, what they answered, and why not. */
export function ConsentPanel({ customer }: { readonly customer: Reached }) {
  const { id: customerId, name } = customer
  const { value, problem } = useRead('customers.consent', { customerId }, { live: true })
  const formats = useFormats()
  const [asking, setAsking] = useState<string>()
  return (
    <section aria-label="How to reach them">
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Text fw={600} span>
            How to reach them
          </Text>
          {value && <span className="risk">{notNowWords(value, formats)}</span>}
        </div>
        {value && <ReachMenu customerId={customerId} name={name} file={value} />}
      </Group>
      <ProblemNote problem={problem} />
      {value && (
        <>
          <ul className="plain-list consent-rows">
            {value.channels.map((one) => (
              <ChannelRow
                key={one.channel}
                customer={customer}
                one={one}
                file={value}
                isAsking={asking === one.channel}
                onAsk={(ask) => setAsking(ask ? one.channel : undefined)}
              />
            ))}
          </ul>
          <ConsentHistory file={value} />
        </>
      )}
    </section>
  )
}

/** That nobody is to reach them now, behind the title. */
function notNowWords(
  { deceasedDay, pausedUntil }: Pick<ConsentFile, 'deceasedDay' | 'pausedUntil'>,
  { longDate }: Formats,
): string {
  if (deceasedDay !== '') return ': deceased'
  return pausedUntil === '' ? '' : `: not before ${longDate(pausedUntil)}`
}

interface ChannelRowProps {
  readonly customer: Reached
  readonly one: ChannelFile
  readonly file: ConsentFile
  readonly isAsking: boolean
  readonly onAsk: (ask: boolean) => void
}

function ChannelRow({ customer, one, file, isAsking, onAsk }: ChannelRowProps) {
  const formats = useFormats()
  const [opened, setOpened] = useState<OpenWay>()
  const { id: customerId } = customer
  const { channel, answer, why, beside } = one
  const said = saidWords(one, formats)
  // What holds for all channels stands above them.
  const isSaid = answer === 'no' || file.deceasedDay !== '' || file.pausedUntil !== ''
  const came = cameBackWords(channel, file)
  return (
    <li>
      <div className="consent-row">
        <span className="quiet consent-channel">{channelWords[channel]}</span>
        <div className="grow">
          <ConsentMark consent={answer} channel={channel} />
          {said !== '' && <span className="quiet">{said}</span>}
          {!isSaid && why !== '' && <div className={answer === 'yes' ? 'risk' : 'quiet'}>{`${why}.`}</div>}
          {came !== '' && (isSaid || why !== came) && <div className="risk">{`${came}.`}</div>}
          {beside !== '' && <div className="quiet">{beside}</div>}
        </div>
        {file.deceasedDay === '' && (
          <OpenWayButton customer={customer} channel={channel} onOpened={setOpened} />
        )}
        <Button
          size="compact-sm"
          variant="subtle"
          aria-expanded={isAsking}
          aria-label={`Note an answer about ${noToChannel[channel]}`}
          onClick={() => onAsk(!isAsking)}
        >
          Note…
        </Button>
      </div>
      {opened && <Opened customerId={customerId} way={opened} onDone={() => setOpened(undefined)} />}
      {isAsking && (
        <ConsentForm
          customerIds={[customerId]}
          form={channel === 'email' ? `consent:${customerId}` : `consent:${customerId}:${channel}`}
          channel={channel}
          wordings={file.wordings}
          isRefused={answer === 'no'}
          onDone={({ beside: others }) => onAsk(others !== undefined)}
          onLeave={() => onAsk(false)}
        />
      )}
    </li>
  )
}

/** That the address is dead, whatever else they said; '' where it is not. */
function cameBackWords(channel: Channel, { isMailDead, isPostDead }: ConsentFile): string {
  if (channel === 'email' && isMailDead) return cameBack.email
  return channel === 'post' && isPostDead ? cameBack.post : ''
}

/** `since 3 Nov 2026, asked at the counter: “May we call you?” (Mia)`. */
export function saidWords(
  { day, source, wording, who }: Pick<ChannelFile, 'day' | 'source' | 'wording' | 'who'>,
  formats: Formats,
): string {
  if (day === '') return ''
  const from = source === '' ? '' : `, ${source}`
  const asked = wording === '' ? '' : `: “${wording}”`
  return ` since ${formats.date(day)}${from}${asked}${who === '' || who === 'owner' ? '' : ` (${who})`}`
}
