import { isMailAddress } from '../mail-address.ts'
import { isBlank, kindOf, type Block } from './blocks.ts'
import type { Checked } from './blocks/kind.ts'
import { headerText, utf8Length } from '../greeting/header-text.ts'
import { unknownFields } from './merge.ts'
import type { Fix, Obstacle } from './obstacle.ts'
import type { ProblemCode } from '../problem-code.ts'

/** What is looked at before an export. */
interface CheckedIssue extends Checked {
  readonly shop: { readonly name: string; readonly address: string; readonly email: string }
  readonly subject: string
  readonly blocks: readonly Block[]
  readonly recipients: number
  /** Who said yes and is put aside; they get none. */
  readonly putAside?: number
  /** The HTML version of the mail. */
  readonly html: string
}

/** Mail programs cut a longer HTML part off, and the way out with it. Bytes. */
export const htmlLimit = 102 * 1024

/** Everything that keeps an issue from going out; empty when it may. */
export function obstacles({
  shop,
  subject,
  blocks,
  recipients,
  putAside = 0,
  html,
  ...checked
}: CheckedIssue): readonly Obstacle[] {
  const found: Obstacle[] = []
  const add = (code: ProblemCode, fix: Fix, message: string) => found.push({ code, message, fix })
  if (headerText(shop.address) === '')
    add('no-postal-address', 'settings', 'The newsletter needs your postal address. Enter it in Settings.')
  if (shop.email.trim() === '')
    add(
      'no-shop-mail',
      'settings',
      'Readers answer and opt out by mail. Enter the shop’s mail address in Settings.',
    )
  else if (!isMailAddress(shop.email.trim()))
    add(
      'bad-shop-mail',
      'settings',
      `“${shop.email}” is not a mail address that readers can answer. Correct it in Settings.`,
    )
  if (headerText(subject) === '') add('no-subject', 'issue', 'Give the newsletter a subject.')
  if (blocks.every(isBlank))
    add('no-words', 'issue', 'The newsletter says nothing yet. Write a text or an offer.')
  found.push(...blocks.flatMap((block) => kindOf(block).obstacles(block, checked)))
  for (const field of new Set(fieldsIn(subject, blocks)))
    add(
      'unknown-field',
      'issue',
      `Wellkept does not know ${field}. Take it out, or use “Insert first name” in its place.`,
    )
  if (utf8Length(html) > htmlLimit)
    add('too-long', 'issue', 'The newsletter is longer than 102 KB: Gmail would cut off its end. Shorten it.')
  if (recipients === 0)
    add(
      'no-recipients',
      'customers',
      putAside === 0
        ? 'Nobody has said yes to mail with an address that works. Ask customers, and note their yes.'
        : 'Who said yes to mail is put aside, or has no address that works. Ask customers, and note their yes.',
    )
  return found.filter(({ message }, i) => found.findIndex((one) => one.message === message) === i)
}

const fieldsIn = (subject: string, blocks: readonly Block[]): string[] =>
  [subject, ...blocks.flatMap((block) => kindOf(block).typed(block))].flatMap(unknownFields)
