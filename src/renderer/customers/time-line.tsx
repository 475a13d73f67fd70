import type { Formats } from '../../core/formats.ts'
import type { CustomerFile, Visit } from '../../core/customers/answers.ts'
import { touchWords } from '../../core/customers/touch.ts'
import { dayAt, localAt } from '../../core/day.ts'
import { useShop } from '../ui/shop-context.ts'
import { useFormats } from '../ui/use-formats.ts'

interface TimeLineProps {
  readonly customer: Pick<CustomerFile, 'touches' | 'touchCount' | 'visits' | 'visitCount' | 'createdAtMs'>
}

/** Every contact with a customer and every visit, newest first, down to the day they were put on file. */
export function TimeLine({ customer }: TimeLineProps) {
  const formats = useFormats()
  const { zone } = useShop()
  const { touches, touchCount, visits, visitCount, createdAtMs } = customer
  const older = touchCount + visitCount - touches.length - visits.length
  const happened = [
    ...touches.map((touch) => ({ on: localAt(touch.atMs, zone), touch })),
    ...visits.map((visit) => ({ on: visit.day, visit })),
  ].toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
  return (
    <section aria-label="Time line">
      <ol className="plain-list time-line">
        {happened.map((one) =>
          'touch' in one ? (
            <li key={`touch-${one.touch.id}`}>
              <span className="figures quiet">{whenWords(one.touch.atMs, zone, formats)}</span>{' '}
              <strong className={one.touch.strong ? undefined : 'quiet'}>{touchWords[one.touch.kind]}</strong>
              {one.touch.note !== '' && <div>{one.touch.note}</div>}
            </li>
          ) : (
            <li key={`visit-${one.visit.id}`}>
              <span className="figures quiet">{formats.date(one.visit.day)}</span>{' '}
              {visitWords(one.visit, formats)}
            </li>
          ),
        )}
        {older > 0 && <li className="quiet">{`and ${formats.number(older)} older ones`}</li>}
        <li>
          <span className="figures quiet">{whenWords(createdAtMs, zone, formats)}</span> Put on file
        </li>
      </ol>
    </section>
  )
}

/** `Was here`, `Was here: order 1001, 12,50 €`. */
function visitWords({ sourceId, amountMills }: Visit, formats: Formats): string {
  const parts = [
    sourceId !== '' && `order ${sourceId}`,
    amountMills !== null && formats.price(amountMills),
  ].filter((part) => part !== false)
  return parts.length === 0 ? 'Was here' : `Was here: ${parts.join(', ')}`
}

const whenWords = (ms: number, zone: string, formats: Formats): string =>
  `${formats.date(dayAt(ms, zone))}, ${formats.timeAt(ms, zone)}`
