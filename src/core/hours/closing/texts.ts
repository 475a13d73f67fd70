import type { Day } from '../../day.ts'
import type { Formats } from '../../formats.ts'
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
  shopName: string,
  { from, to, label }: Closing,
  back: Back | null,
  today: Day,
  formats: Formats,
): ClosingTexts {
  const days =
    from === to
      ? `on ${formats.spoken(from, today)}`
      : `from ${formats.spoken(from, today)} to ${formats.spoken(to, today)}`
  const again = back
    ? ` We are back on ${formats.spoken(back.day, today)} at ${formats.time(back.time)}.`
    : ''
  const written = `We are closed ${days}${label === usualLabel ? '' : `: ${label}`}.${again}`
  return {
    voicemail: [
      `Hello, you have reached ${shopName}. We are closed ${days}.${again}`,
      'Please leave your name and number after the tone. Goodbye.',
    ].join('\n'),
    web: written,
    newsletter: written,
  }
}
