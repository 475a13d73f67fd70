import type { GivenAnswer } from './answers.ts'
import { channelWords } from './reach.ts'

const answers = { yes: 'yes', no: 'no', unasked: 'not asked' } as const

/** An answer as a line calls it: `Phone: no`. */
export const answerWords = ({ channel, answer }: Pick<GivenAnswer, 'channel' | 'answer'>): string =>
  `${channelWords[channel]}: ${answers[answer]}`

/** Where it comes from and who noted it, '' where neither is known: the owner alone is nobody to name. */
export const answerSource = ({ source, who }: Pick<GivenAnswer, 'source' | 'who'>): string =>
  [source, who === '' || who === 'owner' ? '' : `noted by ${who}`].filter((part) => part !== '').join('; ')

/** What was asked, as it was worded; '' where that was not kept. */
export const askedWords = ({ wording }: Pick<GivenAnswer, 'wording'>): string =>
  wording === '' ? '' : `“${wording}”`
