import { bodyText, headerText } from '../greeting/header-text.ts'
import { mailbox, unstructured } from '../newsletter/header-value.ts'
import { mailDate } from '../newsletter/message.ts'
import { quotedPrintable } from '../newsletter/quoted-printable.ts'

/** One mail to one person. Both addresses are valid (see isMailAddress). */
export interface PersonalMail {
  readonly shopName: string
  readonly shopAddress: string
  readonly name: string
  readonly address: string
  readonly subject: string
  readonly words: string
  /** Epoch ms, and the shop's zone. */
  readonly now: number
  readonly zone: string
  /** Letters and digits that no other mail has. */
  readonly unique: string
}

/** A mail as a draft (RFC 5322, MIME): plain text in ASCII, CRLF, `X-Unsent: 1` so that mail programs open it for sending. */
export function personalMail(mail: PersonalMail): string {
  const { shopName, shopAddress, name, address, subject, words, now, zone, unique } = mail
  const host = shopAddress.slice(shopAddress.lastIndexOf('@') + 1)
  return [
    `From: ${mailbox(headerText(shopName), shopAddress, 6)}`,
    `To: ${mailbox(headerText(name), address, 4)}`,
    `Subject: ${unstructured(headerText(subject), 9)}`,
    `Date: ${mailDate(now, zone)}`,
    `Message-ID: <${unique}@${host}>`,
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    `${quotedPrintable(`${bodyText(words).trimEnd()}\n`)}\r\n`,
  ].join('\r\n')
}
