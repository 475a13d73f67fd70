import type Database from 'better-sqlite3'
import { pullDayOf } from '../../../../core/stock/expiry.ts'

/** What follows from other rows by the triggers below: no act's own doing, so that the log does not speak of it. */
export const followed: Readonly<Record<string, readonly string[]>> = {
  batches: ['pullDay'],
  channelNoes: ['whose'],
}

const byLead = (date: string, leadDays: string) => `pullDayOf(${date}, ${leadDays})`
const leadOf = '(SELECT leadDays FROM main.products WHERE id = NEW.productId)'

/** A batch that comes back before its product gets its day with the product. */
const ofBatch = `WHEN NEW.pullDayMoved = 0 AND NEW.date <> '' AND EXISTS ${leadOf}
      AND NEW.pullDay <> ${byLead('NEW.date', leadOf)} BEGIN
    UPDATE batches SET pullDay = ${byLead('date', leadOf)} WHERE id = NEW.id;
  END;`

const ofProduct = `BEGIN
    UPDATE batches SET pullDay = ${byLead('date', 'NEW.leadDays')}
      WHERE productId = NEW.id AND pullDayMoved = 0 AND date <> '' AND pullDay <> ${byLead('date', 'NEW.leadDays')};
  END;`

/**
 * Where no act moved it, the day a batch leaves the shelf follows its date and its product's lead time: by TEMP triggers of the
 * connection that writes, whatever brings a row to where it is, an undo, a redo or an import. The log keeps rows with the day of
 * then; it is worked out anew when they come back.
 */
export function followLeadTimes(connection: Database.Database): void {
  connection.function('pullDayOf', { deterministic: true }, pullDayOf)
  connection.exec(`
    CREATE TEMP TRIGGER pullDayOfNewBatch AFTER INSERT ON main.batches ${ofBatch}
    CREATE TEMP TRIGGER pullDayOfChangedBatch AFTER UPDATE OF productId, date, pullDayMoved ON main.batches ${ofBatch}
    CREATE TEMP TRIGGER pullDaysOfNewProduct AFTER INSERT ON main.products ${ofProduct}
    CREATE TEMP TRIGGER pullDaysOfChangedProduct AFTER UPDATE OF leadDays ON main.products
      WHEN OLD.leadDays <> NEW.leadDays ${ofProduct}`)
}
