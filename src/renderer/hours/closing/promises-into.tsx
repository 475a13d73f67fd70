import { Group, Stack, Text, TextInput, UnstyledButton } from '@mantine/core'
import { isMoment } from '../../../core/inputs.ts'
import type { PromiseInto } from '../../../core/hours/closing/calls.ts'
import { useFormats } from '../../ui/use-formats.ts'

/** What was said of each promise, by its id: kept as it is (`''`), or moved to a local moment. */
export type Decided = Readonly<Record<string, string>>

/** As the call takes them; undefined while one is still to be decided. */
export function sentPromises(
  promises: readonly PromiseInto[],
  decided: Decided,
): { promiseId: number; told?: string }[] | undefined {
  const sent = promises.flatMap(({ promiseId }) => {
    const told = decided[promiseId]
    if (told === '') return [{ promiseId }]
    return told !== undefined && isMoment(told) ? [{ promiseId, told }] : []
  })
  return sent.length === promises.length ? sent : undefined
}

interface PromisesIntoProps {
  readonly promises: readonly PromiseInto[]
  readonly decided: Decided
  readonly onDecide: (decided: Decided) => void
}

/** The promises that fall into the closing, each to be moved or kept. */
export function PromisesInto({ promises, decided, onDecide }: PromisesIntoProps) {
  const { counted } = useFormats()
  return (
    <Stack gap="xs" component="section" aria-label="Promises on these days">
      <Text fw={600}>
        {`${counted(promises.length, 'promise falls', 'promises fall')} into these days. Ask your customer, then say what holds.`}
      </Text>
      {promises.map((one) => (
        <PromiseRow
          key={one.promiseId}
          promise={one}
          told={decided[one.promiseId]}
          onSay={(told) => onDecide({ ...decided, [one.promiseId]: told })}
        />
      ))}
    </Stack>
  )
}

interface PromiseRowProps {
  readonly promise: PromiseInto
  readonly told: string | undefined
  readonly onSay: (told: string) => void
}

function PromiseRow({ promise, told, onSay }: PromiseRowProps) {
  const formats = useFormats()
  const { name, phone, what, ready, offered } = promise
  const isMoved = told !== undefined && told !== ''
  const when = `${formats.day(promise.told.slice(0, 10))}, ${formats.time(promise.told.slice(11))}`
  return (
    <Group gap="xs" role="group" aria-label={`${what}, ${name}`}>
      <div className="grow" style={{ overflowWrap: 'anywhere' }} data-fact>
        <Text component="span" fw={600}>
          {name}
        </Text>
        {`: ${what}, ${ready ? 'ready, ' : ''}${when}`}
        {phone !== '' && <span className="whole">{` · ${phone}`}</span>}
      </div>
      <UnstyledButton className="state-key answer" aria-pressed={told === ''} onClick={() => onSay('')}>
        Keep it
      </UnstyledButton>
      <UnstyledButton
        className="state-key answer"
        aria-pressed={isMoved}
        onClick={() => onSay(offered ?? promise.told)}
      >
        Move it
      </UnstyledButton>
      {isMoved && (
        <TextInput
          size="xs"
          type="datetime-local"
          aria-label={`New time of ${what}, ${name}`}
          value={told}
          onChange={(change) => change.currentTarget.value !== '' && onSay(change.currentTarget.value)}
        />
      )}
    </Group>
  )
}
