import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { parts } from '../../core/checklists/own-line.ts'
import { addDays, dayAt, instantOf } from '../../core/day.ts'
import { storedWeek } from '../../core/hours/stored.ts'
import { isShowable, type Block } from '../../core/newsletter/blocks.ts'
import { dateKinds, stockActs } from '../../core/stock/expiry.ts'
import type { Context } from '../store/context.ts'

const text = z.string()
const int = z.int()
/** As told: a day and a time (`-3 17:00`), or hours from now (`+2h`, `-1h`). */
const moment = text.regex(/^(?:-?\d+ \d\d:\d\d|[+-]\d+h)$/)

const batch = z.strictObject({
  gtin: text,
  dateKind: z.enum(dateKinds),
  /** Its date, in days from today. */
  days: int,
  quantity: int,
  lot: text,
  /** What was done with all of it, and in days from today when. */
  act: z.enum(stockActs).optional(),
  actDays: int.optional(),
  reason: text.optional(),
})

const promise = z.strictObject({
  customer: text,
  what: text,
  kind: text,
  made: moment,
  told: moment,
  priceCap: text.optional(),
  warned: moment.optional(),
  ready: moment.optional(),
  done: moment.optional(),
  broken: text.optional(),
  /** Points of the closing check that were not met. */
  missed: z.array(z.enum(['inBudget', 'fullScope', 'leftClean'])).optional(),
})

const story = z.strictObject({
  shop: z.strictObject({ name: text, country: text, address: text, email: text, phone: text }),
  week: storedWeek,
  late: z.array(z.strictObject({ daysAgo: int, minutes: int, reason: text })),
  notLogged: z.strictObject({ fromDaysAgo: int, toDaysAgo: int }),
  /** By category. */
  leadDays: z.record(text, int),
  batches: z.array(batch),
  promises: z.array(promise),
  touchNotes: z.array(text),
  ownLines: z.array(z.strictObject({ part: z.enum(parts), weekday: int.nullable(), text })),
  /** Its offer ends in so many days from today. */
  newsletter: z.strictObject({ offerDays: int, blocks: z.array(z.custom<Block>(isShowable)) }),
})

export type Moment = z.infer<typeof moment>
export type StoryBatch = z.infer<typeof batch>
export type StoryPromise = z.infer<typeof promise>
/** `story.json` of the sample shop. */
export type Story = z.infer<typeof story>

/** Reads the story shipped with Wellkept. */
export const readStory = async (folder: string): Promise<Story> =>
  story.parse(JSON.parse(await readFile(join(folder, 'story.json'), 'utf8')))

/** The instant of a story's moment, epoch ms, whole minutes. */
export function momentOf(moment: Moment, { now, zone }: Pick<Context, 'now' | 'zone'>): number {
  const hours = /^([+-]\d+)h$/.exec(moment)
  if (hours) return Math.floor(now / 300_000) * 300_000 + Number(hours[1]) * 3_600_000
  const [days = '', time = ''] = moment.split(' ')
  return instantOf(`${addDays(dayAt(now, zone), Number(days))}T${time}`, zone)
}
