import type { Day } from '../day.ts'
import type { Block } from './blocks.ts'
import { bodyText, headerText } from './header-text.ts'
import { template, type Template } from './merge.ts'

/** The opening hours as an issue prints them. */
export interface PrintedHours {
  /** What they are where they are not simply the hours: a later change, special days. */
  readonly title: string | null
  readonly lines: readonly { readonly days: string; readonly times: string }[]
}

/** What an issue takes from the shop. */
export interface ShopFacts {
  readonly name: string
  readonly address: string
  readonly email: string
  readonly phone: string
  readonly hours: readonly PrintedHours[]
}

/** An issue made ready to be set in HTML or plain text: all words chosen, nothing escaped. */
export interface ReadyIssue {
  readonly shopName: string
  readonly subject: Template
  readonly parts: readonly Part[]
  /** Name, postal address, phone: who sends this. */
  readonly sender: readonly string[]
  readonly shopAddress: string
}

export type Part =
  | { readonly kind: 'text'; readonly paragraphs: readonly Template[] }
  | { readonly kind: 'hours'; readonly heading: string; readonly hours: readonly PrintedHours[] }
  | {
      readonly kind: 'offer'
      readonly title: Template
      readonly paragraphs: readonly Template[]
      readonly code: string
      readonly ends: Day
    }

/** Reads an issue's blocks and the shop's facts into an issue ready to be set. Blank blocks are left out. */
export function readyIssue(subject: string, blocks: readonly Block[], shop: ShopFacts): ReadyIssue {
  return {
    shopName: headerText(shop.name),
    subject: template(headerText(subject)),
    parts: blocks.flatMap((block) => partOf(block, shop)),
    sender: [shop.name, ...bodyText(shop.address).split('\n'), shop.phone]
      .map(headerText)
      .filter((line) => line !== ''),
    shopAddress: shop.email.trim(),
  }
}

function partOf(block: Block, shop: ShopFacts): Part[] {
  if (block.kind === 'hours') {
    const heading = headerText(block.heading ?? '') || 'Opening hours'
    return shop.hours.length > 0 ? [{ kind: 'hours', heading, hours: shop.hours }] : []
  }
  const paragraphs = bodyText(block.text)
    .split(/\n[ ]*(?:\n[ ]*)+/)
    .map((text) => text.replace(/^\n+|\s+$/g, ''))
    .filter((text) => text !== '')
    .map(template)
  if (block.kind === 'text') return paragraphs.length > 0 ? [{ kind: 'text', paragraphs }] : []
  const title = template(headerText(block.title))
  if (title.length === 0 && paragraphs.length === 0) return []
  return [{ kind: 'offer', title, paragraphs, code: headerText(block.code ?? ''), ends: block.ends }]
}

/** The sentence above the way out, in both versions of a mail. */
export const whyYouGetThis = (shopName: string): string =>
  `You get this newsletter because you said yes to news from ${shopName}.`
