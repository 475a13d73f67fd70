import {
  IconMail,
  IconMailbox,
  IconMailboxOff,
  IconMailOff,
  IconMessage,
  IconMessageOff,
  IconMinus,
  IconPhone,
  IconPhoneOff,
} from '@tabler/icons-react'
import type { Consent } from '../../core/customers/consent.ts'
import type { Channel } from '../../core/customers/reach.ts'

interface ConsentMarkProps {
  readonly consent: Consent
  readonly channel?: Channel
}

const marks = {
  email: { yes: [IconMail, 'Mail'], no: [IconMailOff, 'No mail'] },
  phone: { yes: [IconPhone, 'Calls'], no: [IconPhoneOff, 'No calls'] },
  post: { yes: [IconMailbox, 'Letters'], no: [IconMailboxOff, 'No letters'] },
  message: { yes: [IconMessage, 'Messages'], no: [IconMessageOff, 'No messages'] },
} as const

const classNames = { yes: 'kept', no: '', unasked: 'quiet' } as const

/** What a customer answered about being written to or called, as shape and word. */
export function ConsentMark({ consent, channel = 'email' }: ConsentMarkProps) {
  const [Icon, words] = consent === 'unasked' ? [IconMinus, 'Not asked'] : marks[channel][consent]
  return (
    <span className={`consent-mark ${classNames[consent]}`}>
      <Icon size={16} aria-hidden />
      {words}
    </span>
  )
}
