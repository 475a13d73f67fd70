import { Button, Group, NativeSelect, Skeleton, Stack, TextInput } from '@mantine/core'
import { useId } from 'react'
import type { Batch } from '../../core/stock/calls.ts'
import type { Day } from '../../core/day.ts'
import { parseQuantity, writtenQuantity } from '../../core/price.ts'
import { dateKinds } from '../../core/stock/expiry.ts'
import { Form } from '../ui/form.tsx'
import { formatLongDay } from '../ui/format.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useKept } from '../ui/use-kept.ts'
import { useRead, useWrite } from '../use-call.ts'
import { AmountNote } from './amount-note.tsx'
import { kindLabels } from './kind-labels.ts'
import { DateEcho } from './date-echo.tsx'
import { DateInput } from './date-input.tsx'
import { sentDate, useTypedDate } from './use-typed-date.ts'
import { useMark } from './use-mark.ts'

interface CorrectFormProps {
  readonly batch: Batch
  readonly today: Day
  readonly onDone: () => void
}

const names = {
  date: 'The date',
  dateKind: 'The kind of date',
  received: 'What came',
  remaining: 'What is left',
  lot: 'The lot',
  receivedDay: 'The day it came',
}

/** What was entered wrong about a batch, put right; what was done with it stays. */
export function CorrectForm({ batch, today, onDone }: CorrectFormProps) {
  const mark = useMark()
  const kept = useKept(`batch:${batch.batchId}`, {
    date: batch.date,
    dateKind: batch.dateKind,
    received: writtenQuantity(batch.received, mark),
    remaining: writtenQuantity(batch.remaining, mark),
    lot: batch.lot,
    receivedDay: batch.receivedDay,
  })
  const fields = kept.value
  const correct = useWrite('stock.correctBatch')
  const meaningId = useId()
  const cameId = useId()
  const { order, entry, others, said } = useTypedDate(fields.date, kept.typedAtMs('date'), today)
  const { entry: came, said: saidCame } = useTypedDate(
    fields.receivedDay,
    kept.typedAtMs('receivedDay'),
    today,
    yearBack,
  )
  const [received, remaining] = [parseQuantity(fields.received, mark), parseQuantity(fields.remaining, mark)]
  const set = (some: Partial<typeof fields>) => {
    correct.clear()
    kept.set(some)
  }
  const wrong =
    'problem' in entry || !('day' in came) || !('quantity' in received) || !('quantity' in remaining)
  const save = async () => {
    if (wrong) return
    const dateKind = 'day' in entry && fields.dateKind === 'none' ? 'best-before' : fields.dateKind
    const date = fields.dateKind === 'none' && fields.date === '' ? '' : sentDate(entry)
    const result = await correct.run({
      batchId: batch.batchId,
      // Only what was touched is sent: somebody may have worked on the batch meanwhile.
      ...(fields.lot !== batch.lot && { lot: fields.lot }),
      ...((date !== batch.date || dateKind !== batch.dateKind) && {
        date,
        dateKind: date === '' || date === 'x' ? ('none' as const) : dateKind,
      }),
      ...(received.quantity !== batch.received && { received: received.quantity }),
      ...(remaining.quantity !== batch.remaining && { remaining: remaining.quantity }),
      ...(came.day !== batch.receivedDay && { receivedDay: came.day }),
    })
    if (!result.ok) return
    kept.saved()
    onDone()
  }
  const errorOf = (name: string) => (correct.problem?.field === name ? correct.problem.message : undefined)
  return (
    <Form label="Correct the batch" gap="sm" kept={kept} names={names} onSave={save} onLeave={onDone}>
      <Group gap="sm" align="flex-start">
        <DateInput
          value={fields.date}
          entry={entry}
          others={others}
          onChange={(date) => set({ date })}
          today={today}
          order={order}
          invalid={'problem' in entry || errorOf('date') !== undefined}
          meaningId={meaningId}
        />
        <NativeSelect
          label="Kind of date"
          data={dateKinds.map((value) => ({ value, label: kindLabels[value] }))}
          value={fields.dateKind}
          w={150}
          onChange={({ currentTarget: { value } }) => {
            const dateKind = dateKinds.find((kind) => kind === value)!
            set({ dateKind, ...(dateKind === 'none' && { date: '' }) })
          }}
        />
        <TextInput
          label="Came"
          w={90}
          inputMode="decimal"
          value={fields.received}
          error={'problem' in received ? received.problem : errorOf('received')}
          onChange={({ currentTarget: { value } }) => set({ received: value })}
        />
        <TextInput
          label="Left"
          w={90}
          inputMode="decimal"
          value={fields.remaining}
          error={'problem' in remaining ? remaining.problem : errorOf('remaining')}
          onChange={({ currentTarget: { value } }) => set({ remaining: value })}
        />
        <TextInput
          label="Lot"
          placeholder="if any"
          w={130}
          value={fields.lot}
          maxLength={200}
          onChange={({ currentTarget: { value } }) => set({ lot: value })}
        />
        <DateInput
          label="Came on"
          value={fields.receivedDay}
          entry={came}
          onChange={(receivedDay) => set({ receivedDay })}
          today={today}
          order={order}
          invalid={!('day' in came) || errorOf('receivedDay') !== undefined}
          meaningId={cameId}
        />
      </Group>
      <div>
        <div id={meaningId} className="meaning figures" aria-live="polite">
          <DateEcho
            entry={entry}
            others={others}
            said={said}
            today={today}
            order={order}
            onTake={(date) => set({ date })}
          />
        </div>
        <div id={cameId} className="meaning figures quiet" aria-live="polite">
          {'day' in came
            ? `came on ${formatLongDay(came.day)}${saidCame && `, ${saidCame}`}`
            : 'problem' in came
              ? came.problem
              : 'Say on which day it came.'}
          <AmountNote
            text={fields.received}
            amount={received}
            onTake={(other) => set({ received: writtenQuantity(other, mark) })}
          />
          <AmountNote
            text={fields.remaining}
            amount={remaining}
            onTake={(other) => set({ remaining: writtenQuantity(other, mark) })}
          />
        </div>
      </div>
      {correct.problem?.field !== 'received' && correct.problem?.field !== 'remaining' && (
        <ProblemNote problem={correct.problem} />
      )}
      <Group gap="xs">
        <Button type="submit" loading={correct.busy}>
          Save correction
        </Button>
        <Button variant="default" onClick={() => (kept.startOver(), onDone())}>
          Cancel
        </Button>
      </Group>
    </Form>
  )
}

/** A delivery lies in the past: a day without its year is the last such day. */
const yearBack = 365

interface CorrectBatchProps extends Omit<CorrectFormProps, 'batch'> {
  readonly batchId: number
  readonly productId: number
}

/** The same for a batch of which only the number is known. */
export function CorrectBatch({ batchId, productId, ...rest }: CorrectBatchProps) {
  const { value, problem } = useRead('stock.product', { productId })
  const batch = value?.batches.find((one) => one.batchId === batchId)
  if (batch) return <CorrectForm batch={batch} {...rest} />
  return (
    <Stack gap="sm">
      <ProblemNote problem={problem} />
      {value ? <p>This batch is not there any more.</p> : !problem && <Skeleton height={160} />}
    </Stack>
  )
}
