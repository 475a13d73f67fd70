import type { Day } from '../../core/day.ts'
import type { Context } from '../store/context.ts'

/** What is in stock and has to leave the shelf by a day, the earliest first. */
export const leavingBy = ({ db }: Pick<Context, 'db'>, day: Day) =>
  db
    .selectFrom('batches')
    .innerJoin('products', 'products.id', 'batches.productId')
    .select(['batches.id', 'pullDay', 'date', 'dateKind', 'lot', 'remaining', 'name', 'shelf', 'unit'])
    .where('remaining', '>', 0)
    .where('pullDay', '<>', '')
    .where('pullDay', '<=', day)
    .orderBy('pullDay')
    .orderBy('date')
    .orderBy('batches.id')
    .execute()
