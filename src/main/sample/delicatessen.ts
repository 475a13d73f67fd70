import { addDays, dayAt } from '../../core/day.ts'
import { ok, type Result } from '../../core/result.ts'
import { addStarter, saveLine } from '../checklists/edge.ts'
import { keepWeek } from '../hours/edge.ts'
import { createIssue } from '../newsletter/edge.ts'
import { addShop } from '../shop/edge.ts'
import type { Context } from '../store/context.ts'
import { readFiles } from './files.ts'
import { keepHours } from './hours.ts'
import { meetCustomers } from './people.ts'
import { makePromises } from './promises.ts'
import { fillShelves } from './shelves.ts'
import type { Story } from './story.ts'
import type { Tale } from './tale.ts'

/** Weeks the sample shop has been kept. */
const weeks = 6

/** The delicatessen with customers from everywhere, who come from a file, in the zone of the PC. */
export async function readDelicatessen(context: Context, folder: string): Promise<Result<Tale>> {
  const files = await readFiles(context, folder)
  if (!files.ok) return files
  const { story, customers, products } = files.value
  return ok(async (writing) => {
    const { now, zone } = writing
    const since = addDays(dayAt(now, zone), -7 * weeks)
    const inShop = { ...writing, shop: await addShop(writing, { zone, ...story.shop }) }
    return [
      ['Setting up the shop', () => keepWeek(inShop, { validFrom: since, week: story.week })],
      ['Keeping the hours', () => keepHours(inShop, story, since)],
      ['Meeting the customers', () => meetCustomers(inShop, story, customers)],
      ['Filling the shelves', () => fillShelves(inShop, story, products)],
      ['Making promises', () => makePromises(inShop, story)],
      ['Writing lists and letters', () => write(inShop, story)],
    ]
  })
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
