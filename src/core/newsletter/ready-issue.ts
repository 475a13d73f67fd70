import { kindOf, type Block } from './blocks.ts'
import type { Part } from './blocks/kind.ts'
import { bodyText, headerText } from '../greeting/header-text.ts'
import { template, type Template } from './merge.ts'
import type { Voice } from '../out/voice.ts'
import type { ShopFacts } from './shop-facts.ts'

/** An issue made ready to be set in HTML or plain text: all words chosen, nothing escaped. */
export interface ReadyIssue {
  readonly shopName: string
  readonly subject: Template
  /** With the keys of the blocks they come from. */
  readonly parts: readonly (Part & { readonly key?: string | undefined })[]
  /** Name, postal address, phone: who sends this. */
  readonly sender: readonly string[]
  readonly shopAddress: string
  readonly voice: Voice
  /** Of the mail by which a reader opts out. */
  readonly stopSubject: string
}

/** Reads an issue's blocks and the shop's facts into an issue ready to be set. Blank blocks are left out. */
export function readyIssue(subject: string, blocks: readonly Block[], shop: ShopFacts): ReadyIssue {
  return {
    shopName: headerText(shop.name),
    subject: template(headerText(subject), shop.voice.say('mail.reader')),
    parts: blocks.flatMap((block) => {
      const part = kindOf(block).part(block, shop)
      return part ? { ...part, key: block.key } : []
    }),
    sender: [shop.name, ...bodyText(shop.address).split('\n'), shop.phone]
      .map(headerText)
      .filter((line) => line !== ''),
    shopAddress: shop.email.trim(),
    voice: shop.voice,
    stopSubject: headerText(shop.voice.say('mail.stopSubject')),
  }
}

/** The sentence above the way out, in both versions of a mail. */
export const whyYouGetThis = ({ shopName, voice }: ReadyIssue): string =>
  voice.say('mail.why', { shop: shopName })

/** A sentence with the reader's code in its place. */
export const withCode = (pieces: readonly { readonly words: string; readonly param?: string }[]): Template =>
  pieces.map(({ words, param }) => (param === 'code' ? { slot: 'optOutCode' } : words))
