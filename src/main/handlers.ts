import type { StoreCallName } from '../core/calls.ts'
import { fileNotes } from './backups/file-notes.ts'
import { checklists } from './checklists.ts'
import { customers } from './customers.ts'
import { drafts } from './drafts.ts'
import { hours } from './hours.ts'
import { newsletter } from './newsletter.ts'
import { promises } from './promises.ts'
import { shop } from './shop.ts'
import { stock } from './stock.ts'
import type { FilingHandler, Handler } from './store/context.ts'
import { today } from './today.ts'

/** Every call the store answers, by its name; the compiler sees that none is missing. */
export const handlers: { readonly [N in StoreCallName]: Handler<N> | FilingHandler<N> } = {
  ...shop,
  ...hours,
  ...stock,
  ...promises,
  ...customers,
  ...newsletter,
  ...checklists,
  ...today,
  ...fileNotes,
  ...drafts,
}
