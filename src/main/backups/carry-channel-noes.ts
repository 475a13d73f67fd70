import type Database from 'better-sqlite3'
import { keepAnswers, type CameAnswer } from './carry-answers.ts'
import { signsThere } from './merged-there.ts'

/**
 * Takes the noes to calls, letters and messages of the attached file `gone` into `into`, with all that who said them is known by; `who`
 * says whose each is here, 0 for nobody on file. One that was turned here stands again: asking once more is less than calling somebody
 * who said no.
 */
export function takeChannelNoes(into: Database.Database, who: string): void {
  const take = into.prepare<
    [],
    CameAnswer
  >(`INSERT INTO main.channelNoes (customerId, channel, day, source, whose)
    SELECT who, channel, day, source, whose FROM (
      SELECT coalesce(stand.who, ${who}) AS who, s.channel, s.day, s.source, s.id,
        ${signsThere('s', 'person')} AS whose
      FROM gone.channelNoes AS s LEFT JOIN gone.customers AS person ON person.id = s.customerId
      LEFT JOIN temp.standsFor AS stand ON stand.id = s.customerId) AS said
    WHERE NOT EXISTS (SELECT 1 FROM main.channelNoes AS mine
      WHERE mine.customerId = said.who AND mine.channel = said.channel AND mine.day >= said.day
        AND (said.who <> 0 OR mine.whose = said.whose))
    ORDER BY said.id RETURNING customerId, channel, 'no' AS answer, day, source`)
  keepAnswers(into, take.all())
}
