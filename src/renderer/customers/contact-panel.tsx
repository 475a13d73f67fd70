import { Button } from '@mantine/core'
import { addDays, dayAt } from '../../core/day.ts'
import type { DueContact } from '../../core/customers/calls.ts'
import { NameWords } from '../ui/name-words.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useShop } from '../ui/shop-context.ts'
import { useFormats } from '../ui/use-formats.ts'
import { useWrite } from '../use-call.ts'
import { LogMenu } from './log-menu.tsx'

interface ContactPanelProps {
  readonly due: { readonly rows: readonly DueContact[]; readonly total: number }
  readonly onOpen: (customerId: number) => void
}

/** Who should hear from the shop today, and why: the longest silence first, at most five. */
export function ContactPanel({ due, onOpen }: ContactPanelProps) {
  const formats = useFormats()
  const { zone } = useShop()
  const snooze = useWrite('customers.snooze')
  if (due.rows.length === 0) return null
  const more = due.total - due.rows.length
  return (
    <section aria-label="Who to contact today">
      <h2 className="contact-title">
        Who to contact today
        {more > 0 && <span className="quiet">{` · ${formats.number(more)} more when these are done`}</span>}
      </h2>
      <ProblemNote problem={snooze.problem} />
      <div className="panel">
        {due.rows.map(({ customerId, name, company, phone, email, reason }) => (
          <article className="row contact-row" key={customerId} aria-label={name}>
            <button type="button" className="name-button who" onClick={() => onOpen(customerId)}>
              <NameWords name={name} company={company} />
            </button>
            <span data-fact className="long-words grow">
              {reason}
            </span>
            <span data-fact className="clip reach figures" title={phone || email}>
              {phone || email}
            </span>
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={`In a week: ${name}`}
              onClick={() => void snooze.run({ customerId, until: addDays(dayAt(Date.now(), zone), 7) })}
            >
              In a week
            </Button>
            <LogMenu customerId={customerId} name={name} />
          </article>
        ))}
      </div>
    </section>
  )
}
