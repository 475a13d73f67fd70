import type Database from 'better-sqlite3'
import type { Consent } from '../../core/customers/consent.ts'
import type { Channel } from '../../core/customers/reach.ts'
import { idHere } from './standing-marks.ts'

/** An answer that was taken in, of who is on file here or not. */
export interface CameAnswer {
  readonly customerId: number
  readonly channel: Channel
  readonly answer: Consent
  readonly day: string
  readonly source: string
}

/** Keeps what was taken in among the answers of who is on file here, or was merged into who is, in the words they were noted with there. */
export function keepAnswers(into: Database.Database, answers: readonly CameAnswer[]): void {
  const keep =
    into.prepare(`INSERT INTO main.consentAnswers (customerId, channel, answer, day, source, wording, who)
    SELECT who.id, :channel, :answer, :day, :source, coalesce(its.wording, ''), coalesce(its.who, '')
    FROM main.customers AS who LEFT JOIN (SELECT wording, who FROM gone.consentAnswers
      WHERE customerId IN (:customerId, (SELECT customerId FROM gone.formerCustomers WHERE goneId = :customerId))
        AND channel = :channel AND answer = :answer AND day = :day AND source = :source ORDER BY id DESC LIMIT 1) AS its
    WHERE who.id = ${idHere(':customerId')} AND NOT EXISTS (SELECT 1 FROM main.consentAnswers AS mine
      WHERE mine.customerId = who.id AND mine.channel = :channel AND mine.answer = :answer
        AND mine.day = :day AND mine.source = :source)`)
  for (const { customerId, channel, answer, day, source } of answers)
    keep.run({ customerId, channel, answer, day, source })
}
