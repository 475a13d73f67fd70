import type { MessageName } from './messages.ts'
import { voiceOf, type OwnWords, type Speaker } from './voice.ts'

/** A sentence as customers would read it, with values such as they are. */
export function exampleOf(name: MessageName, shop: Speaker & { readonly name: string }, own: OwnWords): string {
  const voice = voiceOf(shop, own)
  const { formats } = voice
  const values: Readonly<Record<string, string>> = {
    shop: shop.name,
    time: formats.time('10:30'),
    due: formats.time('08:00'),
    day: name.startsWith('mail.') ? formats.longDate('2026-12-24') : formats.spoken('2026-12-24', '2026-12-01'),
    first: formats.spoken('2026-12-28', '2026-12-01'),
    last: formats.spoken('2026-12-30', '2026-12-01'),
    month: formats.month('2026-12'),
    days: voice.spokenWeekdays(5, 6),
    why: voice.say('door.away'),
    hours: voice.spokenSpans([['08:00', '12:00']]),
    code: 'NL-7K3Q9XWM-4T',
    address: 'shop@example.com',
  }
  const said = (voice.pieces as (one: MessageName, its: typeof values) => ReturnType<typeof voice.pieces>)(name, values)
  return said.map(({ words }) => words).join('')
}
