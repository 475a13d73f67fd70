import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { OwnLine } from '../../core/checklists/calls.ts'
import { addDays, dayAt, instantOf } from '../../core/day.ts'
import type { Week } from '../../core/hours/week.ts'
import type { Block } from '../../core/newsletter/blocks.ts'
import type { DateKind, StockAct } from '../../core/stock/expiry.ts'
import type { Context } from '../store/context.ts'

/** A moment as told in the story: a day and a time (`-3 17:00`), or hours from now (`+2h`, `-1h`). */
export type Moment = string

export interface StoryBatch {
  readonly gtin: string
  readonly dateKind: DateKind
  /** Its date, in days from today. */
  readonly days: number
  readonly quantity: number
  readonly lot: string
  /** What was done with all of it, and in days from today when. */
  readonly act?: StockAct
  readonly actDays?: number
  readonly reason?: string
}

export interface StoryPromise {
  readonly customer: string
  readonly what: string
  readonly kind: string
  readonly made: Moment
  readonly told: Moment
  readonly priceCap?: string
  readonly warned?: Moment
  readonly ready?: Moment
  readonly done?: Moment
  readonly broken?: string
  /** Points of the closing check that were not met. */
  readonly missed?: readonly ('inBudget' | 'fullScope' | 'leftClean')[]
}

/** `story.json` of the sample shop. */
export interface Story {
  readonly shop: {
    readonly name: string
    readonly country: string
    readonly address: string
    readonly email: string
    readonly phone: string
  }
  readonly week: Week
  readonly late: readonly { readonly daysAgo: number; readonly minutes: number; readonly reason: string }[]
  readonly notLogged: { readonly fromDaysAgo: number; readonly toDaysAgo: number }
  /** By category. */
  readonly leadDays: Readonly<Record<string, number>>
  readonly batches: readonly StoryBatch[]
  readonly promises: readonly StoryPromise[]
  readonly touchNotes: readonly string[]
  readonly ownLines: readonly Omit<OwnLine, 'lineId'>[]
  readonly newsletter: { readonly offerDays: number; readonly blocks: readonly Block[] }
}

/** Reads the story shipped with Wellkept. */
export const readStory = async (folder: string): Promise<Story> =>
  JSON.parse(await readFile(join(folder, 'story.json'), 'utf8'))

/** The instant of a story's moment, epoch ms, whole minutes. */
export function momentOf(moment: Moment, { now, zone }: Pick<Context, 'now' | 'zone'>): number {
  const hours = /^([+-]\d+)h$/.exec(moment)
  if (hours) return Math.floor(now / 300_000) * 300_000 + Number(hours[1]) * 3_600_000
  const [days = '', time = ''] = moment.split(' ')
  return instantOf(`${addDays(dayAt(now, zone), Number(days))}T${time}`, zone)
}
