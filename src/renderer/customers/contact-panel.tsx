import type { DueContact } from '../../core/customers/answers.ts'
import { NameWords } from '../ui/name-words.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useShop } from '../ui/shop-context.ts'
import { useFormats } from '../ui/use-formats.ts'
import { LaterMenu } from './later-menu.tsx'
import { LogMenu } from './log-menu.tsx'
import { ReachWords } from '../ui/reach-words.tsx'
import { useNotTodayKey } from './use-not-today-key.ts'

interface ContactPanelProps {
  readonly due: { readonly rows: readonly DueContact[]; readonly total: number; readonly capped: number }
  readonly onOpen: (customerId: number) => void
}

/** Who should hear from the shop today, and why: the most harm first, at most five. */
export function ContactPanel({ due, onOpen }: ContactPanelProps) {
  const formats = useFormats()
  const { mostContacts } = useShop()
  const { list, problem } = useNotTodayKey()
  if (due.rows.length === 0 && due.capped === 0) return null
  const more = due.total - due.rows.length
  return (
    <section aria-label="Who to contact today">
      <h2 className="contact-title">
        Who to contact today
        {due.capped > 0 && (
          <span className="quiet" data-fact>
            {` · ${formats.counted(due.capped, 'other', 'others')} had ${formats.counted(mostContacts, 'contact', 'contacts')} or more in 30 days`}
          </span>
        )}
        {more > 0 && <span className="quiet">{` · ${formats.number(more)} more when these are done`}</span>}
      </h2>
      <div className={due.rows.length > 0 ? 'panel' : undefined} ref={list}>
        {due.rows.map(({ customerId, name, company, phone, email, reason }) => (
          <article className="row contact-row" key={customerId} data-customer={customerId} aria-label={name}>
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
      <ProblemNote problem={problem} />
    </section>
  )
}
