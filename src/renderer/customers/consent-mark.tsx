import { IconMail, IconMailOff, IconMinus } from '@tabler/icons-react'
import type { Consent } from '../../core/customers/consent.ts'

const marks = {
  yes: { Icon: IconMail, words: 'Mail', className: 'kept' },
  no: { Icon: IconMailOff, words: 'No mail', className: '' },
  unasked: { Icon: IconMinus, words: 'Not asked', className: 'quiet' },
} as const

/** What a customer answered about mail, as shape and word. */
export function ConsentMark({ consent }: { readonly consent: Consent }) {
  const { Icon, words, className } = marks[consent]
  return (
    <span className={`consent-mark ${className}`}>
      <Icon size={16} aria-hidden />
      {words}
    </span>
  )
}
