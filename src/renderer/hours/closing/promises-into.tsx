import { Group, Stack, Text, UnstyledButton } from '@mantine/core'
import { localAt } from '../../../core/day.ts'
import type { PromiseInto } from '../../../core/hours/closing/calls.ts'
import type { Closing } from '../../../core/hours/closing/entry.ts'
import { parseWhen } from '../../../core/when.ts'
import type { SlashOrder } from '../../../core/slash-order.ts'
import { MustKnow } from '../../ui/must-know.tsx'
import { useTypedWhen, WhenInput } from '../../ui/when-input.tsx'
import { useFormats } from '../../ui/use-formats.ts'

/** What was said of a promise, and when. */
interface Said {
  /** A new time in shorthand; null where it is kept. */
  readonly text: string | null
  readonly atMs: number
}

/** What was said of each promise, by its id. */
export type Decided = Readonly<Record<string, Said>>

/** How new times are read. */
interface Reading {
  readonly zone: string
  readonly order: SlashOrder
}

/** As the call takes them; undefined while one is still to be decided. */
export function sentPromises(
  promises: readonly PromiseInto[],
  decided: Decided,
  { zone, order }: Reading,
): { promiseId: number; told?: string }[] | undefined {
  const sent = promises.flatMap(({ promiseId }) => {
    const said = decided[promiseId]
    if (!said) return []
    if (said.text === null) return [{ promiseId }]
    const when = parseWhen(said.text, localAt(said.atMs, zone), 'ahead', order)
    return when ? [{ promiseId, told: when.local }] : []
  })
  return sent.length === promises.length ? sent : undefined
}

interface PromisesIntoProps {
  readonly promises: readonly PromiseInto[]
  readonly closing: Closing
  readonly decided: Decided
  readonly onDecide: (decided: Decided) => void
}

/** The promises that fall into the closing, each to be moved or kept. */
export function PromisesInto({ promises, closing, decided, onDecide }: PromisesIntoProps) {
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
          closing={closing}
          said={decided[one.promiseId]}
          onSay={(text) => onDecide({ ...decided, [one.promiseId]: { text, atMs: Date.now() } })}
        />
      ))}
    </Stack>
  )
}

interface PromiseRowProps {
  readonly promise: PromiseInto
  readonly closing: Closing
  readonly said: Said | undefined
  readonly onSay: (text: string | null) => void
}

function PromiseRow({ promise, closing, said, onSay }: PromiseRowProps) {
  const formats = useFormats()
  const { name, phone, mustKnow, what, ready, offered } = promise
  const asTyped = (local: string) => `${formats.inFigures(local.slice(0, 10))} ${local.slice(11)}`
  const moved = said && said.text !== null ? { ...said, text: said.text } : null
  const when = `${formats.day(promise.told.slice(0, 10))}, ${formats.time(promise.told.slice(11))}`
  return (
    <Stack gap={4} role="group" aria-label={`${what}, ${name}`}>
      <Group gap="xs">
        <div className="grow" style={{ overflowWrap: 'anywhere' }} data-fact>
          <Text component="span" fw={600}>
            {name}
          </Text>
          {`: ${what}, ${ready ? 'ready, ' : ''}`}
          <span className="whole">{when}</span>
          {phone !== '' && <span className="whole">{` · ${phone}`}</span>}
        </div>
        <UnstyledButton
          className="state-key answer"
          aria-pressed={said?.text === null}
          onClick={() => onSay(null)}
        >
          Keep it
        </UnstyledButton>
        <UnstyledButton
          className="state-key answer"
          aria-pressed={moved !== null}
          onClick={() => onSay(asTyped(offered ?? promise.told))}
        >
          Move it
        </UnstyledButton>
      </Group>
      <MustKnow words={mustKnow} />
      {moved && <NewTime typed={moved} closing={closing} onSay={onSay} />}
    </Stack>
  )
}

interface NewTimeProps {
  readonly typed: { readonly text: string; readonly atMs: number }
  readonly closing: Closing
  readonly onSay: (text: string) => void
}

/** A new time as it is said, and whether the shop is open then. */
function NewTime({ typed, closing: { from, to }, onSay }: NewTimeProps) {
  const formats = useFormats()
  const value = useTypedWhen(typed.text, typed.atMs, 'ahead')
  const day = value.when?.local.slice(0, 10)
  const isWithin = day !== undefined && from <= day && day <= to
  return (
    <Stack gap={2}>
      <WhenInput
        label="New time"
        value={value}
        onChange={onSay}
        isOffered
        inHours={!isWithin}
        examples="mon 10:00, 4 jan 17:30"
      />
      {isWithin && (
        <Text size="sm" fw={600} role="status" data-fact>
          {`${formats.fullDay(day)} is within the closing.`}
        </Text>
      )}
    </Stack>
  )
}
