import { Checkbox } from '@mantine/core'
import { memo } from 'react'
import type { CustomerLine } from '../../core/customers/answers.ts'
import { dayAt, daysBetween, type Day } from '../../core/day.ts'
import { useShop } from '../ui/shop-context.ts'
import { NameWords } from '../ui/name-words.tsx'
import { useFormats } from '../ui/use-formats.ts'
import { ConsentMark } from './consent-mark.tsx'
import { LogMenu } from './log-menu.tsx'
import { ReachWords } from '../ui/reach-words.tsx'

interface CustomerCellsProps {
  readonly row: CustomerLine
  readonly today: Day
  readonly isChosen: boolean
  readonly onChoose: (customerId: number, isChosen: boolean) => void
  readonly onOpen: (customerId: number) => void
}

/** One customer's line of the list; drawn again only when something in it changed, not by every key of the search. */
export const CustomerCells = memo(function CustomerCells(props: CustomerCellsProps) {
  const { row, today, isChosen, onChoose, onOpen } = props
  const { zone } = useShop()
  const { away } = useFormats()
  const { id, name, company, phone, email, city, mailConsent, lastStrongMs, isAside, silence } = row
  return (
    <>
      <td className="choice">
        <label className="tick" htmlFor={`choose-${id}`}>
          <Checkbox
            id={`choose-${id}`}
            size="xs"
            aria-label={`Choose ${name}`}
            checked={isChosen}
            onChange={(event) => onChoose(id, event.currentTarget.checked)}
          />
        </label>
      </td>
      <td className="name">
        <button type="button" className="name-button" onClick={() => onOpen(id)}>
          <NameWords name={name} company={company} />
          {isAside && <span className="aside-mark quiet">put aside</span>}
        </button>
      </td>
      <td className="reach figures" title={[phone, email].filter((part) => part !== '').join(', ')}>
        <ReachWords phone={phone} email={email} />
      </td>
      {silence === undefined ? (
        <>
          <td className="city clip quiet" title={city}>
            {city}
          </td>
          <td className="consent">
            <ConsentMark consent={mailConsent} />
          </td>
          <td className="last figures quiet">
            {lastStrongMs === null
              ? 'never'
              : away(Math.min(0, daysBetween(today, dayAt(lastStrongMs, zone))))}
          </td>
        </>
      ) : (
        <td className="silence figures" data-fact>
          {silence}
        </td>
      )}
      <td className="log">
        {/* A row is used again for who is found next; what went wrong with one contact must not stand there then. */}
        <LogMenu key={id} customerId={id} name={name} />
      </td>
    </>
  )
})
