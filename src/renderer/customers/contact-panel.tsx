import type { DueContact } from '../../core/customers/calls.ts'
import { NameWords } from '../ui/name-words.tsx'
import { useFormats } from '../ui/use-formats.ts'
import { LaterMenu } from './later-menu.tsx'
import { LogMenu } from './log-menu.tsx'
import { ReachWords } from './reach-words.tsx'

interface ContactPanelProps {
  readonly due: { readonly rows: readonly DueContact[]; readonly total: number }
  readonly onOpen: (customerId: number) => void
}

/** Who should hear from the shop today, and why: the longest silence first, at most five. */
export function ContactPanel({ due, onOpen }: ContactPanelProps) {
  const formats = useFormats()
  if (due.rows.length === 0) return null
  const more = due.total - due.rows.length
  return (
    <section aria-label="Who to contact today">
      <h2 className="contact-title">
        Who to contact today
        {more > 0 && <span className="quiet">{` · ${formats.number(more)} more when these are done`}</span>}
      </h2>
      <div className="panel">
        {due.rows.map(({ customerId, name, company, phone, email, reason }) => (
          <article className="row contact-row" key={customerId} aria-label={name}>
            <button type="button" className="name-button who" onClick={() => onOpen(customerId)}>
              <NameWords name={name} company={company} />
            </button>
            <span data-fact className="long-words grow">
              {reason}
            </span>
            <span className="reach figures" title={phone || email}>
              <ReachWords phone={phone} email={email} />
            </span>
            <LaterMenu customerId={customerId} name={name} />
            <LogMenu customerId={customerId} name={name} />
          </article>
        ))}
      </div>
    </section>
  )
}
