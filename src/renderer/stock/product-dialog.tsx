import { Button, Skeleton, Stack, Title } from '@mantine/core'
import { useState } from 'react'
import { daysBetween, type Day } from '../../core/day.ts'
import type { Batch, ProductInStock } from '../../core/stock/calls.ts'
import { writtenQuantity } from '../../core/price.ts'
import { amountWords, kindWords, shortAmount } from '../../core/stock/words.ts'
import { HistoryLink } from '../history/history-link.tsx'
import { Beside } from '../ui/beside.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useFormats } from '../ui/use-formats.ts'
import { useRead } from '../use-call.ts'
import { CorrectForm } from './correct-form.tsx'
import { PartMenu } from './part-menu.tsx'
import { ProductForm } from './product-form.tsx'
import { useMark } from '../ui/use-mark.ts'

interface ProductDialogProps {
  /** Null while it is closed. */
  readonly productId: number | null
  readonly today: Day
  readonly onClose: () => void
}

/** A product, what is there of it, and what can be done with each batch. */
export function ProductDialog({ productId, today, onClose }: ProductDialogProps) {
  // The last one stays while the dialog leaves, so that it fades instead of emptying.
  const [last, setLast] = useState(productId)
  if (productId !== null && productId !== last) setLast(productId)
  const { value, problem } = useRead('stock.product', { productId: last ?? 0 }, { enabled: last !== null })
  return (
    <Beside
      opened={productId !== null}
      onClose={onClose}
      narrow={{ as: 'dialog', size: 860 }}
      title={value?.product.name ?? 'Product'}
    >
      <ProblemNote problem={problem} />
      {!value && !problem && <Skeleton height={240} />}
      {value && (
        <Stack gap="lg">
          <ProductForm key={value.product.id} start={value.product} onSaved={onClose} onCancel={onClose} />
          <Batches product={value.product} batches={value.batches} today={today} />
          <HistoryLink table="products" rowId={value.product.id} />
        </Stack>
      )}
    </Beside>
  )
}

interface BatchesProps {
  readonly product: ProductInStock
  readonly batches: readonly Batch[]
  readonly today: Day
}

function Batches({ product, batches, today }: BatchesProps) {
  const formats = useFormats()
  const mark = useMark()
  const [opened, setOpened] = useState<number>()
  const [correcting, setCorrecting] = useState<number>()
  return (
    <section aria-label="Batches">
      <Title order={3} size={15}>
        {product.inStock === 0
          ? 'None in stock'
          : `${amountWords(product.inStock, product.unit, mark)} in stock`}
      </Title>
      {batches.length === 0 && <p className="quiet">Its batches appear here once a delivery is added.</p>}
      {batches.map((batch) =>
        batch.batchId === correcting ? (
          <div key={batch.batchId} className="panel correcting">
            <CorrectForm batch={batch} onDone={() => setCorrecting(undefined)} />
          </div>
        ) : (
          <div key={batch.batchId} className="row">
            <span className="clip grow figures">
              {batch.date === '' ? 'no date' : `${kindWords[batch.dateKind]} ${formats.date(batch.date)}`}
              <span className="quiet">
                {batch.lot && ` · lot ${batch.lot}`}
                {` · came ${formats.date(batch.receivedDay)}`}
                {batch.reduced && ' · reduced'}
              </span>
            </span>
            <span className={`figures ${batch.remaining === 0 ? 'quiet' : ''}`}>
              {`${writtenQuantity(batch.remaining, mark)} of ${shortAmount(batch.received, product.unit, mark)} left`}
            </span>
            {batch.remaining === 0 ? (
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={`Correct the batch of ${formats.date(batch.receivedDay)}`}
                onClick={() => setCorrecting(batch.batchId)}
              >
                Correct
              </Button>
            ) : (
              <PartMenu
                name={`the batch of ${formats.date(batch.receivedDay)}`}
                batch={batch}
                unit={product.unit}
                daysLeft={batch.date === '' ? null : daysBetween(today, batch.date)}
                opened={opened === batch.batchId}
                onChange={(open) => setOpened(open ? batch.batchId : undefined)}
                onCorrect={() => setCorrecting(batch.batchId)}
              />
            )}
          </div>
        ),
      )}
    </section>
  )
}
