import { fold } from '../fold.ts'

/** What a customer answered to being sent mail; most were never asked. */
export type Consent = 'yes' | 'no' | 'unasked'

export const consents = ['yes', 'no', 'unasked'] as const satisfies readonly Consent[]

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const yes = words('yes y ja j oui o si s sim true wahr vrai 1 x ok subscribed granted tak ano da igen kylla')
const no = words('no n nein non nao nej false falsch faux 0 unsubscribed refused denied nie ne nem ei')
const unasked = words('unasked unknown unbekannt inconnu')

/** Reads an answer as tables write it, in several languages; null when it is not understood, blank is "never asked". */
export function consentOf(text: string): Consent | null {
  const folded = fold(text)
  if (folded === 'opt in' || folded === 'opted in') return 'yes'
  if (folded === 'opt out' || folded === 'opted out') return 'no'
  if (folded === '') return /^[✓✔☑]/u.test(text.trim()) ? 'yes' : 'unasked'
  if (yes.has(folded)) return 'yes'
  if (no.has(folded)) return 'no'
  return unasked.has(folded) ? 'unasked' : null
}
