import { join } from 'node:path'
import { addDays, dayAt } from '../../core/day.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { addStarter, saveLine } from '../checklists/edge.ts'
import { keepWeek } from '../hours/edge.ts'
import { createIssue } from '../newsletter/edge.ts'
import { addShop } from '../shop/edge.ts'
import { keepHours } from './hours.ts'
import { meetCustomers } from './people.ts'
import { makePromises } from './promises.ts'
import { fillShelves } from './shelves.ts'
import { readStory, type Story } from './story.ts'
import type { Context, Handler } from '../store/context.ts'

/** Weeks the sample shop has been kept. */
const weeks = 6

/**
 * Fills an empty file with a believable shop; `folder` holds `sample-shop`. The same now and zone make the same shop.
 * Its days lie around now, so that Today is alive whenever it is opened.
 */
export const fillSample: Handler<'shop.fillSample'> = async (context, { folder }) => {
  const { now, zone, say } = context
  if (context.shop)
    return fail('not-empty', 'This file holds a shop already. Nothing was changed. Use a new file.')
  const files = join(folder, 'sample-shop')
  const story = await readStory(files)
  const since = addDays(dayAt(now, zone), -7 * weeks)
  const inShop = { ...context, shop: await addShop(context, { zone, ...story.shop }) }
  const chapters: readonly [words: string, write: () => Promise<Result<unknown>>][] = [
    ['Setting up the shop', () => keepWeek(inShop, { validFrom: since, week: story.week })],
    ['Keeping the hours', () => keepHours(inShop, story, since)],
    ['Meeting the customers', () => meetCustomers(inShop, story, join(files, 'customers.csv'))],
    ['Filling the shelves', () => fillShelves(inShop, story, files)],
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
