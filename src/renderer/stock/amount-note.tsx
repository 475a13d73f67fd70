import { Button } from '@mantine/core'
import type { Quantity } from '../../core/price.ts'
import { clearQuantity } from '../../core/stock/words.ts'
import { useMark } from '../ui/use-mark.ts'

interface AmountNoteProps {
  readonly text: string
  readonly amount: Quantity
  /** Called with the other reading. */
  readonly onTake: (quantity: number) => void
}

/** How a quantity was read that can be read in two ways, and the other way. */
export function AmountNote({ text, amount, onTake }: AmountNoteProps) {
  const mark = useMark()
  if (!('quantity' in amount) || amount.other === undefined) return null
  const { quantity, other } = amount
  return (
    <span className="date-others">
      <span className="risk">{`“${text.trim()}” is read as ${clearQuantity(quantity, mark)}, or is it`}</span>
      <Button size="compact-sm" variant="default" onClick={() => onTake(other)}>
        {clearQuantity(other, mark)}
      </Button>
    </span>
  )
}
