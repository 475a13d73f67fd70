import { Group, NativeSelect, Skeleton, Stack, TextInput } from '@mantine/core'
import { type RefObject, useEffect, useId, useRef } from 'react'
import type { Formats } from '../../core/formats.ts'
import { stockCalls, type Batch } from '../../core/stock/calls.ts'
import type { DateEntry } from '../../core/stock/date-entry.ts'
import { parseQuantity, writtenQuantity } from '../../core/price.ts'
import { dateKinds, type DateKind } from '../../core/stock/expiry.ts'
import { CancelButton, Form, SaveButton } from '../ui/form.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { type CallForm, useCallForm } from '../ui/use-call-form.ts'
import { useKept } from '../ui/use-kept.ts'
import { useFormats } from '../ui/use-formats.ts'
import { useRead } from '../use-call.ts'
import { AmountNote } from './amount-note.tsx'
import { kindLabels } from './kind-labels.ts'
import { DateEcho } from './date-echo.tsx'
import { DateInput } from './date-input.tsx'
import { sentDate, type TypedDate, useTypedDate } from './use-typed-date.ts'
import { useMark } from '../ui/use-mark.ts'

interface CorrectFormProps {
  readonly batch: Batch
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
export function CorrectForm({ batch, onDone }: CorrectFormProps) {
  const mark = useMark()
  const kept = useKept(`batch:${batch.batchId}`, {
    date: batch.date,
    dateKind: batch.dateKind,
    received: writtenQuantity(batch.received, mark),
    remaining: writtenQuantity(batch.remaining, mark),
    lot: batch.lot,
    receivedDay: batch.receivedDay,
  })
  const typed = kept.value
  const date = useTypedDate(typed.date, kept.typedAtMs('date'))
  const came = useTypedDate(typed.receivedDay, kept.typedAtMs('receivedDay'), yearBack)
  const received = parseQuantity(typed.received, mark)
  const remaining = parseQuantity(typed.remaining, mark)
  const form = useCallForm(stockCalls, 'stock.correctBatch', {
    kept,
    names,
    input: {
      batchId: batch.batchId,
      // Only what was touched is sent: somebody may have worked on the batch meanwhile.
      ...(typed.lot !== batch.lot && { lot: typed.lot }),
      ...changedDate(batch, typed, date.entry),
      ...('quantity' in received && received.quantity !== batch.received && { received: received.quantity }),
      ...('quantity' in remaining &&
        remaining.quantity !== batch.remaining && { remaining: remaining.quantity }),
      ...('day' in came.entry && came.entry.day !== batch.receivedDay && { receivedDay: came.entry.day }),
    },
    isBlocked:
      'problem' in date.entry ||
      !('day' in came.entry) ||
      !('quantity' in received) ||
      !('quantity' in remaining),
    onSaved: onDone,
    onLeave: onDone,
  })
  const dateField = useRef<HTMLInputElement>(null)
  // A date is what is wrong most often: the next key writes over it.
  useEffect(() => {
    dateField.current?.focus()
    dateField.current?.select()
  }, [])
  const meaningId = useId()
  const cameId = useId()
  const fields = { form, date, received, remaining, meaningId, dateField }
  return (
    <Form
      form={form}
      label="Correct the batch"
      gap="sm"
      buttons={
        <>
          <SaveButton form={form}>Save correction</SaveButton>
          <CancelButton form={form} />
        </>
      }
    >
      <Group gap="sm" align="flex-start">
        <DateFields {...fields} />
        <AmountFields {...fields} />
        <TextInput label="Lot" placeholder="if any" w={130} maxLength={200} {...form.text('lot')} />
        <DateInput
          label="Came on"
          {...form.pick('receivedDay')}
          entry={came.entry}
          today={came.today}
          order={came.order}
          error={!('day' in came.entry) || form.error('receivedDay')}
          meaningId={cameId}
        />
      </Group>
      <Meaning {...fields} came={came} cameId={cameId} />
    </Form>
  )
}

type Typed = {
  readonly date: string
  readonly dateKind: DateKind
  readonly received: string
  readonly remaining: string
  readonly lot: string
  readonly receivedDay: string
}

/** The date and its kind, which belong together, where either was touched. */
function changedDate(batch: Batch, typed: Typed, entry: DateEntry) {
  const dateKind = 'day' in entry && typed.dateKind === 'none' ? 'best-before' : typed.dateKind
  const date = typed.dateKind === 'none' && typed.date === '' ? '' : sentDate(entry)
  if (date === batch.date && dateKind === batch.dateKind) return {}
  return { date, dateKind: date === '' || date === 'x' ? ('none' as const) : dateKind }
}

type Amount = ReturnType<typeof parseQuantity>

/** The fields as they are read. */
interface FieldsProps {
  readonly form: CallForm<'stock.correctBatch', Typed>
  readonly date: TypedDate
  readonly received: Amount
  readonly remaining: Amount
  /** The id of the element that says what the date means. */
  readonly meaningId: string
  readonly dateField: RefObject<HTMLInputElement | null>
}

const DateFields = ({ form, date: { today, entry, others, order }, meaningId, dateField }: FieldsProps) => (
  <>
    <DateInput
      ref={dateField}
      isFirst
      {...form.pick('date')}
      entry={entry}
      others={others}
      today={today}
      order={order}
      error={'problem' in entry || form.error('date')}
      meaningId={meaningId}
    />
    <NativeSelect
      label="Kind of date"
      data={dateKinds.map((value) => ({ value, label: kindLabels[value] }))}
      value={form.value.dateKind}
      error={form.error('dateKind')}
      w={150}
      onChange={({ currentTarget: { value } }) => {
        const dateKind = dateKinds.find((kind) => kind === value)!
        form.set({ dateKind, ...(dateKind === 'none' && { date: '' }) })
      }}
    />
  </>
)

const AmountFields = ({ form, received, remaining }: FieldsProps) => (
  <>
    <TextInput
      label="Came"
      w={90}
      inputMode="decimal"
      {...form.text('received')}
      error={'problem' in received ? received.problem : form.error('received')}
    />
    <TextInput
      label="Left"
      w={90}
      inputMode="decimal"
      {...form.text('remaining')}
      error={'problem' in remaining ? remaining.problem : form.error('remaining')}
    />
  </>
)

interface MeaningProps extends FieldsProps {
  readonly came: TypedDate
  readonly cameId: string
}

/** What the typed dates and quantities mean. */
function Meaning({ form, date, received, remaining, meaningId, came, cameId }: MeaningProps) {
  const formats = useFormats()
  const mark = useMark()
  return (
    <div>
      <div id={meaningId} className="meaning figures" aria-live="polite">
        <DateEcho {...date} onTake={(next) => form.set({ date: next })} />
      </div>
      <div id={cameId} className="meaning figures quiet" aria-live="polite">
        {cameWords(came, formats)}
        <AmountNote
          text={form.value.received}
          amount={received}
          onTake={(other) => form.set({ received: writtenQuantity(other, mark) })}
        />
        <AmountNote
          text={form.value.remaining}
          amount={remaining}
          onTake={(other) => form.set({ remaining: writtenQuantity(other, mark) })}
        />
      </div>
    </div>
  )
}

function cameWords({ entry, said }: TypedDate, formats: Formats): string {
  if ('day' in entry) return `came on ${formats.fullDay(entry.day)}${said && `, ${said}`}`
  return 'problem' in entry ? entry.problem : 'Say on which day it came.'
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
