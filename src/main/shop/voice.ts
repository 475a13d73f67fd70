import { isMessageName } from '../../core/out/messages.ts'
import { spokenLanguage, type Language } from '../../core/out/languages.ts'
import { voiceOf, type Voice } from '../../core/out/voice.ts'
import type { OwnSentence } from '../../core/shop/words-calls.ts'
import type { Context } from '../store/context.ts'

type Asked = Pick<Context, 'db' | 'shop'>

/** Where the shop is and what it speaks; before it is set up English, as the window does. */
export function speakerOf(shop: Context['shop']): { readonly country: string; readonly language: Language } {
  const country = shop?.country ?? ''
  return { country, language: spokenLanguage(country, shop?.language ?? '') }
}

/** The sentences that the owner has put into other words, in a language; unsaid, that which the shop speaks now. */
export async function ownWordsOf(
  { db, shop }: Asked,
  language: Language = speakerOf(shop).language,
): Promise<readonly OwnSentence[]> {
  const rows = await db
    .selectFrom('ownWords')
    .select(['message', 'words'])
    .where('language', '=', language)
    .orderBy('id')
    .execute()
  // A newer Wellkept may have sentences that this one does not say.
  return rows.flatMap(({ message, words }) => (isMessageName(message) ? [{ message, words }] : []))
}

/** How the shop speaks to its customers: its language, and its own words where it has some. */
export async function shopVoice(context: Asked): Promise<Voice> {
  return voiceIn(context, speakerOf(context.shop).language)
}

/** How the shop speaks to a customer in another language. */
export async function voiceIn(context: Asked, language: Language): Promise<Voice> {
  const own = (await ownWordsOf(context, language)).map(({ message, words }) => [message, words] as const)
  return voiceOf({ ...speakerOf(context.shop), language }, Object.fromEntries(own))
}
