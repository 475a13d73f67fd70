import type { Day } from '../../day.ts'
import type { Voice } from '../../out/voice.ts'
import { type Closing, usualLabel } from './entry.ts'
import type { Back } from './plan.ts'

/** What customers are told of a closing, each place in its own words. */
export interface ClosingTexts {
  /** Read out on the answering machine. */
  readonly voicemail: string
  /** For the web page, a map's entry or a message. */
  readonly web: string
  /** As a block of the newsletter. */
  readonly newsletter: string
}

/** The days, why, and when the shop is back, for each place where customers look. */
export function closingTexts(
  shop: string,
  { from, to, label }: Closing,
  back: Back | null,
  today: Day,
  voice: Voice,
): ClosingTexts {
  const { formats, say } = voice
  const [first, last] = [formats.spoken(from, today), formats.spoken(to, today)]
  const plain =
    from === to ? say('notice.closedOn', { day: first }) : say('notice.closedFrom', { first, last })
  const again = back
    ? ` ${say('notice.backOn', { day: formats.spoken(back.day, today), time: formats.time(back.time) })}`
    : ''
  const why = label === usualLabel ? null : label
  const reasoned =
    why === null
      ? plain
      : from === to
        ? say('notice.closedOnWhy', { day: first, why })
        : say('notice.closedFromWhy', { first, last, why })
  const written = `${reasoned}${again}`
  return {
    voicemail: [`${say('phone.reached', { shop })} ${plain}${again}`, say('phone.bye')].join('\n'),
    web: written,
    newsletter: written,
  }
}
