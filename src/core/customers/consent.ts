import { fold } from '../fold.ts'

/** What a customer answered to being sent mail; most were never asked. */
export type Consent = 'yes' | 'no' | 'unasked'

export const consents = ['yes', 'no', 'unasked'] as const satisfies readonly Consent[]

/** A no as it is kept: by address, and with the one who said it. */
export interface Refusal {
  /** Who said it; '' when they are no longer on file. */
  readonly name: string
  /** The local day, or '' where it is not known. */
  readonly day: string
  readonly source: string
}

const phrases = (text: string): ReadonlySet<string> => new Set(text.split(', '))

const plainYes = phrases(
  'yes, y, ja, j, oui, o, si, s, sim, true, wahr, vrai, 1, x, ok, tak, ano, da, igen, kylla',
)
const plainNo = phrases('no, n, nein, non, nao, nej, false, falsch, faux, 0, nie, ne, nem, ei')
const agreed = phrases('subscribed, granted, opt in, opted in, active, express, abonniert, angemeldet')
const refused = phrases(
  'unsubscribed, refused, denied, opt out, opted out, cancelled, canceled, removed, user suppressed, spam complaint, abgemeldet',
)
const unasked = phrases(
  'unasked, unknown, unbekannt, inconnu, never subscribed, not subscribed, nonsubscribed, unconfirmed, pending, implied, not set, not asked, not specified',
)

/** Reads an answer as tables write it, in several languages; null when it is not understood, blank is "never asked". */
export function consentOf(text: string): Consent | null {
  const folded = fold(text)
  if (folded === '') return /^[✓✔☑]/u.test(text.trim()) ? 'yes' : 'unasked'
  if (plainYes.has(folded) || agreed.has(folded)) return 'yes'
  if (plainNo.has(folded) || refused.has(folded)) return 'no'
  return unasked.has(folded) ? 'unasked' : null
}

/** Whether the answer to "must they not be mailed?" is that they may: "no", "0", or that they subscribed. */
export function isNoRefusal(text: string): boolean {
  const folded = fold(text)
  return plainNo.has(folded) || agreed.has(folded) || consentOf(text) === 'unasked'
}
