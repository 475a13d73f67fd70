import type { lettersCalls, ShopVoice } from '../../core/letters/calls.ts'
import { usualManner, type SpokenTo } from '../../core/letters/compose.ts'
import { spokenLanguage, type Language } from '../../core/out/languages.ts'
import { fail, ok } from '../../core/result.ts'
import { voiceIn } from '../shop/edge.ts'
import type { Context, HandlersOf } from '../store/context.ts'

/** What was chosen of how the shop speaks; undefined where nothing was. */
export const voiceRow = ({ db }: Pick<Context, 'db'>) =>
  db.selectFrom('shopVoice').selectAll().where('id', '=', 1).executeTakeFirst()

/** How the shop speaks to one person, with what is usual where nothing was chosen. */
async function readVoice(context: Context): Promise<ShopVoice> {
  const row = await voiceRow(context)
  const { shop } = context
  return {
    manner: row?.manner || usualManner(spokenLanguage(shop?.country ?? '', shop?.language ?? '')),
    signName: row?.signName ?? '',
    signRole: row?.signRole ?? '',
    phrases: row?.phrases ?? '',
  }
}

type VoiceRow = Awaited<ReturnType<typeof voiceRow>>

/** How the shop speaks to somebody of a language. */
export async function spokenTo(context: Context, language: Language, row: VoiceRow): Promise<SpokenTo> {
  const voice = await voiceIn(context, language)
  const manner = row?.manner || usualManner(language)
  const isFormal = manner === 'formal'
  return {
    language,
    country: context.shop?.country ?? '',
    manner,
    hello: voice.say(isFormal ? 'personal.helloFormal' : 'personal.hello'),
    bye: voice.say(isFormal ? 'personal.byeFormal' : 'personal.bye'),
    sign: [row?.signName ?? '', row?.signRole ?? '', context.shop?.name ?? ''].filter((line) => line !== ''),
  }
}

/** The shop's saved phrases, each once. */
export const phrasesOf = (row: VoiceRow): readonly string[] => [
  ...new Set(
    (row?.phrases ?? '')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
]

export const voice: HandlersOf<Pick<typeof lettersCalls, 'letters.voice' | 'letters.setVoice'>> = {
  'letters.voice': async (context) => ok(await readVoice(context)),

  'letters.setVoice': async (context, { manner, signName, signRole, phrases }) => {
    const { db, shop, say } = context
    if (!shop)
      return fail('no-shop', 'This file holds no shop yet. Nothing was changed. Set the shop up first.')
    const before = await voiceRow(context)
    const row = {
      manner: manner ?? before?.manner ?? '',
      signName: signName ?? before?.signName ?? '',
      signRole: signRole ?? before?.signRole ?? '',
      phrases: phrases ?? before?.phrases ?? '',
    }
    if (before) await db.updateTable('shopVoice').set(row).where('id', '=', 1).execute()
    else
      await db
        .insertInto('shopVoice')
        .values({ id: 1, ...row })
        .execute()
    say('How the shop speaks changed', '/settings')
    return ok(null)
  },
}
