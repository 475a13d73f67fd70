import { checkWords } from '../../core/out/check-words.ts'
import { messages } from '../../core/out/messages.ts'
import { standardText } from '../../core/out/voice.ts'
import { fail, ok } from '../../core/result.ts'
import type { wordsCalls } from '../../core/shop/words-calls.ts'
import type { HandlersOf } from '../store/context.ts'
import { ownWordsOf, speakerOf } from './voice.ts'

/** The owner's own wording of what goes out to customers. */
export const words: HandlersOf<typeof wordsCalls> = {
  'shop.ownWords': async (context, { language }) => ok(await ownWordsOf(context, language)),

  'shop.setWords': async (context, { message, words: typed, language: chosen }) => {
    const { db, shop, say } = context
    if (!shop)
      return fail('no-shop', 'This file holds no shop yet. Nothing was changed. Set the shop up first.')
    const checked = checkWords(message, typed)
    if (!checked.ok) return checked
    const language = chosen ?? speakerOf(shop).language
    const isStandard = checked.value === standardText(message, language, shop.country)
    const row = { message, language, words: checked.value }
    const before = await db
      .selectFrom('ownWords')
      .select('id')
      .where('message', '=', message)
      .where('language', '=', language)
      .executeTakeFirst()
    if (isStandard && before) await db.deleteFrom('ownWords').where('id', '=', before.id).execute()
    else if (before) await db.updateTable('ownWords').set(row).where('id', '=', before.id).execute()
    else if (!isStandard) await db.insertInto('ownWords').values(row).execute()
    const { called } = messages[message]
    say(isStandard ? `“${called}” said in the standard words` : `“${called}” said in your own words`)
    return ok(null)
  },
}
