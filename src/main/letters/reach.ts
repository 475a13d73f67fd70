import { isMailAddress, asciiAddress } from '../../core/mail-address.ts'
import { hasAddress, type PostalPlace } from '../../core/letters/address.ts'
import { isOwnMatter, type Occasion, type Way } from '../../core/letters/occasions.ts'

/** What of a customer decides how they may be written to. */
interface Reached extends PostalPlace {
  readonly email: string
  readonly phone: string
  /** The answer about mail that holds. */
  readonly consent: 'yes' | 'no' | 'unasked'
}

/** Why a way to somebody is closed on an occasion, in a sentence; '' where it is open. */
export function closedWay(way: Way, customer: Reached, occasion: Occasion): string {
  const { email, phone, consent } = customer
  switch (way) {
    case 'mail':
      if (email.trim() === '') return 'No mail address is on file.'
      if (!isMailAddress(asciiAddress(email))) return `“${email}” is not a mail address that works.`
      return consent === 'no' && !isOwnMatter(occasion)
        ? 'They said no to mail. Only an answer about their own order goes by mail: write a letter, or call.'
        : ''
    case 'call':
      return phone.trim() === '' ? 'No telephone number is on file.' : ''
    case 'letter':
      return hasAddress(customer) ? '' : 'No postal address is on file: the letter can only be handed over.'
  }
}
