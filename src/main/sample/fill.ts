import { addDays, dayAt } from '../../core/day.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { addStarter, saveLine } from '../checklists/edge.ts'
import { keepWeek } from '../hours/edge.ts'
import { createIssue } from '../newsletter/edge.ts'
import { addShop } from '../shop/edge.ts'
import { readFiles, type SampleFiles } from './files.ts'
import { keepHours } from './hours.ts'
import { meetCustomers } from './people.ts'
import { makePromises } from './promises.ts'
import { fillShelves } from './shelves.ts'
import type { Story } from './story.ts'
import type { Context, FilingHandler } from '../store/context.ts'

/** Weeks the sample shop has been kept. */
const weeks = 6

/**
 * Fills an empty file with a believable shop; `folder` holds `sample-shop`. The same now and zone make the same shop.
 * Its days lie around now, so that Today is alive whenever it is opened.
 */
export const fillSample: FilingHandler<'shop.fillSample', SampleFiles> = {
  prepare: (context, { folder }) => readFiles(context, folder),

  async write(context, _, { story, customers, products }) {
    const { now, zone, say } = context
    if (context.shop)
      return fail('not-empty', 'This file holds a shop already. Nothing was changed. Use a new file.')
    const since = addDays(dayAt(now, zone), -7 * weeks)
    const inShop = { ...context, shop: await addShop(context, { zone, ...story.shop }) }
    const chapters: readonly [words: string, write: () => Promise<Result<unknown>>][] = [
      ['Setting up the shop', () => keepWeek(inShop, { validFrom: since, week: story.week })],
      ['Keeping the hours', () => keepHours(inShop, story, since)],
      ['Meeting the customers', () => meetCustomers(inShop, story, customers)],
      ['Filling the shelves', () => fillShelves(inShop, story, products)],
      ['Making promises', () => makePromises(inShop, story)],
      ['Writing lists and letters', () => write(inShop, story)],
    ]
    for (const [i, [words, chapter]] of chapters.entries()) {
      await context.step(i, chapters.length, words)
      const written = await chapter()
      if (!written.ok) return written
    }
    say('Sample shop filled')
    return ok(null)
  },

  discard: () => Promise.resolve(),
}

async function write(context: Context, { ownLines, newsletter: letter }: Story): Promise<Result<unknown>> {
  const starter = await addStarter(context, { trade: 'grocer' })
  if (!starter.ok) return starter
  for (const line of ownLines) {
    const saved = await saveLine(context, line)
    if (!saved.ok) return saved
  }
  const today = dayAt(context.now, context.zone)
  const ends = addDays(today, letter.offerDays)
  return createIssue(context, {
    month: today.slice(0, 7),
    blocks: letter.blocks.map((block) => (block.kind === 'offer' ? { ...block, ends } : block)),
  })
}
