import { erasedName, type Erased } from '../../core/customers/erased-words.ts'
import type { Context } from '../store/context.ts'

/** Makes the letters to one customer those of another, and letters that tell of the one tell of the other. */
export async function moveLetters({ db }: Context, goneId: number, keepId: number): Promise<void> {
  await db.updateTable('letters').set({ customerId: keepId }).where('customerId', '=', goneId).execute()
  await db
    .updateTable('letters')
    .set({ aboutId: keepId })
    .where('aboutKind', '=', 'customer')
    .where('aboutId', '=', goneId)
    .execute()
}

/** The letters to somebody go; what was written to others says it without them where it surely means them. */
export async function eraseLetters(
  context: Context,
  { ids, words: { sure } }: Erased,
): Promise<readonly number[]> {
  const { db } = context
  const own = await db.deleteFrom('letters').where('customerId', 'in', ids).returning('id').execute()
  const others = await db
    .selectFrom('letters')
    .select(['id', 'subject', 'words', 'aboutKind', 'aboutId', 'aboutName'])
    .orderBy('id')
    .execute()
  const isAbout = ({ aboutKind, aboutId }: (typeof others)[number]): boolean =>
    aboutKind === 'customer' && aboutId !== null && ids.includes(aboutId)
  await context.updateMany(
    'letters',
    others
      .filter(
        (one) => isAbout(one) || [one.subject, one.words, one.aboutName].some((text) => sure.names(text)),
      )
      .map((one) => ({
        id: one.id,
        subject: sure.without(one.subject),
        words: sure.without(one.words),
        aboutName: isAbout(one) ? erasedName : sure.without(one.aboutName),
      })),
  )
  return own.map(({ id }) => id)
}
