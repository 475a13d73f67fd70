import type { CustomerFile } from '../../core/customers/calls.ts'
import { touchWords } from '../../core/customers/touch.ts'
import { dayAt } from '../../core/day.ts'
import { formatDate, formatNumber, formatTime } from '../ui/format.ts'
import { useShop } from '../ui/shop-context.ts'

type TimeLineProps = { readonly customer: Pick<CustomerFile, 'touches' | 'touchCount' | 'createdAtMs'> }

/** Every contact with a customer, newest first, down to the day they were put on file. */
export function TimeLine({ customer }: TimeLineProps) {
  const { zone } = useShop()
  const { touches, touchCount, createdAtMs } = customer
  const older = touchCount - touches.length
  return (
    <section aria-label="Time line">
      <ol className="plain-list time-line">
        {touches.map(({ id, kind, strong, atMs, note }) => (
          <li key={id}>
            <span className="figures quiet">{whenWords(atMs, zone)}</span>{' '}
            <strong className={strong ? undefined : 'quiet'}>{touchWords[kind]}</strong>
            {note !== '' && <div>{note}</div>}
          </li>
        ))}
        {older > 0 && <li className="quiet">{`and ${formatNumber(older)} older ones`}</li>}
        <li>
          <span className="figures quiet">{whenWords(createdAtMs, zone)}</span> Put on file
        </li>
      </ol>
    </section>
  )
}

const whenWords = (ms: number, zone: string): string =>
  `${formatDate(dayAt(ms, zone))}, ${formatTime(ms, zone)}`
