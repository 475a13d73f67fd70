import { Temporal } from 'temporal-polyfill'
import { escapeHtml } from '../html.ts'
import { headerText } from '../greeting/header-text.ts'
import { mailbox, unstructured } from './header-value.ts'
import { fill, slotText, type Reader, type Template } from './merge.ts'
import { optOutLink } from './opt-out.ts'
import { joinQuotedPrintable, quotedPrintable } from './quoted-printable.ts'

/** A finished issue, the same for all its readers. */
export interface Edition {
  readonly shopName: string
  /** A valid address (see isMailAddress). */
  readonly shopAddress: string
  readonly subject: Template
  /** Of the mail by which a reader opts out. */
  readonly stopSubject: string
  readonly text: Template
  readonly html: Template
  /** When the drafts are written, epoch ms, and the shop's zone. */
  readonly now: number
  readonly zone: string
  /** Letters and digits that no other export has; Message-IDs and boundaries are built from it. */
  readonly unique: string
}

export interface Recipient extends Reader {
  readonly customerId: number
  readonly name: string
  /** A valid address. */
  readonly address: string
}

/**
 * Prepares an edition: what all readers share is encoded once. The function it returns writes one reader's draft as RFC 5322 /
 * MIME: ASCII only, CRLF, plain text before HTML, `X-Unsent: 1` so that mail programs open it for sending.
 */
export function draftWriter(edition: Edition): (recipient: Recipient) => string {
  const text = encodedOnce(edition.text, (words) => words)
  const html = encodedOnce(edition.html, escapeHtml)
  const host = edition.shopAddress.slice(edition.shopAddress.lastIndexOf('@') + 1)
  const from = `From: ${mailbox(headerText(edition.shopName), edition.shopAddress, 6)}`
  const date = `Date: ${mailDate(edition.now, edition.zone)}`
  return (recipient) => {
    // Quoted-printable never holds `=_`, so the boundary cannot occur in a body.
    const boundary = `=_${edition.unique}.${recipient.customerId}`
    const part = (type: string, body: string) =>
      `--${boundary}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${body}\r\n`
    return [
      from,
      `To: ${mailbox(headerText(recipient.name), recipient.address, 4)}`,
      `Subject: ${unstructured(headerText(fill(edition.subject, recipient)), 9)}`,
      date,
      `Message-ID: <${edition.unique}.${recipient.customerId}@${host}>`,
      'X-Unsent: 1',
      `List-Unsubscribe: <${optOutLink(edition.shopAddress, edition.stopSubject, recipient.optOutCode)}>`,
      'MIME-Version: 1.0',
      `Content-Type: multipart/alternative;\r\n boundary="${boundary}"`,
      '',
      `${part('text/plain', text(recipient))}${part('text/html', html(recipient))}--${boundary}--\r\n`,
    ].join('\r\n')
  }
}

function encodedOnce(parts: Template, made: (words: string) => string): (reader: Reader) => string {
  const pieces = parts.map((part) => (typeof part === 'string' ? quotedPrintable(part) : part))
  return (reader) =>
    joinQuotedPrintable(
      pieces.map((piece) =>
        typeof piece === 'string' ? piece : quotedPrintable(made(slotText(piece, reader))),
      ),
    )
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** RFC 5322 date-time of an instant (epoch ms) in an IANA zone: `Mon, 23 Nov 2026 09:00:00 +0100`. */
export function mailDate(ms: number, zone: string): string {
  const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone)
  const time = at.toPlainTime().toString({ smallestUnit: 'second' })
  const offset = at.offset.slice(0, 6).replace(':', '')
  return `${weekdays[at.dayOfWeek - 1]}, ${at.day} ${months[at.month - 1]} ${at.year} ${time} ${offset}`
}
