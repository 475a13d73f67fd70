import { Button, Group, Popover, Stack, TextInput } from '@mantine/core'
import { isAllowed, stockActs, type DateKind, type StockAct } from '../../core/stock/expiry.ts'
import { parseQuantity, writtenQuantity } from '../../core/price.ts'
import { amountWords } from '../../core/stock/words.ts'
import { KeptLine } from '../ui/kept-line.tsx'
import { useKept } from '../ui/use-kept.ts'
import { AmountNote } from './amount-note.tsx'
import { acts } from './stock-acts.ts'
import { useMark } from './use-mark.ts'

export interface Part {
  readonly quantity?: number
  readonly reason?: string
}

interface PartMenuProps {
  readonly name: string
  readonly batch: { readonly batchId: number; readonly dateKind: DateKind; readonly remaining: number }
  readonly unit: string
  /** Null when the batch has no date. */
  readonly daysLeft: number | null
  readonly opened: boolean
  readonly onChange: (opened: boolean) => void
  readonly onAct: (act: StockAct, part: Part) => void
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

function PartForm({ batch, unit, daysLeft, onChange, onAct, onCorrect }: PartMenuProps) {
  const mark = useMark()
  const kept = useKept(`part:${batch.batchId}`, {
    text: writtenQuantity(batch.remaining, mark),
    reason: '',
  })
  const { text, reason } = kept.value
  const amount = parseQuantity(text, mark)
  const quantity = 'quantity' in amount ? amount.quantity : 0
  const error =
    'problem' in amount
      ? amount.problem
      : quantity > batch.remaining
        ? `Only ${amountWords(batch.remaining, unit, mark)} are left.`
        : quantity < 0.001 && 'Say how many.'
  const whole = quantity === batch.remaining
  const act = (name: StockAct) => {
    kept.startOver()
    onChange(false)
    onAct(name, { reason, quantity: whole ? undefined : quantity })
  }
  const possible = stockActs.filter((name) => isAllowed(name, batch.dateKind, daysLeft))
  return (
    <Stack gap="xs" w={330}>
      <KeptLine kept={kept} />
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <TextInput
          label={`How many of ${amountWords(batch.remaining, unit, mark)}`}
          value={text}
          error={error}
          inputMode="decimal"
          data-autofocus
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => kept.set({ text: event.currentTarget.value })}
        />
        <TextInput
          label="Why"
          placeholder="if it helps"
          value={reason}
          maxLength={200}
          onChange={(event) => kept.set({ reason: event.currentTarget.value })}
        />
      </Group>
      <AmountNote
        text={text}
        amount={amount}
        onTake={(other) => kept.set({ text: writtenQuantity(other, mark) })}
      />
      {possible.map((name) => (
        <Group key={name} gap="xs" wrap="nowrap">
          <Button
            size="compact-sm"
            variant="light"
            w={86}
            disabled={Boolean(error) || (!whole && (name === 'reduce' || name === 'still-fine'))}
            onClick={() => act(name)}
          >
            {acts[name].label}
          </Button>
          <span className="quiet">{acts[name].means}</span>
        </Group>
      ))}
      <Group gap="xs" wrap="nowrap">
        <Button
          size="compact-sm"
          variant="default"
          w={86}
          onClick={() => {
            onChange(false)
            onCorrect()
          }}
        >
          Correct
        </Button>
        <span className="quiet">date, lot or number is wrong</span>
      </Group>
    </Stack>
  )
}
