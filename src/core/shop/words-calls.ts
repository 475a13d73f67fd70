import { z } from 'zod'
import { read, write } from '../call.ts'
import { text } from '../inputs.ts'
import { messageNames, type MessageName } from '../out/messages.ts'
import { longestWords } from '../out/check-words.ts'
import { languages } from '../out/languages.ts'

/** A sentence that the owner has put into other words, in the shop's language. */
export interface OwnSentence {
  readonly message: MessageName
  readonly words: string
}

const message = z.enum(messageNames as [MessageName, ...MessageName[]], 'Choose a sentence.')

const language = z.enum(languages, 'Choose a language.').optional()

/** The words that go out to customers; unsaid, in the language the shop speaks now. */
export const wordsCalls = {
  'shop.ownWords': read<readonly OwnSentence[]>()({ topics: ['shop'], input: z.strictObject({ language }) }),
  /** The owner's own words for a sentence; the standard ones take them away. */
  'shop.setWords': write<null>()({
    topics: ['shop'],
    input: z.strictObject({ message, words: text(longestWords), language }),
  }),
}
