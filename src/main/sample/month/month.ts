import { addDays, dayAt } from '../../../core/day.ts'
import { formatsOf } from '../../../core/formats.ts'
import { ok, type Result } from '../../../core/result.ts'
import type { SampleChoice } from '../../../core/shop/sample.ts'
import { saveLine } from '../../checklists/edge.ts'
import { keepWeek, readPlan } from '../../hours/edge.ts'
import { createIssue } from '../../newsletter/edge.ts'
import { addShop } from '../../shop/edge.ts'
import type { Context } from '../../store/context.ts'
import type { Tale } from '../tale.ts'
import { shopClock, type ShopClock } from './clock.ts'
import { keepHolidays, keepHours, weekOf } from './hours.ts'
import { meet } from './meet.ts'
import { phoneOf } from './people.ts'
import { makePromises } from './promises.ts'
import { fillShelves } from './shelves.ts'
import { tongueOf } from './words.ts'
import { readWritten, type Written } from './written.ts'

/** Days for which the shop has had its hours: all contact that is told of lies in them. */
const daysKept = 120

/** A shop of the chosen trade and country, with a month of ups and downs around now. */
export async function readMonth(folder: string, of: SampleChoice): Promise<Result<Tale>> {
  const read = await readWritten(folder, of)
  if (!read.ok) return read
  const written = read.value
  return ok(async (writing) => {
    const context = await setUp(writing, written)
    const since = addDays(dayAt(context.now, context.zone), -daysKept)
    const withClock =
      (write: (clock: ShopClock, plan: Awaited<ReturnType<typeof readPlan>>) => Promise<Result<unknown>>) =>
      async () => {
        const plan = await readPlan(context)
        return write(shopClock(plan, context.now), plan)
      }
    return [
      ['Setting up the shop', () => keepWeek(context, { validFrom: since, week: weekOf(written) })],
      ['Looking at the holidays', () => keepHolidays(context, written, since)],
      ['Keeping the hours', withClock((clock, plan) => keepHours(context, written, plan, clock))],
      ['Meeting the customers', withClock((clock) => meet(context, written, clock))],
      ['Filling the shelves', withClock((clock) => fillShelves(context, written, clock))],
      ['Making promises', withClock((clock) => makePromises(context, written, clock))],
      ['Writing lists and letters', () => write(context, written)],
    ]
  })
}

/** Writes the shop into the file; what follows is done in its place and money. */
async function setUp(context: Context, written: Written): Promise<Context> {
  const { country, trade, of } = written
  const { street, postcode, town, owner, zone, region, phones } = country
  const row = await addShop(context, {
    name: tongueOf(written).say(trade.shop).replace('{owner}', owner),
    country: of.country,
    language: country.language,
    region,
    zone,
    address: country.address
      .replace('{street}', street)
      .replace('{postcode}', postcode)
      .replace('{town}', town),
    email: `shop@example.com`,
    phone: phoneOf(phones, 99, 0),
  })
  return { ...context, shop: row, zone, formats: formatsOf(row.country, row.currency) }
}

async function write(context: Context, { trade, common, ...rest }: Written): Promise<Result<unknown>> {
  const { say } = tongueOf({ trade, common, ...rest })
  for (const [part, weekday, text] of trade.lines) {
    const saved = await saveLine(context, { part, weekday, text: say(text) })
    if (!saved.ok) return saved
  }
  const today = dayAt(context.now, context.zone)
  const { text, offer, code } = trade.letter
  // In German a letter goes on in small letters behind its greeting.
  const begun = rest.country.language === 'de' ? say(text) : capital(say(text))
  return createIssue(context, {
    month: today.slice(0, 7),
    subject: say(offer),
    blocks: [
      { kind: 'text', text: `${say(common.greeting)}\n\n${begun}` },
      { kind: 'hours', heading: say(common.hours) },
      { kind: 'offer', title: say(offer), text: '', code: say(code), ends: addDays(today, 12) },
    ],
  })
}

const capital = (words: string): string => words[0]!.toUpperCase() + words.slice(1)
