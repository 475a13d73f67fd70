import type { Day } from '../../core/day.ts'
import type { PrintedHours } from '../../core/newsletter/ready-issue.ts'
import { printedHours } from '../../core/newsletter/printed-hours.ts'
import { readSchedules, readSpecialDays } from '../hours/read.ts'
import type { Context } from '../store/context.ts'

type Db = Context['db']

/** The shop as newsletters name it; undefined before it is set up. */
export const shopRow = (db: Db) =>
  db.selectFrom('shop').select(['name', 'address', 'email', 'phone']).where('id', '=', 1).executeTakeFirst()

/** The opening hours an issue of this month prints. */
export async function hoursFor(db: Db, month: string, today: Day): Promise<readonly PrintedHours[]> {
  return printedHours(await readSchedules({ db }), await readSpecialDays({ db }), month, today)
}
