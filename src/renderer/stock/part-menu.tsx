import { Button, type ButtonProps, Group, Popover, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '../../core/day.ts'
import { stockCalls } from '../../core/stock/calls.ts'
import { isAllowed, stockActs, type DateKind, type StockAct } from '../../core/stock/expiry.ts'
import { parseQuantity, writtenQuantity } from '../../core/price.ts'
import { amountWords } from '../../core/stock/words.ts'
import { Form } from '../ui/form.tsx'
import { useCallForm } from '../ui/use-call-form.ts'
import { useKept } from '../ui/use-kept.ts'
import { AmountNote } from './amount-note.tsx'
import { isSoldLate, SoldQuestion } from './sold-late.tsx'
import { acts } from './stock-acts.ts'
import { useMark } from '../ui/use-mark.ts'

interface PartMenuProps {
  readonly name: string
  readonly batch: {
    readonly batchId: number
    readonly dateKind: DateKind
    readonly date: Day | ''
    readonly remaining: number
  }
  readonly unit: string
  /** Null when the batch has no date. */
  readonly daysLeft: number | null
  readonly opened: boolean
  readonly onChange: (opened: boolean) => void
  /** Something about the batch itself was entered wrong. */
  readonly onCorrect: () => void
}

/** Everything that can be done with a batch, with all of it or a part, and why. */
export function PartMenu(props: PartMenuProps) {
  const { name, opened, onChange } = props
  return (
    <Popover
      opened={opened}
      onChange={onChange}
      trapFocus
      returnFocus
      withinPortal
      withArrow
      shadow="md"
      position="bottom-end"
    >
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={`More for ${name}`}
          aria-keyshortcuts="m"
          onClick={() => onChange(!opened)}
        >
          More
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={`What happened to ${name}`}>
        {opened && <PartForm {...props} />}
      </Popover.Dropdown>
    </Popover>
  )
}

function PartForm({ name, batch, unit, daysLeft, onChange, onCorrect }: PartMenuProps) {
  const { batchId, remaining, dateKind } = batch
  const mark = useMark()
  const kept = useKept(`part:${batchId}`, { text: writtenQuantity(remaining, mark), reason: '' })
  const { text, reason } = kept.value
  const amount = parseQuantity(text, mark)
  const quantity = 'quantity' in amount ? amount.quantity : 0
  const wrong = 'problem' in amount ? amount.problem : wrongAmount(quantity, batch, unit, mark)
  const whole = quantity === remaining
  const close = () => onChange(false)
  const form = useCallForm(stockCalls, 'stock.act', { kept, shownAt: { quantity: 'text' }, onSaved: close })
  const sold = { name, dateKind, date: batch.date, daysLeft }
  const [asked, setAsked] = useState(false)
  const send = (action: StockAct, why: string) =>
    form.send({ batchId, action, reason: why, quantity: whole ? undefined : quantity })
  const act = (action: StockAct) => {
    if (isSoldLate(action, sold)) setAsked(true)
    else void send(action, reason)
  }
  if (asked)
    return (
      <Form form={form} w={330}>
        <SoldQuestion
          sold={sold}
          onSold={(why) => void send('sold', [why, reason].filter((part) => part !== '').join(': '))}
        />
      </Form>
    )
  return (
    <Form form={form} w={330}>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <TextInput
          label={`How many of ${amountWords(remaining, unit, mark)}`}
          inputMode="decimal"
          data-autofocus
          onFocus={(event) => event.currentTarget.select()}
          {...form.text('text')}
          error={wrong ?? form.error('text')}
        />
        <TextInput label="Why" placeholder="if it helps" maxLength={200} {...form.text('reason')} />
      </Group>
      <AmountNote
        text={text}
        amount={amount}
        onTake={(other) => form.set({ text: writtenQuantity(other, mark) })}
      />
      {stockActs
        .filter((which) => isAllowed(which, dateKind, daysLeft))
        .map((which) => (
          <Choice
            key={which}
            label={acts[which].label}
            means={acts[which].means}
            variant="light"
            disabled={wrong !== undefined || (!whole && (which === 'reduce' || which === 'still-fine'))}
            onClick={() => act(which)}
          />
        ))}
      <Choice
        label="Correct"
        means="date, lot or number is wrong"
        variant="default"
        onClick={() => (close(), onCorrect())}
      />
    </Form>
  )
}

/** Why so many cannot be taken. */
function wrongAmount(
  quantity: number,
  { remaining }: PartMenuProps['batch'],
  unit: string,
  mark: ReturnType<typeof useMark>,
): string | undefined {
  if (quantity > remaining) return `Only ${amountWords(remaining, unit, mark)} are left.`
  return quantity < 0.001 ? 'Say how many.' : undefined
}

interface ChoiceProps extends Pick<ButtonProps, 'variant' | 'disabled'> {
  readonly label: string
  readonly means: string
  readonly onClick: () => void
}

const Choice = ({ label, means, ...button }: ChoiceProps) => (
  <Group gap="xs" wrap="nowrap">
    <Button size="compact-sm" w={86} {...button}>
      {label}
    </Button>
    <span className="quiet">{means}</span>
  </Group>
)
