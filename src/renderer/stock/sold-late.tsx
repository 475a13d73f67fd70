import { Button, Group, Modal, Text } from '@mantine/core'
import type { Day } from '../../core/day.ts'
import { isPastHard, type DateKind, type StockAct } from '../../core/stock/expiry.ts'
import { useFormats } from '../ui/use-formats.ts'

interface Sold {
  readonly name: string
  readonly dateKind: DateKind
  readonly date: Day | ''
  /** Null when the batch has no date. */
  readonly daysLeft: number | null
}

/** Whether it is to be asked when something was sold: past a use-by date it may not have been. */
export const isSoldLate = (act: StockAct, { dateKind, daysLeft }: Omit<Sold, 'name'>): boolean =>
  act === 'sold' && isPastHard(dateKind, daysLeft)

/** The reason that is kept for what went over the counter past its date. */
const soldPast = 'Sold past its date'

interface SoldLateProps {
  /** Undefined until one was sold. */
  readonly sold: Sold | undefined
  readonly onSold: (reason: string) => void
  readonly onClose: () => void
  readonly onGone?: () => void
}

/** Asks whether it went before its date or past it. */
export function SoldLate({ sold, onSold, onClose, onGone }: SoldLateProps) {
  return (
    <Modal
      opened={sold !== undefined}
      onClose={onClose}
      onExitTransitionEnd={onGone}
      closeButtonProps={{ 'aria-label': 'Close' }}
      title={`Was ${sold?.name ?? ''} sold before its date?`}
    >
      {sold && <SoldQuestion sold={sold} onSold={onSold} />}
    </Modal>
  )
}

/** The question itself, and its two answers. */
export function SoldQuestion({
  sold,
  onSold,
}: {
  readonly sold: Sold
  readonly onSold: SoldLateProps['onSold']
}) {
  const formats = useFormats()
  const date = sold.date === '' ? '' : formats.day(sold.date)
  return (
    <>
      <Text size="sm" mb="sm">
        {`Its date was ${date}. Past it nothing may be sold: who bought it later is owed a word, an apology and a replacement.`}
      </Text>
      <Group gap="xs">
        <Button data-autofocus variant="light" onClick={() => onSold('')}>
          {`Sold by ${date}`}
        </Button>
        <Button color="brick" variant="light" onClick={() => onSold(soldPast)}>
          Sold past its date
        </Button>
      </Group>
    </>
  )
}
