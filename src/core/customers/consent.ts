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
const plainNo = phrases('no, n, nein, non, nao, nej, nee, false, falsch, faux, 0, nie, ne, nem, ei')
const agreed = phrases('subscribed, granted, opt in, opted in, active, express, abonniert, angemeldet')
const refused = phrases(
  'unsubscribed, refused, denied, opt out, opted out, cancelled, canceled, removed, user suppressed, spam complaint, abgemeldet',
)
const unasked = phrases(
  'unasked, unknown, unbekannt, inconnu, never subscribed, not subscribed, nonsubscribed, unconfirmed, pending, implied, not set, not asked, not specified',
)

/** That nobody asked, in a sentence: it is no refusal although it has a no in it. */
const notAsked = /\b(asked|gefragt|demande|preguntado|chiesto|gevraagd|set|specified|known|bekannt)\b/

/** What says plainly that mail is unwanted, in a cell as in a column's name: the source of a regular expression. */
export const unwanted = String.raw`unsub\w*|opt(ed)? ?out|do not|dont|don t|abgemeldet|abmeld\w*|abbestellt|ne pas|desinscri\w*|desabonn\w*|afgemeld`

/** How people write a no in their own words: "Nein danke", "STOP", "abgemeldet am 1.2.", "please do not write". */
const refusing = new RegExp(
  String.raw`^(no|nein|non|nao|nej|nee|nie|never|niemals|jamais|nunca|mai|nooit)\b|\b(${unwanted}|stop(p?ed)?|remove[ds]?|never|nicht|kein\w*|widerruf\w*|gesperrt|niet|geen|baja|disiscri\w*|cancell?ed|blacklisted|blocked|bounced?|cleaned|complain\w*|suppressed)\b`,
)

/** Reads an answer as tables write it, in several languages; null when it is not understood, blank is "never asked". */
export function consentOf(text: string): Consent | null {
  const folded = fold(text)
  if (folded === '') return /^[✓✔☑]/u.test(text.trim()) ? 'yes' : 'unasked'
  if (plainYes.has(folded) || agreed.has(folded)) return 'yes'
  if (plainNo.has(folded) || refused.has(folded)) return 'no'
  if (unasked.has(folded)) return 'unasked'
  if (!refusing.test(folded)) return null
  return notAsked.test(folded) ? 'unasked' : 'no'
}

/** Whether the answer to "must they not be mailed?" is that they may: "no", "0", or that they subscribed. */
export function isNoRefusal(text: string): boolean {
  const folded = fold(text)
  return plainNo.has(folded) || agreed.has(folded) || consentOf(text) === 'unasked'
}
