import type { ProblemCode } from '../problem-code.ts'
import type { Day } from '../day.ts'
import type { Formats } from '../formats.ts'
import { isMailAddress } from './address.ts'
import { isBlank, type Block } from './blocks.ts'
import { headerText, utf8Length } from './header-text.ts'
import { unknownFields } from './merge.ts'

/** Where the owner puts something right. */
export type Fix = 'settings' | 'hours' | 'customers' | 'issue'

/** Why an issue cannot go out yet, in a sentence. */
export interface Obstacle {
  readonly code: ProblemCode
  readonly message: string
  readonly fix: Fix
}

/** What is looked at before an export. */
export interface Checked {
  readonly shop: { readonly name: string; readonly address: string; readonly email: string }
  readonly subject: string
  readonly blocks: readonly Block[]
  /** Whether there are hours for the month. */
  readonly hasHours: boolean
  readonly recipients: number
  /** The HTML version of the mail. */
  readonly html: string
  readonly today: Day
  readonly formats: Formats
}

/** Mail programs cut a longer HTML part off, and the way out with it. Bytes. */
export const htmlLimit = 102 * 1024

/** Everything that keeps an issue from going out; empty when it may. */
export function obstacles({
  shop,
  subject,
  blocks,
  hasHours,
  recipients,
  html,
  today,
  formats,
}: Checked): Obstacle[] {
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
  if (blocks.some(({ kind }) => kind === 'hours') && !hasHours)
    add(
      'no-hours',
      'hours',
      'The hours block has nothing to show. Set your weekly hours, or remove the block.',
    )
  for (const block of blocks)
    if (block.kind === 'offer' && !isBlank(block)) {
      const name = headerText(block.title)
      if (name === '') add('no-offer-title', 'issue', 'Give each offer a title.')
      if (block.ends < today)
        add(
          'offer-over',
          'issue',
          `The offer “${name}” ended on ${formats.longDate(block.ends)}. Change its last day or remove it.`,
        )
    }
  for (const field of new Set(fieldsIn(subject, blocks)))
    add('unknown-field', 'issue', `Wellkept does not know ${field}. Write {{first name}}, or take it out.`)
  if (utf8Length(html) > htmlLimit)
    add('too-long', 'issue', 'The newsletter is longer than 102 KB: Gmail would cut off its end. Shorten it.')
  if (recipients === 0)
    add(
      'no-recipients',
      'customers',
      'Nobody has said yes to mail with an address that works. Ask customers, and note their yes.',
    )
  return found
}

const fieldsIn = (subject: string, blocks: readonly Block[]): string[] =>
  [
    subject,
    ...blocks.flatMap((block) =>
      block.kind === 'text' ? block.text : block.kind === 'offer' ? [block.title, block.text] : [],
    ),
  ].flatMap(unknownFields)
