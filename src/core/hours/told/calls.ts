import { z } from 'zod'
import { line, nearDay, text } from '../../inputs.ts'
import { read, sheet } from '../../call.ts'
import { papers } from '../../paper.ts'
import type { Notice } from './notice.ts'
import type { OsmImport } from '../osm/read.ts'
import type { OsmExport } from '../osm/write.ts'

/** `osm` without a text: the shop's own hours. With one: what it says, or why it is not taken. */
export type OsmAnswer = OsmExport | OsmImport

const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time as 14:30, from 00:00 to 23:59.')
  .optional()
const note = line(200).optional()

/** What the shop tells the world about its hours: texts, signs, files. */
export const toldCalls = {
  /** OpenStreetMap's `opening_hours`. */
  'hours.osm': read<OsmAnswer>()({
    topics: ['hours', 'shop'],
    input: z.strictObject({ text: text(4000).optional() }),
  }),
  /** schema.org's LocalBusiness with its OpeningHoursSpecification, as the text of a script element. */
  'hours.jsonLd': read<{ readonly jsonLd: string }>()({
    topics: ['hours', 'shop'],
    input: z.strictObject({}),
  }),
  /** `at` is when a pause ends or a late shop opens; without it the pause that runs. */
  'hours.sign': sheet<{ readonly html: string }>()({
    // One page for the door.
    sheet: { pageNumbers: false },
    topics: ['hours', 'shop'],
    input: z.strictObject({
      paper: z.enum(papers, 'Choose A4, Letter or A5.'),
      kind: z.enum(['hours', 'holidays', 'pause', 'late', 'closing']).default('hours'),
      at: time,
      note,
      /** Of a closing for a while, of which the note says why. */
      from: nearDay.optional(),
      to: nearDay.optional(),
    }),
  }),
  'hours.voicemail': read<{ readonly text: string }>()({
    topics: ['hours', 'shop'],
    input: z.strictObject({}),
  }),
  /** `text` for today's door or message, `dated` for a newsletter. A late opening without `at` is today's as logged. */
  'hours.notice': read<Notice>()({
    topics: ['hours', 'shop'],
    input: z.strictObject({ kind: z.enum(['late', 'pause', 'holidays']), at: time, note }),
  }),
}
