import type { Selectable } from 'kysely'
import { fold } from '../../core/fold.ts'
import type { Computed } from '../store/computed.ts'
import type { HistoryTables } from './tables.ts'

/** The owner's acts are searched, their turns are not. */
const acts: Computed<Selectable<HistoryTables['acts']>> = {
  table: 'acts',
  of: ({ says, ofAct }) => ({ folded: ofAct === null ? fold(says) : '' }),
}

/** What of the history's tables is computed. */
export const historyComputed = [acts]
