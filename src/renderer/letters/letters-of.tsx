import { Text } from '@mantine/core'
import { dayAt } from '../../core/day.ts'
import { occasionWords, wayWords } from '../../core/letters/occasions.ts'
import { AboutChip } from '../ui/about-chip.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useShop } from '../ui/shop-context.ts'
import { useFormats } from '../ui/use-formats.ts'
import { useRead } from '../use-call.ts'
import './letters.css'

/** What was written or said to a customer, each with its words; nothing where there is none. */
export function LettersOf({ customerId }: { readonly customerId: number }) {
  const { date } = useFormats()
  const { zone } = useShop()
  const { value, problem } = useRead('letters.of', { customerId })
  if (!value) return <ProblemNote problem={problem} />
  if (value.length === 0) return null
  return (
    <section aria-label="Letters">
      <Text fw={600}>Letters, mails and calls in words</Text>
      <ul className="plain-list letters-of">
        {value.map(({ id, way, occasion, subject, words, about, atMs }) => (
          <li key={id}>
            <details>
              <summary
                data-fact
              >{`${date(dayAt(atMs, zone))}, ${wayWords[way]}: ${occasionWords[occasion]}`}</summary>
              <div className="letter-words">
                {way !== 'call' && subject !== '' && <b>{`${subject}\n\n`}</b>}
                {words}
              </div>
              {about && <AboutChip about={about} />}
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}
