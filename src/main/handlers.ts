import type { StoreCallName } from '../core/calls.ts'
import { actions } from './actions/handlers.ts'
import { fileNotes } from './backups/file-notes.ts'
import { checklists } from './checklists/handlers.ts'
import { customers } from './customers/handlers.ts'
import { drafts } from './drafts/handlers.ts'
import { happened } from './happened/handlers.ts'
import { hours } from './hours/handlers.ts'
import { newsletter } from './newsletter/handlers.ts'
import { letters } from './letters/handlers.ts'
import { promises } from './promises/handlers.ts'
import { shop } from './shop/handlers.ts'
import { referrals } from './referrals/handlers.ts'
import { staff } from './staff/handlers.ts'
import { stock } from './stock/handlers.ts'
import type { FilingHandler, Handler } from './store/context.ts'
import { today } from './today/handlers.ts'

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
  ...staff,
  ...actions,
  ...referrals,
  ...letters,
  ...happened,
}
