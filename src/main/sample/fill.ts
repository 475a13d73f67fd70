import { fail, ok } from '../../core/result.ts'
import type { FilingHandler } from '../store/context.ts'
import { readDelicatessen } from './delicatessen.ts'
import { readMonth } from './month/month.ts'
import type { Tale } from './tale.ts'

/**
 * Fills an empty file with a believable shop; `folder` holds `sample-shop`. The same now and zone make the same shop.
 * Its days lie around now, so that Today is alive whenever it is opened.
 */
export const fillSample: FilingHandler<'shop.fillSample', Tale> = {
  prepare: (context, { folder, of }) => (of ? readMonth(folder, of) : readDelicatessen(context, folder)),

  async write(context, _, tell) {
    if (context.shop)
      return fail('not-empty', 'This file holds a shop already. Nothing was changed. Use a new file.')
    const chapters = await tell(context)
    for (const [i, [words, write]] of chapters.entries()) {
      await context.step(i, chapters.length, words)
      const written = await write()
      if (!written.ok) return written
    }
    context.say('Sample shop filled')
    return ok(null)
  },

  discard: () => Promise.resolve(),
}
