import { kindOf, type Block } from './blocks.ts'
import type { Part } from './blocks/kind.ts'
import { bodyText, headerText } from './header-text.ts'
import { template, type Template } from './merge.ts'
import type { ShopFacts } from './shop-facts.ts'

/** An issue made ready to be set in HTML or plain text: all words chosen, nothing escaped. */
export interface ReadyIssue {
  readonly shopName: string
  readonly subject: Template
  readonly parts: readonly Part[]
  /** Name, postal address, phone: who sends this. */
  readonly sender: readonly string[]
  readonly shopAddress: string
}

/** Reads an issue's blocks and the shop's facts into an issue ready to be set. Blank blocks are left out. */
export function readyIssue(subject: string, blocks: readonly Block[], shop: ShopFacts): ReadyIssue {
  return {
    shopName: headerText(shop.name),
    subject: template(headerText(subject)),
    parts: blocks.flatMap((block) => kindOf(block).part(block, shop) ?? []),
    sender: [shop.name, ...bodyText(shop.address).split('\n'), shop.phone]
      .map(headerText)
      .filter((line) => line !== ''),
    shopAddress: shop.email.trim(),
  }
}

/** The sentence above the way out, in both versions of a mail. */
export const whyYouGetThis = (shopName: string): string =>
  `You get this newsletter because you said yes to news from ${shopName}.`
