import type { AliveRow } from '../../core/customers/answers.ts'
import { expectedVisits, pAlive } from '../../core/customers/silence/bg-nbd.ts'
import { pausesIn, rhythmOf } from '../../core/customers/silence/rhythm.ts'
import { seenOf } from '../../core/customers/silence/seen.ts'
import { evidenceWords, notEnoughWords, pausesWords } from '../../core/customers/silence/words.ts'
import { dayAt, dayFromNumber, dayNumber } from '../../core/day.ts'
import type { Formats } from '../../core/formats.ts'
import { ok } from '../../core/result.ts'
import { inSlices } from '../import/slices.ts'
import type { Context, Handler } from '../store/context.ts'
import { modelOf, type AsOf, type Model } from './model.ts'
import { noCustomer } from './no-customer.ts'
import { allRhythms, looking, visitDays, type Known } from './visit-days.ts'

/** Who is still with us, how likely, and how often they are to be expected; with its evidence. */
export const alive: Handler<'customers.alive'> = async (context, { asOf: given, customerId }) => {
  const { db, formats } = context
  const asOf = asOfDay(context, given)
  if (customerId === undefined) {
    const all = await allRhythms(context, asOf.isPast ? asOf.dayNo : undefined)
    const model = await modelOf(context, asOf, all)
    const rows: AliveRow[] = []
    await inSlices(context, all, looking, (some) => {
      for (const known of some) rows.push(rowOf(known, asOf, model, formats))
    })
    return ok({ ...told(model, formats), pauses: '', rows })
  }
  if (!(await isOnFile(db, customerId))) return noCustomer
  const model = await modelOf(context, asOf)
  const until = dayFromNumber(asOf.dayNo)
  const days = (await visitDays(db, customerId)).filter((day) => day <= until)
  const rhythm = rhythmOf(days)
  if (!rhythm) return ok({ ...told(model, formats), pauses: '', rows: [] })
  const row = rowOf({ customerId, ...rhythm }, asOf, model, formats)
  const pauses = row.everyDays === null ? '' : pausesWords(pausesIn(days), row.silentDays, formats)
  return ok({ ...told(model, formats), pauses, rows: [row] })
}

const told = (model: Model, formats: Formats) => {
  const { params, weeks } = model
  return { params, weeks, notEnough: params ? '' : notEnoughWords(model, formats) }
}

/** A day that was asked for, else today; before today later visits are not known yet. */
export function asOfDay({ now, zone }: Pick<Context, 'now' | 'zone'>, given?: string): AsOf {
  const today = dayNumber(dayAt(now, zone))
  const dayNo = given === undefined ? today : dayNumber(given)
  return { dayNo, isPast: dayNo < today }
}

/** A customer as the model sees them, in words as well. */
export function rowOf(known: Known, { dayNo }: AsOf, { params, weeks }: Model, formats: Formats): AliveRow {
  const { customerId, days, everyDays, lastDayNo, quietFromDayNo } = known
  const silentDays = Math.max(0, dayNo - lastDayNo)
  const isQuiet = quietFromDayNo !== null && quietFromDayNo <= dayNo
  const seen = seenOf(known, dayNo)
  const chance = params && pAlive(params, seen)
  const silence = { days, everyDays, silentDays, isQuiet, pAlive: chance }
  return {
    customerId,
    ...silence,
    lastDay: dayFromNumber(lastDayNo),
    expectedVisits: params && expectedVisits(params, seen, weeks),
    words: evidenceWords(silence, formats),
  }
}

async function isOnFile(db: Context['db'], customerId: number): Promise<boolean> {
  const row = await db.selectFrom('customers').select('id').where('id', '=', customerId).executeTakeFirst()
  return row !== undefined
}
