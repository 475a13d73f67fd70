import type { Context } from '../store/context.ts'
import type { NewRow } from '../store/schema.ts'

type Given = Omit<NewRow<'consentAnswers'>, 'who' | 'wording'> & { readonly wording?: string }

/** Keeps answers as they were given, with who notes them. */
export const noteAnswers = async (
  { insertMany, who }: Pick<Context, 'insertMany' | 'who'>,
  given: readonly Given[],
): Promise<void> => {
  await insertMany(
    'consentAnswers',
    given.map((one) => ({ wording: '', ...one, who })),
  )
}
