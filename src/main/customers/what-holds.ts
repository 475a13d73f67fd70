import { answerWords } from '../../core/customers/answer-words.ts'
import type { ChannelFile } from '../../core/customers/answers.ts'
import type { KeptRow } from '../../core/customers/person-file.ts'
import type { Formats } from '../../core/formats.ts'
import type { Context } from '../store/context.ts'
import { channelsOf, reachRow } from './consent-file.ts'

/** What holds for somebody by one channel, whoever's answer it comes from. */
type Holding = Pick<ChannelFile, 'channel' | 'answer' | 'may' | 'why' | 'day' | 'source'>

/** How somebody may be reached today: a no that holds for them need not be in any row of theirs. Others are not named. */
export async function whatHolds(context: Context, customerId: number): Promise<readonly Holding[]> {
  const row = await reachRow(context, customerId)
  if (!row) return []
  return (await channelsOf(context, row)).map(({ channel, answer, may, why, day, source, isOthers }) => ({
    channel,
    answer,
    may,
    why,
    day,
    source: isOthers ? 'said for this address or number' : source,
  }))
}

/** The same in the words of the screens. */
export const holdingRow = ({ may, why, day, source, ...one }: Holding, formats: Formats): KeptRow =>
  [
    { name: 'Answer that holds', words: answerWords(one) },
    { name: 'Since', words: day === '' ? '' : formats.date(day) },
    { name: 'Where from', words: source },
    { name: 'May be reached', words: may ? 'yes' : `no: ${why}` },
  ].filter(({ words }) => words !== '')
