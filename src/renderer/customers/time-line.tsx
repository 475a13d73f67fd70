import type { Formats } from '../../core/formats.ts'
import type { CustomerFile } from '../../core/customers/calls.ts'
import { touchWords } from '../../core/customers/touch.ts'
import { dayAt } from '../../core/day.ts'
import { useShop } from '../ui/shop-context.ts'
import { useFormats } from '../ui/use-formats.ts'

type TimeLineProps = { readonly customer: Pick<CustomerFile, 'touches' | 'touchCount' | 'createdAtMs'> }

/** Every contact with a customer, newest first, down to the day they were put on file. */
export function TimeLine({ customer }: TimeLineProps) {
  const formats = useFormats()
  const { zone } = useShop()
  const { touches, touchCount, createdAtMs } = customer
  const older = touchCount - touches.length
  return (
    <section aria-label="Time line">
      <ol className="plain-list time-line">
        {touches.map(({ id, kind, strong, atMs, note }) => (
          <li key={id}>
            <span className="figures quiet">{whenWords(atMs, zone, formats)}</span>{' '}
            <strong className={strong ? undefined : 'quiet'}>{touchWords[kind]}</strong>
            {note !== '' && <div>{note}</div>}
          </li>
        ))}
        {older > 0 && <li className="quiet">{`and ${formats.number(older)} older ones`}</li>}
        <li>
          <span className="figures quiet">{whenWords(createdAtMs, zone, formats)}</span> Put on file
        </li>
      </ol>
    </section>
  )
}

const whenWords = (ms: number, zone: string, formats: Formats): string =>
  `${formats.date(dayAt(ms, zone))}, ${formats.timeAt(ms, zone)}`
